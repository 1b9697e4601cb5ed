from __future__ import annotations

import subprocess
import sys

import pytest

from reader.backends.lemmas import load_lemmas

KNOWN = [
    ("Märkten", "Markt"),
    ("Rechenzentren", "Rechenzentrum"),
    ("Experten", "Experte"),
    ("vorgestellt", "vorstellen"),
    ("vorzustellen", "vorstellen"),
    ("nahm", "nehmen"),
    ("großen", "groß"),
    # A capital tells a noun from a verb.
    ("Macht", "Macht"),
    ("macht", "machen"),
    ("Waren", "Ware"),
    ("waren", "sein"),
    # Not in the dictionary, but built by rule.
    ("Tokenisierungen", "Tokenisierung"),
]


@pytest.mark.parametrize(("word", "lemma"), KNOWN)
def test_a_known_word_gives_its_citation_form(word: str, lemma: str) -> None:
    assert load_lemmas()(word) == lemma


@pytest.mark.parametrize(
    ("word", "stem"),
    [("gepromptet", "promp-"), ("promptete", "promp-"), ("generativen", "nerativ-")],
)
def test_an_unknown_word_gives_its_stem_with_a_hyphen(word: str, stem: str) -> None:
    assert load_lemmas()(word) == stem


def test_the_lemmatizer_is_loaded_once() -> None:
    assert load_lemmas() is load_lemmas()


def test_lemmas_load_neither_the_whole_of_nltk_nor_numpy() -> None:
    script = (
        "import sys\n"
        "from reader.backends.lemmas import load_lemmas\n"
        "assert 'simplemma' not in sys.modules\n"
        "assert load_lemmas()('Tokenisierens')\n"
        "assert not {'nltk', 'numpy'} & set(sys.modules), 'too much'\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
