from __future__ import annotations

from reader.core.pairs import Pair
from reader.tui.arranging.frames import Arrangement, make_frame
from reader.tui.arranging.passages import find_passages, show_side
from reader.tui.arranging.rows import Piece, Row, count_lines, make_row
from tests.tui.arranging.pairs import make_pair

LONG = "Der Markt für Rechenleistung wächst seit Jahren schneller als jeder andere."


def row_of(
    arrangement: Arrangement,
    width: int,
    *pairs: Pair,
    revealed: frozenset[int] = frozenset(),
) -> Row:
    """Return the lines of a row, and see that they are as many as were counted."""
    frame = make_frame(arrangement, width)
    indexes = range(len(pairs))
    row = make_row(find_passages(pairs, indexes, frame, revealed, True), frame)
    again = find_passages(pairs, indexes, frame, revealed, True)
    assert len(row.lines) == count_lines(again, frame)
    return row


def said(pairs: tuple[Pair, ...], row: Row) -> list[list[str]]:
    """Return what the pieces of each line say."""
    return [
        [show_side(pairs[p.index], p.side).text[slice(*p.span)] for p in line.pieces]
        for line in row.lines
    ]


def test_a_row_is_as_high_as_its_longer_language() -> None:
    row = row_of("auto", 100, make_pair(LONG, "Short."))
    assert [[piece.side for piece in line.pieces] for line in row.lines] == [
        ["source", "target"],
        ["source"],
    ]
    assert row.extents == {0: (0, 2)}


def test_stacked_languages_follow_each_other() -> None:
    row = row_of("auto", 80, make_pair("Der Markt.", "The market."))
    x = make_frame("auto", 80).source.x
    assert [line.pieces for line in row.lines] == [
        (Piece(0, "source", (0, 10), x),),
        (Piece(0, "target", (0, 11), x),),
    ]


def test_sentences_that_run_on_share_lines() -> None:
    pairs = make_pair("Der Markt wächst."), make_pair(LONG), make_pair("Kaum.")
    row = row_of("german", 50, *pairs)
    assert said(pairs, row) == [
        ["Der Markt wächst.", "Der Markt für"],
        ["Rechenleistung wächst seit Jahren schneller"],
        ["als jeder andere.", "Kaum."],
    ]
    assert [line.beginning for line in row.lines] == [(0, 1), (), (2,)]
    assert row.extents == {0: (0, 1), 1: (0, 3), 2: (2, 3)}
    first, second = row.lines[0].pieces
    assert second.x == first.x + len("Der Markt wächst. ")


def test_a_sentence_behind_wide_characters_begins_where_it_is_seen() -> None:
    row = row_of("german", 80, make_pair("算力市场。"), make_pair("Der Markt."))
    first, second = row.lines[0].pieces
    assert second.x == first.x + 2 * 5 + 1


def test_what_follows_revealed_english_begins_a_line() -> None:
    pairs = make_pair("Eins.", "One."), make_pair("Zwei.", "Two."), make_pair("Drei.")
    row = row_of("german", 80, *pairs, revealed=frozenset({1}))
    assert said(pairs, row) == [["Eins.", "Zwei."], ["Two."], ["Drei."]]
    assert row.extents[1] == (0, 2)
    english = row.lines[1].pieces[0]
    assert english.mark == "│ "
    assert english.x > row.lines[0].pieces[0].x
