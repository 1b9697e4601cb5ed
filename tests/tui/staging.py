"""A bare app that shows one screen, for screens that need no desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

import reader.tui

Result = TypeVar("Result")

STYLES = Path(reader.tui.__file__).with_name("styles.tcss")


class Stage(App[None], Generic[Result]):
    """Shows `shown` in the reader's style and remembers what it returns."""

    CSS_PATH = STYLES

    def __init__(self, shown: Screen[Result]) -> None:
        super().__init__()
        self.shown = shown
        self.results: list[Result | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.results.append)

    @property
    def notices(self) -> list[str]:
        return [notification.message for notification in self._notifications]


async def wait_until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until something is so; what never is runs into the assertion."""
    for _ in range(2400):
        if is_so():
            return
        await pilot.pause()
    raise AssertionError("it never was so")
