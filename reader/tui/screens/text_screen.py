"""A text on the screen: German at once, English as it comes.

Owns what every action on a text stands on: the text, its pairs in view, the desk, and
the lines around the pairs. The actions are the business of `reading` and its parts.
"""

from __future__ import annotations

from asyncio import wrap_future
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer

from reader.core.pairs import Pair
from reader.service.desk import Desk, Urgency
from reader.service.filling import Filled, Filler, OpenText, open_text
from reader.service.linking import Linker
from reader.service.pipeline import Service
from reader.tui.messages import Advanced, DeskReported, Finished
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.widgets.pairs_view import PairsView
from reader.tui.widgets.text_header import TextHeader
from reader.tui.widgets.text_pairs import TextPairs

Result = TypeVar("Result")


class TextScreen(Screen[None]):
    """Shows one text and lets it fill in."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__()
        self.desk = desk
        self.path = path
        self.text: OpenText | None = None
        self.filler: Filler | None = None
        self.linker = Linker()

    def compose(self) -> ComposeResult:
        """Put the pairs between a header and the keys."""
        yield TextHeader(self.path.name)
        yield TextPairs(self.linker.find_links, id="pairs")
        yield Footer()

    @property
    def view(self) -> TextPairs:
        """The pairs."""
        return self.query_one(TextPairs)

    @property
    def pair(self) -> Pair | None:
        """The pair that is read; None while there is no text."""
        if self.text is None or not self.text.pairs:
            return None
        return self.text.pairs[self.view.position]

    def on_mount(self) -> None:
        """Begin to read."""
        self.view.focus()
        self.open()

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open(self) -> None:
        """Show the German, then have it translated."""
        text = await self.ask(lambda service: open_text(service, self.path))
        if text is None:
            self.dismiss()
            return
        self.text = text
        self.query_one(TextHeader).title = text.title
        self.view.show(text.pairs, 0)
        self.filler = Filler(
            self.desk, text, lambda event: self.post_message(DeskReported(event))
        )
        self.desk.ask(self.linker.load)
        if text.is_german:
            self.filler.resume()
        else:
            self.notify("This does not look like German; p translates it all the same.")

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

    def on_desk_reported(self, message: DeskReported) -> None:
        """Show what was translated, or why it stopped."""
        event = message.event
        if event.text is not self.text or self.filler is None:
            return
        header = self.query_one(TextHeader)
        if isinstance(event, Filled):
            self.update_pairs(event.changed)
            header.tell(event.done, event.total, event.rate)
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
        """Translate from where the reader is."""
        if self.filler is not None:
            self.filler.move(message.position)

    def on_unmount(self) -> None:
        """Translate nothing that nobody sees."""
        if self.filler is not None:
            self.filler.pause()

    def on_advanced(self, message: Advanced) -> None:
        """Show how far slow work is."""
        self.query_one(TextHeader).tell_work(message.label, message.done, message.total)

    def on_finished(self, message: Finished) -> None:
        """Show that slow work is done."""
        self.query_one(TextHeader).tell_work("", 0, None)
