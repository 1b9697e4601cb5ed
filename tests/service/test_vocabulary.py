from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from zipfile import is_zipfile

import pytest

from reader.core.vocabulary import VocabularyEntry
from reader.errors import DocumentError, OutputError
from reader.service.vocabulary import VocabularyFile
from reader.store.paths import find_paths
from tests.formats.test_vocabulary_tsv import MARKT


@pytest.fixture
def vocabulary(reader_home: Path) -> VocabularyFile:
    return VocabularyFile(find_paths({"READER_HOME": str(reader_home)}))


def test_an_entry_is_kept_with_its_day_and_can_be_removed(
    vocabulary: VocabularyFile,
) -> None:
    assert vocabulary.read() == []
    assert vocabulary.add(VocabularyEntry("Haus", source="Das Haus steht."))
    assert vocabulary.add(MARKT)
    assert not vocabulary.add(MARKT)
    first, second = vocabulary.read()
    assert (first.word, first.added) == ("Haus", date.today().isoformat())
    assert second == MARKT
    assert vocabulary.remove_entry(first) == 1
    assert vocabulary.remove_entry(first) == 0
    assert vocabulary.read() == [MARKT]


def test_two_programs_that_add_at_once_lose_nothing(reader_home: Path) -> None:
    paths = find_paths({"READER_HOME": str(reader_home)})

    def add(name: str) -> None:
        for number in range(10):
            VocabularyFile(paths).add(VocabularyEntry(f"{name}{number}"))

    threads = [threading.Thread(target=add, args=(name,)) for name in ("A", "B", "C")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(VocabularyFile(paths).read()) == 30
    names = {path.name for path in reader_home.iterdir()}
    assert names == {"vocabulary.tsv", ".vocabulary.lock"}


def test_a_damaged_file_is_told_with_its_path_and_left_as_it_is(
    vocabulary: VocabularyFile,
) -> None:
    vocabulary.path.parent.mkdir(parents=True)
    vocabulary.path.write_text("something else\n")
    with pytest.raises(DocumentError) as damaged:
        vocabulary.add(MARKT)
    assert str(vocabulary.path) in damaged.value.message
    assert vocabulary.path.read_text() == "something else\n"


def test_an_export_is_a_table_or_a_package_and_never_the_file_itself(
    vocabulary: VocabularyFile, tmp_path: Path
) -> None:
    vocabulary.add(MARKT)
    assert vocabulary.export(tmp_path / "words.apkg") == 1
    assert is_zipfile(tmp_path / "words.apkg")
    assert vocabulary.export(tmp_path / "words.tsv") == 1
    assert (tmp_path / "words.tsv").read_text() == vocabulary.path.read_text()
    for path, form in ((vocabulary.path, ""), (tmp_path / "a.docx", "")):
        with pytest.raises(DocumentError):
            vocabulary.export(path, form)
    with pytest.raises(OutputError, match="cannot be written"):
        vocabulary.export(tmp_path / "none" / "words.apkg")
    assert [path.name for path in tmp_path.glob(".zwiesprache*")] == []
