"""A text on the screen: German at once, English as it comes.

Owns what every action on a text stands on: the text, its pairs in view, the desk, and
the lines around the pairs. The actions are the business of `reading` and its parts.
"""

from __future__ import annotations

from asyncio import wrap_future
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer

from reader.core.documents import Kind
from reader.core.glossary.layers import LayeredTerm
from reader.core.glossary.terms import Usage
from reader.core.pairs import Pair, TermUse
from reader.service.desk import Desk, Urgency
from reader.service.filling import Filled, Filler, OpenText, open_text
from reader.service.fixing import Change
from reader.service.library import Library, Tally
from reader.service.linking import Linker
from reader.service.pipeline import Service
from reader.tui.asking import telling_errors
from reader.tui.messages import Advanced, DeskReported, Finished
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.widgets.pairs_view import PairsView
from reader.tui.widgets.status_panel import (
    StatusPanel,
    describe_pair,
    describe_term,
    describe_words,
)
from reader.tui.widgets.text_header import TextHeader

Result = TypeVar("Result")

SAVE_AFTER = 1.0
"""Seconds that the reader stays at a sentence before the place is saved."""


class TextScreen(Screen[None]):
    """Shows one text and lets it fill in."""

    def __init__(
        self, desk: Desk, library: Library, path: Path, index: int | None = None
    ) -> None:
        """Take the text, and the pair to begin at; None is where the reader was."""
        super().__init__()
        self.desk = desk
        self.library = library
        self.path = path
        self.text: OpenText | None = None
        self.filler: Filler | None = None
        self.linker = Linker()
        self.notes: Mapping[int, str] = {}
        self._index = index
        self._entries: dict[tuple[str, bool], LayeredTerm] = {}
        self._saving: Timer | None = None
        self._shown: list[int] = []

    def compose(self) -> ComposeResult:
        """Put the pairs between a header and what is said of the one at hand."""
        yield TextHeader(self.path.name)
        yield PairsView(self.linker.find_links, id="pairs")
        yield StatusPanel()
        yield Footer(compact=True, show_command_palette=False)

    @property
    def view(self) -> PairsView:
        """The pairs."""
        return self.query_one(PairsView)

    def on_mount(self) -> None:
        """Begin to read."""
        self.view.focus()
        self.open()

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open(self) -> None:
        """Show the German, then have it translated."""
        with telling_errors(self):
            if not self.library.is_translated(self.path):
                self.desk.warm_up()
        text = await self.ask(lambda service: open_text(service, self.path))
        if text is None:
            self.dismiss()
            return
        self.text = text
        self.query_one(TextHeader).title = text.title
        self._shown = [
            index
            for index, sentence in enumerate(text.sentences)
            if sentence.kind is not Kind.BOILERPLATE
        ]
        self._note_text()
        position = await self.ask(lambda _: self._find_position(text))
        self.view.show(text.pairs, position or 0)
        self.show_marks()
        self.text_is_shown()
        self.filler = Filler(
            self.desk, text, lambda event: self.post_message(DeskReported(event))
        )
        self.filler.move(self.view.position)
        self.query_one(TextHeader).tell(0, max(len(text.pairs), 1), 0)
        self.desk.ask(self.linker.load)
        if text.is_german:
            self.filler.resume()
        else:
            self.query_one(TextHeader).is_paused = True
            self.notify("This does not look like German; p translates it all the same.")
        self.read_entries()

    def text_is_shown(self) -> None:
        """Do what a part of the screen has to do with a new text."""

    async def ask(
        self,
        task: Callable[[Service], Result],
        urgency: Urgency = Urgency.NOW,
    ) -> Result | None:
        """Return what comes of `task`; an error is shown, and None comes back."""
        try:
            return await wrap_future(self.desk.ask(task, urgency))
        # The border of the worker: nothing that goes wrong there ends the program.
        except Exception as error:
            await self.app.push_screen_wait(ErrorDialog(error))
            return None

    def update_pairs(self, changed: Mapping[int, Pair]) -> None:
        """Show new English."""
        self.view.update_pairs(changed)
        self.tell()

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show what was put right in this text."""
        self.update_pairs({change.index: change.after for change in changes})

    def on_desk_reported(self, message: DeskReported) -> None:
        """Show what was translated, or why it stopped."""
        event = message.event
        if event.text is not self.text or self.filler is None:
            return
        header = self.query_one(TextHeader)
        if isinstance(event, Filled):
            self.update_pairs(event.changed)
            header.tell(event.done, event.total, event.rate)
            if event.done >= event.total:
                self._note_text()
        else:
            header.is_paused = True
            self.offer_restart(event.error)

    @work(exclusive=True, group="restart", exit_on_error=False)
    async def offer_restart(self, error: Exception) -> None:
        """Tell why the translation stopped, and try again if that is wanted."""
        if await self.app.push_screen_wait(ErrorDialog(error, "Try again")):
            self.action_pause()

    def action_pause(self) -> None:
        """Stop the translation, or go on with it."""
        if self.filler is None:
            return
        if self.filler.is_paused:
            self.filler.resume()
        else:
            self.filler.pause()
        self.query_one(TextHeader).is_paused = self.filler.is_paused

    def on_pairs_view_moved(self, message: PairsView.Moved) -> None:
        """Translate from where the reader is, and remember the place."""
        if self.filler is not None:
            self.filler.move(message.position)
            if self._saving is not None:
                self._saving.stop()
            self._saving = self.set_timer(SAVE_AFTER, self._save_position)
        self.tell()

    def on_pairs_view_word_moved(self) -> None:
        """Say what is known of the term under the cursor."""
        self.tell()

    def tell(self) -> None:
        """Say in the panel what is known of the term or the sentence at hand."""
        self.query_one(StatusPanel).tell(self.describe())

    def describe(self) -> list[Text]:
        """Return the lines of the panel."""
        view, pair = self.view, self.view.current_pair
        if pair is None:
            return []
        use = view.selected_term
        if use is not None:
            return describe_term(use, self.find_entry(use))
        note = self.notes.get(view.position, "")
        number = bisect_right(self._shown, view.position)
        lines = describe_pair(pair, number, len(self._shown), note)
        words, linked = view.selected_link
        return describe_words(words, linked, lines) if linked else lines

    def find_entry(self, use: TermUse) -> LayeredTerm | None:
        """Return the glossary's entry of a term in a pair."""
        return self._entries.get((use.source, use.status == "forbidden"))

    @work(exclusive=True, group="entries", exit_on_error=False)
    async def read_entries(self) -> None:
        """Know the glossary's entries, for what the panel says of terms."""
        found = await self.ask(lambda service: service.glossary.effective)
        self._entries = {
            (entry.term.source, entry.term.usage is Usage.FORBIDDEN): entry
            for entry in found or ()
        }
        self.tell()

    def show_marks(self) -> None:
        """Mark what has a bookmark, and know the notes."""
        if self.text is None:
            return
        sentences = self.text.sentences
        with telling_errors(self):
            marked = self.library.bookmarked(self.path, sentences)
            self.notes = self.library.noted(self.path, sentences)
            self.view.set_bookmarks(marked | set(self.notes))
            self.tell()

    def _find_position(self, text: OpenText) -> int:
        if self._index is not None:
            return min(self._index, len(text.pairs) - 1)
        return self.library.position(self.path, text.sentences)

    def _save_position(self) -> None:
        text, position = self.text, self.view.position
        if text is not None and text.pairs:
            self.desk.ask(
                lambda _: self.library.remember_position(
                    self.path, position, text.sentences
                )
            )

    def _note_text(self) -> None:
        """Have the library know the text, and how much of it is translated."""
        text = self.text
        if text is None:
            return
        tally = Tally(self.path)
        for pair in text.pairs:
            tally.count(pair)
        self.desk.ask(lambda _: self.library.note(tally))

    def leave(self) -> None:
        """Save where the reader is, and translate nothing that nobody sees."""
        if self.filler is not None:
            self.filler.pause()
            self._note_text()
            self._save_position()

    def on_advanced(self, message: Advanced) -> None:
        """Show how far slow work is."""
        self.query_one(TextHeader).tell_work(message.label, message.done, message.total)

    def on_finished(self, message: Finished) -> None:
        """Show that slow work is done."""
        self.query_one(TextHeader).tell_work("", 0, None)
