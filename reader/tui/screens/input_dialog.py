"""A dialog that asks for one line of text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label

from reader.tui.widgets.field import Field


class LineDialog(ModalScreen[str | None]):
    """Asks for a line; returns it without blanks around it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(self, question: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Ask at the bottom of the screen, so that the text stays in view."""
        with Vertical(classes="bottom-dialog"):
            line = Input(self._value, id="line", compact=True, select_on_focus=False)
            yield Field(self._question, line)
            if self._hint:
                yield Label(self._hint, markup=False, classes="hint")
            yield Footer(compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the line, if there is something in it."""
        if event.value.strip():
            self.dismiss(event.value.strip())
