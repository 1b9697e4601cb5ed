"""The choice of what goes to the clipboard."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList
from textual.widgets.option_list import Option

from reader.tui.widgets.choice_list import ChoiceList

WHAT = {
    "p": "the pair",
    "g": "the German sentence",
    "e": "the English sentence",
    "t": "the term, both languages",
    "w": "the selected words",
}


class CopyDialog(ModalScreen[str | None]):
    """Returns the letter of what to copy."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"choose('{key}')", what, show=False)
            for key, what in WHAT.items()
        ),
        Binding("y", "choose('p')", "the pair", show=False),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(self, offered: str) -> None:
        """Take the letters of what there is."""
        super().__init__()
        self._offered = offered

    def compose(self) -> ComposeResult:
        """Offer what there is."""
        with Vertical(classes="dialog small"):
            yield Label("Copy", classes="dialog-title")
            yield ChoiceList(
                *(Option(f"{key}  {WHAT[key]}", id=key) for key in self._offered),
                markup=False,
                compact=True,
            )
            yield Footer(compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the choice."""
        self.dismiss(event.option.id)

    def action_choose(self, key: str) -> None:
        """Return the choice that was typed."""
        if key in self._offered:
            self.dismiss(key)
