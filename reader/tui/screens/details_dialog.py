"""Everything that is known of one sentence: flags explained, terms, engine, note."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Label, Static

from reader.core.explaining import explain_flags
from reader.core.glossary.layers import LayeredTerm
from reader.core.pairs import Pair, TermUse
from reader.tui.widgets.status_panel import clean, describe_term

FindEntry = Callable[[TermUse], LayeredTerm | None]


class DetailsDialog(ModalScreen[None]):
    """Explains a pair."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,i,q", "dismiss", "Close"),
    ]

    def __init__(self, pair: Pair, note: str, find_entry: FindEntry) -> None:
        super().__init__()
        self._pair = pair
        self._note = note
        self._find_entry = find_entry

    def compose(self) -> ComposeResult:
        """Show one long text."""
        with Vertical(classes="dialog"):
            yield Label("About this sentence", classes="dialog-title")
            with VerticalScroll(id="details-text"):
                yield Static(describe(self._pair, self._note, self._find_entry))
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one("#details-text").focus()


def describe(pair: Pair, note: str, find_entry: FindEntry) -> Text:
    """Return what is known of a pair."""
    lines = [
        Text(clean(pair.sentence.source)),
        Text(clean(pair.target or "Not translated yet."), "italic"),
        Text(""),
    ]
    said = explain_flags(
        pair.sentence.source, pair.target or "", pair.flags, pair.terms
    )
    for flag, meaning in zip(pair.flags, said, strict=True):
        lines.append(Text.assemble((f"⚠ {flag}: ", "bold"), clean(meaning)))
    if not pair.flags and pair.target:
        lines.append(Text("No flags: nothing about the English looks wrong."))
    for use in pair.terms:
        lines += [Text(""), *describe_term(use, find_entry(use))]
    lines.append(Text(""))
    if pair.edited:
        lines.append(Text("You wrote this English; it is used wherever the German is."))
    elif pair.engine:
        score = "" if pair.score is None else f", score {pair.score:g} (0 is certain)"
        lines.append(Text(f"Translated by {clean(pair.engine)}{score}."))
    if note:
        lines += [Text(""), Text("Note", "bold"), *map(Text, clean_lines(note))]
    return Text("\n").join(lines)


def clean_lines(text: str) -> list[str]:
    """Return the lines of a text as they may be shown."""
    return [clean(line) for line in text.splitlines()]
