"""What a new term changed, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList

from reader.core.controls import strip_controls
from reader.core.pairs import Pair
from reader.service.fixing import Change
from reader.tui.widgets.choice_list import ChoiceList

Undo = Literal["undo"]


class ChangesDialog(ModalScreen[int | Undo | None]):
    """Returns the index of the pair to go to, "undo", or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "dismiss('undo')", "Undo"),
        Binding("escape,q", "dismiss(None)", "Close"),
    ]

    def __init__(self, title: str, changes: Sequence[Change]) -> None:
        super().__init__()
        self._title = title
        self._changes = changes

    def compose(self) -> ComposeResult:
        """List the changed sentences."""
        with Vertical(classes="dialog"):
            yield Label(self._title, markup=False, classes="dialog-title")
            yield ChoiceList(
                *(_describe(change) for change in self._changes),
                id="changes",
                markup=False,
            )
            yield Footer(compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the sentence that was chosen."""
        self.dismiss(self._changes[event.option_index].index)


def _describe(change: Change) -> Text:
    """Return the German, the English as it was and as it is."""
    before, after = _clean(change.before.target), _clean(change.after.target)
    lines = [Text(_clean(change.after.sentence.source), "dim")]
    if before != after:
        lines += [Text(f"- {before}", "strike"), Text(f"+ {after}", "bold")]
    else:
        lines.append(Text(f"= {after}"))
    told = _tell_terms(change.after)
    if told:
        lines.append(Text(f"  {told}", "italic"))
    return Text("\n").join(lines)


def _tell_terms(pair: Pair) -> str:
    return ", ".join(f"{use.source} {use.status}" for use in pair.terms)


def _clean(text: str | None) -> str:
    return strip_controls(text or "", keep="")
