"""A list of places, one of which is gone to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList

from reader.tui.widgets.choice_list import ChoiceList


class ListDialog(ModalScreen[int | None]):
    """Shows `entries`; returns the number of the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close"),
    ]

    def __init__(self, title: str, entries: Sequence[Text], empty: str = "") -> None:
        """Take what is said where there are no entries, too."""
        super().__init__()
        self._title = title
        self._entries = entries
        self._empty = empty

    def compose(self) -> ComposeResult:
        """List the entries."""
        with Vertical(classes="dialog"):
            yield Label(self._title, markup=False, classes="dialog-title")
            if not self._entries:
                yield Label(self._empty, markup=False, classes="hint")
            yield ChoiceList(*self._entries, id="entries", markup=False)
            yield Footer(compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the choice."""
        self.dismiss(event.option_index)
