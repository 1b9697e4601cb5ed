"""The dialog for adding files and folders to the library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from reader.core.controls import strip_controls
from reader.tui.path_completion import complete_path, extend_path
from reader.tui.widgets.field import Field

HINT = "Tab completes, ↓ goes to the list, Enter adds a file or folder"


class ImportDialog(ModalScreen[Path | None]):
    """Asks for a file or folder; returns one that exists, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the focus moves on, which is what Tab does elsewhere.
        Binding("tab", "complete", "Complete", priority=True),
        Binding("down", "enter_list", "List", show=False),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def compose(self) -> ComposeResult:
        """Offer a line to type in, and what it may become."""
        with Vertical(classes="dialog"):
            yield Label("Add texts to the library", classes="dialog-title")
            line = Input(id="path", select_on_focus=False, compact=True)
            yield Field("Path", line)
            yield Label("", id="problem", classes="problem")
            yield OptionList(id="candidates", markup=False)
            yield Label(HINT, classes="hint keys")

    def on_mount(self) -> None:
        """Show what is here."""
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits to what is typed."""
        self.query_one("#problem", Label).update("")
        self._offer(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the path, if there is something."""
        typed = event.value.strip()
        path = os.path.expanduser(typed)
        if typed and os.path.exists(path):
            self.dismiss(Path(path))
            return
        problem = f"There is no {typed}" if typed else "Type a file or a folder"
        self.query_one("#problem", Label).update(strip_controls(problem))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Put a candidate into the line; a folder shows what is in it."""
        self._type(self._candidates[event.option_index])

    def action_complete(self) -> None:
        """Add what is sure to follow."""
        self._type(extend_path(self.query_one(Input).value))

    def action_enter_list(self) -> None:
        """Choose among the candidates."""
        if self._candidates:
            self.query_one(OptionList).focus()

    def _type(self, text: str) -> None:
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)
        line.focus()

    def _offer(self, typed: str) -> None:
        self._candidates = complete_path(typed)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(
                strip_controls(path.removesuffix("/").rpartition("/")[2])
                + ("/" if path.endswith("/") else "")
            )
            for path in self._candidates
        )
        options.display = bool(self._candidates)
        if self._candidates:
            options.highlighted = 0
