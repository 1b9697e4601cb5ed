"""What a matcher finds, written so that a table can hold it."""

from __future__ import annotations

from collections.abc import Iterable

from reader.backends.lemmas import load_lemmas
from reader.backends.patterns import compile_pattern
from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Term
from reader.core.matching import Matcher


def term(source: str, **fields: object) -> Term:
    """Return an entry that only its German matters of."""
    return Term(source, ("English",), **fields)  # type: ignore[arg-type]


def matcher(*sources: str | Term) -> Matcher:
    """Return the matcher of some entries."""
    terms = [s if isinstance(s, Term) else term(s) for s in sources]
    return Matcher(terms, load_lemmas(), compile_pattern)


def found(sources: Iterable[str | Term], text: str) -> list[str]:
    """Return the words of each hit, "stellte … vor" for one in two places."""
    return [show(hit, text) for hit in matcher(*sources).find(text).hits]


def candidates(sources: Iterable[str | Term], text: str) -> list[str]:
    """Return the words of each candidate."""
    return [text[c.start : c.end] for c in matcher(*sources).find(text).candidates]


def show(hit: TermHit, text: str) -> str:
    """Return a hit's words."""
    spans = sorted([(hit.start, hit.end), *hit.rest])
    return " … ".join(text[start:end] for start, end in spans)
