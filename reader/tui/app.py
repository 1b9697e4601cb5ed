"""The terminal reader: pushes screens, and owns the desk, the themes and the end.

What is on a screen is the business of `reader.tui.screens`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.message import Message

from reader.core.controls import strip_controls
from reader.core.interfaces import PatternSearch
from reader.errors import LibraryError
from reader.service.ahead import Ahead
from reader.service.desk import Desk
from reader.service.pipeline import Service
from reader.tui.commands import ReaderCommands
from reader.tui.keys import PROGRAM, bind
from reader.tui.messages import Noted, StoppedAhead, TextChosen
from reader.tui.reporting import make_notify, make_progress
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.themes import THEMES

THEME = "theme"
"""What the library calls the choice of a theme."""


class ReaderApp(App[None]):
    """Reads German texts in both languages; `service` belongs to it from now on."""

    CSS_PATH = "styles.tcss"
    TITLE = "Zwiesprache"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 # Textual declares it so
    COMMANDS = App.COMMANDS | {ReaderCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("question_mark", "help", "This help", PROGRAM, "Help"),
        bind("T", "change_theme", "Next theme: dark, light, high contrast", PROGRAM),
        bind("q", "quit", "Quit", PROGRAM, "Quit"),
    ]

    def __init__(
        self, service: Service, paths: Sequence[Path] = (), with_ahead: bool = False
    ) -> None:
        """Take texts to open; of none and of several the library is shown.

        `with_ahead` has all of them translated, whichever is read.

        Raises:
            LibraryError: the library cannot be used.
        """
        # Without colours Textual would show greys; the terminal's own are wanted.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.library = service.library
        self._encoding = service.settings.encoding or None
        service.redirect(
            make_notify(self.post_message), make_progress(self._post_to_screen)
        )
        self.desk = Desk(service)
        self.ahead = Ahead(
            self.desk, lambda error: self.post_message(StoppedAhead(error))
        )
        self._paths = list(paths)
        self._with_ahead = with_ahead
        self._is_leaving = False
        for theme in THEMES:
            self.register_theme(theme)
        chosen = self.library.choice(THEME)
        self.theme = chosen if chosen in self.available_themes else THEMES[0].name

    def on_mount(self) -> None:
        """Open what was asked for."""
        begin_at = self._paths[0] if self._paths else None
        self.push_screen(
            LibraryScreen(self.library, self.ahead, self._encoding, begin_at)
        )
        if len(self._paths) == 1:
            self.open_text(self._paths[0])
        if self._with_ahead:
            self.ahead.add(self._paths)

    def on_unmount(self) -> None:
        """End the engine, whatever it is doing, and save what is not saved yet."""
        self.desk.close()

    def open_text(
        self,
        path: Path,
        index: int | None = None,
        search: PatternSearch | None = None,
    ) -> None:
        """Show a text above the library, in the place of the one that is open."""
        screen = ReadingScreen(self.desk, self.library, path, index, search)
        if isinstance(self.screen, ReadingScreen):
            self.screen.leave()
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def on_text_chosen(self, message: TextChosen) -> None:
        """Open a text that was found."""
        self.open_text(message.path, message.index, message.search)

    def on_library_screen_chosen(self, message: LibraryScreen.Chosen) -> None:
        """Open a text of the library."""
        self.open_text(message.path)

    def action_help(self) -> None:
        """Show what the keys of this screen do."""
        self.push_screen(HelpScreen(self.screen.active_bindings.values()))

    def action_change_theme(self) -> None:
        """Take the next theme."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]

    def watch_theme(self, before: str, after: str) -> None:
        """Remember the theme that was chosen, here or in the palette."""
        if before != after:
            try:
                self.library.choose(THEME, after)
            except LibraryError as error:
                self.notify(str(error), severity="warning", markup=False)

    async def on_event(self, event: events.Event) -> None:
        """Take no key that was typed behind the one that ends the program."""
        if not (self._is_leaving and isinstance(event, events.Key)):
            await super().on_event(event)

    async def action_quit(self) -> None:
        """End at once; the place in the text is saved."""
        self._is_leaving = True
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.leave()
        self.exit()

    def on_stopped_ahead(self, message: StoppedAhead) -> None:
        """Say why texts that nobody reads yet stay German."""
        self.notify(
            strip_controls(f"Translating ahead stopped: {message.error}"),
            severity="error",
            markup=False,
        )

    def on_noted(self, message: Noted) -> None:
        """Show what the service told."""
        self.notify(message.text, markup=False)

    def _post_to_screen(self, message: Message) -> None:
        """Hand a message of another thread to the screen that is shown."""
        if self.is_running:
            self.screen.post_message(message)
