from __future__ import annotations

import time

import pytest

from reader.core.compound_words import cut_compound, find_tail

WORDS = frozenset(
    "Video Erstellung Stellung Modell Generierung Sprache Bedarf Recht Urheber Leistung"
    " Rechnung Markt Daten Zentrum Schule Leiterin stark Finanz Handel Handelskrieg"
    " Krieg Kontrolle Export Regel Tier Profi".split()
)
HEADS = {
    "Modelle": "Modell",
    "Zentren": "Zentrum",
    "Regeln": "Regel",
    "starke": "stark",
}


def find(form: str) -> str | None:
    return form if form in WORDS else None


def find_head(form: str) -> str | None:
    return find(form) or HEADS.get(form)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Videomodelle", ["Video", "Modell"]),
        # No "Videoer" with a "Stellung".
        ("Videoerstellung", ["Video", "Erstellung"]),
        # The linking letter stands inside.
        ("Videogenerierungsmodelle", ["Video", "Generierung", "Modell"]),
        ("Sprachmodell", ["Sprache", "Modell"]),
        ("Datenzentren", ["Daten", "Zentrum"]),
        ("Schulleiterin", ["Schule", "Leiterin"]),
        ("Handelskriegsmarkt", ["Handelskrieg", "Markt"]),
        ("Exportkontrollregeln", ["Export", "Kontrolle", "Regel"]),
        ("finanzstarke", ["Finanz", "stark"]),
        # A verb is no animal.
        ("profitieren", []),
        ("Markt", []),
        ("Xyzmarkt", []),
        ("", []),
        ("-", []),
    ],
)
def test_a_compound_is_cut_into_the_fewest_parts(word: str, parts: list[str]) -> None:
    assert list(cut_compound(word, find_head, find)) == parts


@pytest.mark.parametrize(
    ("word", "tail"),
    [("Xyzmarkt", "Markt"), ("xyzmarkt", None), ("Ummarkt", None), ("Tencent", None)],
)
def test_the_end_of_an_unknown_noun_is_a_noun(word: str, tail: str | None) -> None:
    assert find_tail(word, find) == tail


def test_a_word_without_end_takes_no_time() -> None:
    start = time.monotonic()
    cut_compound("Video" * 16, find, find)
    cut_compound("A" * 80, lambda form: form, lambda form: form)
    assert time.monotonic() - start < 1
