"""The terminal reader: pushes screens, and owns the desk, the themes and the end.

What is on a screen is the business of `reader.tui.screens`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.message import Message

from reader.service.desk import Desk
from reader.service.pipeline import Service
from reader.tui.keys import PROGRAM, bind
from reader.tui.messages import Noted
from reader.tui.reporting import make_notify, make_progress
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.themes import THEMES


class ReaderApp(App[None]):
    """Reads German texts in both languages; `service` belongs to it from now on."""

    CSS_PATH = "styles.tcss"
    TITLE = "Zwiesprache"
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("q", "quit", "Quit", PROGRAM, "Quit"),
        bind("T", "change_theme", "Next theme: dark, light, high contrast", PROGRAM),
    ]

    def __init__(self, service: Service, paths: Sequence[Path] = ()) -> None:
        """Take texts to open; without any, or with several, the library is shown."""
        super().__init__()
        service.redirect(make_notify(self.post_message), make_progress(self._post))
        self.library = service.library
        self._encoding = service.settings.encoding or None
        self.desk = Desk(service)
        self._paths = list(paths)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_mount(self) -> None:
        """Open what was asked for."""
        if len(self._paths) == 1:
            self.open_text(self._paths[0])
        else:
            self.show_library()

    def on_unmount(self) -> None:
        """End the engine, whatever it is doing, and save what is not saved yet."""
        self.desk.close()

    def open_text(self, path: Path) -> None:
        """Show a text on a screen of its own."""
        self.push_screen(ReadingScreen(self.desk, self.library, path))

    def show_library(self) -> None:
        """List every text, with the cursor on the first of those asked for."""
        first = self._paths[0] if self._paths else None
        self.push_screen(LibraryScreen(self.library, self._encoding, first))

    def on_library_screen_chosen(self, message: LibraryScreen.Chosen) -> None:
        """Open a text of the library."""
        self.open_text(message.path)

    def action_change_theme(self) -> None:
        """Take the next theme: dark, light, high contrast."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]

    def on_noted(self, message: Noted) -> None:
        """Show what the service told."""
        self.notify(message.text)

    def _post(self, message: Message) -> None:
        """Hand a message of another thread to the screen that is shown."""
        self.screen.post_message(message)
