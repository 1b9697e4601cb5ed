"""Draws the lines of one pair.

Owns what stands in which cell, and in which component class; the lines come from
`reader.tui.arranging`, the styles from the widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.core.documents import Kind
from reader.core.glossary.hits import Span
from reader.core.pairs import Pair
from reader.tui.arranging.frames import GUTTER, Column, Frame, Side
from reader.tui.arranging.marks import Mark, place_marks, split_runs
from reader.tui.arranging.rows import (
    EDITED,
    Row,
    hang_of,
    indent_of,
    mark_pair,
    show_side,
)
from reader.tui.arranging.texts import Shown

FindStyle = Callable[[tuple[str, ...]], Style]
"""Returns the style of component classes laid over each other."""

_BAR = "▌"
_DIVIDER = "│"
_BOOKMARK = "◆"
_RULE = "─"
_BULLETS = {Kind.LIST: "•", Kind.CAPTION: "▫"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a pair is to be drawn."""

    pair: Pair
    is_current: bool
    is_bookmarked: bool
    starts_block: bool
    source_marks: Sequence[Mark]
    """In the order of their layers; offsets in the pair's source."""
    target_marks: Sequence[Mark]


class PairDrawer:
    """Draws pairs into the columns of a frame."""

    def __init__(self, frame: Frame, find_style: FindStyle) -> None:
        self._frame = frame
        self._style = find_style

    def draw(self, row: Row, look: Look) -> list[Strip]:
        """Return every line of a row, its gap and its rule included."""
        source = _Cell.make(look, "source")
        target = _Cell.make(look, "target")
        strips = [self._draw_empty()] * row.gap
        for number, (left, right) in enumerate(row.lines):
            segments = self._draw_margin(look, number)
            if self._frame.mode == "side-by-side":
                segments += self._draw_bar(look, is_divider=False)
                segments += self._draw_text(source, self._frame.source, left)
                segments += self._fill(GUTTER, _lit(look))
                segments += self._draw_bar(look, is_divider=True)
                segments += self._draw_text(target, self._frame.target, right)
            else:
                segments += self._draw_bar(look, is_divider=False)
                cell, span = (source, left) if left else (target, right)
                segments += self._draw_text(cell, self._frame.source, span)
            strips.append(self._finish(segments))
        if row.has_rule:
            strips.append(self._draw_rule())
        return strips

    def draw_below(self) -> Strip:
        """Return a line below the last pair."""
        return self._finish([])

    def _draw_empty(self) -> Strip:
        if self._frame.mode != "side-by-side":
            return self._finish([])
        segments = self._fill(self._frame.target.bar, ())
        return self._finish([*segments, Segment(_DIVIDER, self._style(("rule",)))])

    def _draw_rule(self) -> Strip:
        left, right = self._frame.source.x, self._frame.target.end
        rule = _RULE * (right - left)
        if self._frame.mode == "side-by-side":
            crossing = self._frame.target.bar - left
            rule = f"{rule[:crossing]}┼{rule[crossing + 1 :]}"
        segment = Segment(rule, self._style(("rule",)))
        return self._finish([*self._fill(left, ()), segment])

    def _draw_margin(self, look: Look, number: int) -> list[Segment]:
        """Return the cells left of the German's bar."""
        segments = self._fill(self._frame.bookmark, ())
        if number == 0 and look.is_bookmarked:
            return [*segments, Segment(f"{_BOOKMARK} ", self._style(("bookmark",)))]
        return segments + self._fill(GUTTER, ())

    def _draw_bar(self, look: Look, is_divider: bool) -> list[Segment]:
        if look.is_current:
            return [Segment(f"{_BAR} ", self._style(("current", "bar")))]
        if is_divider:
            return [Segment(f"{_DIVIDER} ", self._style(("rule",)))]
        return self._fill(GUTTER, ())

    def _draw_text(
        self, cell: _Cell, column: Column, span: Span | None
    ) -> list[Segment]:
        """Return one line of one language, as wide as its column."""
        lit = _lit(cell.look)
        if span is None:
            return self._fill(column.width, lit)
        is_first = span[0] == 0
        lead = indent_of(cell.look.pair) + (0 if is_first else hang_of(cell.look.pair))
        segments = self._fill(lead, lit)
        bullet = _BULLETS.get(cell.look.pair.sentence.kind)
        if bullet and is_first and cell.look.starts_block:
            style = self._style(("rule", *lit))
            segments = [Segment(bullet.ljust(lead), style)]
        used = lead
        for (start, end), names in split_runs(span, cell.marks):
            text = cell.shown.text[start:end]
            segments.append(Segment(text, self._style((*cell.names, *lit, *names))))
            used += cell_len(text)
        return segments + self._fill(column.width - used, lit)

    def _fill(self, cells: int, names: tuple[str, ...]) -> list[Segment]:
        return [Segment(" " * cells, self._style(names))] if cells > 0 else []

    def _finish(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self._frame.width, self._style(()))


@dataclass(frozen=True, slots=True)
class _Cell:
    """One language of a pair, ready to be drawn line by line."""

    look: Look
    shown: Shown
    names: tuple[str, ...]
    """Component classes of the whole text."""
    marks: Sequence[Mark]
    """As offsets in the shown text."""

    @classmethod
    def make(cls, look: Look, side: Side) -> _Cell:
        """Return what is drawn of one language."""
        shown = show_side(look.pair, side)
        kind = look.pair.sentence.kind
        names = (side, kind) if kind is not Kind.PARAGRAPH else (side,)
        if side == "source":
            return cls(look, shown, names, place_marks(shown, look.source_marks))
        if look.pair.target is None:
            return cls(look, shown, ("placeholder",), ())
        marks = place_marks(shown, look.target_marks)
        return cls(look, shown, names, [*marks, *_mark_tail(look.pair, shown)])


def _mark_tail(pair: Pair, shown: Shown) -> list[Mark]:
    """Return the styles of the marks that stand behind the English."""
    tail = mark_pair(pair)
    if not tail:
        return []
    end = len(shown.text)
    start = end - len(tail)
    if not pair.edited:
        return [Mark(start, end, "flag")]
    edited = Mark(end - len(EDITED), end, "edited")
    return [edited] if not pair.flags else [Mark(start, edited.start, "flag"), edited]


def _lit(look: Look) -> tuple[str, ...]:
    return ("current",) if look.is_current else ()
