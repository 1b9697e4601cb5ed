"""The shipped lexical table: it loads fast, and knows German words in all forms."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from reader.backends.lexicon import LEXICON_PATH, load_lexicon
from reader.core.interfaces import Lexicon
from reader.errors import BackendError


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("regierung", "government"),
        ("regierungen", "governments"),
        ("zöllen", "tariffs"),
        ("rechenleistung", "computing"),
        ("nicht", "n't"),
        ("gewerkschaften", "unions"),
        # Compounds that no text of the training has.
        ("datenschutzbehörde", "data"),
        ("datenschutzbehörde", "protection"),
        ("datenschutzbehörde", "authority"),
        ("strompreisdeckels", "price"),
    ],
)
def test_words_and_their_forms_are_known(source: str, target: str) -> None:
    assert load_lexicon().probability(source, target) > 0.02


@pytest.mark.parametrize(
    ("source", "target"),
    [("regierung", "banana"), ("xyzzy", "government"), ("hund", "cat"), ("der", "dog")],
)
def test_other_words_are_not(source: str, target: str) -> None:
    assert load_lexicon().probability(source, target) < 0.02


def test_it_is_a_lexicon_of_the_core_with_values_between_0_and_1() -> None:
    lexicon: Lexicon = load_lexicon()
    assert 0 <= lexicon.probability("regierung", "government") <= 1
    for word in ("regierung", "rechenzentrumsbetreiber", "der"):
        row = load_lexicon().row(word)
        assert row
        assert all(0 < value <= 1 for value in row.values())


def test_the_file_is_small_and_says_where_it_comes_from() -> None:
    assert LEXICON_PATH.stat().st_size <= 4_000_000
    with np.load(LEXICON_PATH, allow_pickle=False) as arrays:
        notice = arrays["notice"].tobytes().decode("utf-8")
    for name in ("WMT", "Tatoeba (CC BY 2.0 FR)", "MPL-2.0"):
        assert name in notice


def test_it_loads_in_a_moment() -> None:
    load_lexicon()
    load_lexicon.cache_clear()
    started = time.process_time()
    load_lexicon()
    passed = time.process_time() - started
    print(f"\nlexical table: loaded in {1000 * passed:.0f} ms")
    assert passed < 0.2


@pytest.mark.parametrize("content", [None, b"", b"no table"])
def test_a_broken_file_is_an_error_of_ours(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "lexicon.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BackendError) as caught:
        load_lexicon(path)
    assert caught.value.hint
