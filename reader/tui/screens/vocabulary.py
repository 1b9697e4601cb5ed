"""The vocabulary screen: the words to learn, with the sentences they stand in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Input, Label

from reader.core.controls import strip_controls
from reader.core.vocabulary import VocabularyEntry
from reader.tui.asking import ask
from reader.tui.screens.input_dialog import LineDialog
from reader.tui.screens.question import QuestionScreen
from reader.tui.widgets.field import Field

EMPTY = "No words yet: look one up while you read, and press a."
COLUMNS = ("Added", "German", "English")


class VocabularyScreen(Screen[None]):
    """Lists the words; filters, removes and exports them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,f", "filter", "Filter", key_display="/"),
        Binding("d,delete", "remove", "Remove"),
        Binding("x", "export", "Export"),
        Binding("escape", "leave", "Back"),
        Binding("down,j", "move(1)", "Next word", show=False),
        Binding("up,k", "move(-1)", "Previous word", show=False),
    ]

    def __init__(
        self,
        load: Callable[[], Awaitable[Sequence[VocabularyEntry]]],
        remove: Callable[[VocabularyEntry], Awaitable[int]],
        export: Callable[[Path], Awaitable[int]],
    ) -> None:
        """Take who reads the words, who removes one, and who writes all to a file."""
        super().__init__()
        self._load = load
        self._remove = remove
        self._export = export
        self._entries: list[VocabularyEntry] = []
        self._empty = "…"
        """What is said when there are none, or none yet."""
        self._shown: list[VocabularyEntry] = []

    def compose(self) -> ComposeResult:
        """Put the words above the sentences of the one under the cursor."""
        yield Label(
            "Vocabulary", id="vocabulary-title", markup=False, classes="screen-title"
        )
        yield Field("Filter", Input(placeholder="words", id="filter", compact=True))
        yield DataTable[str](id="words", cursor_type="row", zebra_stripes=True)
        yield Label("", id="context", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the words."""
        self._table.add_columns(*COLUMNS)
        self._table.focus()
        self.reload()

    @property
    def _table(self) -> DataTable[str]:
        return self.query_one("#words", DataTable)

    @property
    def current(self) -> VocabularyEntry | None:
        """The entry under the cursor."""
        place = self._table.cursor_row
        return self._shown[place] if 0 <= place < len(self._shown) else None

    @work(exclusive=True, group="load", exit_on_error=False)
    async def reload(self) -> None:
        """Read the words again, the newest first."""
        self._entries = list(reversed(await ask(self.app, self._load()) or ()))
        self._empty = EMPTY
        self._show()

    def _show(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        self._shown = [entry for entry in self._entries if _has_words(entry, words)]
        table = self._table
        place = table.cursor_row
        table.clear()
        table.add_rows(
            [strip_controls(cell, keep="") for cell in _make_row(entry)]
            for entry in self._shown
        )
        table.move_cursor(row=min(place, len(self._shown) - 1))
        count = _count_words(len(self._entries))
        if words:
            count = f"{len(self._shown)} of {count}"
        self.query_one("#vocabulary-title", Label).update(f"Vocabulary   {count}")
        self._tell_context()

    def _tell_context(self) -> None:
        """Show the pair in which the word stands."""
        entry = self.current
        if entry is None:
            said = "No word fits: Esc" if self._entries else self._empty
        else:
            said = "\n".join(filter(None, (entry.source, entry.target, entry.document)))
        self.query_one("#context", Label).update(strip_controls(said, keep="\n"))

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Follow the cursor."""
        self._tell_context()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the words that are left."""
        self._table.focus()

    def action_filter(self) -> None:
        """Type words that the entries must have."""
        self.query_one("#filter", Input).focus()

    def action_move(self, by: int) -> None:
        """Move to another word, from the filter, too."""
        self._table.move_cursor(row=self._table.cursor_row + by)

    def action_leave(self) -> None:
        """Show all words again; when they are shown, go back."""
        line = self.query_one("#filter", Input)
        if line.value or line.has_focus:
            line.value = ""
            self._table.focus()
        else:
            self.dismiss()

    @work(exclusive=True, group="remove", exit_on_error=False)
    async def action_remove(self) -> None:
        """Remove the word under the cursor, after a question."""
        entry = self.current
        if entry is None:
            return
        question = QuestionScreen(
            f"Remove “{strip_controls(entry.card, keep='')}” from the vocabulary?",
            "Cards that Anki has already stay there.",
            yes="Remove",
        )
        if await self.app.push_screen_wait(question):
            await ask(self.app, self._remove(entry))
            self.reload()

    @work(exclusive=True, group="export", exit_on_error=False)
    async def action_export(self) -> None:
        """Write the words to a file for Anki, or to a table."""
        dialog = LineDialog(
            "Export the vocabulary",
            "zwiesprache.apkg",
            ".apkg is a package for Anki, .tsv a table for a spreadsheet.",
        )
        typed = await self.app.push_screen_wait(dialog)
        if typed is None:
            return
        path = Path(typed).expanduser()
        if path.exists():
            question = QuestionScreen(
                f"Overwrite {strip_controls(typed)}?", yes="Write"
            )
            if not await self.app.push_screen_wait(question):
                return
        count = await ask(self.app, self._export(path))
        if count is not None:
            self.notify(f"{_count_words(count)} written to {path}", markup=False)


def _count_words(count: int) -> str:
    return f"{count} word{'s' * (count != 1)}"


def _make_row(entry: VocabularyEntry) -> tuple[str, ...]:
    return (entry.added, entry.card, entry.translation)


def _has_words(entry: VocabularyEntry, words: Sequence[str]) -> bool:
    text = f"{entry.word} {entry.card} {entry.translation} {entry.source}".casefold()
    return all(word in text for word in words)
