"""Draws the lines of the page.

Owns what stands in which cell, and in which component class; the lines come from
`reader.tui.arranging`, the styles from the widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.tui.arranging.frames import GUTTER, Column, Frame, Side
from reader.tui.arranging.marks import Mark, place_marks, split_runs
from reader.tui.arranging.passages import EDITED, mark_pair, show_side
from reader.tui.arranging.rows import Line, Piece
from reader.tui.arranging.texts import Shown

FindStyle = Callable[[tuple[str, ...]], Style]
"""Returns the style of component classes laid over each other."""

_BAR = "▌"
_DIVIDER = "│"
_BOOKMARK = "◆"
_RULE = "─"
_CURRENT = ("current",)


@dataclass(frozen=True, slots=True)
class DrawnText:
    """One language of a pair, ready to be drawn piece by piece."""

    shown: Shown
    names: tuple[str, ...]
    """Component classes of the whole text."""
    marks: Sequence[Mark]
    """In the order of their layers; offsets in the shown text."""

    @classmethod
    def make(cls, pair: Pair, side: Side, marks: Iterable[Mark]) -> DrawnText:
        """Return what is drawn of one language; `marks` are those of its own text."""
        shown = show_side(pair, side)
        kind = pair.sentence.kind
        names = (side, kind) if kind is not Kind.PARAGRAPH else (side,)
        if side == "source":
            return cls(shown, names, place_marks(shown, marks))
        if pair.target is None:
            return cls(shown, ("placeholder",), ())
        placed = place_marks(shown, marks)
        return cls(shown, names, [*placed, *_mark_tail(pair, shown)])


@dataclass(frozen=True, slots=True)
class Look:
    """How a pair is to be drawn."""

    is_current: bool
    is_bookmarked: bool
    source: DrawnText
    target: DrawnText


class PairDrawer:
    """Draws lines into the columns of a frame."""

    def __init__(self, frame: Frame, find_style: FindStyle) -> None:
        self._frame = frame
        self._style = find_style

    def draw(self, line: Line, looks: Mapping[int, Look]) -> Strip:
        """Return a line of the page; `looks` has those of its pairs."""
        if line.is_rule:
            return self._draw_rule()
        frame = self._frame
        is_current = any(looks[piece.index].is_current for piece in line.pieces)
        # A sentence alone in its line has all of it; one that others follow does not.
        ground = _CURRENT if is_current and not frame.is_flowing else ()
        is_marked = any(looks[index].is_bookmarked for index in line.beginning)
        segments = self._fill(frame.bookmark, ())
        segments += self._draw(_BOOKMARK if is_marked else " ", ("bookmark",))
        segments += self._draw(_BAR if is_current else " ", ("bar", *ground))
        if frame.mode != "side-by-side":
            segments += self._draw_column(frame.source, line.pieces, looks, ground)
            return self._finish(segments)
        left = [piece for piece in line.pieces if piece.side == "source"]
        right = [piece for piece in line.pieces if piece.side == "target"]
        segments += self._draw_column(frame.source, left, looks, ground)
        segments += self._fill(frame.target.bar - frame.source.end, ground)
        bar = (_BAR, "bar") if is_current else (_DIVIDER, "rule")
        segments += self._draw(bar[0], (bar[1], *ground))
        segments += self._draw_column(frame.target, right, looks, ground)
        return self._finish(segments)

    def _draw_rule(self) -> Strip:
        left, right = self._frame.source.x, self._frame.target.end
        rule = _RULE * (right - left)
        if self._frame.mode == "side-by-side":
            crossing = self._frame.target.bar - left
            rule = f"{rule[:crossing]}┼{rule[crossing + 1 :]}"
        segment = Segment(rule, self._style(("rule",)))
        return self._finish([*self._fill(left, ()), segment])

    def _draw(self, sign: str, names: tuple[str, ...]) -> list[Segment]:
        """Return one of the signs before a column."""
        return [Segment(sign.ljust(GUTTER), self._style(names))]

    def _draw_column(
        self,
        column: Column,
        pieces: Iterable[Piece],
        looks: Mapping[int, Look],
        ground: tuple[str, ...],
    ) -> list[Segment]:
        """Return what stands in one column of a line, as wide as the column."""
        at, segments = column.x, list[Segment]()
        for piece in pieces:
            segments += self._fill(piece.x - len(piece.mark) - at, ground)
            if piece.mark:
                segments.append(Segment(piece.mark, self._style(("rule", *ground))))
            look = looks[piece.index]
            text = look.source if piece.side == "source" else look.target
            names = (*text.names, *(_CURRENT if look.is_current else ()))
            at = piece.x
            for (start, end), marks in split_runs(piece.span, text.marks):
                # What holds a line together is a blank to whoever copies it.
                run = text.shown.text[start:end].replace("\xa0", " ")
                segments.append(Segment(run, self._style((*names, *marks))))
                at += cell_len(run)
        return segments + self._fill(column.end - at, ground)

    def _fill(self, cells: int, names: tuple[str, ...]) -> list[Segment]:
        return [Segment(" " * cells, self._style(names))] if cells > 0 else []

    def _finish(self, segments: list[Segment]) -> Strip:
        return Strip(segments).adjust_cell_length(self._frame.width, self._style(()))


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
