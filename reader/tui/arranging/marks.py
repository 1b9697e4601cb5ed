"""What is marked in the text of a pair, layer upon layer.

Owns which stretches are marked and by what name; the names are the component classes
of `reader.tui.widgets.pairs_view` without their prefix.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.core.glossary.hits import Span
from reader.core.pairs import Pair
from reader.tui.arranging.frames import Side
from reader.tui.arranging.texts import Shown


@dataclass(frozen=True, slots=True)
class SearchMatch:
    """A stretch of a pair that was searched for."""

    index: int
    """Of the pair in the sequence that is shown."""
    side: Side
    start: int
    """Offset in the pair's source or target."""
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is drawn in a style of its own."""

    start: int
    end: int
    name: str


def mark_terms(pair: Pair, side: Side) -> list[Mark]:
    """Return the glossary terms of one language, named by what became of them."""
    marks = []
    for term in pair.terms:
        start, end = term.start, term.end
        if side == "target":
            if term.target_start is None or term.target_end is None:
                continue
            start, end = term.target_start, term.target_end
        marks.append(Mark(start, end, f"term-{term.status}"))
    return marks


def mark_matches(
    matches: Iterable[SearchMatch], side: Side, current: SearchMatch | None
) -> list[Mark]:
    """Return what was searched for in one language of a pair."""
    return [
        Mark(match.start, match.end, "match-current" if match is current else "match")
        for match in matches
        if match.side == side
    ]


def mark_spans(spans: Iterable[Span], name: str) -> list[Mark]:
    """Return stretches as marks of one name."""
    return [Mark(start, end, name) for start, end in spans]


def place_marks(shown: Shown, marks: Iterable[Mark]) -> list[Mark]:
    """Return marks of a pair's text as they stand in the shown text."""
    return [Mark(*shown.to_shown((mark.start, mark.end)), mark.name) for mark in marks]


def split_runs(line: Span, marks: Sequence[Mark]) -> list[tuple[Span, tuple[str, ...]]]:
    """Return a line as runs, each with the names of its marks, lowest layer first.

    >>> split_runs((0, 9), [Mark(4, 9, "term-kept"), Mark(6, 9, "word")])
    [((0, 4), ()), ((4, 6), ('term-kept',)), ((6, 9), ('term-kept', 'word'))]
    """
    start, end = line
    touching = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = {start, end}
    for mark in touching:
        edges |= {max(start, mark.start), min(end, mark.end)}
    return [
        (
            (first, behind),
            tuple(m.name for m in touching if m.start < behind and first < m.end),
        )
        for first, behind in pairwise(sorted(edges))
    ]
