from __future__ import annotations

import pytest

from reader.core.documents import Kind
from reader.tui.arranging.frames import ARRANGEMENTS, NARROW, make_frame
from reader.tui.arranging.rows import Page, show_side
from tests.tui.arranging.pairs import make_pair

LONG = "Der Markt für Rechenleistung wächst seit Jahren schneller als jeder andere."


def test_two_columns_begin_where_there_is_room_for_them() -> None:
    assert make_frame("auto", NARROW - 1).mode == "stacked"
    assert make_frame("auto", NARROW).mode == "side-by-side"


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("width", [20, 80, 100, 101, 140, 300])
def test_columns_stay_on_the_screen(arrangement: str, width: int) -> None:
    frame = make_frame(next(a for a in ARRANGEMENTS if a == arrangement), width)
    assert 0 <= frame.bookmark < frame.source.bar
    assert frame.target.end <= width
    if frame.mode == "side-by-side":
        assert frame.source.end < frame.target.bar
        assert frame.source.width == frame.target.width


def test_a_row_is_as_high_as_its_longer_language() -> None:
    page = Page([make_pair(LONG, "Short.")], make_frame("auto", 100))
    row = page.make_row(0)
    assert len(row.lines) == 2
    assert row.lines[0][1] == (0, 6)
    assert row.lines[1][1] is None
    assert page.height == row.height == 3


def test_stacked_languages_follow_each_other() -> None:
    page = Page([make_pair("Der Markt.", "The market.")], make_frame("auto", 80))
    assert page.make_row(0).lines == (((0, 10), None), (None, (0, 11)))


def test_german_alone_has_the_english_of_revealed_pairs() -> None:
    page = Page([make_pair("Eins.", "One."), make_pair("Zwei.", "Two.")])
    page.fit(make_frame("german", 80))
    page.revealed.add(1)
    page.change([1])
    assert [len(page.make_row(row).lines) for row in (0, 1)] == [1, 2]
    page.fit(make_frame("english", 80))
    assert page.make_row(0).lines == ((None, (0, 4)),)


def test_heights_are_those_of_the_lines_that_are_drawn() -> None:
    kinds = list(Kind)
    pairs = [
        make_pair(LONG * (n % 4 + 1), LONG * (n % 3), kind=kinds[n % 7], block=n // 2)
        for n in range(60)
    ]
    for width in (80, 120):
        page = Page(pairs, make_frame("auto", width))
        for row in range(len(page)):
            height = page.bottom(row) - page.top(row)
            assert page.make_row(row).height == height
            assert page.row_at(page.top(row)) == row
            assert page.row_at(page.bottom(row) - 1) == row


def test_boilerplate_has_no_row() -> None:
    pairs = [
        make_pair("Teilen", kind=Kind.BOILERPLATE),
        make_pair("Eins.", block=2),
        make_pair("Kommentare", kind=Kind.BOILERPLATE, block=3),
        make_pair("Zwei.", block=4),
    ]
    page = Page(pairs, make_frame("auto", 80))
    assert page.shown == [1, 3]
    assert [page.row_of(index) for index in range(4)] == [0, 0, 1, 1]


def test_paragraphs_are_set_apart_and_headings_more_so() -> None:
    pairs = [
        make_pair("Titel", kind=Kind.TITLE),
        make_pair("Eins.", block=2),
        make_pair("Zwei.", block=2),
        make_pair("Drei.", block=3),
        make_pair("Mehr", kind=Kind.HEADING, block=4),
        make_pair("Erstens", kind=Kind.LIST, block=5),
        make_pair("Zweitens", kind=Kind.LIST, block=6),
    ]
    page = Page(pairs, make_frame("auto", 80))
    rows = [page.make_row(row) for row in range(7)]
    assert [row.gap for row in rows] == [1, 1, 0, 1, 2, 1, 0]
    assert [row.has_rule for row in rows] == [True] + [False] * 6


def test_flags_and_edits_are_seen_behind_the_english() -> None:
    pair = make_pair("3 Chips", "4 chips", flags=("numbers",), edited=True)
    assert show_side(pair, "target").text == "4 chips [⚠ numbers] ✎"
    assert show_side(make_pair("3 Chips"), "target").text == "· · ·"
