"""What cannot be read or written is one message, and the reader goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Label, TextArea

from reader.service import Service
from reader.tui.app import ReaderApp
from reader.tui.screens.edit_dialog import EditDialog
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.note_dialog import NoteDialog
from reader.tui.screens.reading import ReadingScreen
from tests.tui.reading import (
    ARTICLE,
    make_app,
    open_translated,
    reading,
    wait_for,
    wait_until,
)

pytestmark = pytest.mark.asyncio


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "markt.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@contextmanager
def lock(path: Path, connection: sqlite3.Connection) -> Iterator[None]:
    """Write to a file for as long as the block runs; `connection` does not wait."""
    connection.execute("PRAGMA busy_timeout=0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def said(pilot: Pilot[None]) -> str:
    """Return the message and the hint of the dialog."""
    return "\n".join(str(label.render()) for label in pilot.app.screen.query(Label))


def notices(app: ReaderApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)


async def test_a_file_that_is_gone_is_said_and_the_library_stays(
    article: Path,
) -> None:
    app = make_app(article)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        article.unlink()
        # What is open needs no file.
        assert reading(pilot).view.pairs[0].target
        app.open_text(article)
        await wait_for(pilot, ErrorDialog)
        assert "markt.txt" in said(pilot)
        await pilot.press("escape")
        await wait_for(pilot, LibraryScreen)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "no longer there" in notices(app))


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02bin\xff\xfe"])
async def test_what_is_no_text_any_more_is_said(
    article: Path, content: bytes | None
) -> None:
    app = make_app(article)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        article.unlink()
        if content is None:
            article.mkdir()
        else:
            article.write_bytes(content)
        await pilot.press("L")
        await wait_for(pilot, LibraryScreen)
        await pilot.press("enter")
        await wait_for(pilot, ErrorDialog)
        assert "markt.txt" in said(pilot) and "Errno" not in said(pilot)
        await pilot.press("escape")
        await wait_for(pilot, LibraryScreen)


async def test_an_article_that_changed_is_read_anew_at_the_same_sentence(
    article: Path,
) -> None:
    app = make_app(article)
    async with app.run_test(size=(100, 30)) as pilot:
        view = (await open_translated(pilot)).view
        view.move_to(4)
        source = view.pairs[4].sentence.source
        await pilot.press("L")
        await wait_for(pilot, LibraryScreen)
        article.write_text("Korrektur: Wir irrten uns.\n\n" + ARTICLE)
        await pilot.press("enter")
        view = (await open_translated(pilot)).view
        assert view.pairs[view.position].sentence.source == source
        assert view.position == 5


async def test_a_library_that_another_program_holds_loses_nothing_but_the_mark(
    article: Path,
) -> None:
    app = make_app(article)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await open_translated(pilot)
        library = app.library
        with lock(library._path, library._connection):
            await pilot.press("b")
            await wait_until(pilot, lambda: "locked" in notices(app))
            await pilot.press("m")
            await wait_for(pilot, NoteDialog)
            pilot.app.screen.query_one(TextArea).text = "nachlesen"
            await pilot.press("ctrl+s")
            await wait_until(pilot, lambda: notices(app).count("locked") == 2)
        assert not screen.notes
        await pilot.press("b")
        await wait_until(pilot, lambda: "Bookmark set" in notices(app))


async def test_a_memory_that_another_program_holds_is_said_at_an_edit(
    article: Path,
) -> None:
    app = make_app(article)
    async with app.run_test(size=(100, 30)) as pilot:
        view = (await open_translated(pilot)).view
        locked = ExitStack()

        def lock_memory(service: Service) -> None:
            memory = service.memory
            locked.enter_context(lock(memory._path, memory._connection))

        app.desk.ask(lock_memory).result(30)
        await pilot.press("e")
        await wait_for(pilot, EditDialog)
        pilot.app.screen.query_one(TextArea).text = "The market grows"
        await pilot.press("ctrl+s")
        await wait_for(pilot, ErrorDialog)
        assert "locked" in said(pilot)
        await pilot.press("escape")
        await wait_for(pilot, ReadingScreen)
        assert not view.pairs[0].edited
        app.desk.ask(lambda service: locked.close()).result(30)
