"""Training the lexical table on texts small enough to see through."""

from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np
import pytest

from reader.backends.lexicon import StemLexicon, load_lexicon
from reader.training.lexicon import (
    number_stems,
    prune_table,
    read_pairs,
    train_table,
    write_table,
)

TOY = 2 * [
    ("Das Haus ist groß.", "The house is big."),
    ("Das Buch ist alt.", "The book is old."),
    ("Ein Buch ist groß.", "A book is big."),
    ("Ein Haus brennt.", "A house is burning."),
    ("Das alte Rechenzentrum brennt.", "The old data center is burning."),
    ("Ein Rechenzentrum ist groß.", "A data center is big."),
]


def _train(pairs: list[tuple[str, str]], path: Path) -> StemLexicon:
    write_table(prune_table(train_table(number_stems(pairs))), path)
    return load_lexicon(path)


def test_words_find_their_counterparts(tmp_path: Path) -> None:
    lexicon = _train(TOY, tmp_path / "toy.npz")
    expected = {"haus": "house", "buch": "book", "das": "the", "ein": "a"}
    for source, target in expected.items():
        others = {"house", "book", "the", "a", "data", "center"} - {target}
        best = max(others, key=lambda other: lexicon.probability(source, other))
        found = lexicon.probability(source, target)
        assert found > 2 * lexicon.probability(source, best), (source, best)


def test_a_compound_has_all_of_its_english_words(tmp_path: Path) -> None:
    lexicon = _train(TOY, tmp_path / "toy.npz")
    others = [
        lexicon.probability("rechenzentrum", other) for other in ("the", "old", "big")
    ]
    for word in ("data", "center"):
        assert lexicon.probability("rechenzentrum", word) > max(0.2, *others)


def test_directions_trained_together_keep_rare_words_clean(tmp_path: Path) -> None:
    # "Zwieback" was seen once: alone, one direction would give it every word that
    # nothing else claims.
    pairs = [
        *TOY,
        *2 * [("Das Haus ist ein Zwieback.", "The house is a rusk, frankly.")],
    ]
    lexicon = _train(pairs, tmp_path / "toy.npz")
    for target in ("the", "house", "is", "a"):
        assert lexicon.probability("zwieback", target) < 0.1


def test_the_same_pairs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.npz", "other.npz"):
        _train(TOY, tmp_path / name)
    one, other = (tmp_path / name for name in ("one.npz", "other.npz"))
    assert one.read_bytes() == other.read_bytes()


def test_stems_seen_once_are_left_out() -> None:
    arrays = prune_table(train_table(number_stems([*TOY, ("Zwieback", "rusk")])))
    sources = arrays["sources"].tobytes().decode().split("\n")
    assert "haus" in sources
    assert "zwieback" not in sources
    assert arrays["starts"][-1] == len(arrays["columns"]) == len(arrays["scores"])


def test_empty_and_endless_sentences_are_left_out() -> None:
    corpus = number_stems([("…", "A house."), ("Haus", "house " * 61), ("Ja.", "Yes.")])
    assert corpus.sources == ["ja"]
    assert np.array_equal(corpus.source_starts, [0, 1])


def test_each_pair_is_read_once_and_quotes_are_letters(tmp_path: Path) -> None:
    rows = [
        "set\torigin\tsource\ttarget",
        'a\thuman\tEr sagt: "Ja.\tHe says: "Yes.',
        'b\tbergamot-base\tEr sagt: "Ja.\tHe says: "Yes.',
        "b\tbergamot-base\tJa.\tYes.",
    ]
    path = tmp_path / "bitext.tsv.xz"
    path.write_bytes(lzma.compress("\n".join(rows).encode()))
    assert list(read_pairs(path)) == [
        ('Er sagt: "Ja.', 'He says: "Yes.'),
        ("Ja.", "Yes."),
    ]


def test_a_table_with_too_many_english_stems_is_refused() -> None:
    # The file counts English stems in two bytes.
    targets = [f"w{number:05x}w".translate(_LETTERS) for number in range(66_000)]
    pairs = [
        (f"w{at:05x}w".translate(_LETTERS), " ".join(targets[at : at + 10]))
        for at in range(0, 66_000, 10)
    ]
    with pytest.raises(ValueError, match="too many"):
        prune_table(train_table(number_stems([*pairs, *pairs])))


_LETTERS = str.maketrans("0123456789", "ghijklmopq")
