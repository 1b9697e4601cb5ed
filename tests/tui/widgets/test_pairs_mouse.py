from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from reader.tui.arranging.frames import Arrangement
from reader.tui.widgets.pairs_view import PairsView, WordPlace
from tests.tui.arranging.pairs import make_pair
from tests.tui.widgets.pairs_app import (
    NARROW,
    WIDE,
    SmallApp,
    line_with,
    lines,
    make_pairs,
    press,
    styles_of,
)

pytestmark = pytest.mark.asyncio


async def drag(pilot: Pilot[None], *cells: tuple[int, int], button: int = 1) -> None:
    """Press at the first cell, move over all, and let go at the last.

    The events take the driver's way, so that Textual makes a click of them as it would.
    """
    kinds = [events.MouseDown, *[events.MouseMove] * (len(cells) - 1), events.MouseUp]
    for kind, (x, y) in zip(kinds, [*cells, cells[-1]], strict=True):
        pilot.app.post_message(
            kind(
                None,
                x=x,
                y=y,
                delta_x=0,
                delta_y=0,
                button=button,
                shift=False,
                meta=False,
                ctrl=False,
                screen_x=x,
                screen_y=y,
            )
        )
        await pilot.pause()


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


async def test_dragging_selects_whole_words_forwards_and_backwards() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        view = app.view
        steht = cell_of(view, "Satz 5", "steht")
        satz = cell_of(view, "Satz 5", "Satz")
        five = satz[0] + 5, satz[1]
        # In the middle of a word, over others, to the middle of another one.
        await drag(pilot, (satz[0] + 1, satz[1]), five, (steht[0] + 2, steht[1]))
        assert view.selected_text == "Satz 5 steht"
        assert view.position == 5
        await drag(pilot, (steht[0] + 2, steht[1]), five)
        assert view.selected_text == "5 steht"
        # Back to where it began is one word, and no click that starts anew.
        await drag(pilot, steht, five, satz, steht)
        assert view.selected_text == "steht"
        told = app.told[-1]
        assert isinstance(told, PairsView.WordMoved)
        assert (told.index, told.side) == (5, "source")


async def test_dragging_stays_in_its_sentence_and_its_language() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        view = app.view
        x, y = cell_of(view, "Satz 5", "steht")
        english, _ = cell_of(view, "Sentence 5", "stands")
        await drag(pilot, (x, y), (english, y))
        assert view.selected_text == "steht da"
        await drag(pilot, (x, y), (x, y + 5))
        assert view.word == WordPlace(5, "source", 7, 15)
        await drag(pilot, (x, y), (x, y - 1), (x, 0))
        assert view.selected_text == "Satz 5 steht"
        await drag(pilot, (english, y), (0, y))
        assert view.selected_text == "Sentence 5 stands"


async def test_the_text_stands_still_under_a_mouse_that_drags() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=NARROW) as pilot:
        view = app.view
        before = lines(view)
        y = max(n for n, line in enumerate(before) if "steht" in line)
        x = before[y].index("steht")
        await drag(pilot, (x, y), (x + 6, y), (x + 7, y))
        assert view.scroll_offset.y == 0
        assert view.selected_text == "steht da"


async def test_dragging_beside_words_or_with_another_button_selects_nothing() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        view = app.view
        x, y = cell_of(view, "Satz 5", "steht")
        await drag(pilot, (x + 20, y), (x, y))
        assert view.selected_text == "steht"
        await drag(pilot, (x, y), (x + 6, y), button=3)
        assert view.selected_text == "da"
        await drag(pilot, (x, y), (x + 6, y))
        assert view.selected_text == "steht da"
        # The mouse is let go of: what it does now is nobody's business.
        await pilot.hover(PairsView, offset=(x - 5, y))
        assert view.selected_text == "steht da"


async def test_words_of_a_paragraph_that_runs_on_are_dragged_over_its_lines() -> None:
    german = "Der Markt für Rechenleistung wächst seit vielen Jahren sehr schnell."
    app = SmallApp([make_pair("Kurz."), make_pair(german), make_pair("Ende.")])
    async with app.run_test(size=(40, 12)) as pilot:
        view = app.view
        view.arrangement = "german"
        await pilot.pause()
        start = cell_of(view, "für", "für")
        end = cell_of(view, "vielen", "vielen")
        assert start[1] != end[1]
        await drag(pilot, start, end)
        assert view.selected_text == "für Rechenleistung wächst seit vielen"
        assert view.position == 1


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
