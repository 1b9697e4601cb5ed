"""Precision at 50 on texts that a person labelled; "naturkunde" is held out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.backends.background import load_background
from reader.backends.lemmas import load_lemmas
from reader.backends.punkt import load_boundaries
from reader.core.normalize import normalize_source
from reader.core.segmentation import segment
from reader.core.terminology.lexemes import Lexemes
from reader.core.terminology.suggesting import Suggester

pytestmark = pytest.mark.measured

GOLD = Path(__file__).parents[2] / "gold" / "suggest"
REACHED = {"stellwerk": 0.90, "waermepumpe": 0.86, "both": 0.90, "naturkunde": 0.78}


def read_sentences(names: list[str]) -> list[str]:
    return [
        normalize_source(sentence.source)
        for name in names
        for sentence in segment(
            name,
            (GOLD / f"{name}.txt").read_text("utf-8"),
            load_boundaries(),
            frozenset(),
        )
    ]


@pytest.mark.parametrize("field", REACHED)
def test_most_of_the_best_50_are_terms(
    field: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [field] if field != "both" else ["stellwerk", "waermepumpe"]
    gold = {
        term
        for name in names
        for term in (GOLD / f"{name}.terms").read_text("utf-8").splitlines()
    }
    suggester = Suggester(Lexemes(load_lemmas()), load_background())
    best = suggester.suggest(read_sentences(names))[:50]
    wrong = [found.source for found in best if found.source not in gold]
    precision = (50 - len(wrong)) / 50
    with capsys.disabled():
        print(f"\nprecision at 50, {field}: {precision:.2f}; wrong: {', '.join(wrong)}")
    assert len(best) == 50
    assert precision >= REACHED[field]
