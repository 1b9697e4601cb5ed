"""Hits: the words of a German sentence that a term claims.

What `reader.core.matching` finds and `reader.core.obeying` proves. All offsets are
characters of the sentence as it was handed to the matcher (the normalised source),
half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.core.glossary.terms import Term

Span = tuple[int, int]
"""(start, end) in characters, half-open."""

GrammaticalNumber = Literal["singular", "plural", ""]
"""Of a German noun as it stands; "" where the form does not tell."""


@dataclass(frozen=True, slots=True)
class TermHit:
    """One place of a sentence that a term claims."""

    term: Term
    start: int
    end: int
    """Of the claimed words; in a compound, of the term's part of it alone."""
    number: GrammaticalNumber = ""
    rest: tuple[Span, ...] = ()
    """Further stretches that belong to it: the "vor" of "stellte … vor", or the second
    half of "Text-, Bild- und Videosynthese" for the hit at "Text-"."""
    is_elided: bool = False
    """True where the German leaves out the head, so that the English may share it."""

    @property
    def targets(self) -> tuple[str, ...]:
        """The English that is accepted here, the preferred form first."""
        return self.term.targets


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A term inside a closed compound that nobody has said the English of."""

    term: Term
    start: int
    end: int
    word: str
    """The whole compound, as it stands."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What the matcher found in one sentence, both in the order of the text."""

    hits: tuple[TermHit, ...] = ()
    """Hits of preferred, forbidden and kept terms; only those of forbidden terms may
    overlap others."""
    candidates: tuple[TermCandidate, ...] = ()
    """Shown by reports, never enforced."""
