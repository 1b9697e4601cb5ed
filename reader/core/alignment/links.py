"""The link between a German word and an English one.

Owns the value alone; `reader.core.alignment.aligner` finds links, and
`reader.core.alignment.counterparts` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.glossary.hits import Span


@dataclass(frozen=True, slots=True)
class WordLink:
    """A German word and an English one that says it, as spans of characters."""

    source: Span
    target: Span
    confidence: float
    """From 0 to 1; comparable between links, no probability. Links of one pair that
    were guessed from their neighbours have less than 0.1."""
    is_article: bool = False
    """Whether the English word is "a", "an" or "the"."""
