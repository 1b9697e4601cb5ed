from __future__ import annotations

import pytest

from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.tui.arranging.frames import (
    ARRANGEMENTS,
    NARROW,
    Arrangement,
    make_frame,
)
from reader.tui.arranging.page import Page
from reader.tui.arranging.passages import show_side
from reader.tui.arranging.words import find_words, text_of
from tests.tui.arranging.pairs import make_pair

LONG = "Der Markt für Rechenleistung wächst seit Jahren schneller als jeder andere. "


def make_pairs() -> list[Pair]:
    """Return pairs of every kind and of many lengths, two to four a block."""
    kinds = list(Kind)
    return [
        make_pair(
            LONG * (n % 4) + "Ende.",
            LONG * (n % 3) or None,
            kind=kinds[n // 3 % len(kinds)],
            block=n // 3,
        )
        for n in range(63)
    ]


def test_two_columns_begin_where_there_is_room_for_them() -> None:
    assert make_frame("auto", NARROW - 1).mode == "stacked"
    assert make_frame("auto", NARROW).mode == "side-by-side"


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("width", [20, 80, 100, 101, 140, 300])
def test_columns_stay_on_the_screen_and_lines_short(
    arrangement: Arrangement, width: int
) -> None:
    frame = make_frame(arrangement, width)
    assert 0 <= frame.bookmark < frame.source.bar
    assert frame.target.end <= width
    assert frame.source.width <= 90
    if frame.mode == "side-by-side":
        assert frame.source.end < frame.target.bar
        assert frame.source.width == frame.target.width


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("width", [30, 80, 140])
def test_every_line_of_a_pair_is_where_the_page_says(
    arrangement: Arrangement, width: int
) -> None:
    pairs = make_pairs()
    page = Page(pairs, make_frame(arrangement, width))
    page.revealed |= {3, 30}
    page.change([3, 30])
    lines = [page.line_at(y) for y in range(page.height)]
    for place, index in enumerate(page.shown):
        top, bottom = page.extent_of(index)
        assert index in lines[top].beginning
        held = [y for y, line in enumerate(lines) if index in _indexes(page, y)]
        assert held == list(range(top, bottom))
        assert page.place_of(index) == place
        if place:
            assert top >= page.top_of(page.shown[place - 1])
    assert not lines[-1].pieces or page.shown[-1] in _indexes(page, page.height - 1)


def test_a_page_that_changed_is_the_page_that_was_always_so() -> None:
    pairs = make_pairs()
    for arrangement in ARRANGEMENTS:
        changing = list(pairs)
        page = Page(changing, make_frame(arrangement, 80))
        page.line_at(5)
        new = {n: make_pair("Neu. ", LONG * 5, block=n // 3) for n in (4, 5, 40)}
        for index, pair in new.items():
            kind = pairs[index].sentence.kind
            changing[index] = make_pair(
                "Neu.", pair.target, kind=kind, block=index // 3
            )
        page.change(new)
        fresh = Page(changing, page.frame)
        assert page.height == fresh.height
        assert [page.line_at(y) for y in range(page.height)] == [
            fresh.line_at(y) for y in range(page.height)
        ]


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_every_word_has_its_line(arrangement: Arrangement) -> None:
    pairs = make_pairs()
    page = Page(pairs, make_frame(arrangement, 80))
    for index in page.shown:
        for side in ("source", "target"):
            text = text_of(pairs[index], side)
            for start, end in find_words(text):
                line = page.line_at(page.line_of(index, side, start))
                said = [
                    show_side(pairs[piece.index], piece.side).text[slice(*piece.span)]
                    for piece in line.pieces
                    if (piece.index, piece.side) == (index, side)
                ]
                is_shown = arrangement not in ("german", "english") or (
                    (arrangement == "german") == (side == "source")
                )
                assert any(text[start:end] in part for part in said) == is_shown


def test_english_that_is_asked_for_makes_room_for_itself() -> None:
    pairs = [make_pair("Eins.", "One."), make_pair("Zwei.", "Two.")]
    page = Page(pairs, make_frame("german", 80))
    assert page.height == 2
    page.revealed.add(0)
    page.change([0])
    assert page.height == 4
    assert page.extent_of(0) == (1, 3)
    assert page.extent_of(1) == (3, 4)


def test_boilerplate_has_no_place() -> None:
    pairs = [
        make_pair("Teilen", kind=Kind.BOILERPLATE),
        make_pair("Eins.", block=2),
        make_pair("Kommentare", kind=Kind.BOILERPLATE, block=3),
        make_pair("Zwei.", block=4),
    ]
    page = Page(pairs, make_frame("auto", 80))
    assert page.shown == [1, 3]
    assert [page.place_of(index) for index in range(4)] == [0, 0, 1, 1]


@pytest.mark.parametrize(("arrangement", "heights"), [("auto", 2), ("german", 1)])
def test_paragraphs_are_set_apart_and_headings_more_so(
    arrangement: Arrangement, heights: int
) -> None:
    pairs = [
        make_pair("Titel", kind=Kind.TITLE),
        make_pair("Eins.", block=2),
        make_pair("Drei.", block=3),
        make_pair("Mehr", kind=Kind.HEADING, block=4),
        make_pair("Erstens", kind=Kind.LIST, block=5),
        make_pair("Zweitens", kind=Kind.LIST, block=6),
    ]
    page = Page(pairs, make_frame(arrangement, 80))
    ends = [0, *(page.extent_of(index)[1] for index in range(6))]
    gaps = [page.top_of(n) - ends[n] for n in range(6)]
    # The line below the title is a rule.
    assert gaps == [1, 2, 1, 2, 1, 0]
    assert page.line_at(ends[1]).is_rule
    assert all(page.extent_of(n)[1] - page.top_of(n) == heights for n in range(6))
    assert [page.starts_block(place) for place in range(6)] == [True] * 6


def test_what_stands_beside_no_text_belongs_to_the_nearest_pair() -> None:
    pairs = [make_pair("Titel", kind=Kind.TITLE), make_pair("Eins.", block=2)]
    page = Page(pairs, make_frame("german", 80))
    assert [page.pair_at(y) for y in range(page.height)] == [0, 0, 0, 1, 1]


def _indexes(page: Page, y: int) -> set[int]:
    return {piece.index for piece in page.line_at(y).pieces}
