"""Long sentences are cut where a clause ends, and nothing of them is lost."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.clauses import cut_at_clauses
from reader.core.documents import fold_blanks


def count_words(text: str) -> int:
    return len(text.split())


def count_bytes(text: str) -> int:
    # What a tokenizer with byte fallback counts at worst.
    return len(text.encode())


COUNTERS = (count_words, len, count_bytes)


@pytest.mark.parametrize(
    ("limit", "parts"),
    [
        (20, ["Das Haus ist alt; der Garten ist neu, aber leer."]),
        (6, ["Das Haus ist alt;", "der Garten ist neu, aber leer."]),
        (5, ["Das Haus ist alt;", "der Garten ist neu,", "aber leer."]),
    ],
)
def test_only_as_many_cuts_are_made_as_the_limit_asks(
    limit: int, parts: list[str]
) -> None:
    source = "Das Haus ist alt; der Garten ist neu, aber leer."
    assert cut_at_clauses(source, count_words, limit) == parts


@pytest.mark.parametrize(
    ("source", "first"),
    [
        # A semicolon beats the commas around it.
        (
            "Wir kamen, sahen, siegten; dann gingen wir, wie immer, heim.",
            "Wir kamen, sahen, siegten;",
        ),
        ("Der Vorstand blieb dabei: Die Werke schließen.", "Der Vorstand blieb dabei:"),
        (
            "Der alte Plan – so heißt es – wurde verworfen.",
            "Der alte Plan – so heißt es –",
        ),
        # A comma before a subordinate clause beats one in a list.
        (
            "Brot, Wein, Käse, die sie im Dorf gekauft hatten.",
            "Brot, Wein, Käse,",
        ),
        (
            "Sie fand den alten, schweren Koffer, in dem das Geld lag, nicht.",
            "Sie fand den alten, schweren Koffer,",
        ),
        (
            "„Wir bleiben hier“, sagte sie leise zu ihm.",
            "„Wir bleiben hier“,",
        ),
        (
            "Die Kinder spielten im Garten und die Eltern lasen Zeitung.",
            "Die Kinder spielten im Garten",
        ),
        # No border at all: still not between a preposition and its noun.
        ("Gestern fuhr der Zug nach Hamburg ohne Halt weiter.", "Gestern fuhr der Zug"),
        ("Am Freitag begann am 16. Februar das große Fest.", "Am Freitag begann"),
    ],
)
def test_the_best_border_near_the_middle_is_taken(source: str, first: str) -> None:
    limit = count_words(source) - 1
    assert cut_at_clauses(source, count_words, limit)[0] == first


def test_a_word_that_is_too_long_is_cut_inside_and_nothing_is_lost() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    parts = cut_at_clauses(f"Der {word} schlief.", len, 15)
    assert "".join(parts).replace(" ", "") == f"Der{word}schlief."
    assert all(len(part) <= 15 for part in parts)


def test_an_address_is_cut_at_its_slashes() -> None:
    parts = cut_at_clauses("https://example.org/artikel/wirtschaft", len, 30)
    assert parts == ["https://example.org/", "artikel/wirtschaft"]


def test_no_cut_separates_a_letter_from_its_accent() -> None:
    parts = cut_at_clauses("u\u0308" * 50, len, 7)
    assert all(part.startswith("u") for part in parts)


def test_an_empty_sentence_has_no_parts() -> None:
    assert cut_at_clauses(" \n", len, 5) == []


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="not 0"):
        cut_at_clauses("Haus", len, 0)


@given(
    source=st.text(alphabet=" aäÄß,;:.–-„“(und)derißx\u0308😀\u00a0\n", max_size=300),
    counter=st.sampled_from(COUNTERS),
    limit=st.integers(1, 40),
)
def test_the_parts_are_the_source_again_and_none_is_too_long(
    source: str, counter: Callable[[str], int], limit: int
) -> None:
    parts = cut_at_clauses(source, counter, limit)
    folded = fold_blanks(source)
    assert "".join(parts).replace(" ", "") == folded.replace(" ", "")
    # Only one character with its accents may be over the limit.
    assert all(
        counter(part) <= limit or len(part.strip("\u0308")) <= 1 for part in parts
    )
    if all(counter(word) <= limit for word in folded.split()):
        assert " ".join(parts) == folded


def test_the_parts_of_a_long_sentence_are_of_about_one_size() -> None:
    source = " ".join(f"Wort{number}," for number in range(1000))
    sizes = [count_words(part) for part in cut_at_clauses(source, count_words, 90)]
    assert len(sizes) <= 14
    assert min(sizes) > 45


@pytest.mark.parametrize(
    "source",
    [
        "x" * 1_000_000,
        "ja " * 333_333,
        "u\u0308" + "\u0308" * 500_000,
        "a " + "x, " * 300_000,
    ],
)
def test_a_megabyte_is_cut_within_seconds(source: str) -> None:
    began = time.perf_counter()
    parts = cut_at_clauses(source, len, 200)
    assert time.perf_counter() - began < 10
    assert sum(map(len, parts)) >= len(source.replace(" ", ""))
