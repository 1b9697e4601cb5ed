"""Every key of the library screen, on a library of four texts."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input, Label

from reader.core.places import mark_place
from reader.core.texts import Front
from reader.errors import LibraryError
from reader.service import open_service
from reader.service.ahead import Ahead
from reader.service.desk import Desk
from reader.service.library import Library, open_library
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.import_dialog import ImportDialog
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.question import QuestionScreen
from reader.tui.widgets.library_columns import COLUMNS
from reader.tui.widgets.library_table import LibraryTable
from tests.tui.staging import Stage, wait_until

pytestmark = pytest.mark.asyncio

TITLES = {
    "sora.txt": "KI-Industriekette durch Sora vorangetrieben",
    "markt.txt": "Größe und Öffnung des Markts",
    "klammer.txt": "[KI] im Überblick",
    "ohne.txt": "",
}


class Shelf(Stage[None]):
    """The library screen, and what it asked to open."""

    def __init__(self, library: Library) -> None:
        self.desk = Desk(open_service(engine="fake"))
        self.library_screen = LibraryScreen(library, Ahead(self.desk, print))
        super().__init__(self.library_screen)
        self.chosen: list[str] = []

    def on_unmount(self) -> None:
        self.desk.close()

    def on_library_screen_chosen(self, message: LibraryScreen.Chosen) -> None:
        self.chosen.append(message.path.name)

    @property
    def listed(self) -> list[str]:
        return [text.path.name for text in self.library_screen.table.listed]

    @property
    def at(self) -> str:
        current = self.library_screen.table.current
        return current.path.name if current else ""

    def said(self, id: str) -> str:
        return str(self.library_screen.query_one(id, Label).content)

    def cells(self, name: str) -> list[str]:
        table = self.library_screen.table
        text = table.listed[self.listed.index(name)]
        return list(table.describe(text).values())

    def drawn(self, y: int) -> str:
        return self.library_screen.table.render_line(y).text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texte"
    folder.mkdir()
    return folder


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    library = open_library()
    for number, (name, title) in enumerate(TITLES.items()):
        (folder / name).write_text("Der Markt wächst.")
        library.add(
            folder / name, Front(title, "Der Markt wächst."), 10 * number, 5, number
        )
    library.save_place(folder / "markt.txt", mark_place(["Der Markt."], 0), 0.43)
    yield library
    library.close()


@pytest.fixture
def shelf(library: Library) -> Shelf:
    return Shelf(library)


async def test_every_text_is_listed_with_what_is_known_of_it(shelf: Shelf) -> None:
    async with shelf.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert shelf.listed == ["markt.txt", "ohne.txt", "klammer.txt", "sora.txt"]
        title, read, sentences, english, flags, last = shelf.cells("markt.txt")
        assert title == "Größe und Öffnung des Markts"
        assert (read, sentences, english, flags) == ("43 %", "10", "50 %", "1")
        assert last.startswith("20")
        assert shelf.cells("sora.txt")[1:] == ["new", "0", "–", "", "–"]
        # Brackets are no markup, and a text without a title shows how it begins.
        assert shelf.cells("klammer.txt")[0] == "[KI] im Überblick"
        assert shelf.cells("ohne.txt")[0] == "ohne.txt  Der Markt wächst."
        assert "4 texts, 0 read" in shelf.said("#library-title")


@pytest.mark.parametrize("width", [80, 100, 140])
async def test_every_line_fills_the_width_and_a_long_title_is_cut(
    shelf: Shelf, library: Library, folder: Path, width: int
) -> None:
    (folder / "lang.txt").write_text("Der Markt.")
    library.add(folder / "lang.txt", Front("Die 中国 wächst und wächst " * 9))
    async with shelf.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        lines = [shelf.drawn(y) for y in range(8)]
        assert {cell_len(line) for line in lines} == {width}
        assert all(column.label in lines[0] for column in COLUMNS)
        assert "Last read▾" in lines[0]
        (long,) = [line for line in lines if "中国" in line]
        assert "… new" in long
        # The cursor has a mark that is seen without colours, too.
        assert [line[0] for line in lines[1:4]] == ["▌", " ", " "]


async def test_the_headings_stay_when_the_list_scrolls(
    shelf: Shelf, library: Library
) -> None:
    for number in range(100):
        library.add(Path(f"/t/{number}.txt"), Front(f"Artikel {number:03}"))
    async with shelf.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s", "end")
        await pilot.pause()
        height = shelf.library_screen.table.size.height
        assert "Title▴" in shelf.drawn(0)
        assert shelf.drawn(height - 1)[:3] == "▌ o" and shelf.at == "ohne.txt"
        await pilot.press("pageup", "pageup")
        assert shelf.listed.index(shelf.at) == 103 - 2 * (height - 1)
        await pilot.press("home")
        await pilot.pause()
        assert shelf.drawn(1).startswith("▌ [KI]")


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ("down", 1),
        ("j j", 2),
        ("j j up", 1),
        ("j j k", 1),
        ("end", 3),
        ("G", 3),
        ("G home", 0),
        ("G g", 0),
        ("pagedown", 3),
        ("G pageup", 0),
    ],
)
async def test_keys_move_in_the_list(shelf: Shelf, keys: str, at: int) -> None:
    async with shelf.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys.split())
        assert shelf.at == shelf.listed[at]
        await pilot.pause()
        assert shelf.said("#details").endswith(shelf.at)


async def test_enter_opens_the_text_under_the_cursor(shelf: Shelf) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert shelf.chosen == ["ohne.txt"]


async def test_a_click_moves_to_a_text_and_another_opens_it(shelf: Shelf) -> None:
    async with shelf.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(LibraryTable, offset=(5, 3))
        await pilot.pause()
        assert (shelf.at, shelf.chosen) == ("klammer.txt", [])
        await pilot.click(LibraryTable, offset=(5, 3))
        await pilot.pause()
        assert shelf.chosen == ["klammer.txt"]


async def test_a_text_whose_file_is_gone_is_marked_and_not_opened(
    shelf: Shelf, folder: Path
) -> None:
    (folder / "markt.txt").unlink()
    async with shelf.run_test() as pilot:
        await pilot.pause()
        assert shelf.cells("markt.txt")[1] == "gone"
        assert "no longer there" in shelf.said("#details")
        await pilot.press("enter")
        await pilot.pause()
        assert shelf.chosen == []
        assert "no longer there" in shelf.notices[0]


@pytest.mark.parametrize("key", ["slash", "f"])
async def test_the_list_is_filtered_while_it_is_typed(shelf: Shelf, key: str) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key, "k", "i")
        await pilot.pause()
        assert shelf.listed == ["klammer.txt", "sora.txt"]
        assert "2 of 4 texts" in shelf.said("#library-title")
        # Letters that are keys elsewhere belong to the filter now.
        await pilot.press("space", "s", "o", "r", "a")
        await pilot.pause()
        assert shelf.listed == ["sora.txt"]
        await pilot.press("enter")
        await pilot.pause()
        assert shelf.chosen == ["sora.txt"]


async def test_arrows_move_in_the_list_while_the_filter_is_typed(shelf: Shelf) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press("slash", "k", "i", "down")
        assert shelf.at == "sora.txt"
        await pilot.press("up")
        assert shelf.at == "klammer.txt"
        await pilot.press("down", "enter")
        await pilot.pause()
        assert shelf.chosen == ["sora.txt"]


async def test_escape_shows_everything_again(shelf: Shelf) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press("slash", "x", "x", "x")
        await pilot.pause()
        assert shelf.listed == []
        assert "No text has these words" in shelf.said("#details")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert len(shelf.listed) == 4 and shelf.chosen == []
        assert shelf.focused is shelf.library_screen.table


BY_COLUMN = {
    "title": ["klammer.txt", "markt.txt", "sora.txt", "ohne.txt"],
    "read": ["ohne.txt", "klammer.txt", "sora.txt", "markt.txt"],
    "sentences": ["ohne.txt", "klammer.txt", "markt.txt", "sora.txt"],
    "english": ["markt.txt", "klammer.txt", "ohne.txt", "sora.txt"],
    "flags": ["ohne.txt", "klammer.txt", "markt.txt", "sora.txt"],
    "last-read": ["markt.txt", "ohne.txt", "klammer.txt", "sora.txt"],
}


async def test_s_sorts_by_one_column_after_the_other_and_capital_s_turns_it_round(
    shelf: Shelf,
) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        assert shelf.listed == BY_COLUMN["last-read"]
        for column in COLUMNS:
            await pilot.press("s")
            assert shelf.listed == BY_COLUMN[column.name], column.name
            assert f"by {column.label.lower()}" in shelf.said("#library-title")
        await pilot.press("s", "S")
        assert shelf.listed == BY_COLUMN["title"][::-1]


async def test_the_cursor_stays_on_its_text_when_the_order_changes(
    shelf: Shelf,
) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press("end", "s")
        await pilot.pause()
        assert shelf.at == "sora.txt" == shelf.listed[2]


async def test_a_click_on_a_column_sorts_by_it(shelf: Shelf) -> None:
    async with shelf.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for listed in (BY_COLUMN["title"], BY_COLUMN["title"][::-1]):
            await pilot.click(LibraryTable, offset=(3, 0))
            await pilot.pause()
            assert shelf.listed == listed


async def test_m_marks_as_read_and_as_unread(shelf: Shelf, library: Library) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press("m")
        assert shelf.cells("markt.txt")[1] == "read"
        assert "4 texts, 1 read" in shelf.said("#library-title")
        await pilot.press("m")
        assert shelf.cells("markt.txt")[1] == "43 %"
        assert not any(text.is_read for text in library.texts())


@pytest.mark.parametrize(
    ("key", "answer", "is_gone"),
    [
        ("d", ["y"], True),
        ("delete", ["y"], True),
        ("d", ["n"], False),
        ("d", ["escape"], False),
        # The answer that has the focus does no harm.
        ("d", ["enter"], False),
        ("d", ["left", "enter"], True),
    ],
)
async def test_a_text_is_removed_after_a_question(
    shelf: Shelf,
    library: Library,
    folder: Path,
    key: str,
    answer: list[str],
    is_gone: bool,
) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key)
        await wait_until(pilot, lambda: isinstance(shelf.screen, QuestionScreen))
        await pilot.press(*answer)
        await wait_until(pilot, lambda: shelf.screen is shelf.library_screen)
        await pilot.pause()
        assert ("markt.txt" not in shelf.listed) is is_gone
        assert (library.find_text(folder / "markt.txt") is None) is is_gone
        assert (folder / "markt.txt").exists()


async def type_path(pilot: Pilot[None], path: str) -> None:
    await pilot.press("a")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ImportDialog))
    pilot.app.screen.query_one(Input).value = path
    await pilot.pause()


async def test_a_adds_a_folder_and_tells_what_was_left_out(
    shelf: Shelf, tmp_path: Path
) -> None:
    new = tmp_path / "neu"
    new.mkdir()
    (new / "chips.txt").write_text("Die Chips fehlen.\n\nDer Markt wartet.")
    (new / "leer.txt").write_text("")
    (new / "bild.png").write_bytes(b"\x89PNG")
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await type_path(pilot, str(new))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "chips.txt" in shelf.listed)
        assert shelf.at == "chips.txt"
        assert len(shelf.listed) == 5
        told = shelf.notices[-1]
        assert "1 added" in told and "1 left out" in told and "leer.txt" in told


async def test_a_path_that_is_not_there_stays_in_the_dialog(shelf: Shelf) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await type_path(pilot, "/nirgendwo/[x].txt")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(shelf.screen, ImportDialog)
        problem = shelf.screen.query_one("#problem", Label)
        assert "There is no /nirgendwo/[x].txt" in str(problem.content)
        await pilot.press("escape")
        await wait_until(pilot, lambda: shelf.screen is shelf.library_screen)
        assert len(shelf.listed) == 4


async def test_tab_completes_and_the_list_offers_what_is_there(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await type_path(pilot, "tex")
        await pilot.press("tab")
        line = shelf.screen.query_one(Input)
        assert line.value == "texte/"
        await pilot.pause()
        # Down goes to the list, where the second one is taken with Enter.
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert line.value == "texte/markt.txt" and line.has_focus
        await pilot.press("escape")


async def test_an_import_that_fails_is_a_dialog_and_not_the_end(
    shelf: Shelf, library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("the library was damaged", "type it again")

    async with shelf.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(library, "add", fail)
        await type_path(pilot, str(folder / "sora.txt"))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(shelf.screen, ErrorDialog))
        await pilot.press("escape")
        await wait_until(pilot, lambda: shelf.screen is shelf.library_screen)
        assert len(shelf.listed) == 4


async def test_the_list_stays_alive_while_an_import_runs(
    shelf: Shelf, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "chips.txt"
    new.write_text("Die Chips fehlen.")
    may_go_on, add = threading.Event(), library.add

    def wait_and_add(*arguments: Any, **named: Any) -> None:
        may_go_on.wait(30)
        add(*arguments, **named)

    monkeypatch.setattr(library, "add", wait_and_add)
    async with shelf.run_test() as pilot:
        await pilot.pause()
        shelf.library_screen.import_paths([new])
        await pilot.press("end", "m", "s")
        assert shelf.at == "sora.txt" and shelf.cells("sora.txt")[1] == "read"
        assert "chips.txt" not in shelf.listed
        may_go_on.set()
        await wait_until(pilot, lambda: "chips.txt" in shelf.listed)


async def test_an_empty_library_says_how_to_fill_it() -> None:
    library = open_library()
    shelf = Shelf(library)
    async with shelf.run_test() as pilot:
        await pilot.pause()
        assert "press a to add" in shelf.said("#details")
        await pilot.press("enter", "m", "d", "s", "S", "down")
        await pilot.pause()
        assert shelf.screen is shelf.library_screen and shelf.chosen == []
    library.close()


async def test_coming_back_shows_what_was_read_meanwhile(
    shelf: Shelf, library: Library, folder: Path
) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        await pilot.press("end")
        await shelf.push_screen(QuestionScreen("Weiter?"))
        library.save_place(folder / "sora.txt", mark_place(["Ende."], 0), 1.0)
        await pilot.press("n")
        await wait_until(pilot, lambda: shelf.screen is shelf.library_screen)
        await wait_until(pilot, lambda: shelf.listed[0] == "sora.txt")
        assert shelf.cells("sora.txt")[1] == "read"
        assert shelf.at == "sora.txt"


async def test_what_another_process_translates_appears_by_itself(
    shelf: Shelf, folder: Path
) -> None:
    async with shelf.run_test() as pilot:
        await pilot.pause()
        other = open_library()
        other.add(folder / "sora.txt", Front("Sora"), 20, 20, 0)
        other.close()
        await asyncio.wait_for(until(lambda: shelf.cells("sora.txt")[3] == "100 %"), 30)
        shelf.library_screen._library.add(folder / "sora.txt", Front("Sora"), 20, 10)
        await asyncio.wait_for(until(lambda: shelf.cells("sora.txt")[3] == "50 %"), 30)


async def until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        await asyncio.sleep(0.02)


async def test_a_library_of_thousands_opens_and_filters(library: Library) -> None:
    for number in range(3000):
        library.add(Path(f"/t/{number}.txt"), Front(f"Artikel {number}"))
    shelf = Shelf(library)
    async with shelf.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert len(shelf.listed) == 3004
        await pilot.press("slash", *"2999")
        await pilot.pause()
        assert shelf.listed == ["2999.txt"]


async def test_a_text_is_translated_while_nobody_reads_it(
    library: Library, folder: Path
) -> None:
    (folder / "markt.txt").write_text("Markt\n\nDer Markt wächst.\n", encoding="utf-8")
    library.import_paths([folder / "markt.txt"])
    shelf = Shelf(library)
    async with shelf.run_test(size=(100, 24)) as pilot:
        await pilot.press("t")
        await wait_until(pilot, lambda: "100 %" in shelf.cells("markt.txt"))
        await wait_until(
            pilot, lambda: "to translate" not in shelf.said("#library-title")
        )
