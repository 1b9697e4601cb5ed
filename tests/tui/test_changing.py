"""What a person puts right is shown at once, whatever the engine is doing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from reader.service.desk import Urgency
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.list_dialog import ListDialog
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.search_dialog import SearchDialog
from reader.tui.screens.term_dialog import TermDialog
from reader.tui.widgets.pairs_view import WordPlace
from tests.service.engines import GatedTranslator, open_with
from tests.tui.reading import (
    ARTICLE,
    make_app,
    open_translated,
    reading,
    wait_for,
    wait_until,
)

pytestmark = pytest.mark.asyncio

SCARCE = 4


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "markt.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def engine() -> GatedTranslator:
    engine = GatedTranslator()
    engine.gate.set()
    return engine


async def make_term(pilot: Pilot[None]) -> None:
    view = reading(pilot).view
    await pilot.press("home", "j")
    view.put_cursor(WordPlace(view.position, "source", 14, 28))
    await pilot.press("t")
    await wait_for(pilot, TermDialog)
    pilot.app.screen.query_one("#target", Input).value = "computing power"
    await pilot.press("ctrl+s")


async def test_a_term_is_undone_while_the_engine_is_at_a_batch(
    article: Path, engine: GatedTranslator
) -> None:
    app = make_app(article, open_with(engine))
    async with app.run_test(size=(100, 30)) as pilot:
        view = (await open_translated(pilot)).view
        before = [pair.target for pair in view.pairs]
        await make_term(pilot)
        await wait_until(pilot, lambda: "computing" in str(view.pairs[SCARCE].target))
        await pilot.press("escape")
        await wait_for(pilot, ReadingScreen)
        engine.gate.clear()
        engine.is_at_work.clear()
        slow = app.desk.ask(
            lambda service: list(service.translate_text("Ein neuer Satz.")),
            Urgency.ENGINE,
        )
        await wait_until(pilot, engine.is_at_work.is_set)
        await pilot.press("u")
        await wait_until(pilot, lambda: [p.target for p in view.pairs] == before)
        assert not slow.done()
        engine.gate.set()


async def test_a_term_that_the_engine_cannot_obey_is_taken_back(
    article: Path, engine: GatedTranslator
) -> None:
    service = open_with(engine)
    app = make_app(article, service)
    async with app.run_test(size=(100, 30)) as pilot:
        view = (await open_translated(pilot)).view
        before = list(view.pairs)
        engine.crashes = 1
        await make_term(pilot)
        await wait_for(pilot, ErrorDialog)
        await pilot.press("escape")
        await wait_until(pilot, lambda: not service.glossary.effective)
        await wait_until(pilot, lambda: list(view.pairs) == before)


async def test_the_list_grows_while_the_library_is_searched(
    article: Path, engine: GatedTranslator
) -> None:
    others = [article.with_name(f"{name}.txt") for name in "ab"]
    for other in others:
        other.write_text("Der Preis fällt. Die Rechenleistung fehlt.\n")
    app = make_app(article, open_with(engine))
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        app.library.import_paths(others)
        await pilot.press("slash")
        await wait_for(pilot, SearchDialog)
        # The article that is open has no such word: whatever comes last is another.
        await pilot.press(*"fehlt", "ctrl+l", "enter")
        dialog = await wait_for(pilot, ListDialog)
        entries = dialog.query_one(OptionList)
        await wait_until(pilot, lambda: "2 sentences" in str(title(dialog)))
        assert entries.option_count == 2
        await pilot.press("end", "enter")
        await wait_until(pilot, lambda: reading(pilot).path != article)
        await open_translated(pilot)
        assert reading(pilot).view.position == 1


def title(dialog: ListDialog) -> object:
    return dialog.query_one(".dialog-title").render()


async def test_nothing_found_in_any_text_is_said(
    article: Path, engine: GatedTranslator
) -> None:
    app = make_app(article, open_with(engine))
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        await pilot.press("slash")
        await wait_for(pilot, SearchDialog)
        await pilot.press(*"xyz", "ctrl+l", "enter")
        dialog = await wait_for(pilot, ListDialog)
        empty = dialog.query_one("#empty")
        await wait_until(pilot, lambda: "Nothing was found" in str(empty.render()))
        assert empty.display
