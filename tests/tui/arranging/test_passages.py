from __future__ import annotations

from collections.abc import Collection

import pytest

from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.tui.arranging.frames import Arrangement, make_frame
from reader.tui.arranging.passages import Passage, find_passages, show_side
from tests.tui.arranging.pairs import make_pair

PAIRS = [
    make_pair("Der Markt wächst.", "The market grows."),
    make_pair("Die Preise fallen.", "Prices fall."),
    make_pair("Das reicht."),
]


def passages(
    arrangement: Arrangement,
    pairs: list[Pair],
    revealed: Collection[int] = (),
    has_bullet: bool = True,
) -> list[Passage]:
    frame = make_frame(arrangement, 80)
    indexes = range(len(pairs)) if frame.is_flowing else range(1)
    return list(find_passages(pairs, indexes, frame, set(revealed), has_bullet))


def texts(found: list[Passage]) -> list[str]:
    return [passage.shown.text for passage in found]


def test_two_languages_stand_in_passages_of_one_sentence() -> None:
    found = passages("auto", PAIRS)
    assert texts(found) == ["Der Markt wächst.", "The market grows."]
    assert [passage.side for passage in found] == ["source", "target"]


def test_one_language_runs_on_through_the_paragraph() -> None:
    (german,) = passages("german", PAIRS)
    assert german.shown.text == "Der Markt wächst. Die Preise fallen. Das reicht."
    assert german.offsets == [0, 18, 37]
    (english,) = passages("english", PAIRS)
    assert english.shown.text == "The market grows. Prices fall. · · ·"


def test_revealed_english_stands_right_behind_its_german() -> None:
    found = passages("german", PAIRS, revealed={0, 1})
    assert texts(found) == [
        "Der Markt wächst.",
        "The market grows.",
        "Die Preise fallen.",
        "Prices fall.",
        "Das reicht.",
    ]
    german, english = found[:2]
    assert english.indent > german.indent
    assert english.marks == ("│ ", "│ ")
    assert texts(passages("german", PAIRS, revealed={2})) == [
        "Der Markt wächst. Die Preise fallen. Das reicht.",
        "· · ·",
    ]


def test_an_item_of_a_list_has_one_bullet() -> None:
    items = [make_pair(pair.sentence.source, kind=Kind.LIST) for pair in PAIRS]
    found = passages("german", items, revealed={0})
    assert [passage.marks[0] for passage in found] == ["• ", "│ ", ""]
    assert [passage.indent for passage in found] == [2, 6, 2]
    assert passages("german", items, has_bullet=False)[0].marks == ("", "")


@pytest.mark.parametrize(
    ("source", "has_one"),
    [
        ("Erstens wächst der Markt.", True),
        ("-5 Grad waren es.", True),
        ("2024 wächst der Markt.", True),
        ("– Erstens wächst der Markt.", False),
        ("1. Der Markt wächst.", False),
        ("b) Der Markt wächst.", False),
    ],
)
def test_an_item_that_has_a_bullet_gets_no_second_one(
    source: str, has_one: bool
) -> None:
    (passage,) = passages("german", [make_pair(source, kind=Kind.LIST)])
    assert (passage.marks[0], passage.indent) == (("• ", 2) if has_one else ("", 0))


def test_english_below_its_german_has_no_bullet_of_its_own() -> None:
    items = [make_pair("Erstens.", "First.", kind=Kind.LIST)]
    assert [p.marks[0] for p in passages("auto", items)] == ["• ", ""]
    wide = find_passages(items, [0], make_frame("auto", 140), set(), True)
    assert [p.marks[0] for p in wide] == ["• ", "• "]


def test_one_text_with_wide_characters_makes_the_passage_wide() -> None:
    pairs = [make_pair("Der Markt."), make_pair("算力市场。")]
    (passage,) = passages("german", pairs)
    assert not passage.shown.is_plain
    assert passages("german", pairs[:1])[0].shown.is_plain


def test_flags_and_edits_are_seen_behind_the_english() -> None:
    pair = make_pair("3 Chips", "4 chips", flags=("numbers",), edited=True)
    assert show_side(pair, "target").text == "4 chips [⚠\xa0numbers] ✎"
    assert show_side(make_pair("3 Chips"), "target").text == "· · ·"
