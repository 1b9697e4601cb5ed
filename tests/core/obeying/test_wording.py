from __future__ import annotations

import pytest

from reader.core.glossary.hits import GrammaticalNumber, TermHit
from reader.core.glossary.terms import Term, Usage
from reader.core.obeying.wording import continue_with, word_hit
from tests.core.obeying.doubles import PlainInflector


class Inflector(PlainInflector):
    """Knows the tags of a few words."""

    def readings(self, word: str) -> frozenset[str]:
        return frozenset(TAGS.get(word, "").split())

    def verb_forms(self, verb: str) -> tuple[str, str, str, str]:
        assert verb == "eat"
        return "eats", "ate", "eaten", "eating"


TAGS = {
    "grew": "VBD",
    "developed": "VBD VBN",
    "develops": "VBZ",
    "prohibited": "VBD VBN",
}

NUMBERS: list[tuple[GrammaticalNumber, str, str]] = [
    ("singular", "stores", "market"),
    ("plural", "store", "markets"),
    ("", "the stores", "markets"),
    ("", "store", "market"),
    ("", "business", "market"),
    ("", "", "market"),
]


@pytest.mark.parametrize(("number", "plain", "word"), NUMBERS)
def test_number_is_that_of_the_german_else_of_the_plain_english(
    number: GrammaticalNumber, plain: str, word: str
) -> None:
    hit = TermHit(Term("Markt", ("market", "fair")), 0, 5, number)
    assert word_hit(hit, "Markt", plain, Inflector()) == word


VERBS = [
    # infinitive, the German with the form in brackets, plain English, what is written
    ("kaufen", "Sie [kaufte] Chips.", "", "ate"),
    ("kaufen", "Sie [kauft] Chips.", "bought", "eats"),
    ("kaufen", "Sie hat Chips [gekauft].", "", "eaten"),
    ("kaufen", "Sie will Chips [kaufen].", "", "eat"),
    ("übernehmen", "Sie [übernahm] drei Rivalen.", "took", "ate"),
    ("essen", "Am Abend [aßen] alle.", "", "ate"),
    ("vorstellen", "Er [stellte] sie vor.", "", "ate"),
    ("einführen", "Sie [führt] Zölle ein.", "is leading", "eats"),
    ("hochfahren", "Das Werk wurde [hochgefahren].", "accelerated", "eaten"),
    ("verbieten", "Das Mittel ist [verboten].", "prohibited", "eaten"),
    ("entwickeln", "Wer sie [entwickelt] hat, siegt.", "", "eaten"),
    ("entwickeln", "Wer hat sie [entwickelt]?", "developed", "eaten"),
    ("entwickeln", "Sie [entwickelt] Chips.", "develops", "eats"),
    ("entwickeln", "Sie [entwickelt] Chips.", "", "eats"),
]


@pytest.mark.parametrize(("infinitive", "marked", "plain", "written"), VERBS)
def test_tense_is_that_of_the_german(
    infinitive: str, marked: str, plain: str, written: str
) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    source = marked.replace("[", "").replace("]", "")
    hit = TermHit(Term(infinitive, ("to eat",), "verb"), start, end)
    assert word_hit(hit, source, plain, Inflector()) == written


def test_a_name_stays_as_it_is() -> None:
    hit = TermHit(Term("Grüne", ("Greens",), usage=Usage.KEEP), 0, 5, "plural")
    assert word_hit(hit, "Grüne", "greens", Inflector()) == "Greens"


@pytest.mark.parametrize(
    ("beginning", "english", "whole"),
    [
        ("", "computing power", "Computing power"),
        ("“", "computing power", "“Computing power"),
        ("They need a ", "AI chip", "They need an AI chip"),
        ("An ", "language model", "A language model"),
        ("The ", "language model", "The language model"),
        ("a new ", "AI chip", "a new AI chip"),
    ],
)
def test_a_beginning_has_the_right_article_and_capital(
    beginning: str, english: str, whole: str
) -> None:
    assert continue_with(beginning, english, Inflector()) == whole
