from __future__ import annotations

import pytest

from reader.core.documents import Kind
from reader.tui.widgets.pairs_view import PairsView, SearchMatch, WordPlace
from tests.tui.arranging.pairs import make_pair
from tests.tui.arranging.test_words import align
from tests.tui.widgets.pairs_app import (
    NARROW,
    SOURCE,
    WIDE,
    SmallApp,
    line_with,
    lines,
    make_pairs,
    press,
    styles_of,
)

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("keys", "position"),
    [
        (["down"], 2),
        (["j", "j"], 3),
        (["j", "j", "k"], 2),
        (["j", "up", "up"], 1),
        (["right_curly_bracket"], 4),
        (["ctrl+down", "ctrl+down"], 7),
        (["ctrl+down", "j", "left_curly_bracket"], 4),
        (["ctrl+down", "ctrl+up"], 1),
        (["end"], 59),
        (["end", "j", "home"], 1),
        (["right_square_bracket"], 10),
        (["right_square_bracket", "right_square_bracket", "left_square_bracket"], 10),
    ],
)
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_keys_move_the_current_pair_and_boilerplate_is_none(
    keys: list[str], position: int, size: tuple[int, int]
) -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        assert app.view.position == position
        assert app.told
        assert any("▌" in line for line in lines(app.view))


async def test_pages_go_down_and_back_and_no_line_is_skipped() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=NARROW) as pilot:
        before = lines(app.view)
        await press(pilot, "pagedown")
        down = app.view.position
        assert down > 5
        after = [line.replace("▌", " ") for line in lines(app.view)]
        assert set(before[-2:]) <= set(after)
        await press(pilot, "pageup")
        assert app.view.position == 1
        await press(pilot, *["pagedown"] * 12)
        assert app.view.position == 59


async def test_both_columns_mark_the_current_pair_on_one_line() -> None:
    app = SmallApp(make_pairs(), position=4)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        _, line = line_with(app.view, "Satz 4 steht da.")
        assert line.count("▌") == 2
        assert line.index("Satz 4") < line.index("Sentence 4")
        _, other = line_with(app.view, "Satz 5 steht da.")
        assert "▌" not in other


async def test_rows_stay_aligned_where_one_language_is_longer() -> None:
    pairs = [make_pair("Der Markt wächst. " * 9, "Short."), make_pair("Zwei.", "Two.")]
    app = SmallApp(pairs)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        short, _ = line_with(app.view, "Short.")
        two, line = line_with(app.view, "Two.")
        assert "Zwei." in line
        assert two - short == 3


@pytest.mark.parametrize(
    ("arrangement", "has_source", "has_target"),
    [
        ("auto", True, True),
        ("interleaved", True, True),
        ("german", True, False),
        ("english", False, True),
    ],
)
async def test_arrangements_show_their_languages(
    arrangement: str, has_source: bool, has_target: bool
) -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        app.view.arrangement = arrangement  # type: ignore[assignment] # parametrized
        await pilot.pause()
        text = "\n".join(lines(app.view))
        assert ("Satz 2" in text) is has_source
        assert ("Sentence 2" in text) is has_target


async def test_the_word_cursor_walks_into_the_next_sentence() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "right", "l", "l", "l")
        assert app.view.selected_text == "da"
        await press(pilot, "right")
        assert app.view.word == WordPlace(2, "source", 0, 4)
        assert app.view.position == 2
        await press(pilot, "left", "h")
        assert app.view.selected_text == "steht"
        told = app.told[-1]
        assert isinstance(told, PairsView.WordMoved)
        assert (told.index, told.side, told.start, told.end) == (1, "source", 7, 12)


async def test_the_counterpart_lights_up_in_the_other_column() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        y, _ = line_with(app.view, "Satz 1 ")
        before = styles_of(app.view, y, "Sentence")
        await press(pilot, "right")
        assert styles_of(app.view, y, "Sentence") != before
        assert app.view.linked_words == [(0, 8)]
        await press(pilot, "o")
        assert app.view.selected_text == "Sentence"
        assert app.view.linked_words == [(0, 4)]


async def test_a_verb_in_two_halves_is_told_as_one() -> None:
    german = "OpenAI stellte im Mai das neue Modell Sora vor."
    english = "OpenAI presented the new model Sora in May."
    app = SmallApp([make_pair(german, english)], find_links=align)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "right", "right")
        assert app.view.selected_text == "stellte"
        assert app.view.selected_link == ("stellte … vor", "presented")
        y, _ = line_with(app.view, "stellte")
        plain = styles_of(app.view, y, "Modell")[0]
        lit = [styles_of(app.view, y, word)[0] for word in ("vor", "presented")]
        assert lit[0].bgcolor == lit[1].bgcolor != plain.bgcolor
        await press(pilot, "o")
        assert app.view.selected_link == ("presented", "stellte … vor")


async def test_german_words_stay_selected_when_their_english_arrives() -> None:
    app = SmallApp([make_pair("Der Markt wächst.")])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "right", "shift+right")
        app.view.update_pairs({0: make_pair("Der Markt wächst.", "The market grows.")})
        assert app.view.selected_text == "Der Markt"
        assert app.view.linked_words == [(0, 10)]
        await press(pilot, "o")
        assert app.view.selected_text == "The market"
        app.view.update_pairs({0: make_pair("Der Markt wächst.", "The markets grow.")})
        assert app.view.selected_text == ""


