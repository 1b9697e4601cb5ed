"""The entries of a glossary as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.events import Resize
from textual.widgets import DataTable

from reader.core.controls import strip_controls
from reader.core.glossary.layers import LayeredTerm
from reader.core.term_places import FindPlaces

_NARROW = {"Usage": 9, "Layer": 7, "Here": 4}
_WIDE = ("German", "English")
"""These share what the others leave."""
ORDERS = ("file", "German", "places")
_MOST_ROWS = 2000
"""More are found by the filter."""
_SHOWN_FORMS = 3


class GlossaryTable(DataTable[str]):
    """Shows entries in one of three orders; `Here` counts sentences of this text."""

    def __init__(self, hits: FindPlaces, id: str) -> None:
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self._hits = hits
        self._shown: list[LayeredTerm] = []
        self.order = ORDERS[0]

    def on_mount(self) -> None:
        """Name the columns."""
        for name in (*_WIDE, *_NARROW):
            self.add_column(name, key=name, width=_NARROW.get(name, 20))

    def on_resize(self, event: Resize) -> None:
        """Fit the columns into the width that there is."""
        beside = self.styles.scrollbar_size_vertical + sum(_NARROW.values())
        beside += 2 * self.cell_padding * len(self.columns)
        room = event.size.width - beside
        for column in self.columns.values():
            if column.key.value in _WIDE:
                column.width = max(room // len(_WIDE), 10)
        self._draw()

    @property
    def current(self) -> LayeredTerm | None:
        """The entry under the cursor."""
        at = self.cursor_row
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def show(self, entries: Sequence[LayeredTerm]) -> None:
        """Show these entries; the cursor stays at its entry if that is there."""
        before = self.current
        self._shown = self._sort(entries)[:_MOST_ROWS]
        self._draw()
        if before is not None:
            self.go_to(lambda entry: entry.term.key == before.term.key)

    def _draw(self) -> None:
        row = self.cursor_row
        self.clear()
        self.add_rows(
            [strip_controls(cell, keep="") for cell in self._make_row(entry)]
            for entry in self._shown
        )
        self.move_cursor(row=min(row, len(self._shown) - 1))

    def go_to(self, is_wanted: Callable[[LayeredTerm], bool]) -> None:
        """Move to the first entry that is wanted, if there is one."""
        found = (at for at, entry in enumerate(self._shown) if is_wanted(entry))
        row = next(found, None)
        if row is not None:
            self.move_cursor(row=row)

    def take_next_order(self) -> None:
        """Sort otherwise when the entries are shown next."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]

    def _sort(self, entries: Sequence[LayeredTerm]) -> list[LayeredTerm]:
        if self.order == "German":
            return sorted(entries, key=lambda entry: entry.term.source.casefold())
        if self.order == "places":
            return sorted(entries, key=lambda entry: -len(self._hits(entry.term)))
        # The user's own entries stand last in the files, and are looked at most.
        return list(reversed(entries))

    def _make_row(self, entry: LayeredTerm) -> tuple[str, ...]:
        term = entry.term
        forms = term.targets[:_SHOWN_FORMS]
        english = " | ".join(forms if forms == term.targets else (*forms, "…"))
        count = len(self._hits(term))
        return (term.source, english, term.usage, entry.layer, str(count or ""))
