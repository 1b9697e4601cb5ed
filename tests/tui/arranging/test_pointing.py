from __future__ import annotations

from reader.core.pairs import Pair
from reader.tui.arranging.frames import Arrangement, make_frame
from reader.tui.arranging.page import Page
from reader.tui.arranging.pointing import find_nearest_word, find_pair, find_word
from reader.tui.arranging.words import WordPlace, text_of
from tests.tui.arranging.pairs import make_pair

PAIRS = [
    make_pair("Der Markt wächst.", "The market grows."),
    make_pair(
        "算力 ist Rechenleistung, die Preise fallen.", "算力 is computing power."
    ),
]


def page_of(arrangement: Arrangement, width: int) -> Page:
    return Page(PAIRS, make_frame(arrangement, width))


def word(place: WordPlace | None, pairs: list[Pair] = PAIRS) -> str:
    if place is None:
        return ""
    return text_of(pairs[place.index], place.side)[place.start : place.end]


def test_every_cell_of_a_paragraph_knows_its_sentence_and_its_word() -> None:
    page = page_of("german", 80)
    x = page.frame.source.x
    line = "Der Markt wächst. 算力 ist"
    found = [
        (find_pair(page, PAIRS, x + n, 1), word(find_word(page, PAIRS, x + n, 1)))
        for n in range(len(line) + 2)
    ]
    assert found == [
        *[(0, "Der")] * 3,
        (0, ""),
        *[(0, "Markt")] * 5,
        (0, ""),
        *[(0, "wächst")] * 6,
        (0, ""),
        # The blank between is as near to the one as to the other.
        (0, ""),
        *[(1, "算力")] * 4,
        (1, ""),
        *[(1, "ist")] * 3,
    ]


def test_both_columns_are_found_and_nothing_beside_them() -> None:
    page = page_of("auto", 120)
    source, target = page.frame.source, page.frame.target
    assert word(find_word(page, PAIRS, source.x + 4, 1)) == "Markt"
    assert word(find_word(page, PAIRS, target.x + 4, 1)) == "market"
    assert find_word(page, PAIRS, source.end - 1, 1) is None
    assert find_word(page, PAIRS, source.x, 0) is None
    assert find_pair(page, PAIRS, source.end - 1, 1) == 0
    assert find_pair(page, PAIRS, source.x, page.height) is None
    assert find_pair(Page([]), [], 0, 0) is None


def test_a_sentence_is_never_left_by_the_nearest_word() -> None:
    page = page_of("german", 40)
    held = find_word(page, PAIRS, page.frame.source.x + 4, 1)
    assert held is not None
    last = find_nearest_word(page, PAIRS, 39, 2, held)
    assert (last.index, word(last)) == (0, "wächst")
    assert word(find_nearest_word(page, PAIRS, 0, 0, held)) == "Der"
    assert word(find_nearest_word(page, PAIRS, 39, 1, held)) == "wächst"


def test_the_nearest_word_is_of_the_language_that_is_held() -> None:
    page = page_of("auto", 120)
    held = find_word(page, PAIRS, page.frame.target.x, 1)
    assert held is not None and held.side == "target"
    assert word(find_nearest_word(page, PAIRS, 0, 1, held)) == "The"
    assert word(find_nearest_word(page, PAIRS, 119, 1, held)) == "grows"
