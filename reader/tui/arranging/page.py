"""The page: every pair in its place, one row below the other.

Owns all measures down the screen. Heights are exact for every row at once, so that
the scroll bar never lies; the lines themselves are made only for rows that are seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reader.core.documents import Kind
from reader.core.glossary.hits import Span
from reader.core.pairs import Pair
from reader.formats.marks import block_key
from reader.tui.arranging.frames import Frame, Side, make_frame
from reader.tui.arranging.passages import (
    HEADINGS,
    Passage,
    find_passages,
    show_side,
)
from reader.tui.arranging.rows import Line, Row, count_lines, make_row

_KEPT_ROWS = 400
"""Rows whose lines are kept, several screens of them."""


class Page:
    """The place of every pair: a row a pair, or a row a paragraph where it runs on."""

    def __init__(self, pairs: Sequence[Pair], frame: Frame | None = None) -> None:
        self._pairs = pairs
        self.revealed: set[int] = set()
        """Pairs whose English is shown where only the German is."""
        self.shown: list[int] = [
            index
            for index, pair in enumerate(pairs)
            if pair.sentence.kind is not Kind.BOILERPLATE
        ]
        """The pairs in their places: all but what the web page left behind."""
        self._place_of = {index: place for place, index in enumerate(self.shown)}
        self._starts: list[int] = list(self._find_starts())
        """The first place of each block."""
        self._gaps, self._rules = self._find_gaps()
        self._firsts: Sequence[int] = ()
        """The first place of each row, and the place behind the last row."""
        self._heights: list[int] = []
        self._tops: list[int] = []
        self._rows: dict[int, Row] = {}
        self.frame = frame or make_frame("auto", 0)
        if frame:
            self.fit(frame)

    def __len__(self) -> int:
        """Return the number of pairs that have a place."""
        return len(self.shown)

    @property
    def is_measured(self) -> bool:
        """Whether the page was laid out for a frame yet."""
        return bool(self._tops)

    @property
    def height(self) -> int:
        """Lines in all."""
        return self._tops[-1] if self._tops else 0

    def fit(self, frame: Frame) -> None:
        """Measure every row anew for other columns."""
        self.frame = frame
        places = range(len(self.shown) + 1)
        self._firsts = [*self._starts, places[-1]] if frame.is_flowing else places
        self._heights = [self._measure(row) for row in range(len(self._firsts) - 1)]
        self._rows.clear()
        self._add_up()

    def change(self, indexes: Iterable[int]) -> None:
        """Measure the rows of pairs that changed."""
        if not self.is_measured:
            return
        places = (self._place_of.get(index) for index in indexes)
        for row in {self._row_of(place) for place in places if place is not None}:
            self._heights[row] = self._measure(row)
            self._rows.pop(row, None)
        self._add_up()

    def place_of(self, index: int) -> int:
        """Return the place of a pair, or of the next one that is shown."""
        if index in self._place_of:
            return self._place_of[index]
        return max(0, min(bisect_right(self.shown, index), len(self.shown) - 1))

    def starts_block(self, place: int) -> bool:
        """Tell whether a pair is the first of its paragraph."""
        return self._starts[bisect_right(self._starts, place) - 1] == place

    def line_at(self, y: int) -> Line:
        """Return a line of the page."""
        row, number = self._find_line(y)
        lines = self._make_row(row).lines
        if 0 <= number < len(lines):
            return lines[number]
        return Line(is_rule=number == len(lines))

    def pair_at(self, y: int) -> int:
        """Return the pair that begins in a line, or goes on in it.

        Above a row it is the row's first one, below it the last.
        """
        row, number = self._find_line(y)
        lines = self._make_row(row).lines
        line = lines[max(0, min(number, len(lines) - 1))]
        return line.beginning[0] if line.beginning else line.pieces[0].index

    def extent_of(self, index: int) -> Span:
        """Return the first line of a pair, and the one behind its last."""
        place = self.place_of(index)
        row = self._row_of(place)
        top = self._tops[row] + self._gaps[self._firsts[row]]
        first, behind = self._make_row(row).extents[self.shown[place]]
        return top + first, top + behind

    def top_of(self, index: int) -> int:
        """Return the first line of a pair."""
        return self.extent_of(index)[0]

    def line_of(self, index: int, side: Side, offset: int) -> int:
        """Return the line that has a character of a pair's text."""
        top, bottom = self.extent_of(index)
        shown, _ = show_side(self._pairs[index], side).to_shown((offset, offset))
        return max(
            (
                y
                for y in range(top, bottom)
                for piece in self.line_at(y).pieces
                if (piece.index, piece.side) == (index, side) and piece.span[0] <= shown
            ),
            default=top,
        )

    def _row_of(self, place: int) -> int:
        return bisect_right(self._firsts, place) - 1

    def _find_line(self, y: int) -> tuple[int, int]:
        """Return the row that holds a line, and the line's number in its text."""
        row = max(0, min(bisect_right(self._tops, y) - 1, len(self._heights) - 1))
        return row, y - self._tops[row] - self._gaps[self._firsts[row]]

    def _make_row(self, row: int) -> Row:
        made = self._rows.get(row)
        if made is None:
            if len(self._rows) >= _KEPT_ROWS:
                self._rows.clear()
            made = self._rows[row] = make_row(self._find_passages(row), self.frame)
        return made

    def _measure(self, row: int) -> int:
        first, behind = self._places_of(row)
        lines = count_lines(self._find_passages(row), self.frame)
        return lines + self._gaps[first] + self._rules[behind - 1]

    def _find_passages(self, row: int) -> Iterator[Passage]:
        first, behind = self._places_of(row)
        return find_passages(
            self._pairs,
            self.shown[first:behind],
            self.frame,
            self.revealed,
            self.starts_block(first),
        )

    def _places_of(self, row: int) -> Span:
        """Return the first place of a row, and the one behind its last."""
        return self._firsts[row], self._firsts[row + 1]

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))

    def _find_starts(self) -> Iterator[int]:
        above = None
        for place, index in enumerate(self.shown):
            key = block_key(self._pairs[index])
            if key != above:
                yield place
            above = key

    def _find_gaps(self) -> tuple[list[int], list[bool]]:
        """Return the empty lines above each pair, and which have a rule below."""
        gaps, rules = [0] * len(self.shown), [False] * len(self.shown)
        above: Pair | None = None
        for start in self._starts:
            pair = self._pairs[self.shown[start]]
            gaps[start] = _gap_between(above, pair)
            if above is not None:
                rules[start - 1] = above.sentence.kind is Kind.TITLE
            above = pair
        if above is not None:
            rules[-1] = above.sentence.kind is Kind.TITLE
        return gaps, rules


def _gap_between(above: Pair | None, pair: Pair) -> int:
    """Return the empty lines between the pairs of two blocks."""
    if above is None:
        return 1
    kinds = (above.sentence.kind, pair.sentence.kind)
    if above.sentence.document != pair.sentence.document:
        return 3
    if kinds == (Kind.LIST, Kind.LIST) or kinds == (Kind.TITLE, Kind.BYLINE):
        return 0
    return 2 if kinds[1] in HEADINGS and kinds[0] not in HEADINGS else 1