async def test_terms_are_marked_in_both_languages_and_reached_by_key() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "right_square_bracket")
        assert app.view.selected_term == app.view.pairs[10].terms[0]
        app.view.leave_words()
        await pilot.pause()
        y, _ = line_with(app.view, SOURCE)
        for word in ("Chips", "chips"):
            assert styles_of(app.view, y, word)[0].underline
        assert not styles_of(app.view, y, "knapp")[0].underline


async def test_words_are_selected_with_shift() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "right", "shift+right", "shift+right")
        assert app.view.selected_text == "Satz 1 steht"
        await press(pilot, "shift+left", "shift+left")
        assert app.view.selected_text == "Satz"


async def test_the_wheel_takes_the_current_pair_along() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=NARROW) as pilot:
        app.view.scroll_to(y=40, animate=False)
        await pilot.pause()
        assert app.view.scroll_offset.y == 40
        assert app.view.position > 10
        assert any("▌" in line for line in lines(app.view))


async def test_english_that_arrives_above_does_not_push_the_text_away() -> None:
    pairs = [make_pair(f"Satz {n} steht da.", block=n) for n in range(60)]
    app = SmallApp(pairs, position=30)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        y, _ = line_with(app.view, "Satz 30 ")
        long = "A very long sentence that needs more than one line of the screen. " * 3
        app.view.update_pairs({n: make_pair(f"Satz {n}", long) for n in range(20)})
        await pilot.pause()
        assert line_with(app.view, "Satz 30 ")[0] == y
        assert app.view.position == 30


async def test_untranslated_flagged_and_edited_pairs_are_told_apart() -> None:
    pairs = [
        make_pair("Eins."),
        make_pair("Zwei 2.", "Two 3.", flags=("numbers",)),
        make_pair("Drei.", "Three.", edited=True),
    ]
    app = SmallApp(pairs)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "· · ·" in line_with(app.view, "Eins.")[1]
        assert "Two 3. [⚠ numbers]" in line_with(app.view, "Zwei")[1]
        assert "Three. ✎" in line_with(app.view, "Drei.")[1]


async def test_bookmarks_and_matches_are_seen() -> None:
    app = SmallApp(make_pairs())
    async with app.run_test(size=WIDE) as pilot:
        app.view.set_bookmarks([3])
        matches = [SearchMatch(2, "target", 0, 8), SearchMatch(3, "source", 0, 4)]
        app.view.set_search(matches, 1)
        await pilot.pause()
        y, line = line_with(app.view, "Satz 3 ")
        assert line.lstrip().startswith("◆")
        assert styles_of(app.view, y, "Satz")[0].reverse
        y, _ = line_with(app.view, "Satz 2 ")
        assert styles_of(app.view, y, "Sentence")[0].bold
        assert not styles_of(app.view, y, "stands")[0].bold


async def test_control_characters_never_reach_the_terminal() -> None:
    app = SmallApp([make_pair("Rot \x1b[31m hier.", "Red \x1b]0;title\x07 here.")])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        text = "".join(lines(app.view))
        assert "\x1b" not in text and "\x07" not in text
        assert "␛[31m" in text


async def test_resizing_keeps_the_current_pair_on_the_screen() -> None:
    app = SmallApp(make_pairs(), position=40)
    async with app.run_test(size=WIDE) as pilot:
        for size in (NARROW, (30, 10), WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert any("Satz 40" in line or "Chips" in line for line in lines(app.view))
            assert all(len(line) <= size[0] for line in lines(app.view))


async def test_a_sentence_higher_than_the_screen_is_scrolled_through() -> None:
    pairs = [make_pair("Der Markt wächst. " * 120, "End."), make_pair("Zwei.", "Two.")]
    app = SmallApp(pairs)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "j")
        assert app.view.position == 0
        assert app.view.scroll_offset.y > 0
        await press(pilot, "j", "j")
        assert app.view.position == 1


async def test_words_of_a_sentence_higher_than_the_screen_are_scrolled_to() -> None:
    german = " ".join(f"Wort{n} folgt" for n in range(400))
    app = SmallApp([make_pair(german, german)])
    async with app.run_test(size=NARROW) as pilot:
        for number in (350, 10, 200):
            start = german.index(f"Wort{number} ")
            app.view.show_words(WordPlace(0, "source", start, start + 5))
            await pilot.pause()
            assert any(f"Wort{number} " in line for line in lines(app.view))
        await press(pilot, "right")
        assert app.view.selected_text == "Wort0"
        assert any("Wort0 " in line for line in lines(app.view))


async def test_nothing_to_show_is_no_trouble() -> None:
    app = SmallApp([make_pair("Teilen", kind=Kind.BOILERPLATE)])
    async with app.run_test(size=NARROW) as pilot:
        keys = ["j", "k", "ctrl+down", "pagedown", "end", "right", "shift+right"]
        await press(pilot, *keys, "o", "right_square_bracket")
        app.view.reveal()
        assert app.view.current_pair is None
        assert app.told == []
