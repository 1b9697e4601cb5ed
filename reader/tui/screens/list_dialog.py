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
        self._entries = list(entries)
        self._empty = empty
        self._is_shown = False

    def compose(self) -> ComposeResult:
        """Make room for the entries."""
        with Vertical(classes="dialog"):
            yield Label("", markup=False, classes="dialog-title")
            yield Label("", markup=False, classes="hint", id="empty")
            yield ChoiceList(id="entries", markup=False)
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """List the entries, and those that came since they were asked for."""
        self._is_shown = True
        self._show(self._entries)

    def add(self, title: str, entries: Sequence[Text] = (), empty: str = "") -> None:
        """List more entries, below another title."""
        self._title, self._empty = title, empty
        self._entries += entries
        if self._is_shown:
            self._show(entries)

    def _show(self, new: Sequence[Text]) -> None:
        self.query_one(".dialog-title", Label).update(self._title)
        hint = self.query_one("#empty", Label)
        hint.update(self._empty)
        hint.display = not self._entries
        choices = self.query_one(ChoiceList)
        choices.add_options(new)
        if choices.highlighted is None:
            choices.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the choice."""
        self.dismiss(event.option_index)
