"""The dialog in which a person writes the English of a sentence."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from typing import ClassVar, Literal

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, OptionList, TextArea

from reader.core.controls import strip_controls
from reader.core.pairs import Pair
from reader.tui.widgets.choice_list import ChoiceList

Reset = Literal[False]
"""What the dialog returns for "the engine's English again"."""


class EditDialog(ModalScreen[str | Reset | None]):
    """Returns the new English; False to have the engine's again, None for nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("ctrl+z", "undo", "Undo"),
        Binding("ctrl+r", "reset", "The engine's again"),
        Binding("escape", "dismiss(None)", "Leave as it was"),
    ]

    def __init__(self, pair: Pair, proposals: Awaitable[Sequence[str] | str]) -> None:
        """Take the pair, and what the engine will propose, or why it cannot."""
        super().__init__()
        self._pair = pair
        self._proposals = proposals
        self._offered: list[str] = []

    def compose(self) -> ComposeResult:
        """Put the German above the English, and what the engine offers below."""
        source = strip_controls(self._pair.sentence.source, keep="")
        with Vertical(classes="dialog"):
            yield Label("The English of this sentence", classes="dialog-title")
            yield Label(source, markup=False, classes="source")
            area = TextArea(self._pair.target or "", id="english", compact=True)
            area.highlight_cursor_line = False
            yield area
            yield Label("The engine is asked for others …", id="others", markup=False)
            yield ChoiceList(id="proposals", markup=False, compact=True)
            yield Footer(compact=True)

    @property
    def area(self) -> TextArea:
        """The English."""
        return self.query_one(TextArea)

    def on_mount(self) -> None:
        """Begin at the end of the English."""
        self.area.focus()
        self.area.move_cursor(self.area.document.end)
        self.offer()

    @work(exclusive=True, group="offer", exit_on_error=False)
    async def offer(self) -> None:
        """List what the engine proposes when it comes."""
        found = await self._proposals
        label = self.query_one("#others", Label)
        if isinstance(found, str):
            label.update(found)
            return
        self._offered = [one for one in found if one != self._pair.target]
        label.update(
            "Tab goes to other translations, Enter takes one"
            if self._offered
            else "The engine has no other translation"
        )
        shown = (Text(strip_controls(one, keep="")) for one in self._offered)
        proposals = self.query_one(OptionList)
        proposals.add_options(shown)
        proposals.highlighted = 0 if self._offered else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Put a proposal in the place of the English; undo brings that back."""
        area = self.area
        new = self._offered[event.option_index]
        area.replace(new, area.document.start, area.document.end)
        area.focus()

    def action_undo(self) -> None:
        """Take the last change of the English back."""
        self.area.undo()

    def action_save(self) -> None:
        """Return the English; nothing at all is no English."""
        text = " ".join(self.area.text.split())
        if not text:
            self.notify("Write something, or press Ctrl+R.", severity="warning")
        elif text == self._pair.target and self._pair.edited:
            self.dismiss(None)
        else:
            self.dismiss(text)

    def action_reset(self) -> None:
        """Have the engine's English again."""
        self.dismiss(False)
