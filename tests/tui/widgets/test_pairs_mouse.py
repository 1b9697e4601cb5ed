from __future__ import annotations

import pytest

from reader.tui.arranging.frames import Arrangement
from reader.tui.widgets.pairs_view import PairsView
from tests.tui.widgets.pairs_app import (
    WIDE,
    SmallApp,
    line_with,
    make_pairs,
    press,
    styles_of,
)

pytestmark = pytest.mark.asyncio


def cell_of(view: PairsView, text: str, word: str) -> tuple[int, int]:
    """Return where `word` begins in the first line that has `text`."""
    y, line = line_with(view, text)
    return line.index(word, line.index(text)), y


async def test_a_click_takes_the_pair_and_the_word_and_two_ask_for_more() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        y, line = line_with(app.view, "Sentence 3")
        await pilot.click(PairsView, offset=(line.index("stands") + 1, y))
        assert app.view.position == 3
        assert app.view.selected_text == "stands"
        y, line = line_with(app.view, "Satz 5")
        x = line.index("Satz")
        await pilot.click(PairsView, offset=(x, y))
        await pilot.click(PairsView, offset=(x + 8, y), shift=True)
        assert app.view.selected_text == "Satz 5 steht"
        await pilot.click(PairsView, offset=(x, y), times=2)
        await pilot.pause()
        assert PairsView.Activated(5).index in [
            told.index for told in app.told if isinstance(told, PairsView.Activated)
        ]


@pytest.mark.parametrize("arrangement", ["german", "english"])
async def test_a_click_finds_its_sentence_in_a_paragraph(
    arrangement: Arrangement,
) -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        view = app.view
        view.arrangement = arrangement
        await pilot.pause()
        sentence, verb = ("Satz 5", "steht"), ("Sentence 5", "stands")
        text, word = sentence if arrangement == "german" else verb
        x, y = cell_of(view, text, word)
        assert (
            len(styles_of(view, y, "da" if arrangement == "german" else "there")) == 3
        )
        await pilot.click(PairsView, offset=(x + 1, y))
        assert view.position == 5
        assert view.selected_text == word
        await press(pilot, "j")
        assert view.position == 6
