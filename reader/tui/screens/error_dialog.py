"""What went wrong, what to do about it, and perhaps another try."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label

from reader.errors import ReaderError


class ErrorDialog(ModalScreen[bool]):
    """Shows an error; returns whether its `remedy` was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Close"),
    ]

    def __init__(self, error: Exception, remedy: str = "") -> None:
        super().__init__()
        self._error = error
        self._remedy = remedy

    def compose(self) -> ComposeResult:
        """Say what happened, and what to do next."""
        error = self._error
        is_known = isinstance(error, ReaderError)
        message = str(error) if is_known else f"{type(error).__name__}: {error}"
        hint = error.hint if isinstance(error, ReaderError) else ""
        with Vertical(classes="dialog"):
            yield Label("This did not work", classes="dialog-title")
            yield Label(message, markup=False, classes="message")
            if hint:
                yield Label(hint, markup=False, classes="hint")
            with Horizontal(classes="buttons"):
                if self._remedy:
                    yield Button(self._remedy, id="remedy", variant="primary")
                yield Button("Close", id="close")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Return the choice."""
        self.dismiss(event.button.id == "remedy")
