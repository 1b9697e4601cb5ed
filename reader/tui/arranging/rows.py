"""Rows: the lines of one pair, and the place of every pair on the long page.

Owns all measures down the screen. Heights are exact for every pair at once, so that
the scroll bar never lies; the lines themselves are made only for pairs that are seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from reader.core.documents import Kind
from reader.core.glossary.hits import Span
from reader.core.pairs import Pair
from reader.formats.marks import block_key, flag_mark
from reader.tui.arranging.frames import Frame, Side, make_frame
from reader.tui.arranging.texts import Shown, show_text
from reader.tui.arranging.wrapping import wrap_text

PLACEHOLDER = "· · ·"
"""Stands where a pair has no English yet."""
EDITED = "✎"
"""Stands behind English that a person wrote."""

_INDENTS = {Kind.LIST: 2, Kind.CAPTION: 2}
"""Cells before the text, for the mark of its kind."""
_HANG = 2
"""Cells before the later lines of a sentence, so that each one's beginning is seen."""
_HEADINGS = (Kind.TITLE, Kind.HEADING)


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of one pair."""

    gap: int
    """Empty lines above."""
    lines: tuple[tuple[Span | None, Span | None], ...]
    """Stretches of the shown German and English that share a line."""
    has_rule: bool
    """Whether a rule is drawn below."""

    @property
    def height(self) -> int:
        """Lines in all."""
        return self.gap + len(self.lines) + self.has_rule


def show_side(pair: Pair, side: Side) -> Shown:
    """Return what is shown of one language: its text, or a placeholder."""
    if side == "source":
        return show_text(pair.sentence.source)
    if pair.target is None:
        return Shown(PLACEHOLDER)
    shown = show_text(pair.target)
    marks = mark_pair(pair)
    if not marks:
        return shown
    # One cell each, though not all of "⚠", "✎" stand in the table of plain ones.
    return Shown(f"{shown.text} {marks}", shown.is_plain, shown.places)


def mark_pair(pair: Pair) -> str:
    """Return the marks behind the English: flags, and whether a person wrote it."""
    if not (pair.flags or pair.edited):
        return ""
    marks = [flag_mark(flag) for flag in pair.flags]
    return " ".join([*marks, EDITED] if pair.edited else marks)


def indent_of(pair: Pair) -> int:
    """Return the cells before the first line of a pair."""
    return _INDENTS.get(pair.sentence.kind, 0)


def hang_of(pair: Pair) -> int:
    """Return the cells that the later lines of a pair stand further in."""
    return 0 if pair.sentence.kind in _HEADINGS else _HANG


class Page:
    """The place of every pair, one row below the other."""

    def __init__(self, pairs: Sequence[Pair], frame: Frame | None = None) -> None:
        self._pairs = pairs
        self.revealed: set[int] = set()
        """Pairs whose English is shown where only the German is."""
        self.shown: list[int] = [
            index
            for index, pair in enumerate(pairs)
            if pair.sentence.kind is not Kind.BOILERPLATE
        ]
        """The pair of each row: all but what the web page left behind."""
        self._row_of = {index: row for row, index in enumerate(self.shown)}
        self._gaps, self._rules = self._find_gaps()
        self._tops: list[int] = []
        self._heights: list[int] = []
        self.frame = frame or make_frame("auto", 0)
        if frame:
            self.fit(frame)

    def __len__(self) -> int:
        """Return the number of rows."""
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
        self._heights = [self._measure(row) for row in range(len(self.shown))]
        self._add_up()

    def change(self, indexes: Iterable[int]) -> None:
        """Measure the rows of pairs that changed."""
        if not self.is_measured:
            return
        for index in indexes:
            row = self._row_of.get(index)
            if row is not None:
                self._heights[row] = self._measure(row)
        self._add_up()

    def row_of(self, index: int) -> int:
        """Return the row of a pair, or of the next one that is shown."""
        if index in self._row_of:
            return self._row_of[index]
        return max(0, min(bisect_right(self.shown, index), len(self.shown) - 1))

    def row_at(self, y: int) -> int:
        """Return the row that holds a line of the page."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self.shown) - 1))

    def top(self, row: int) -> int:
        """Return the first line of a row, its gap included."""
        return self._tops[row]

    def text_top(self, row: int) -> int:
        """Return the first line of a row that has text."""
        return self._tops[row] + self._gaps[row]

    def bottom(self, row: int) -> int:
        """Return the line behind the last one of a row."""
        return self._tops[row + 1]

    def starts_block(self, row: int) -> bool:
        """Tell whether a row is the first of its paragraph."""
        if row == 0:
            return True
        above, here = self._pairs[self.shown[row - 1]], self._pairs[self.shown[row]]
        return block_key(above) != block_key(here)

    def make_row(self, row: int) -> Row:
        """Return the lines of a row."""
        source, target = self._wrap(self._pairs[self.shown[row]], self.shown[row])
        lines: list[tuple[Span | None, Span | None]]
        if self.frame.mode == "side-by-side":
            lines = list(zip_longest(source, target))
        else:
            lines = [(span, None) for span in source]
            lines += [(None, span) for span in target]
        return Row(self._gaps[row], tuple(lines), self._rules[row])

    def _wrap(self, pair: Pair, index: int) -> tuple[list[Span], list[Span]]:
        """Return the lines of both languages, none of one that is not shown."""
        mode = self.frame.mode
        indent, hang = indent_of(pair), hang_of(pair)
        source: list[Span] = []
        target: list[Span] = []
        if mode != "english":
            width = self.frame.source.width - indent
            source = wrap_text(show_side(pair, "source"), width, hang)
        if mode != "german" or index in self.revealed:
            width = self.frame.target.width - indent
            target = wrap_text(show_side(pair, "target"), width, hang)
        return source, target

    def _measure(self, row: int) -> int:
        index = self.shown[row]
        source, target = self._wrap(self._pairs[index], index)
        lines = max if self.frame.mode == "side-by-side" else _add
        return lines(len(source), len(target)) + self._gaps[row] + self._rules[row]

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))

    def _find_gaps(self) -> tuple[list[int], list[bool]]:
        """Return the empty lines above each row, and which ones have a rule below."""
        gaps, rules = [], []
        above: Pair | None = None
        for index in self.shown:
            pair = self._pairs[index]
            gap = _gap_between(above, pair)
            gaps.append(gap)
            is_new = above is not None and block_key(above) != block_key(pair)
            if above is not None:
                rules.append(is_new and above.sentence.kind is Kind.TITLE)
            above = pair
        if above is not None:
            rules.append(above.sentence.kind is Kind.TITLE)
        return gaps, rules


def _add(left: int, right: int) -> int:
    return left + right


def _gap_between(above: Pair | None, pair: Pair) -> int:
    """Return the empty lines between two pairs."""
    if above is None:
        return 1
    if block_key(above) == block_key(pair):
        return 0
    kinds = (above.sentence.kind, pair.sentence.kind)
    if above.sentence.document != pair.sentence.document:
        return 3
    if kinds == (Kind.LIST, Kind.LIST) or kinds == (Kind.TITLE, Kind.BYLINE):
        return 0
    return 2 if kinds[1] in _HEADINGS and kinds[0] not in _HEADINGS else 1
