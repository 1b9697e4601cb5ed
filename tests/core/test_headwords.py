"""Which headwords are asked for, on the real lemmatizer."""

from __future__ import annotations

import pytest

from reader.backends.lemmas import load_lemmas
from reader.core.headwords import cite, find_apart, guess, has_reflexive, phrase
from reader.core.matching.forms import Forms
from reader.core.matching.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def forms() -> Forms:
    return Forms(Vocabulary(load_lemmas()))


@pytest.mark.parametrize(
    ("word", "cited"),
    [
        ("Märkten", ["Märkten", "Markt"]),
        ("größere", ["größere", "groß"]),
        ("vorzustellen", ["vorzustellen", "vorstellen"]),
        ("ging", ["ging", "gehen"]),
        ("im", ["im", "in"]),
        ("zur", ["zur", "zu"]),
        ("Zzzq", ["Zzzq"]),
        ("in Betrieb", ["in Betrieb"]),
    ],
)
def test_a_word_is_cited_as_it_stands_and_by_its_lemma(
    forms: Forms, word: str, cited: list[str]
) -> None:
    assert cite(word, forms) == cited


@pytest.mark.parametrize(
    ("word", "headword"),
    [
        ("Chinas", "China"),
        ("Prompts", "Prompt"),
        ("halboffenen", "halboffen"),
        ("letzten", "letzte"),
        ("leistungsstärkste", "leistungsstark"),
        ("verantwortungsbewussteren", "verantwortungsbewusst"),
        ("herausbrachte", "herausbringen"),
        ("promptete", "prompten"),
        ("viraler", "viral"),
    ],
)
def test_an_unknown_form_is_guessed_by_its_ending(
    forms: Forms, word: str, headword: str
) -> None:
    assert headword in guess(word, forms)


def test_a_short_name_is_no_plural(forms: Forms) -> None:
    assert "Heli" not in guess("Helin", forms)


@pytest.mark.parametrize(
    ("word", "phrases"),
    [
        ("freuen", {"sich freuen", "sich über etw. freuen", "sich auf etw. freuen"}),
        ("identifizieren", {"etw. identifizieren", "jdn. identifizieren"}),
        ("profitieren", {"von etw. profitieren"}),
        ("vorstellen", {"jdm. etw. vorstellen", "jdn./etw. vorstellen"}),
        ("Ausland", {"das Ausland", "ins Ausland"}),
        ("zwar", {"… zwar …"}),
    ],
)
def test_phrases_name_what_a_word_never_stands_without(
    word: str, phrases: set[str]
) -> None:
    assert phrases <= set(phrase(word))


def test_a_reflexive_verb_comes_first_where_the_sentence_has_sich() -> None:
    assert next(phrase("vorstellen", is_reflexive=True)) == "sich vorstellen"
    assert next(phrase("vorstellen")) == "etw. vorstellen"


@pytest.mark.parametrize(
    ("sentence", "word", "verb"),
    [
        ("Baidu stellte im März ein Modell vor.", "stellte", "vorstellen"),
        ("Baidu stellte im März ein Modell vor.", "vor", "vorstellen"),
        ("„Lokale Modelle helfen auch“, fügte er hinzu.", "hinzu", "hinzufügen"),
        ("Er räumt ein, dass eine Lücke besteht.", "räumt", "einräumen"),
        ("Der Test spiegelt die Schwierigkeit wider.", "spiegelt", "widerspiegeln"),
        ("Das wirkt sich auf die Nutzung aus.", "aus", "auswirken"),
        ("Dai schloss sich der Meinung an und nickte.", "schloss", "anschließen"),
        ("China steht nach wie vor ein Kampf bevor.", "steht", "bevorstehen"),
        ("China steht nach wie vor ein Kampf bevor.", "nach", ""),
        ("Die Nachfrage nach Chips wächst.", "nach", ""),
        ("Er baut die vor- und nachgelagerten Teile.", "baut", ""),
        ("Sie stellte fest, dass der Preis steigt.", "steigt", ""),
        ("Er lehnte ab, sagte sie.", "sagte", ""),
        ("Der Markt wächst.", "Markt", ""),
    ],
)
def test_both_parts_of_a_separable_verb_lead_to_it(
    forms: Forms, sentence: str, word: str, verb: str
) -> None:
    start = sentence.index(word)
    assert find_apart(sentence, start, forms, lambda other: False) == verb


def test_a_verb_that_only_the_dictionary_knows_is_found(forms: Forms) -> None:
    sentence = "Er rechnet das Modell vor."
    assert find_apart("Er promptet das Modell an.", 3, forms, lambda verb: False) == ""
    assert find_apart(sentence, 3, forms, {"vorrechnen"}.__contains__) == "vorrechnen"


@pytest.mark.parametrize(
    ("sentence", "word", "is_reflexive"),
    [
        ("Das wirkt sich aus.", "wirkt", True),
        ("Er sagt, dass es sich lohnt.", "sagt", False),
        ("Er sagt, dass es sich lohnt.", "lohnt", True),
        ("Das wirkt sicher.", "wirkt", False),
        ("", "", False),
    ],
)
def test_sich_counts_in_the_same_clause(
    sentence: str, word: str, is_reflexive: bool
) -> None:
    assert has_reflexive(sentence, sentence.index(word)) is is_reflexive
