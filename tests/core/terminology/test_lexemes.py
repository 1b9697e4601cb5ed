"""Lexemes: what forms are counted as, and how nouns are cited."""

from __future__ import annotations

import pytest

from tests.core.terminology.words import make_lexemes

LEXEMES = make_lexemes()


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Modellen", "Modell"),
        ("Sprachmodellen", "Sprachmodell"),
        ("Flusswärmepumpen", "Flusswärmepumpe"),
        ("großen", "groß"),
        ("GPUs", "GPU"),
        ("OpenAI", "OpenAI"),
        ("R290", "R290"),
        ("Aydin", "aydin-"),
    ],
)
def test_all_forms_of_a_word_have_one_key(form: str, key: str) -> None:
    assert LEXEMES.key(form) == key


@pytest.mark.parametrize("word", ["Wärmepumpe", "Leistungszahl", "Lernmodell"])
def test_two_known_words_in_one_are_a_compound(word: str) -> None:
    assert LEXEMES.is_compound(word)


@pytest.mark.parametrize("word", ["Entwicklung", "Modell", "Xyzpumpe", "GPU"])
def test_a_prefix_or_an_unknown_part_makes_no_compound(word: str) -> None:
    assert not LEXEMES.is_compound(word)
