"""The line in which one types what is looked for."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Footer, Input

from reader.service.searching import Query
from reader.tui.widgets.field import Field


class Tick(Checkbox):
    """A box with a mark or none: colour alone would not tell which."""

    def render(self) -> Content:
        """Return the box and its label."""
        self.BUTTON_INNER = "X" if self.value else " "
        return super().render()


class SearchDialog(ModalScreen[Query | None]):
    """Returns what to look for, and where."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "turn('regex')", "Regular expression"),
        Binding("ctrl+l", "turn('library')", "All texts"),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(self, query: Query) -> None:
        """Begin with the query before."""
        super().__init__()
        self._query = query

    def compose(self) -> ComposeResult:
        """Ask for the words, and how to look for them."""
        query = self._query
        with Vertical(classes="bottom-dialog"):
            hint = "German or English"
            line = Input(query.text, placeholder=hint, id="words", compact=True)
            yield Field("Search for", line)
            with Horizontal(classes="fields"):
                yield Tick(
                    "regular expression", query.is_regex, id="regex", compact=True
                )
                yield Tick(
                    "all texts of the library",
                    query.in_library,
                    id="library",
                    compact=True,
                )
            yield Footer(compact=True)

    def action_turn(self, name: str) -> None:
        """Turn one of the two boxes over."""
        self.query_one(f"#{name}", Checkbox).toggle()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the query; without words nothing is looked for any more."""
        self.dismiss(
            Query(
                event.value,
                self.query_one("#regex", Checkbox).value,
                self.query_one("#library", Checkbox).value,
            )
        )
