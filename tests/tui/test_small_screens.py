"""Every screen and dialog, in terminals down to 40×12."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.core.vocabulary import VocabularyEntry
from reader.errors import PackageMissingError
from reader.service import open_service
from reader.service.vocabulary import VocabularyFile
from reader.tui.app import ReaderApp
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.reading import ReadingScreen
from tests.tui.reading import ARTICLE, make_app, open_translated, wait_until

pytestmark = pytest.mark.asyncio

SIZES = ((80, 24), (60, 20), (40, 12))
DIALOGS = {
    "EditDialog": "e",
    "TermDialog": "lt",
    "NoteDialog": "m",
    "CopyDialog": "ly",
    "ExportDialog": "x",
    "SearchDialog": "/",
    "LineDialog": "g",
    "ListDialog": "bB",
    "DetailsDialog": "i",
    "HelpScreen": "?",
    "DictionaryScreen": "ld",
    "GlossaryScreen": "G",
    "VocabularyScreen": "V",
}
OVER = {
    "GlossaryScreen": {"TermDialog": "e", "QuestionScreen": "d"},
    "VocabularyScreen": {"LineDialog": "x", "QuestionScreen": "d"},
    "LibraryScreen": {"ImportDialog": "a", "QuestionScreen": "d"},
}
"""What is opened from another screen."""
NAMES = {"/": "slash", "?": "question_mark"}
PARTS = (
    ".dialog, .bottom-dialog, .dialog-title, Footer, .keys, .buttons, "
    "DictionaryScreen .hint"
)
"""What must be seen whole: a dialog, its title, its keys."""


@pytest.fixture
def app(tmp_path: Path) -> ReaderApp:
    path = tmp_path / "markt.txt"
    path.write_text(ARTICLE + f"\n{'Ein langer Satz über den Markt, ' * 12}Ende.\n")
    service = open_service(engine="fake")
    VocabularyFile(service.paths).add(VocabularyEntry("Markt", "Markt"))
    return make_app(path, service)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_no_dialog_is_cut_off(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await open_translated(pilot)
        await pilot.press("end")
        for name, keys in DIALOGS.items():
            await open_by(pilot, keys, name)
            await check_parts(pilot, size)
            for other, key in OVER.get(name, {}).items():
                await open_by(pilot, key, other)
                await check_parts(pilot, size)
                await leave(pilot, name)
            await leave(pilot, "ReadingScreen")
        await open_by(pilot, "L", "LibraryScreen")
        for other, key in OVER["LibraryScreen"].items():
            await open_by(pilot, key, other)
            await check_parts(pilot, size)
            await leave(pilot, "LibraryScreen")


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_error_can_be_closed(
    app: ReaderApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await open_translated(pilot)
        long = "/ein/langer/Pfad" * 60
        app.push_screen(ErrorDialog(PackageMissingError(long, long), "Try again"))
        await wait_until(pilot, lambda: name_of(pilot) == "ErrorDialog")
        await check_parts(pilot, size)


@pytest.mark.parametrize("size", SIZES)
async def test_the_pairs_are_read_and_moved_through(
    app: ReaderApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        view = (await open_translated(pilot)).view
        for _ in range(4):
            await pilot.press("end", "home", "j", "pagedown", "v")
            assert view.size.height >= size[1] - 5
        await pilot.press("home", "j", "l", "l")
        assert view.selected_text == "Markt"


async def check_parts(pilot: Pilot[None], opened: tuple[int, int]) -> None:
    """Look at what must be seen, also when the terminal becomes another one."""
    screen, focused = pilot.app.screen, pilot.app.focused
    if focused is not None:
        # Of a field that is higher than the terminal a part.
        assert screen.find_widget(focused).visible_region.area, focused
    for size in (opened, SIZES[-1], opened) if opened == SIZES[0] else (opened,):
        if size != pilot.app.size:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        for part in screen.query(PARTS):
            assert screen.region.contains_region(part.region), (size, part)
            assert part.region.area, (size, part)


async def open_by(pilot: Pilot[None], keys: str, name: str) -> None:
    await pilot.press(*(NAMES.get(key, key) for key in keys))
    await wait_until(pilot, lambda: name_of(pilot) == name)
    await pilot.pause()


async def leave(pilot: Pilot[None], name: str) -> None:
    await pilot.press("escape")
    await wait_until(pilot, lambda: name_of(pilot) == name)
    if isinstance(pilot.app.screen, ReadingScreen):
        await pilot.press("escape")


def name_of(pilot: Pilot[None]) -> str:
    return type(pilot.app.screen).__name__
