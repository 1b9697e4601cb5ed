"""Reading: open, move, let it be translated, quit."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.widgets.text_header import TextHeader
from tests.service.engines import GatedTranslator, open_with
from tests.tui.reading import (
    ARTICLE,
    SEED,
    make_app,
    open_translated,
    reading,
    screens,
    wait_until,
)

pytestmark = pytest.mark.asyncio


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "markt.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


async def test_a_seed_opens_and_is_translated() -> None:
    app = make_app(SEED)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await open_translated(pilot)
        header = screen.query_one(TextHeader)
        assert header.progress == "42 sentences"
        assert all(
            pair.target
            for pair in screen.view.pairs
            if pair.sentence.kind != "boilerplate"
        )


async def test_the_german_is_there_while_the_engine_has_not_answered(
    article: Path,
) -> None:
    engine = GatedTranslator()
    app = make_app(article, open_with(engine))
    async with app.run_test() as pilot:
        await wait_until(pilot, engine.is_at_work.is_set)
        view = reading(pilot).view
        assert view.pairs[0].sentence.source == "Der Markt wächst"
        assert not any(pair.target for pair in view.pairs)
        await pilot.press("j", "j", "k")
        assert view.position == 1
        engine.gate.set()
        await open_translated(pilot)
        assert view.pairs[0].target == "Red Tkram tshcäw"
        assert view.position == 1


async def test_quitting_does_not_wait_for_the_engine(article: Path) -> None:
    engine = GatedTranslator()
    app = make_app(article, open_with(engine))
    async with app.run_test() as pilot:
        await wait_until(pilot, engine.is_at_work.is_set)
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running
    assert engine.gate.is_set()


async def test_a_crash_of_the_engine_is_a_dialog_with_another_try(
    article: Path,
) -> None:
    engine = GatedTranslator()
    engine.gate.set()
    engine.crashes = 1
    app = make_app(article, open_with(engine))
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: bool(app.screen.query("#remedy")))
        assert "died" in str(app.screen.query_one(".message").render())
        await pilot.press("enter")
        screen = await open_translated(pilot)
        assert screen.view.pairs[0].target


async def test_a_file_that_is_not_there_is_a_dialog(tmp_path: Path) -> None:
    app = make_app(tmp_path / "fehlt.txt")
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: bool(app.screen.query("#close")))
        assert "fehlt.txt" in str(app.screen.query_one(".message").render())
        await pilot.press("escape")
        await wait_until(pilot, lambda: not screens(pilot))
        assert app.is_running


async def test_translation_pauses_and_goes_on(article: Path) -> None:
    engine = GatedTranslator()
    app = make_app(article, open_with(engine))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, engine.is_at_work.is_set)
        header = reading(pilot).query_one(TextHeader)
        await pilot.press("p")
        assert "paused" in header.render().plain
        await pilot.press("p")
        assert "translating" in header.render().plain
        engine.gate.set()
        await open_translated(pilot)
        assert "7 sentences" in header.render().plain


async def test_the_engine_is_loaded_for_what_lacks_english_and_for_nothing_else(
    tmp_path: Path,
) -> None:
    article = tmp_path / "markt.txt"
    article.write_text("Der Markt wächst. Die Preise fallen.\n")
    for is_needed in (True, False):
        engine = GatedTranslator()
        engine.gate.set()
        app = make_app(article, open_with(engine))
        async with app.run_test() as pilot:
            await open_translated(pilot)
            if is_needed:
                await wait_until(pilot, engine.is_loaded.is_set)
            await pilot.press("L")
            await wait_until(pilot, lambda: not screens(pilot))
        assert engine.is_loaded.is_set() is is_needed
