"""One language alone: the sentences of a paragraph run on."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.core.documents import Kind
from reader.tui.arranging.frames import Arrangement
from reader.tui.widgets.pairs_view import SearchMatch, WordPlace
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
EACH: list[Arrangement] = ["german", "english"]


@pytest.mark.parametrize("arrangement", EACH)
async def test_sentences_of_a_paragraph_share_a_line_and_headings_do_not(
    arrangement: Arrangement,
) -> None:
    pairs = [
        make_pair("Titel", "Title", kind=Kind.TITLE, block=0),
        *make_pairs(8)[1:],
        make_pair("Mehr", "More", kind=Kind.HEADING, block=9),
    ]
    app = SmallApp(pairs)
    async with app.run_test(size=WIDE) as pilot:
        app.view.arrangement = arrangement
        await pilot.pause()
        shown = [line.strip("▌ ") for line in lines(app.view)]
        if arrangement == "german":
            wanted = "Satz 1 steht da. Satz 2 steht da. Satz 3 steht da."
        else:
            wanted = " ".join(f"Sentence {n} stands there." for n in (1, 2, 3))
        at = shown.index(wanted)
        assert shown[at - 3] in ("Titel", "Title")
        assert shown[at - 2] == "─" * 84
        assert shown[at - 1] == shown[at + 1] == ""
        assert {"Mehr", "More"} & set(shown)


@pytest.mark.parametrize("arrangement", EACH)
async def test_only_the_current_sentence_is_lit(arrangement: Arrangement) -> None:
    app = SmallApp(make_pairs(), position=2)
    async with app.run_test(size=WIDE) as pilot:
        app.view.arrangement = arrangement
        await pilot.pause()
        words = ("Satz 1", "Satz 2", "Satz 3")
        if arrangement == "english":
            words = ("Sentence 1", "Sentence 2", "Sentence 3")
        y, line = line_with(app.view, words[1])
        assert line.count("▌") == 1
        first, second, third = (styles_of(app.view, y, word)[0] for word in words)
        assert first.bgcolor == third.bgcolor != second.bgcolor
        await press(pilot, "j")
        first, second, third = (styles_of(app.view, y, word)[0] for word in words)
        assert first.bgcolor == second.bgcolor != third.bgcolor


@pytest.mark.parametrize("arrangement", EACH)
@pytest.mark.parametrize(
    ("keys", "position"),
    [
        (["j", "j", "k"], 2),
        (["ctrl+down"], 4),
        (["ctrl+down", "j", "ctrl+up"], 4),
        (["end"], 59),
        (["end", "home"], 1),
        (["right_square_bracket"], 10),
    ],
)
async def test_keys_move_by_sentence(
    arrangement: Arrangement, keys: list[str], position: int
) -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=NARROW) as pilot:
        app.view.arrangement = arrangement
        await press(pilot, *keys)
        assert app.view.position == position
        assert any("▌" in line for line in lines(app.view))


async def test_pages_skip_no_line() -> None:
    app = SmallApp(make_pairs(200))
    async with app.run_test(size=NARROW) as pilot:
        app.view.arrangement = "german"
        await pilot.pause()
        seen = set(lines(app.view))
        for _ in range(8):
            await press(pilot, "pagedown")
            seen |= set(lines(app.view))
        text = " ".join(line.replace("▌", " ") for line in seen)
        assert app.view.position == 199
        assert all(f"Satz {n} " in text for n in range(1, 200) if n % 10)


async def test_revealed_english_stands_below_its_sentence_and_is_hidden_again() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        app.view.arrangement = "german"
        await press(pilot, "j")
        app.view.reveal()
        await pilot.pause()
        y, line = line_with(app.view, "Sentence 2 stands")
        assert "│ Sentence 2" in line
        above, below = lines(app.view)[y - 1], lines(app.view)[y + 1]
        assert "Satz 1 steht da. Satz 2 steht da." in above and "Satz 3" not in above
        assert below.strip() == "Satz 3 steht da."
        app.view.reveal()
        await pilot.pause()
        assert not any("Sentence" in line for line in lines(app.view))


async def test_the_other_language_of_a_word_is_revealed() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        app.view.arrangement = "german"
        await press(pilot, "j", "right", "o")
        y, _ = line_with(app.view, "Sentence 2 stands")
        assert app.view.word == WordPlace(2, "target", 0, 8)
        assert styles_of(app.view, y, "Sentence")[0].reverse
        # What is hidden has no cursor.
        app.view.reveal()
        await pilot.pause()
        assert app.view.selected_text == ""


async def test_a_word_that_is_not_shown_is_under_no_cursor() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "right")
        app.view.arrangement = "english"
        assert app.view.selected_text == ""
        await press(pilot, "right", "o")
        assert app.view.word == WordPlace(1, "target", 0, 8)
        app.view.arrangement = "german"
        assert app.view.word is None


async def test_english_alone_fills_in_without_moving_the_sentence_at_hand() -> None:
    pairs = [make_pair(f"Satz {n} steht da.", block=n // 5) for n in range(100)]
    app = SmallApp(pairs, position=72)
    async with app.run_test(size=NARROW) as pilot:
        app.view.arrangement = "english"
        app.view.update_pairs({72: make_pair("Satz 72.", "Here I am.", block=14)})
        await pilot.pause()
        y, _ = line_with(app.view, "Here I am.")
        long = "A long sentence that needs more than one line of the screen. " * 3
        app.view.update_pairs(
            {n: make_pair(f"Satz {n}.", long, block=n // 5) for n in range(40)}
        )
        await pilot.pause()
        assert line_with(app.view, "Here I am.")[0] == y
        assert app.view.position == 72


async def test_bookmarks_flags_matches_and_terms_are_seen() -> None:
    pairs = make_pairs(12)
    pairs[11] = make_pair("Zwei 2.", "Two 3.", block=4, flags=("numbers",))
    app = SmallApp(pairs)
    async with app.run_test(size=WIDE) as pilot:
        view = app.view
        view.arrangement = "english"
        view.set_bookmarks([5])
        view.set_search([SearchMatch(4, "target", 0, 8)], 0)
        await pilot.pause()
        y, line = line_with(view, "Sentence 5")
        assert line.lstrip().startswith("◆")
        match, after = (styles_of(view, y, w)[0] for w in ("Sentence", "stands"))
        assert match.reverse and not after.reverse
        y, line = line_with(view, "Two 3.")
        assert "chips are scarce. Two 3. [⚠ numbers]" in line
        assert styles_of(view, y, "chips")[0].underline


async def test_a_sentence_higher_than_the_screen_is_scrolled_through() -> None:
    long = "Der Markt wächst, " * 150
    app = SmallApp([make_pair("Kurz."), make_pair(long), make_pair("Zwei.")])
    async with app.run_test(size=NARROW) as pilot:
        app.view.arrangement = "german"
        await press(pilot, "j")
        assert app.view.position == 1
        tops = []
        while app.view.position == 1:
            tops.append(app.view.scroll_offset.y)
            await press(pilot, "j")
        assert tops == sorted(set(tops)) and len(tops) > 1
        assert app.view.position == 2


async def test_a_paragraph_of_a_thousand_sentences_is_drawn_by_the_line() -> None:
    pairs = [make_pair(f"Satz {n} steht da.") for n in range(1000)]
    app = SmallApp(pairs, position=500)
    async with app.run_test(size=NARROW) as pilot:
        view = app.view
        view.arrangement = "german"
        await pilot.pause()
        lines(view)
        kept = dict(view._strips)
        await press(pilot, "j")
        redrawn = [y for y, strip in kept.items() if view._strips.get(y) is not strip]
        assert 0 < len(redrawn) <= 2


async def test_pages_of_a_long_sentence_are_full_ones() -> None:
    long = "Der Markt wächst, " * 150
    app = SmallApp([*make_pairs(30), make_pair(long, block=50), *make_pairs(30)])
    async with app.run_test(size=NARROW) as pilot:
        app.view.arrangement = "german"
        await pilot.pause()
        bottom, tops = app.view.max_scroll_y, [0]
        while tops[-1] < bottom:
            await press(pilot, "pagedown")
            tops.append(app.view.scroll_offset.y)
            assert any("▌" in line for line in lines(app.view))
        # The page that has the sentence's end, and the last one, may be shorter.
        assert len(tops) <= bottom / (24 - 2) + 3
        assert all(below - above <= 24 - 2 for above, below in pairwise(tops))
