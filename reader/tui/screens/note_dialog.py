"""The dialog in which a person writes a note on a sentence."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, TextArea


class NoteDialog(ModalScreen[str | None]):
    """Asks for a note of some lines; returns it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("escape", "dismiss(None)", "Leave as it was"),
    ]

    def __init__(self, source: str, note: str) -> None:
        super().__init__()
        self._source = source
        self._note = note

    def compose(self) -> ComposeResult:
        """Put the sentence above its note."""
        with Vertical(classes="dialog"):
            yield Label("A note on this sentence", classes="dialog-title")
            yield Label(self._source, markup=False, classes="source")
            yield TextArea(self._note, id="note", compact=True)
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin at the end of the note."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def action_save(self) -> None:
        """Return the note; "" takes it away."""
        self.dismiss(self.query_one(TextArea).text.strip())
