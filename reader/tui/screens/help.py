"""The help: every key of the screen below it, from its own bindings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, Static

from reader.tui.keys import GROUPS, READING, find_group

_OTHERS = "More"
SIGNS = (
    ("▌", "The sentence at hand"),
    ("reversed", "The word at hand, and its counterpart underlined"),
    ("underlined", "A term of the glossary: bold where it was put in, italic"),
    ("", "where it is missing, struck out where it is forbidden"),
    ("⚠", "Something looks wrong with the English; i explains it"),
    ("◆", "A bookmark or a note"),
    ("· · ·", "English that is still to come"),
)
"""What is seen in a text, told where its keys are."""

ShowKey = Callable[[Binding], str]


class HelpScreen(ModalScreen[None]):
    """Lists what the keys do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", "Close"),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, bindings: Iterable[ActiveBinding]) -> None:
        super().__init__()
        self._keys = list(bindings)

    def compose(self) -> ComposeResult:
        """Show one table."""
        with Vertical(classes="dialog"):
            yield Label("Keys", classes="dialog-title")
            with VerticalScroll(id="help"):
                yield Static(self._make_table())
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one("#help").focus()

    def action_scroll(self, by: int) -> None:
        """Scroll as in the text."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=by, animate=False)

    def _make_table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column()
        groups = gather_help(self._keys, self._show_key)
        if READING in groups:
            groups["Signs"] = list(SIGNS)
        for group, rows in groups.items():
            table.add_row(Text(group, "bold underline"), "")
            for keys, description in rows:
                table.add_row(Text(f"  {keys}", "bold"), description)
            table.add_row("", "")
        return table

    def _show_key(self, binding: Binding) -> str:
        return self.app.get_key_display(binding)


def gather_help(
    bindings: Iterable[ActiveBinding], show_key: ShowKey
) -> dict[str, list[tuple[str, str]]]:
    """Return (keys, description) of each action by group; keys of one action joined."""
    rows: dict[str, dict[str, tuple[list[str], str]]] = {}
    for active in bindings:
        binding = active.binding
        group = find_group(binding) or (_OTHERS if binding.show else "")
        if not group or binding.system:
            continue
        description = binding.tooltip or binding.description
        keys, _ = rows.setdefault(group, {}).setdefault(
            binding.action, ([], description)
        )
        keys.append(show_key(binding))
    return {
        group: [(" ".join(keys), said) for keys, said in rows[group].values()]
        for group in (*GROUPS, _OTHERS)
        if group in rows
    }
