"""The library's table: a line a text, sorted as wanted.

Owns what the columns say and their order. The keys are the screen's business.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from rich.text import Text as Line
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from reader.core.controls import strip_controls
from reader.core.texts import Text

_LEAST_TITLE = 16
_NAME = "title"


@dataclass(frozen=True, slots=True)
class LibraryColumn:
    """One column: what it is called, shows and sorts by."""

    name: str
    label: str
    width: int
    show: Callable[[Text], str]
    rank: Callable[[Text], Any]
    from_top: bool = False
    """Whether the highest stands first, as for numbers."""


def show_state(text: Text) -> str:
    """Return how far a text is read, as in "new", "43 %", "read"."""
    if text.is_read:
        return "read"
    if text.last_read is None:
        return "new"
    return f"{text.progress:.0%}".replace("%", " %")


def show_translated(text: Text) -> str:
    """Return how much of a text has English, as in "100 %"."""
    if not text.sentences:
        return "–"
    # Rounded down: 100 % means all of it.
    return f"{100 * text.translated // text.sentences} %"


def _rank_state(text: Text) -> tuple[bool, bool, float]:
    return text.is_read, text.last_read is not None, text.progress


def _rank_date(text: Text) -> tuple[bool, datetime]:
    return text.last_read is not None, text.last_read or text.added


COLUMNS = (
    LibraryColumn(
        "last-read",
        "Last read",
        10,
        lambda text: (
            f"{text.last_read.astimezone():%Y-%m-%d}" if text.last_read else "–"
        ),
        _rank_date,
        from_top=True,
    ),
    LibraryColumn(
        _NAME, "Title", 0, lambda text: text.name, lambda text: text.name.casefold()
    ),
    LibraryColumn("read", "Read", 5, show_state, _rank_state),
    LibraryColumn(
        "sentences",
        "Sentences",
        9,
        lambda text: "–" if text.sentences is None else str(text.sentences),
        lambda text: text.sentences or 0,
        from_top=True,
    ),
    LibraryColumn(
        "english",
        "English",
        7,
        show_translated,
        lambda text: text.translated / text.sentences if text.sentences else 0.0,
        from_top=True,
    ),
    LibraryColumn(
        "flags",
        "Flags",
        5,
        lambda text: str(text.flags or ""),
        lambda text: text.flags,
        from_top=True,
    ),
)
"""In the order in which a key sorts by them."""

_SHOWN = (COLUMNS[1], *COLUMNS[2:], COLUMNS[0])
_LEFT = (_NAME, "last-read")


class LibraryTable(DataTable[Line]):
    """Lists texts; the cursor stays on its text when the list changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Open"),
        Binding("down,j", "cursor_down", "Next text", show=False),
        Binding("up,k", "cursor_up", "Previous text", show=False),
        Binding("home,g", "scroll_top", "First text", show=False),
        Binding("end,G", "scroll_bottom", "Last text", show=False),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(cursor_type="row", zebra_stripes=True, id=id)
        self.sorted_by = 0
        """Index in `COLUMNS`."""
        self.is_reversed = False
        self._texts: list[Text] = []
        self._missing: set[Path] = set()

    @property
    def current(self) -> Text | None:
        """The text under the cursor; None in an empty table."""
        if 0 <= self.cursor_row < len(self._texts):
            return self._texts[self.cursor_row]
        return None

    @property
    def listed(self) -> Sequence[Text]:
        """The texts in the order in which they stand there."""
        return tuple(self._texts)

    def show(self, texts: Sequence[Text], missing: set[Path]) -> None:
        """List `texts`, those whose files are `missing` marked."""
        self._missing = missing
        self._fill(texts)

    def go_to(self, path: Path) -> None:
        """Put the cursor on a text, if it is listed."""
        paths = [text.path for text in self._texts]
        place = Path(os.path.abspath(path))
        if place in paths:
            self.move_cursor(row=paths.index(place))

    def sort_by(self, column: int, is_reversed: bool = False) -> None:
        """Order the texts by the column with this index in `COLUMNS`."""
        self.sorted_by, self.is_reversed = column, is_reversed
        self._fill(self._texts)

    def on_resize(self, event: events.Resize) -> None:
        """Give the titles what the other columns leave."""
        self._fill(self._texts)

    def on_data_table_header_selected(self, event: DataTable.HeaderSelected) -> None:
        """Sort by a column that is clicked; once more the other way round."""
        event.stop()
        column = next(
            at for at, one in enumerate(COLUMNS) if one.name == event.column_key.value
        )
        again = column == self.sorted_by
        self.sort_by(column, again and not self.is_reversed)

    def _fill(self, texts: Sequence[Text]) -> None:
        current = self.current
        column = COLUMNS[self.sorted_by]
        self._texts = sorted(
            texts, key=column.rank, reverse=column.from_top != self.is_reversed
        )
        self.clear(columns=True)
        title_width = self._measure_title()
        for shown in _SHOWN:
            self.add_column(
                self._head(shown), width=shown.width or title_width, key=shown.name
            )
        for text in self._texts:
            self.add_row(*(self._cell(text, shown) for shown in _SHOWN))
        if current is not None:
            self.go_to(current.path)

    def _measure_title(self) -> int:
        # Every column has a blank on both sides, and the bar may need two.
        others = sum(column.width for column in COLUMNS) + 2 * len(COLUMNS) + 2
        return max(_LEAST_TITLE, self.size.width - others)

    def _head(self, column: LibraryColumn) -> Line:
        arrow = ""
        if column is COLUMNS[self.sorted_by]:
            arrow = "▾" if column.from_top != self.is_reversed else "▴"
        width = column.width or None
        label = column.label[: width - 1] if width and arrow else column.label
        return Line(label + arrow, justify=_justify(column))

    def _cell(self, text: Text, column: LibraryColumn) -> Line:
        line = Line(
            strip_controls(column.show(text)),
            justify=_justify(column),
            overflow="ellipsis",
            no_wrap=True,
        )
        if column.name == _NAME and not text.front.title and text.front.opening:
            line.append(f"  {strip_controls(text.front.opening)}", "dim italic")
        if column.name == "read" and text.path in self._missing:
            return Line("gone", "dim strike")
        if text.is_read:
            line.stylize("dim")
        elif text.last_read is None and column.name == _NAME:
            line.stylize("bold", 0, len(text.name))
        return line


def _justify(column: LibraryColumn) -> Any:
    return "left" if column.name in _LEFT or column.name == "read" else "right"
