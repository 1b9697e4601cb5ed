"""Short ways to write hits in the tests' tables."""

from __future__ import annotations

from reader.core.glossary.hits import GrammaticalNumber, TermHit
from reader.core.glossary.terms import Term, Usage


def term(source: str, targets: str, pos: str = "", usage: str = "preferred") -> Term:
    """Return an entry whose targets are written as in a glossary file."""
    return Term(source, tuple(targets.split("|")), pos, Usage(usage))


def hit(
    source: str,
    targets: str,
    pos: str = "",
    usage: str = "preferred",
    at: int = 0,
    number: GrammaticalNumber = "",
    is_elided: bool = False,
) -> TermHit:
    """Return a hit whose German stands at `at`, as long as its citation form."""
    entry = term(source, targets, pos, usage)
    return TermHit(entry, at, at + len(source), number, is_elided=is_elided)
