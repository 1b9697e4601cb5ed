"""Tags told by capitals and endings."""

from __future__ import annotations

import pytest

from reader.core.terminology.genders import GenderEvidence
from reader.core.terminology.tokens import (
    find_capitalised,
    note_genders,
    split_tokens,
    tag_tokens,
)
from tests.core.terminology.words import make_lexemes

LEXEMES = make_lexemes()


def tags(sentence: str, *capitalised: str) -> dict[str, str]:
    tokens = tag_tokens(split_tokens(sentence), LEXEMES, capitalised)
    return {token.text: str(token.tag) for token in tokens}


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Das ist ein großes Modell.", "großes", "adjective"),
        ("Der Preis neuer großer Modelle.", "Modelle", "noun"),
        ("Die geprüften Modelle.", "geprüften", "adjective"),
        ("Sie erteilte Strafen.", "erteilte", "other"),
        ("Wir liefern Chips.", "liefern", "other"),
        ("Das hat heute Wärme.", "heute", "other"),
        ("Das ist groß.", "groß", "other"),
        ("Der Chef von Nvidia.", "Nvidia", "name"),
        ("Das KI-Modell ist neu.", "KI-Modell", "noun"),
        ("Bild- und Sprachmodell", "Bild", "other"),
        ("Seit 2024 ist das so.", "2024", "number"),
        ("Die GPU ist neu.", "GPU", "noun"),
    ],
)
def test_a_word_has_its_part_of_speech(sentence: str, word: str, tag: str) -> None:
    assert tags(sentence)[word] == tag


def test_a_capital_at_the_beginning_says_nothing_by_itself() -> None:
    assert tags("Wärme ist da.")["Wärme"] == "other"
    assert tags("Wärme ist da.", "Wärme")["Wärme"] == "noun"
    assert find_capitalised(split_tokens("Heute ist Wärme da.")) == {"Wärme"}


def test_articles_tell_the_gender_through_adjectives() -> None:
    evidence = GenderEvidence()
    for sentence in (
        "Das ist ein großes Modell.",
        "Mit dem neuen Modell.",
        "Das Modell",
    ):
        note_genders(split_tokens(sentence), LEXEMES, evidence)
    assert evidence.guess("Modell") == "n"


def test_a_plural_that_looks_like_the_singular_tells_no_gender() -> None:
    evidence = GenderEvidence()
    for _ in range(5):
        evidence.add("Verdichter", "die")
    assert evidence.guess("Verdichter") == ""
    evidence.add("Verdichter", "dem")
    evidence.add("Verdichter", "einen")
    assert evidence.guess("Verdichter") == "m"
