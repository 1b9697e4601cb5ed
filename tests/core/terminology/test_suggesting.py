"""Suggestions: patterns, citation forms, order, and what is left out."""

from __future__ import annotations

import pytest

from reader.core.terminology.suggesting import Suggester, Suggestion
from reader.core.terminology.termhood import c_value, cohesion, find_longer, termhood
from tests.core.terminology.words import make_background, make_lexemes


def suggest(*sentences: str) -> dict[str, Suggestion]:
    found = Suggester(make_lexemes(), make_background()).suggest(sentences)
    return {suggestion.source: suggestion for suggestion in found}


@pytest.mark.parametrize(
    ("sentences", "source"),
    [
        (("Das ist der Preis großer Sprachmodelle.",), "großes Sprachmodell"),
        (("Ohne hydraulischen Abgleich ist das so.",), "hydraulischer Abgleich"),
        (("Die neuen Wärmepumpen sind da.",), "neue Wärmepumpe"),
        (("Das hat viele KI-Chips.",), "KI-Chip"),
        (("Das sind die GPUs der Stadt.",), "GPU"),
        (("Dort ist ETCS Level 2 neu.",), "ETCS Level 2"),
        (("Modell des maschinellen Lernens.",) * 2, "Modell des maschinellen Lernens"),
        (("Das sagten die Fachleute.",), "Fachleute"),
        (("Die Daten sind da.",), "Daten"),
    ],
)
def test_a_term_is_suggested_in_its_citation_form(
    sentences: tuple[str, ...], source: str
) -> None:
    assert source in suggest(*sentences)


def test_all_forms_are_one_suggestion_with_its_places() -> None:
    sentences = ("Das Sprachmodell ist neu.", "Wir haben die Sprachmodelle heute.")
    found = suggest(*sentences)["Sprachmodell"]
    assert (found.count, found.forms) == (2, ("Sprachmodell", "Sprachmodelle"))
    assert [sentences[n][start:end] for n, start, end in found.places] == [
        "Sprachmodell",
        "Sprachmodelle",
    ]


def test_a_names_genitive_is_no_name_of_its_own() -> None:
    found = suggest("Das ist Nvidia, sagt er.", "Das sind Nvidias Chips.")
    assert found["Nvidia"].count == 2
    assert "Nvidias" not in found
    assert found["Nvidia"].pos == "name"


def test_a_part_of_names_is_no_name() -> None:
    found = suggest("Das ist Lumen Technologies.", "Das ist Orbis Technologies.")
    assert {"Lumen Technologies", "Orbis Technologies"} <= found.keys()
    assert "Technologies" not in found


def test_a_new_noun_with_an_article_is_no_name() -> None:
    found = suggest("Das ist ein Temperaturhub.", "Der Temperaturhub ist groß.")
    assert found["Temperaturhub"].pos == "noun"


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Das sagte Sabine Rothfuß gestern.", "Rothfuß"),
        ("Der Minister Cem Aydin ist neu.", "Aydin"),
        ("Die Pumpe ist in Langenbrand.", "Langenbrand"),
        ("Sie hat zwanzig Megawatt.", "Megawatt"),
        ("Sie hat 20 Megawatt.", "Megawatt"),
        ("Das war Wärme aus Bild- und Ton.", "Bild"),
    ],
)
def test_persons_places_units_and_halves_are_left_out(
    sentence: str, source: str
) -> None:
    assert not [found for found in suggest(sentence) if source in found]


def test_a_free_phrase_that_stands_once_is_no_term() -> None:
    assert "Menge der Chips" not in suggest("Die Menge der Chips ist neu.")


def test_a_specific_word_comes_before_a_general_one() -> None:
    found = suggest("Das Jahr der Wärmepumpe.", "Ein Jahr, eine Wärmepumpe.")
    assert list(found) == ["Wärmepumpe", "Jahr"]
    assert found["Wärmepumpe"].score > 2 * found["Jahr"].score
    # In a longer text the year is no more frequent than anywhere.
    longer = suggest("Das Jahr der Wärmepumpe.", *("Sie hat das heute.",) * 100)
    assert list(longer) == ["Wärmepumpe"]


def test_what_stands_only_inside_a_longer_term_is_none() -> None:
    found = suggest(*("Der hydraulische Abgleich ist neu.",) * 2)
    assert "hydraulischer Abgleich" in found
    assert "Abgleich" not in found


def test_the_measures_do_what_their_papers_say() -> None:
    assert c_value(2, 3, []) > c_value(1, 3, []) > c_value(1, 3, [2]) > 0
    assert cohesion(3, [3, 3]) == 1 > cohesion(3, [3, 30])
    assert termhood(1.0, [9.0]) > termhood(1.0, [5.0]) > termhood(1.0, [1.0]) == 0
    longer = find_longer({("a",): 5, ("a", "b"): 3, ("a", "c"): 1})
    assert longer == {("a",): [3]}
