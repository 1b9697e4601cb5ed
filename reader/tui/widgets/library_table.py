"""The library's table: a line a text, sorted as wanted.

Drawn by line, so that thousands of texts are there at once. What the columns say is
`reader.tui.widgets.library_columns`'s job.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.core.texts import Text
from reader.tui.widgets.library_columns import COLUMNS, TITLE, LibraryColumn

_LEAST_TITLE = 16
_MARGIN = 2
"""Cells at the left, where the mark of the cursor is."""


class LibraryTable(ScrollView, can_focus=True):
    """Lists texts; the cursor stays on its text when the list changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "library--head",
        "library--cursor",
        "library--new",
        "library--read",
        "library--gone",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open"),
        Binding("down,j", "move(1)", "Next text", show=False),
        Binding("up,k", "move(-1)", "Previous text", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home,g", "first", "First text", show=False),
        Binding("end,G", "last", "Last text", show=False),
    ]

    @dataclass
    class Moved(Message):
        """Another text is under the cursor."""

    @dataclass
    class Selected(Message):
        """The text under the cursor was chosen."""

    @dataclass
    class Sorted(Message):
        """The order was changed by a click."""

    cursor: reactive[int] = reactive(0)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sorted_by = COLUMNS[-1]
        self.is_reversed = False
        self._texts: list[Text] = []
        self._missing: set[Path] = set()

    @property
    def listed(self) -> Sequence[Text]:
        """The texts in the order in which they stand there."""
        return tuple(self._texts)

    @property
    def current(self) -> Text | None:
        """The text under the cursor; None in an empty table."""
        return self._texts[self.cursor] if self.cursor < len(self._texts) else None

    def show(self, texts: Sequence[Text], missing: set[Path]) -> None:
        """List `texts`, those whose files are `missing` marked."""
        self._missing = missing
        self._fill(texts)

    def go_to(self, path: Path) -> None:
        """Put the cursor on a text, if it is listed."""
        paths = [text.path for text in self._texts]
        place = Path(os.path.abspath(path))
        if place in paths:
            self.cursor = paths.index(place)

    def sort_by(self, column: LibraryColumn, is_reversed: bool = False) -> None:
        """Order the texts by a column."""
        self.sorted_by, self.is_reversed = column, is_reversed
        self._fill(self._texts)

    def describe(self, text: Text) -> dict[str, str]:
        """Return what each column says of a text."""
        cells = {column.name: column.show(text) for column in COLUMNS}
        if text.path in self._missing:
            cells["read"] = "gone"
        return cells

    def action_move(self, by: int) -> None:
        """Move by texts."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Move by what fits on the screen."""
        self.cursor += by * max(1, self.size.height - 1)

    def action_first(self) -> None:
        """Move to the first text."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move to the last text."""
        self.cursor = len(self._texts) - 1

    def action_select(self) -> None:
        """Choose the text under the cursor."""
        if self.current is not None:
            self.post_message(self.Selected())

    def validate_cursor(self, row: int) -> int:
        """Keep the cursor in the list."""
        return max(0, min(row, len(self._texts) - 1))

    def watch_cursor(self) -> None:
        """Show the text under the cursor."""
        first = self.scroll_offset.y
        rows = max(1, self.size.height - 1)
        if self.cursor < first:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif self.cursor >= first + rows:
            self.scroll_to(y=self.cursor - rows + 1, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self, event: events.Resize) -> None:
        """Give the titles what the other columns leave."""
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Move to a text, or choose the one under the cursor; sort by a heading."""
        if event.y == 0:
            self._sort_at(event.x)
            return
        row = self.scroll_offset.y + event.y - 1
        if row == self.cursor:
            self.action_select()
        elif row < len(self._texts):
            self.cursor = row

    def render_line(self, y: int) -> Strip:
        """Return the line at `y`: the headings stay, the texts scroll."""
        width = self.size.width
        row = self.scroll_offset.y + y - 1
        base = self.rich_style
        if y == 0:
            style = self.get_component_rich_style("library--head")
            segments = [Segment(self._line(self._heads()), style)]
        elif row < len(self._texts):
            segments = self._draw(self._texts[row], row == self.cursor)
        else:
            segments = [Segment(" " * width, base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _draw(self, text: Text, is_current: bool) -> list[Segment]:
        line = self._line(self.describe(text), "▌" if is_current else " ")
        if is_current:
            name = "library--cursor"
        elif text.path in self._missing:
            name = "library--gone"
        elif text.is_read:
            name = "library--read"
        elif text.last_read is None:
            name = "library--new"
        else:
            return [Segment(line, self.rich_style)]
        return [Segment(line, self.get_component_rich_style(name))]

    def _line(self, cells: dict[str, str], mark: str = " ") -> str:
        parts = [
            _fit(cells[column.name], width, column.is_number)
            for column, _, width in self._places()
        ]
        return mark + " " * (_MARGIN - 1) + " ".join(parts) + " "

    def _heads(self) -> dict[str, str]:
        heads = {column.name: column.label for column in COLUMNS}
        is_falling = self.sorted_by.from_top != self.is_reversed
        heads[self.sorted_by.name] += "▾" if is_falling else "▴"
        return heads

    def _places(self) -> Iterator[tuple[LibraryColumn, int, int]]:
        """Yield each column with its first cell and its width."""
        others = sum(column.width + 1 for column in COLUMNS if column.name != TITLE)
        title_width = max(_LEAST_TITLE, self.size.width - others - _MARGIN - 1)
        start = _MARGIN
        for column in COLUMNS:
            width = column.width or title_width
            yield column, start, width
            start += width + 1

    def _sort_at(self, x: int) -> None:
        """Sort by the heading at `x`, the second time the other way round."""
        for column, start, width in self._places():
            if start <= x <= start + width:
                again = column is self.sorted_by and not self.is_reversed
                self.sort_by(column, again)
                self.post_message(self.Sorted())

    def _fill(self, texts: Sequence[Text]) -> None:
        current = self.current
        column = self.sorted_by
        is_falling = column.from_top != self.is_reversed
        self._texts = sorted(texts, key=column.rank, reverse=is_falling)
        self._measure()
        # Kept in the list, and then on its text.
        self.cursor = self.validate_cursor(self.cursor)
        if current is not None:
            self.go_to(current.path)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._texts) + 1)
        self.refresh()


def _fit(text: str, width: int, is_right: bool) -> str:
    """Return `text` in exactly `width` cells, an ellipsis for what is cut."""
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    filler = " " * (width - cell_len(text))
    return filler + text if is_right else text + filler
