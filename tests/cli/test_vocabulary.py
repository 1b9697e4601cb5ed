from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.vocabulary import VocabularyEntry
from reader.service.vocabulary import VocabularyFile
from reader.store.paths import find_paths
from tests.cli.running import Runner
from tests.formats.test_vocabulary_tsv import MARKT


@pytest.fixture(autouse=True)
def words(reader_home: Path) -> None:
    """A vocabulary of three entries."""
    vocabulary = VocabularyFile(find_paths({"READER_HOME": str(reader_home)}))
    vocabulary.add(MARKT)
    vocabulary.add(
        VocabularyEntry("Markt", source="Der Markt ruht.", added="2026-11-23")
    )
    vocabulary.add(VocabularyEntry("Haus", translation="house", added="2026-11-24"))


def test_list_prints_the_words_or_those_that_were_asked_for(reader: Runner) -> None:
    everything = reader("vocabulary", "list")
    assert everything.code == 0 and len(everything.lines) == 4
    assert everything.lines[1].split()[:3] == ["2026-11-22", "Markt", "market"]
    (house,) = reader("vocabulary", "list", "HOUSE", "--json").records
    assert house == {
        "word": "Haus",
        "lemma": "",
        "article": "",
        "plural": "",
        "translation": "house",
        "source": "",
        "target": "",
        "document": "",
        "added": "2026-11-24",
    }
    nothing = reader("vocabulary", "list", "Zzz")
    assert (nothing.code, nothing.out) == (0, "")
    assert "no such word" in nothing.err


def test_remove_takes_every_entry_of_a_word_in_either_form(reader: Runner) -> None:
    assert "2 entries removed" in reader("vocabulary", "remove", "Markt").err
    (left,) = reader("vocabulary", "list", "--json").records
    assert left["word"] == "Haus"
    again = reader("vocabulary", "remove", "Markt")
    assert again.code == 1 and "no word 'Markt'" in again.err


def test_export_writes_a_file_or_standard_output(
    reader: Runner, tmp_path: Path
) -> None:
    assert "3 words" in reader("vocabulary", "export", tmp_path / "a.apkg").err
    assert (tmp_path / "a.apkg").read_bytes().startswith(b"PK")
    printed = reader("vocabulary", "export", "-")
    assert printed.lines[0].startswith("word\tlemma\tarticle\tplural\ttranslation\t")
    assert len(printed.lines) == 4


@pytest.mark.parametrize(
    "arguments", [("a.docx",), ("-", "--to", "anki"), ("a.tsv", "--to", "docx")]
)
def test_an_export_that_cannot_be_is_exit_2(
    reader: Runner, arguments: tuple[str, ...]
) -> None:
    result = reader("vocabulary", "export", *arguments)
    assert (result.code, result.out) == (2, "")
    assert "try: " in result.err
