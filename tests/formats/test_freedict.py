from __future__ import annotations

import time

import pytest

from reader.formats.freedict import read_entry
from tests.formats.dictd_samples import ENTRIES


@pytest.mark.parametrize(
    ("word", "article", "pos", "translations"),
    [
        ("Markt", "der", "noun", ("market place", "market")),
        ("Märkte", "die", "", ("markets",)),
        ("KI", "die", "noun", ("artificial intelligence", "AI")),
        ("gehen", "", "verb", ("go", "walk")),
        ("ging", "", "", ("walked",)),
    ],
)
def test_grammar_and_english_are_read_from_freedict(
    word: str, article: str, pos: str, translations: tuple[str, ...]
) -> None:
    entry = read_entry(ENTRIES[word], "sample")
    assert entry.headword == word
    assert (entry.article, entry.pos) == (article, pos)
    assert entry.translations == translations
    assert entry.dictionary == "sample"


@pytest.mark.parametrize(
    ("text", "article", "translations"),
    [
        ("Haus {n} [arch.]\nhouse", "das", ("house",)),
        ("Tür {f}\n  1. door\n  2. gate", "die", ("door", "gate")),
        (
            "Wald {m}\nforest (of oaks, for instance), wood",
            "der",
            ("forest (of oaks, for instance)", "wood"),
        ),
        ("künstliche Intelligenz /kˈyn/ (KI) <fem, n, sg>\nAI", "die", ("AI",)),
    ],
)
def test_other_ways_of_writing_are_understood_as_far_as_they_go(
    text: str, article: str, translations: tuple[str, ...]
) -> None:
    entry = read_entry(text)
    assert (entry.article, entry.translations) == (article, translations)
    assert entry.text == text


def test_examples_synonyms_references_and_notes_are_no_translations() -> None:
    entry = read_entry(
        'Haus <neut, n, sg>\nhouse <n>\n      "ein Haus"  - a house\n'
        "   Synonyms: {Gebäude}\n\n see: {Häuser}\n         Note: formal"
    )
    assert entry.translations == ("house",)
    assert entry.references == ("Gebäude", "Häuser")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "<", "{" * 50_000, "<" * 50_000, "a\n" + "(, " * 40_000]
)
def test_nonsense_is_an_entry_with_no_english_and_takes_no_time(text: str) -> None:
    start = time.monotonic()
    assert read_entry(text).gender == ""
    assert time.monotonic() - start < 1
