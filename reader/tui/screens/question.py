"""A question that is answered with yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label


class QuestionScreen(ModalScreen[bool]):
    """Asks `question`; returns whether the answer was yes. Enter answers no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Yes"),
        Binding("n,escape", "dismiss(False)", "No"),
        Binding("left,right", "app.focus_next", "Other answer", show=False),
    ]

    def __init__(self, question: str, hint: str = "", yes: str = "Yes") -> None:
        super().__init__()
        self._question = question
        self._hint = hint
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Ask, and offer both answers."""
        with Vertical(classes="dialog"):
            yield Label(self._question, markup=False, classes="dialog-title")
            if self._hint:
                yield Label(self._hint, markup=False, classes="hint")
            with Horizontal(classes="buttons"):
                yield Button(f"{self._yes} (y)", id="yes", variant="error")
                yield Button("No (n)", id="no")

    def on_mount(self) -> None:
        """Begin with the answer that does no harm."""
        self.query_one("#no").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Return the answer."""
        self.dismiss(event.button.id == "yes")
