from __future__ import annotations

from pathlib import Path

import pytest

from reader.store.answers import SavedAnswers


class Dictionary:
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def lemmatize(self, word: str) -> str:
        self.asked.append(word)
        return word.removesuffix("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "words.json"


def look_up(path: Path, version: str = "2.0.0") -> list[str]:
    dictionary = Dictionary()
    answers = SavedAnswers(path, version)
    said = [
        answers.ask("lemma", word, dictionary.lemmatize)
        for word in ("Märkten", "Märkten", "Chip")
    ]
    assert said == ["Märkt", "Märkt", "Chip"]
    answers.save()
    return dictionary.asked


def test_a_second_run_does_without_the_dictionary(path: Path) -> None:
    assert [look_up(path), look_up(path)] == [["Märkten", "Chip"], []]


def test_two_questions_about_one_word_have_two_answers(path: Path) -> None:
    answers = SavedAnswers(path, "1")
    assert answers.ask("lemma", "Chips", lambda word: "Chip") == "Chip"
    assert answers.ask("plural", "Chips", lambda word: "Chips") == "Chips"


def test_other_dictionaries_begin_anew(path: Path) -> None:
    look_up(path)
    assert look_up(path, version="2.1.0") == ["Märkten", "Chip"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": "2.0.0"}', "\x00"])
def test_a_broken_file_is_replaced(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    assert [look_up(path), look_up(path)] == [["Märkten", "Chip"], []]


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert look_up(tmp_path / "file" / "words.json") == ["Märkten", "Chip"]
