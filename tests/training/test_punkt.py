"""Training Punkt: what is read, what is left out, what is learned."""

from __future__ import annotations

import lzma
from pathlib import Path

from reader.backends.punkt import build_boundaries
from reader.training.punkt import read_sources, train_parameters


def test_each_german_sentence_is_read_once_and_held_out_sets_never(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bitext.tsv.xz"
    rows = [
        "set\torigin\tsource\ttarget",
        "newstest2015\thuman\tEs regnet.\tIt rains.",
        "newstest2015\tbergamot-base\tEs regnet.\tIt is raining.",
        "newstest2019-ende\thuman\tEs schneit.\tIt snows.",
        'tatoeba\thuman\tEr sagte: "Ja.\tHe said yes.',
    ]
    path.write_bytes(lzma.compress("\n".join(rows).encode()))
    assert list(read_sources(path)) == ["Es regnet.", 'Er sagte: "Ja.']


def test_an_abbreviation_is_learned_from_its_use() -> None:
    names = ["Kern", "Ahrens", "Lenz", "Vogt", "Petersen", "Braun"]
    sentences = [
        f"Am {day}. Tag kam Hptm. {name} mit dem Zug nach Hause."
        for day in range(1, 30)
        for name in names
    ]
    learned = train_parameters(sentences)
    assert "hptm" in learned.abbreviations
    find_boundaries = build_boundaries(learned)
    assert find_boundaries("Dort stand Hptm. Lenz am Zug.") == []
