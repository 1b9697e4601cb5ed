"""Punkt with the shipped parameters, and the file that they come in."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from reader.backends.punkt import (
    Parameters,
    build_boundaries,
    load_boundaries,
    load_parameters,
    read_parameters,
    write_parameters,
)
from reader.errors import PackageError


def test_the_shipped_parameters_know_german() -> None:
    parameters = load_parameters()
    assert {"ca", "dr", "bzw", "z.b", "nr"} <= parameters.abbreviations
    assert "der" in parameters.starters
    assert len(parameters.spellings) > 20_000


def test_punkt_finds_ends_and_leaves_out_the_last() -> None:
    text = "Wir trafen Dr. Kern am Abend. Danach gingen wir. "
    assert load_boundaries()(text) == [text.index(" Danach")]


def test_parameters_survive_their_file() -> None:
    parameters = Parameters(
        abbreviations=frozenset(["z.b", "dr"]),
        collocations=frozenset([("##number##", "mai")]),
        starters=frozenset(["der"]),
        spellings={"haus": 34, "gehen": 32, "[x]y": 2},
    )
    stream = io.StringIO()
    write_parameters(parameters, stream)
    assert read_parameters(stream.getvalue().splitlines(keepends=True)) == parameters


@pytest.mark.parametrize("lines", [[], ["[abbreviations]\n", "dr\n"], ["kaputt\n"]])
def test_a_damaged_file_is_a_package_error(lines: list[str]) -> None:
    with pytest.raises(PackageError):
        read_parameters(lines)


def test_parameters_decide() -> None:
    known = Parameters(frozenset(["abk"]), frozenset(), frozenset(), {})
    unknown = Parameters(frozenset(), frozenset(), frozenset(), {})
    text = "Die Abk. Mueller kam."
    assert build_boundaries(known)(text) == []
    assert build_boundaries(unknown)(text) == [8]


def test_long_texts_are_cut_where_no_sentence_ends() -> None:
    sentence = "Der Rat hat am Abend lange beraten und dann zugestimmt. "
    text = sentence * 1_000
    wanted = [(n + 1) * len(sentence) - 1 for n in range(999)]
    assert load_boundaries()(text) == wanted


def test_only_punkt_is_imported_and_nltk_can_be_imported_whole_later() -> None:
    script = (
        "import sys\n"
        "from reader.backends.punkt import load_boundaries\n"
        "find = load_boundaries()\n"
        "assert find('Das ist gut. Das auch.') == [12]\n"
        "assert 'numpy' not in sys.modules and 'nltk' not in sys.modules\n"
        "import nltk\n"
        "assert nltk.word_tokenize and nltk.tokenize.punkt.PunktTrainer\n"
        "assert find('Das ist gut. Das auch.') == [12]\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
