"""Which words of a pair say the same, at the offsets of the text as it is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.core.documents import Kind, Sentence
from reader.core.pairs import Pair
from reader.service import Service, open_service
from reader.service.linking import Linker


@pytest.fixture
def service() -> Iterator[Service]:
    with open_service(engine="fake", shipped_glossary=False) as service:
        yield service


def make_pair(source: str, target: str | None) -> Pair:
    sentence = Sentence("a.txt", Kind.PARAGRAPH, 1, 1, 0, len(source), source)
    return Pair(sentence, target)


def words(linker: Linker, pair: Pair) -> dict[str, str]:
    target = pair.target or ""
    return {
        pair.sentence.source[slice(*link.source)]: target[slice(*link.target)]
        for link in linker.find_links(pair)
    }


def test_nothing_is_linked_before_the_table_is_there_and_then_it_is(
    service: Service,
) -> None:
    linker, pair = Linker(), make_pair("Die Preise fallen.", "Prices fall.")
    assert linker.find_links(pair) == ()
    linker.load(service)
    assert words(linker, pair)["Preise"] == "Prices"
    assert linker.find_links(make_pair("Die Preise fallen.", None)) == ()


def test_links_hold_where_the_engine_gets_other_characters(service: Service) -> None:
    linker = Linker()
    linker.load(service)
    # A soft hyphen, and an umlaut of two characters: the engine gets neither.
    pair = make_pair("Die Märk\u00adte zo\u0308gern.", "The markets hesitate.")
    found = words(linker, pair)
    assert found["Märk\u00adte"] == "markets"
    assert found["zo\u0308gern"] == "hesitate"


def test_a_pair_is_linked_once(service: Service) -> None:
    linker, pair = Linker(), make_pair("Die Preise fallen.", "Prices fall.")
    linker.load(service)
    assert linker.find_links(pair) is linker.find_links(pair)
