"""Examples: prepared once, and the same epoch every time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from reader.training.corpus import Pair
from reader.training.examples import (
    Example,
    choose_hints,
    prepare_examples,
    read_examples,
    walk_epoch,
)
from reader.training.settings import load_settings
from reader.training.terms import TermPair

HINTS = load_settings().hints
PAIRS = [
    Pair("wmt", "human", f"Satz {number} ist ein Beispiel.", f"Sentence {number}.")
    for number in range(200)
]


def _find(pair: Pair) -> list[TermPair]:
    end = len(pair.source) - 1
    return [
        TermPair(0, 4, "sentence", 0.1),
        TermPair(end - len("Beispiel"), end, "instance", 0.9),
    ]


EXAMPLES = [Example(pair, tuple(_find(pair))) for pair in PAIRS]


def test_examples_are_read_as_they_were_prepared(tmp_path: Path) -> None:
    path = tmp_path / "examples.jsonl"
    prepare_examples(PAIRS, path, _find, lambda done, total: None)
    assert read_examples(path) == EXAMPLES


def test_an_interrupted_preparation_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "examples.jsonl"
    asked: list[Pair] = []

    def find(pair: Pair) -> Sequence[TermPair]:
        if len(asked) == 120:
            raise KeyboardInterrupt
        asked.append(pair)
        return _find(pair)

    with pytest.raises(KeyboardInterrupt):
        prepare_examples(PAIRS, path, find, lambda done, total: None)
    assert not path.exists()
    # As a machine that is switched off leaves it.
    with path.with_suffix(".partial").open("a", encoding="utf-8") as stream:
        stream.write('["wmt", "human", "Satz 1')
    asked.clear()
    prepare_examples(PAIRS, path, find, lambda done, total: None)
    assert asked == PAIRS[120:]
    assert read_examples(path) == EXAMPLES


def test_an_epoch_has_every_example_once_in_an_order_of_its_own() -> None:
    first, again, second = (
        list(walk_epoch(EXAMPLES, 7, epoch, HINTS)) for epoch in (0, 0, 1)
    )
    assert first == again != second
    targets = [[target for _, target in epoch] for epoch in (first, second)]
    assert targets[0] != targets[1]
    assert (
        sorted(targets[0])
        == sorted(targets[1])
        == sorted(pair.target for pair in PAIRS)
    )


def test_about_half_of_the_examples_carry_hints() -> None:
    sources = [source for source, _ in walk_epoch(EXAMPLES, 7, 0, HINTS)]
    hinted = [source for source in sources if "{" in source]
    assert 70 < len(hinted) < 130
    assert any(
        "{ sentence }" in source and "{ instance }." in source for source in hinted
    )
    none = replace(HINTS, share=0.0)
    assert not any("{" in source for source, _ in walk_epoch(EXAMPLES, 7, 0, none))


def test_surprising_terms_are_hinted_more_often_and_names_seldom() -> None:
    source = "Merkel lobt den Wechsel."
    terms = (
        TermPair(0, 6, "Merkel", 0.9),
        TermPair(7, 11, "praise", 0.1),
        TermPair(16, 23, "transition", 0.9),
    )
    example = Example(Pair("wmt", "human", source, "…"), terms)
    counts = Counter(
        hint.english
        for seed in range(300)
        for hint in choose_hints(example, 1, random.Random(seed))
    )
    assert counts.total() == 300
    assert counts["transition"] > 2 * counts["praise"] > 2 * counts["Merkel"]


def test_hints_do_not_overlap_and_are_not_too_many() -> None:
    terms = tuple(
        TermPair(start, start + size, f"{start}/{size}", 0.5)
        for start in range(0, 40, 4)
        for size in (3, 7)
    )
    example = Example(Pair("wmt", "human", "x" * 60, "…"), terms)
    sizes = set()
    for seed in range(100):
        hints = choose_hints(example, 4, random.Random(seed))
        sizes.add(len(hints))
        ordered = sorted(hints, key=lambda hint: hint.start)
        assert all(a.end <= b.start for a, b in pairwise(ordered))
    assert sizes == {1, 2, 3, 4}
