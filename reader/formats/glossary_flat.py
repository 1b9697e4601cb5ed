"""What the term lists of other tools have in common: one German, one English a line.

Owns putting lines with the same German together, and taking our entries apart again.
What a format has no place for is counted and told, never lost in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.core.controls import has_controls, strip_controls
from reader.core.documents import fold_blanks
from reader.core.glossary.terms import Case, Match, Term, Usage, source_key

_WHAT = {
    "targets": "further English forms",
    "pos": "part of speech",
    "case": "case rule",
    "match": "match rule",
    "domain": "domain",
    "note": "note",
    "note_lines": "line breaks in the note",
    "keep": "mark as a name to keep",
    "extra": "further columns",
}


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One line of a term list."""

    line: int
    source: str
    target: str
    pos: str = ""
    note: str = ""
    is_forbidden: bool = False
    rank: int = 0
    """Among lines with the same German: the lowest is preferred."""


def group_rows(rows: Iterable[FlatRow]) -> list[tuple[Term, int]]:
    """Return one entry, with its first line, for all lines with the same German.

    Forbidden English makes an entry of its own.
    """
    groups: dict[tuple[str, bool, str], list[FlatRow]] = {}
    for row in rows:
        key = (source_key(row.source), row.is_forbidden, row.pos)
        groups.setdefault(key, []).append(row)
    found = []
    for group in groups.values():
        ranked = sorted(group, key=lambda row: row.rank)
        notes = dict.fromkeys(row.note for row in group if row.note)
        term = Term(
            group[0].source,
            tuple(dict.fromkeys(row.target for row in ranked)),
            group[0].pos,
            Usage.FORBIDDEN if group[0].is_forbidden else Usage.PREFERRED,
            note="; ".join(notes),
        )
        found.append((term, group[0].line))
    return found


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format has a place for."""

    name: str
    """As a message calls it: "OmegaT"."""
    fields: frozenset[str] = frozenset()
    """Of `_WHAT`."""
    forbidden: bool = False
    can_begin: Callable[[str], bool] = lambda source: True
    """Whether a line can begin with a source; control characters stand nowhere."""


def choose_terms(terms: Iterable[Term], holds: Holds) -> tuple[list[Term], list[str]]:
    """Return the entries that a format can hold, and what to tell about the rest."""
    kept: list[Term] = []
    lost: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    for term in terms:
        texts = (term.source, *term.targets)
        if term.usage is Usage.OFF:
            left_out["switch off others"] += 1
        elif term.usage is Usage.FORBIDDEN and not holds.forbidden:
            left_out["forbid English words"] += 1
        elif any(map(has_controls, texts)) or not holds.can_begin(term.source):
            left_out["hold characters that mean something else there"] += 1
        else:
            kept.append(term)
            lost.update(set(_find_special(term)) - holds.fields)
    notices = [
        f"{holds.name} has no place for: {words} ({_count(lost[what])})"
        for what, words in _WHAT.items()
        if lost[what]
    ]
    notices += [
        f"{holds.name}: left out, since they {why}: {_count(number)}"
        for why, number in left_out.items()
    ]
    return kept, notices


def flat_note(term: Term) -> str:
    """Return the note on one line, as it can stand in any file."""
    return strip_controls(fold_blanks(term.note), keep="")


def _find_special(term: Term) -> Iterator[str]:
    """Yield what an entry says beyond one German and one English word."""
    if len(term.targets) > 1:
        yield "targets"
    if term.case is not Case.AUTO:
        yield "case"
    if term.match is not Match.LEMMA:
        yield "match"
    if term.usage is Usage.KEEP:
        yield "keep"
    for name in ("pos", "domain", "note", "extra"):
        if getattr(term, name):
            yield name
    if term.note != flat_note(term):
        yield "note_lines"


def _count(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"
