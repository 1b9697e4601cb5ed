"""Finding the terms of a glossary in German: every form, and nothing else."""

from reader.core.matching.matcher import Matcher

__all__ = ["Matcher"]
