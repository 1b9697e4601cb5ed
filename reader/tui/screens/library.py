"""The library screen: every text that was opened or translated.

Owns its keys. Which text a few words mean is `reader.core.texts`'s job; opening a
text is the app's, which is told by `LibraryScreen.Chosen`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, Label
from textual.worker import get_current_worker

from reader.core.controls import strip_controls
from reader.core.texts import Text, contains_words
from reader.service.ahead import Ahead
from reader.service.library import Import, Library
from reader.tui.asking import telling_errors
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.import_dialog import ImportDialog
from reader.tui.screens.question import QuestionScreen
from reader.tui.widgets.field import Field
from reader.tui.widgets.library_columns import COLUMNS
from reader.tui.widgets.library_table import LibraryTable

LOOK_AGAIN = 0.5
"""Seconds until the library is asked for changes."""
EMPTY = "The library is empty: press a to add files or folders with German texts."


class LibraryScreen(Screen[None]):
    """Lists the texts; one that is chosen is told to the app."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,f", "filter", "Filter", key_display="/"),
        Binding("s", "sort", "Sort"),
        Binding("S", "reverse", "Turn round", show=False),
        Binding("a", "add", "Add"),
        Binding("d,delete", "remove", "Remove"),
        Binding("m", "mark", "Read", tooltip="Mark as read, or as unread"),
        Binding("t", "translate", "Translate ahead"),
        Binding("escape", "leave_filter", "Clear filter", show=False),
        # In the list these belong to the table; here they work from the filter.
        Binding("down", "move(1)", "Next text", show=False),
        Binding("up", "move(-1)", "Previous text", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """A text is to be opened."""

        path: Path

    @dataclass
    class Imported(Message):
        """Files and folders were added, or could not be."""

        done: Import | Exception

    def __init__(
        self,
        library: Library,
        ahead: Ahead,
        encoding: str | None = None,
        begin_at: Path | None = None,
    ) -> None:
        """Take the library, how imported files are encoded, and the text to mark."""
        super().__init__()
        self._library = library
        self._ahead = ahead
        self._encoding = encoding
        self._begin_at = begin_at
        self._texts: list[Text] = []
        self._missing: set[Path] = set()
        self._version = -1, -1
        self._waiting = 0

    def compose(self) -> ComposeResult:
        """Put the table between the filter and the keys."""
        yield Label("", id="library-title", markup=False, classes="screen-title")
        yield Field("Filter", Input(placeholder="words", id="filter", compact=True))
        yield LibraryTable(id="texts")
        yield Label("", id="details", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    @property
    def table(self) -> LibraryTable:
        """The texts that the filter lets through."""
        return self.query_one(LibraryTable)

    def on_mount(self) -> None:
        """Begin with the texts, not with the filter."""
        self.table.focus()
        self.set_interval(LOOK_AGAIN, self._look_again)

    def on_screen_resume(self) -> None:
        """Show what became of a text while it was read."""
        self.reload()
        if self._begin_at is not None:
            self.table.go_to(self._begin_at)
            self._begin_at = None

    def reload(self) -> None:
        """Read the library again."""
        with telling_errors(self):
            self._version = self._library.version
            self._texts = self._library.texts()
        self._missing = {t.path for t in self._texts if not t.path.exists()}
        self._show()

    def _look_again(self) -> None:
        """Show what another thread, or another process, changed meanwhile."""
        if self.is_current:
            with telling_errors(self):
                if self._library.version != self._version:
                    self.reload()
                elif len(self._ahead.waiting) != self._waiting:
                    self._show()

    def _show(self) -> None:
        words = self.query_one("#filter", Input).value
        found = [text for text in self._texts if contains_words(text, words)]
        self.table.show(found, self._missing)
        read = sum(text.is_read for text in self._texts)
        count = f"{len(self._texts)} text{'s' * (len(self._texts) != 1)}, {read} read"
        if words.strip():
            count = f"{len(found)} of {count}"
        self._waiting = len(self._ahead.waiting)
        if self._waiting:
            count += f", {self._waiting} to translate"
        self.query_one("#library-title", Label).update(
            f"Library   {count}   by {self.table.sorted_by.label.lower()}"
        )
        self._tell_details()

    def _tell_details(self) -> None:
        """Say where the text under the cursor lies."""
        text = self.table.current
        if text is not None:
            is_gone = text.path in self._missing
            said = f"{'no longer there: ' * is_gone}{text.path}"
        else:
            said = EMPTY if not self._texts else "No text has these words: Esc"
        self.query_one("#details", Label).update(strip_controls(said))

    def on_library_table_moved(self, message: LibraryTable.Moved) -> None:
        """Follow the cursor."""
        self._tell_details()

    def on_library_table_selected(self, message: LibraryTable.Selected) -> None:
        """Open the text that Enter or a click chose."""
        self.action_open()

    def on_library_table_sorted(self, message: LibraryTable.Sorted) -> None:
        """Say what the texts are sorted by."""
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the first text that is left, or the one that was moved to."""
        self.action_open()

    def action_move(self, by: int) -> None:
        """Move in the list while the filter is typed."""
        self.table.action_move(by)

    def action_open(self) -> None:
        """Open the text under the cursor."""
        text = self.table.current
        if text is None:
            return
        if not text.path.exists():
            self._tell_error("The file is no longer there", str(text.path))
            return
        self.table.focus()
        self.post_message(self.Chosen(text.path))

    def action_filter(self) -> None:
        """Type words that the texts must have."""
        self.query_one("#filter", Input).focus()

    def action_leave_filter(self) -> None:
        """Show all texts again."""
        self.query_one("#filter", Input).value = ""
        self.table.focus()

    def action_sort(self) -> None:
        """Sort by the next column."""
        at = COLUMNS.index(self.table.sorted_by)
        self.table.sort_by(COLUMNS[(at + 1) % len(COLUMNS)])
        self._show()

    def action_reverse(self) -> None:
        """Sort the other way round."""
        self.table.sort_by(self.table.sorted_by, not self.table.is_reversed)

    def action_mark(self) -> None:
        """Say that the text was read, or that it was not."""
        text = self.table.current
        if text is not None:
            with telling_errors(self):
                self._library.mark_read(text.path, not text.is_read)
            self.reload()

    def action_translate(self) -> None:
        """Translate the text under the cursor while others are read, or no more."""
        text = self.table.current
        if text is None:
            return
        if text.path in self._ahead.waiting:
            self._ahead.drop(text.path)
            said = f"No longer translated ahead: {text.name}"
        else:
            self._ahead.add([text.path])
            said = f"Translated ahead: {text.name}"
        self.notify(strip_controls(said), markup=False)

    @work(exclusive=True, group="remove", exit_on_error=False)
    async def action_remove(self) -> None:
        """Forget the text under the cursor, after a question."""
        text = self.table.current
        if text is None:
            return
        question = QuestionScreen(
            f"Remove “{text.name}” from the library?",
            "Its position, bookmarks and notes are forgotten. "
            "The file and its translation stay.",
            yes="Remove",
        )
        if await self.app.push_screen_wait(question):
            with telling_errors(self):
                self._library.remove(text.path)
            self.reload()

    @work(exclusive=True, group="ask-import", exit_on_error=False)
    async def action_add(self) -> None:
        """Add files and folders."""
        path = await self.app.push_screen_wait(ImportDialog())
        if path is not None:
            self.notify(f"Adding {path} …", markup=False)
            self.import_paths([path])

    @work(thread=True, exclusive=True, group="import", exit_on_error=False)
    def import_paths(self, paths: Sequence[Path]) -> None:
        """Add what `paths` name, in a thread."""
        worker = get_current_worker()
        done: Import | Exception
        try:
            done = self._library.import_paths(
                paths, self._encoding, lambda: worker.is_cancelled
            )
        # The border of the worker: nothing that goes wrong there ends the program.
        except Exception as error:
            done = error
        self.post_message(self.Imported(done))

    def on_library_screen_imported(self, message: Imported) -> None:
        """Show the new texts, and say what was left out."""
        done = message.done
        if isinstance(done, Exception):
            self.app.push_screen(ErrorDialog(done))
            return
        self.reload()
        if done.added:
            self.table.go_to(done.added[0])
        told = [f"{len(done.added)} added"]
        if done.skipped:
            told.append(f"{len(done.skipped)} left out, no .txt files")
        told += [error.message for _, error in done.failed[:3]]
        if len(done.failed) > 3:
            told.append(f"and {len(done.failed) - 3} more that cannot be read")
        is_good = bool(done.added) and not done.failed
        severity = "information" if is_good else "warning"
        self.notify("\n".join(told), severity=severity, markup=False)  # type: ignore[arg-type] # one of the two literals

    def _tell_error(self, message: str, hint: str) -> None:
        self.notify(
            strip_controls(f"{message}\n{hint}", keep="\n"),
            severity="error",
            markup=False,
        )
