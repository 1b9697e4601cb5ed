"""What the tests of the reading screen share: an app with a text on the fake engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from reader.core.documents import Kind
from reader.service import Service, open_service
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen
from tests.conftest import SEEDS

S = TypeVar("S", bound=Screen[Any])

SEED = sorted(SEEDS.glob("*.txt"))[0]
ARTICLE = (
    "Der Markt wächst\n\n"
    "Der Markt für Rechenleistung wächst. Die Preise fallen seit Mai.\n\n"
    "Ein Sprachmodell kostet 3,5 Millionen Euro. Die Rechenleistungen sind knapp.\n\n"
    "Die Preise steigen wieder. Das ist der letzte Satz.\n"
)


def make_app(path: Path, service: Service | None = None) -> ReaderApp:
    """Return an app that opens `path`, on the fake engine unless told otherwise."""
    return ReaderApp(service or open_service(engine="fake"), [path])


async def wait_until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until something is so; what never is runs into the assertion."""
    for _ in range(2400):
        if is_so():
            return
        await pilot.pause(0.025)
    raise AssertionError("it never was so")


async def wait_for(pilot: Pilot[None], kind: type[S]) -> S:
    """Return the screen of a kind when it is shown."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, kind))
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    await pilot.pause()
    return screen


def reading(pilot: Pilot[None]) -> ReadingScreen:
    """Return the reading screen, below any dialog."""
    (screen,) = [s for s in pilot.app.screen_stack if isinstance(s, ReadingScreen)]
    return screen


async def open_translated(pilot: Pilot[None]) -> ReadingScreen:
    """Return the reading screen when everything is translated."""
    await wait_until(pilot, lambda: bool(screens(pilot)) and is_done(pilot))
    return reading(pilot)


def screens(pilot: Pilot[None]) -> list[ReadingScreen]:
    return [s for s in pilot.app.screen_stack if isinstance(s, ReadingScreen)]


def is_done(pilot: Pilot[None]) -> bool:
    screen = reading(pilot)
    if screen.filler is None or not screen.filler.is_finished:
        return False
    # The desk is done a moment before the screen is.
    return all(
        pair.target is not None or pair.sentence.kind is Kind.BOILERPLATE
        for pair in screen.view.pairs
    )
