"""Measuring: scores, and whether a hint was obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.training.corpus import Pair
from reader.training.evaluation import (
    has_term,
    load_forms,
    measure_obedience,
    read_table,
    score,
)
from reader.training.terms import TermPair

FORMS = load_forms()


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("They built new plants.", "bauten", "build"),
        ("They built new plants.", "Werke", "plant"),
        ("Two data centers burn.", "Rechenzentren", "data center"),
        ("It rolled the chips out.", "brachte", "roll out"),
        ("An autonomously driven car.", "autonom", "autonomous"),
    ],
)
def test_a_term_is_found_in_its_forms(text: str, german: str, english: str) -> None:
    assert has_term(text, german, english, FORMS)


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("They planted trees.", "Werke", "plant"),
        ("The data is in the center.", "Rechenzentren", "data center"),
    ],
)
def test_another_word_is_not_the_term(text: str, german: str, english: str) -> None:
    assert not has_term(text, german, english, FORMS)


def test_obedience_is_counted_with_and_without_hints() -> None:
    pairs = [
        Pair("dev", "human", "Die Kanzlerin lobt die Bauern.", "…"),
        Pair("dev", "human", "Es regnet.", "…"),
    ]
    terms = [
        TermPair(4, 13, "head of government", 0.9),
        TermPair(14, 18, "hail", 0.8),
        TermPair(23, 29, "farmer", 0.1),
    ]
    read: list[str] = []

    def translate(sources: list[str]) -> list[str]:
        read.extend(sources)
        return ["The head of government praises the farmers.", "It rains."]

    seen = measure_obedience(
        translate,
        ["The chancellor hails the farmers.", "It rains."],
        pairs,
        lambda pair: terms if pair is pairs[0] else [],
        # So many that both surprising terms are asked for; the third never is.
        4,
        1,
    )
    assert read[1] == "Es regnet."
    assert read[0].count("{") == seen.hints == 2
    assert "farmer" not in read[0]
    assert (seen.obeyed, seen.unasked) == (1, 1)


def test_scores_say_how_they_were_measured(tmp_path: Path) -> None:
    path = tmp_path / "dev.tsv"
    path.write_text("source\ttarget\nEs regnet.\tIt is raining.\nJa.\tYes.\n", "utf-8")
    pairs = read_table(path, 1)
    assert [(pair.source, pair.target) for pair in pairs] == [
        ("Es regnet.", "It is raining.")
    ]
    perfect, poor = score(["It is raining."], pairs), score(["It rains."], pairs)
    assert perfect.bleu == pytest.approx(100) == perfect.chrf
    assert 0 < poor.chrf < 60
    assert "tok:13a" in perfect.signatures[0] and "nc:6" in perfect.signatures[1]
