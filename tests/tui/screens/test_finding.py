"""What is found in the language that a layout does not show."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.interfaces import PatternSearch
from reader.service.searching import Query, compile_query
from reader.tui.widgets.status_panel import StatusPanel
from tests.tui.reading import ARTICLE, make_app, open_translated

pytestmark = pytest.mark.asyncio


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "markt.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def search(words: str) -> PatternSearch:
    return compile_query(Query(words))


async def test_a_match_in_hidden_english_is_revealed(article: Path) -> None:
    async with make_app(article).run_test() as pilot:
        screen = await open_translated(pilot)
        screen.view.arrangement = "german"
        # "letzte", turned round.
        screen.look_for(search("etztel"))
        await pilot.pause()
        lines = [screen.view.render_line(y).text for y in range(24)]
        assert any("│" in line and "etztel" in line for line in lines)


async def test_a_match_in_hidden_german_is_told_of(article: Path) -> None:
    async with make_app(article).run_test() as pilot:
        screen = await open_translated(pilot)
        screen.view.arrangement = "english"
        screen.look_for(search("knapp"))
        await pilot.pause()
        pair = screen.view.current_pair
        assert pair is not None and "knapp" in pair.sentence.source
        said = screen.query_one(StatusPanel).content.plain
        assert said.startswith("match 1 of 1 (in the German) · ")
