"""The columns of the reader for an arrangement and a width.

Owns all measures across the screen; those down the screen are
`reader.tui.arranging.page`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Arrangement = Literal["auto", "german", "english", "interleaved"]
"""What the reader asks for; "auto" is side by side where there is room for it."""
ARRANGEMENTS: tuple[Arrangement, ...] = ("auto", "german", "english", "interleaved")

Mode = Literal["side-by-side", "stacked", "german", "english"]
Side = Literal["source", "target"]

NARROW = 100
"""Below so many columns two columns of text are no pleasure."""
GUTTER = 2
"""Cells of the bar and the blank before a column's text."""
_BOOKMARK = 2
_GAP = 2
_MEASURE = 84
"""No line of text is longer: the eye would lose the next one."""
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Column:
    """One column of text."""

    x: int
    """Where its text begins; its bar stands `GUTTER` cells before."""
    width: int

    @property
    def bar(self) -> int:
        """Where its bar stands."""
        return self.x - GUTTER

    @property
    def end(self) -> int:
        """The cell behind its last one."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the two languages stand."""

    mode: Mode
    width: int
    """Of the whole screen."""
    source: Column
    target: Column

    @property
    def is_flowing(self) -> bool:
        """Whether the sentences of a paragraph run on: only one language is read."""
        return self.mode in ("german", "english")

    @property
    def bookmark(self) -> int:
        """Where the mark of a bookmark stands."""
        return self.source.bar - _BOOKMARK

    def column(self, side: Side) -> Column:
        """Return the column of one language."""
        return self.source if side == "source" else self.target


def make_frame(arrangement: Arrangement, width: int) -> Frame:
    """Return the columns for `width` cells, in the middle of a wide screen."""
    if arrangement == "auto" and width >= NARROW:
        return _make_two_columns(width)
    mode: Mode = "stacked"
    if arrangement in ("german", "english"):
        mode = arrangement
    text_width = max(_NARROWEST, min(_MEASURE, width - _BOOKMARK - GUTTER - 1))
    margin = max(0, (width - text_width - _BOOKMARK - GUTTER - 1) // 2)
    x = margin + _BOOKMARK + GUTTER
    column = Column(x, text_width)
    return Frame(mode, width, column, column)


def _make_two_columns(width: int) -> Frame:
    edges = _BOOKMARK + GUTTER + _GAP + GUTTER + 1
    text_width = min(_MEASURE, (width - edges) // 2)
    margin = (width - edges - 2 * text_width) // 2
    source = Column(margin + _BOOKMARK + GUTTER, text_width)
    target = Column(source.end + _GAP + GUTTER, text_width)
    return Frame("side-by-side", width, source, target)
