"""What a query finds in both languages, in one text and in all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.normalize import normalize_source
from reader.errors import SettingsError
from reader.service import Service, open_service, searching
from reader.service.fixing import edit_sentence
from reader.service.searching import (
    Found,
    Query,
    compile_query,
    search_pairs,
    search_texts,
)
from tests.service.reading import (
    AGAIN,
    ARTICLE,
    LAST,
    MARKET,
    MODEL,
    OTHER,
    PRICES,
    SCARCE,
    indexes,
    read,
    write,
)


@pytest.fixture
def service() -> Iterator[Service]:
    with open_service(engine="fake", shipped_glossary=False) as service:
        yield service


def find(service: Service, path: Path, query: Query) -> list[Found]:
    return search_pairs(read(service, path).pairs, compile_query(query))


@pytest.mark.parametrize(
    ("query", "places"),
    [
        (Query("rechenleistung"), [MARKET, SCARCE]),
        (Query("Rechenleistungen"), [SCARCE]),
        (Query("RECHENLEISTUNG"), []),
        (Query("esierp"), [PRICES, AGAIN]),
        (Query("3,5 Mill"), [MODEL]),
        (Query("seit Mai."), [PRICES, AGAIN]),
        (Query("seit Ma."), []),
        (Query(r"\d+,\d", is_regex=True), [MODEL, MODEL]),
        (Query(r"^das\b", is_regex=True), [LAST]),
        (Query(r"^Sad\b", is_regex=True), [LAST]),
        (Query("Impressum"), []),
    ],
)
def test_a_query_finds_its_places_in_both_languages(
    service: Service, tmp_path: Path, query: Query, places: list[int]
) -> None:
    path = write(tmp_path, "a.txt", ARTICLE + "\nImpressum\n")
    assert indexes(find(service, path, query)) == places


def test_a_place_is_where_the_words_stand_german_first(
    service: Service, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.txt", "Die Zahl 3,5 ist klein.\n")
    text = read(service, path)
    found = search_pairs(text.pairs, compile_query(Query("3,5")))
    assert [place.side for place in found] == ["source", "target"]
    for place in found:
        side = getattr(text.pairs[0], place.side, None) or text.pairs[0].sentence.source
        assert side[place.start : place.end] == "3,5"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Die Ma\u0308rkte wachsen.", "Märkte"),
        ("Die Märkte wachsen.", "Ma\u0308rkte"),
        ("Die Rechen\u00adleistung wächst.", "Rechenleistung"),
        ("Das kostet 10\u00a0000 Euro.", "10 000"),
    ],
)
def test_look_alike_spellings_are_one(
    service: Service, tmp_path: Path, written: str, typed: str
) -> None:
    text = read(service, write(tmp_path, "a.txt", written + "\n"))
    (place,) = search_pairs(text.pairs, compile_query(Query(typed)))[:1]
    found = text.pairs[0].sentence.source[place.start : place.end]
    assert normalize_source(found) == normalize_source(typed)


def test_what_is_no_expression_is_an_error_with_a_hint() -> None:
    with pytest.raises(SettingsError, match=r"'\(KI' is no regular") as refused:
        compile_query(Query("(KI", is_regex=True))
    assert refused.value.hint
    assert search_pairs([], compile_query(Query("(KI"))) == []


def test_all_texts_are_searched_each_in_its_turn(
    service: Service, tmp_path: Path
) -> None:
    first = write(tmp_path, "a.txt", ARTICLE)
    second = write(tmp_path, "b.txt", OTHER)
    unread = write(tmp_path, "c.txt", "Die Preise fallen. Sonst nichts.\n")
    gone = tmp_path / "weg.txt"
    edit_sentence(service, read(service, first), PRICES, "Prices fall.")
    read(service, second)
    paths = [first, gone, second, unread]
    search = compile_query(Query("preise|prices", is_regex=True))
    steps = search_texts(service, paths, search)
    found = next(steps)
    assert [(one.path, one.title) for one in found] == [(first, "Der Markt wächst")] * 2
    assert [one.place.index for one in found] == [PRICES, AGAIN]
    assert [one.pair.target for one in found] == ["Prices fall."] * 2
    assert [[one.path for one in some] for some in steps] == [[], [second], [unread]]


def test_english_alone_is_found_in_texts_that_were_translated_and_in_their_files(
    service: Service, tmp_path: Path
) -> None:
    text = read(service, write(tmp_path, "a.txt", ARTICLE))
    pairs = tmp_path / "a.txt.jsonl"
    service.write_pairs(text.pairs, pairs)
    service.memory.clear(with_edits=True)
    search = compile_query(Query("esierp"))
    german, file = search_texts(service, [text.path, pairs], search)
    assert not german
    assert [one.place.side for one in file] == ["target"] * 2


def test_what_nobody_looks_through_is_not_searched(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST_FOUND", 3)
    paths = [write(tmp_path, f"{name}.txt", ARTICLE) for name in "abc"]
    search = compile_query(Query("Preise"))
    assert [len(some) for some in search_texts(service, paths, search)] == [2, 1]


def test_an_expression_without_end_is_given_up(
    service: Service, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.txt", "Der Wert ist " + "a" * 40 + "!\n")
    search = compile_query(Query(r"(a|aa)+$", is_regex=True))
    with pytest.raises(TimeoutError):
        list(search_texts(service, [path], search))
