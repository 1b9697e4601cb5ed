from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from reader.backends.lexicon import load_lexicon
from reader.core.alignment.aligner import Aligner
from reader.core.alignment.links import WordLink
from reader.core.glossary.hits import Span
from reader.core.pairs import Pair
from reader.tui.arranging.words import (
    WordPlace,
    find_halves,
    find_linked,
    find_words,
    nearest_word,
    next_term,
    next_word,
    resize_words,
    term_at,
)
from tests.tui.arranging.pairs import make_pair, make_term

SOURCE, TARGET = "Die Chips sind knapp.", "The chips are scarce."
PAIR = make_pair(SOURCE, TARGET, terms=(make_term(SOURCE, TARGET, "Chips", "chips"),))


def link_words(pair: Pair) -> Sequence[WordLink]:
    """Link the words of both languages in their order, as an aligner would here."""
    words = zip(
        find_words(pair.sentence.source), find_words(pair.target or ""), strict=True
    )
    return [WordLink(source, target, 0.9) for source, target in words]


@cache
def aligner() -> Aligner:
    return Aligner(load_lexicon())


def align(pair: Pair) -> Sequence[WordLink]:
    """Link words as the reader does."""
    return aligner().align(pair.sentence.source, pair.target or "")


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def test_words_are_stepped_through_to_both_ends() -> None:
    assert next_word(PAIR, "source", None, 1) == (0, 3)
    assert next_word(PAIR, "source", (0, 3), 1) == (4, 9)
    assert next_word(PAIR, "source", (15, 20), 1) is None
    assert next_word(PAIR, "source", None, -1) == (15, 20)
    assert next_word(PAIR, "source", (0, 3), -1) is None


def test_a_term_is_linked_to_its_own_english() -> None:
    assert next_term(PAIR, "source", None, 1) == (4, 9)
    assert find_linked(PAIR, "source", (4, 9), lambda _: ()) == [(4, 9)]
    term = term_at(PAIR, "target", (4, 9))
    assert term is not None and term.source == "Chips"


def test_other_words_are_linked_by_the_aligner_in_both_directions() -> None:
    start, end = SOURCE.index("knapp"), SOURCE.index("knapp") + 5
    at = TARGET.index("scarce")
    assert find_linked(PAIR, "source", (start, end), link_words) == [(at, at + 6)]
    assert find_linked(PAIR, "target", (at, at + 6), link_words) == [(start, end)]


def test_a_selection_around_a_term_is_linked_as_a_whole() -> None:
    # "Chips" is a term, "Die Chips" is more than it.
    assert find_linked(PAIR, "source", (0, 9), link_words) == [(0, 9)]
    assert find_linked(PAIR, "target", (4, 13), link_words) == [(4, 14)]


@pytest.mark.parametrize(
    ("source", "target", "halves", "english"),
    [
        (
            "OpenAI stellte im Februar das neue Modell Sora vor.",
            "OpenAI presented the new model Sora in February.",
            ("stellte", "vor"),
            "presented",
        ),
        (
            "China holt bei der künstlichen Intelligenz auf.",
            "China is catching up in artificial intelligence.",
            ("holt", "auf"),
            "catching",
        ),
        (
            "Die Aktie stieg am Montag um fünf Prozent an.",
            "The share rose by five percent on Monday.",
            ("stieg",),
            "rose",
        ),
    ],
)
def test_both_halves_of_a_verb_find_each_other_and_their_english(
    source: str, target: str, halves: tuple[str, ...], english: str
) -> None:
    pair = make_pair(source, target)
    spans = [_place(source, half) for half in halves]
    for span in spans:
        others = [other for other in spans if other != span]
        assert find_halves(pair, span, align) == others
        assert find_linked(pair, "source", span, align) == [_place(target, english)]
    assert find_linked(pair, "target", _place(target, english), align) == spans


def test_prepositions_are_no_halves_of_verbs() -> None:
    source = "Die Aktie stieg am Montag um fünf Prozent an."
    pair = make_pair(source, "The share rose by five percent on Monday.")
    for word in ("am", "an", "um", "Montag"):
        assert find_halves(pair, _place(source, f" {word}"), align) == []


def test_one_german_word_may_be_several_english_ones() -> None:
    source, target = (
        "Er nimmt an der Konferenz teil.",
        "He takes part in the conference.",
    )
    pair = make_pair(source, target)
    found = find_linked(pair, "source", _place(source, "nimmt"), align)
    assert found == [_place(target, "takes part")]


def test_missing_terms_and_missing_english_have_no_counterpart() -> None:
    missing = make_term(SOURCE, "", "Chips", None, "missing")
    pair = make_pair(SOURCE, "The things are scarce.", terms=(missing,))
    assert next_term(pair, "target", None, 1) is None
    assert find_linked(make_pair(SOURCE), "source", (0, 3), link_words) == []


def test_selections_grow_and_shrink_by_words() -> None:
    place = WordPlace(0, "source", 0, 3)
    longer = resize_words(PAIR, place, 1)
    assert longer.span == (0, 9)
    assert resize_words(PAIR, longer, -1) == place
    assert resize_words(PAIR, place, -1) == place


def test_the_nearest_word_is_found_between_words_and_beyond_them() -> None:
    assert nearest_word(SOURCE, 5) == (4, 9)
    assert nearest_word(SOURCE, 14) == (10, 14)
    assert nearest_word(SOURCE, 99) == (15, 20)
    assert nearest_word("… – !", 2) is None
