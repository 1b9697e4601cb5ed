from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.interfaces import Lemmatize
from reader.store.lemmas import SavedLemmas


class Dictionary:
    """Counts how often it is loaded."""

    def __init__(self) -> None:
        self.loaded = 0

    def load(self) -> Lemmatize:
        self.loaded += 1
        return lambda word: word.removesuffix("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "lemmas.json"


def look_up(path: Path, version: str = "2.0.0") -> int:
    dictionary = Dictionary()
    lemmas = SavedLemmas(path, version, dictionary.load)
    assert (lemmas("Märkten"), lemmas("Märkten"), lemmas("Chip")) == (
        "Märkt",
        "Märkt",
        "Chip",
    )
    lemmas.save()
    return dictionary.loaded


def test_a_second_run_does_without_the_dictionary(path: Path) -> None:
    assert [look_up(path), look_up(path)] == [1, 0]


def test_another_dictionary_begins_anew(path: Path) -> None:
    look_up(path)
    assert look_up(path, version="2.1.0") == 1


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": "2.0.0"}', "\x00"])
def test_a_broken_file_is_replaced(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    assert [look_up(path), look_up(path)] == [1, 0]


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert look_up(tmp_path / "file" / "lemmas.json") == 1
