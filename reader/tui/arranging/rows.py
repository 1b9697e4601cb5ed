"""Rows: the lines of a pair, or of a paragraph that runs on, cell by cell.

Owns what stands beside and below what in one row. Which sentences share a passage is
`reader.tui.arranging.passages`'s job, where the row stands on the page that of
`reader.tui.arranging.page`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from reader.core.glossary.hits import Span
from reader.tui.arranging.frames import Frame, Side
from reader.tui.arranging.passages import Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one sentence in one line."""

    index: int
    """Of its pair."""
    side: Side
    span: Span
    """Its stretch of the shown text."""
    x: int
    """The cell of the screen where it begins."""
    mark: str = ""
    """Stands right before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page; one without pieces is empty, or a rule."""

    pieces: tuple[Piece, ...] = ()
    beginning: tuple[int, ...] = ()
    """The pairs that begin in this line."""
    is_rule: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of one pair, or of a paragraph that runs on."""

    lines: tuple[Line, ...]
    extents: dict[int, Span]
    """The first line of each pair, and the one behind its last."""


def count_lines(passages: Iterable[Passage], frame: Frame) -> int:
    """Return the height of a row."""
    counts = (len(passage.wrap(frame)) for passage in passages)
    return max(counts) if frame.mode == "side-by-side" else sum(counts)


def make_row(passages: Iterable[Passage], frame: Frame) -> Row:
    """Return the lines of passages: beside each other, or one below the other."""
    blocks = [list(_break(passage, frame)) for passage in passages]
    if frame.mode == "side-by-side":
        contents = [left + right for left, right in zip_longest(*blocks, fillvalue=())]
    else:
        contents = [pieces for block in blocks for pieces in block]
    lines, extents = [], dict[int, Span]()
    for number, pieces in enumerate(contents):
        indexes = dict.fromkeys(piece.index for piece in pieces)
        beginning = tuple(index for index in indexes if index not in extents)
        for index in indexes:
            first, _ = extents.get(index, (number, number))
            extents[index] = first, number + 1
        lines.append(Line(pieces, beginning))
    return Row(tuple(lines), extents)


def _break(passage: Passage, frame: Frame) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of each line of a passage."""
    x, mark = frame.column(passage.side).x + passage.indent, passage.marks[0]
    for line in passage.wrap(frame):
        yield tuple(_cut(passage, line, x, mark))
        x = frame.column(passage.side).x + passage.indent + passage.hang
        mark = passage.marks[1]


def _cut(passage: Passage, line: Span, x: int, mark: str) -> Iterator[Piece]:
    """Yield the pieces of one line, which begins at cell `x`."""
    start, end = line
    first = bisect_right(passage.offsets, start) - 1
    for number in range(first, len(passage.indexes)):
        offset = passage.offsets[number]
        if number > first and offset >= end:
            return
        behind = end
        if number + 1 < len(passage.offsets):
            behind = min(end, passage.offsets[number + 1] - 1)
        begin = max(start, offset)
        at = x + cell_len(passage.shown.text[start:begin])
        span = begin - offset, behind - offset
        yield Piece(passage.indexes[number], passage.side, span, at, mark)
        mark = ""
