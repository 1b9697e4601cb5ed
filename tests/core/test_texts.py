from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.core.documents import Kind
from reader.core.texts import (
    Front,
    Text,
    contains_words,
    find_front,
    find_nearest,
    find_texts,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def text(name: str, title: str = "") -> Text:
    return Text(Path("/texte", name), Front(title), NOW)


SORA = text("001_7f.txt", "KI-Industriekette durch Sora vorangetrieben")
UNIVERSE = text("004_79.txt", "Wie China ein paralleles KI-Universum aufbaut")
MARKET = text("markt.txt", "Größe und Öffnung des Markts")
UNTITLED = text("000_bc57.txt")
SHELF = [SORA, UNIVERSE, MARKET, UNTITLED]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sora", [SORA]),
        ("SORA", [SORA]),
        ("Universum aufbaut", [UNIVERSE]),
        # In another order, and not in a row.
        ("aufbaut china", [UNIVERSE]),
        ("grosse", [MARKET]),
        ("GRÖSSE", [MARKET]),
        ("offnung", [MARKET]),
        ("000_bc57", [UNTITLED]),
        ("bc57.txt", [UNTITLED]),
        ("ki-", [SORA, UNIVERSE]),
        ("quantencomputer", []),
        ("", []),
        ("  ", []),
    ],
)
def test_texts_are_found_by_words_of_title_or_file(
    words: str, found: list[Text]
) -> None:
    assert find_texts(SHELF, words) == found


def test_words_in_a_row_hide_those_that_are_scattered() -> None:
    scattered = text("a.txt", "Sora und das neue Modell")
    in_a_row = text("b.txt", "Das Modell Sora")
    assert find_texts([scattered, in_a_row], "modell sora") == [in_a_row]


def test_one_that_is_called_exactly_so_hides_all_others() -> None:
    short, long = text("a.txt", "Sora"), text("b.txt", "Sora in China")
    assert find_texts([short, long], "sora") == [short]
    assert find_texts([text("sora.txt", "X"), long], "sora")[0].path.name == "sora.txt"


@pytest.mark.parametrize(
    ("words", "near"),
    [("sorra", [SORA]), ("Univerum", [UNIVERSE]), ("Fußball", [])],
)
def test_what_is_misspelt_is_near(words: str, near: list[Text]) -> None:
    assert find_nearest(SHELF, words) == near


def test_a_filter_wants_every_word_and_an_empty_one_takes_all() -> None:
    assert [one for one in SHELF if contains_words(one, "KI wie")] == [UNIVERSE]
    assert all(contains_words(one, "") for one in SHELF)


@pytest.mark.parametrize(
    ("blocks", "front"),
    [
        (
            [
                (Kind.BOILERPLATE, "China today logo"),
                (Kind.CAPTION, "Ein Smartphone liegt neben einem MacBook."),
                (Kind.TITLE, "Sora"),
                (Kind.PARAGRAPH, "Die KI."),
            ],
            Front("Sora", "Die KI."),
        ),
        ([(Kind.HEADING, "Oben"), (Kind.PARAGRAPH, "Text.")], Front("Oben", "Text.")),
        # A heading in the middle is not the text's.
        ([(Kind.PARAGRAPH, "Text."), (Kind.HEADING, "Mitte")], Front("", "Text.")),
        ([(Kind.PARAGRAPH, "Text.")] * 8 + [(Kind.TITLE, "Spät")], Front("", "Text.")),
        ([], Front()),
    ],
)
def test_a_text_introduces_itself(blocks: list[tuple[Kind, str]], front: Front) -> None:
    assert find_front(blocks) == front
