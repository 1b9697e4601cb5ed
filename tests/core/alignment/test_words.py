"""Words and stems, likeness by spelling."""

from __future__ import annotations

import pytest

from reader.core.alignment.likeness import likeness
from reader.core.alignment.words import find_words, stem_source, stem_target


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("„KI-gestützte“ Chips (3-nm)", ["ki", "gestützte", "chips", "3", "nm"]),
        (
            "Um 1.200,50 € oder 4,5 % mehr.",
            ["um", "1.200,50", "€", "oder", "4,5", "%", "mehr"],
        ),
        (
            "They can't; we’re Nvidia’s.",
            ["they", "ca", "n't", "we", "'re", "nvidia", "'s"],
        ),
        ("Geht's dir gut?", ["geht", "'s", "dir", "gut"]),
        ("… – !", []),
    ],
)
def test_words_are_letters_or_numbers(sentence: str, words: list[str]) -> None:
    assert [word.text for word in find_words(sentence)] == words


def test_a_word_stands_where_it_is_written() -> None:
    sentence = "Die Straße, die KI-Straße."
    for word in find_words(sentence):
        assert sentence[word.start : word.end].lower() == word.text


@pytest.mark.parametrize(
    "forms",
    [
        ("Zoll", "Zölle", "Zöllen", "Zolls"),
        ("Großkonzern", "Grosskonzerns", "Großkonzerne"),
        ("Rechenzentrum", "Rechenzentrums"),
        ("Modell", "Modells", "Modelle", "Modellen"),
        ("prüfen", "prüft", "prüfte", "prüften"),
        ("stark", "starke", "starkem", "starkes", "starken"),
    ],
)
def test_german_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem_source(form.lower()) for form in forms}) == 1


@pytest.mark.parametrize(
    "words", [("haus", "hase"), ("netz", "netzwerk"), ("ist", "iss")]
)
def test_different_words_keep_different_stems(words: tuple[str, str]) -> None:
    assert stem_source(words[0]) != stem_source(words[1])


@pytest.mark.parametrize(
    "forms",
    [("chip", "chips"), ("company", "companies"), ("scale", "scaled", "scaling")],
)
def test_english_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem_target(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [("12.000", "12,000"), ("2,4", "2.4"), ("openai", "openai")],
)
def test_numbers_and_names_look_alike(source: str, target: str) -> None:
    assert likeness(source, target) > 0.3


@pytest.mark.parametrize(
    ("source", "target"),
    [("14", "15"), ("14", "may"), ("rat", "rates"), ("chip", "data")],
)
def test_other_words_do_not_look_alike(source: str, target: str) -> None:
    assert likeness(source, target) == 0
