"""Term pairs: found in real sentences with the shipped tables."""

from __future__ import annotations

import pytest

from reader.training.corpus import Pair
from reader.training.examples import make_term_finder

find_terms = make_term_finder(0.2)


@pytest.mark.parametrize(
    ("source", "target", "german", "english"),
    [
        # Citation form, whatever stands in the English.
        ("Sie baut neue Werke.", "It is building new plants.", "baut", "build"),
        ("Sie baut neue Werke.", "It is building new plants.", "Werke", "plant"),
        (
            "Die Rechenzentren brauchen Strom.",
            "The data centers need electricity.",
            "Rechenzentren",
            "data center",
        ),
        (
            "Künstliche Intelligenz ist teuer.",
            "Artificial intelligence is expensive.",
            "Künstliche Intelligenz",
            "artificial intelligence",
        ),
        # Plural in German, none in English.
        ("Er bekam viele Informationen.", "He got much information.", "Informationen",
         "information"),
        # A name keeps its capital at the beginning.
        ("Das sagt Merkel heute.", "Merkel says that today.", "Merkel", "Merkel"),
        ("Rosbergs Motto ist einfach.", "Rosberg's motto is simple.", "Rosbergs",
         "Rosberg"),
        # An adjective that looks like a verb.
        (
            "In einem begrenzten Gebiet gilt das.",
            "In a limited area, this applies.",
            "begrenzten Gebiet",
            "limited area",
        ),
    ],
)  # fmt: skip
def test_a_term_is_found_in_citation_form(
    source: str, target: str, german: str, english: str
) -> None:
    terms = find_terms(Pair("wmt", "human", source, target))
    found = {source[term.start : term.end]: term.english for term in terms}
    assert found.get(german) == english


def test_words_without_meaning_articles_and_figures_are_no_terms() -> None:
    source = "Die 12 Minister sind in der Stadt."
    terms = find_terms(
        Pair("wmt", "human", source, "The 12 ministers are in the city.")
    )
    found = {source[term.start : term.end]: term.english for term in terms}
    assert found == {"Minister": "minister", "Stadt": "city"}


def test_a_verb_and_its_object_are_no_phrase() -> None:
    source = "Der Minister lobt Bonns Mut."
    terms = find_terms(
        Pair("wmt", "human", source, "The minister praises Bonn's courage.")
    )
    assert "lobt Bonns" not in {source[term.start : term.end] for term in terms}


def test_what_nobody_expects_is_more_surprising() -> None:
    pair = Pair("wmt", "human", "Die Kanzlerin kam.", "The head of government came.")
    usual = Pair("wmt", "human", "Die Kanzlerin kam.", "The chancellor came.")
    (expected,) = [term for term in find_terms(usual) if term.english == "chancellor"]
    assert all(term.surprise > expected.surprise for term in find_terms(pair)
               if pair.source[term.start] == "K")  # fmt: skip
