from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Runner
from tests.formats.dictd_samples import SHORT_NAME, write_dictionary


@pytest.fixture
def dictionary(reader_home: Path) -> Path:
    return write_dictionary(reader_home / "dictionaries")


@pytest.mark.usefixtures("dictionary")
def test_lookup_prints_headword_grammar_and_english(reader: Runner) -> None:
    result = reader("lookup", "Märkten")
    assert (result.code, result.err) == (0, "")
    assert "Märkten: a form of Markt" in result.lines
    assert "Markt (der, plural Märkte)" in result.lines
    assert any("market place" in line for line in result.lines)


@pytest.mark.usefixtures("dictionary")
def test_lookup_takes_a_compound_apart(reader: Runner) -> None:
    result = reader("lookup", "Rechenleistungsbedarf")
    assert "der Rechenleistungsbedarf: Rechenleistung + Bedarf" in result.lines


@pytest.mark.usefixtures("dictionary")
def test_json_is_one_object_for_each_word(reader: Runner) -> None:
    first, second = reader("lookup", "--json", "KI-Chip", "Markt").records
    assert (first["word"], first["parts"]) == ("KI-Chip", ["KI", "Chip"])
    (entry,) = second["entries"]
    assert entry["text"].startswith("Markt /")
    del entry["text"]
    assert entry == {
        "headword": "Markt",
        "relation": "form",
        "pos": "noun",
        "gender": "masculine",
        "is_plural": False,
        "plural": "Märkte",
        "translations": ["market place", "market"],
        "dictionary": SHORT_NAME,
    }


@pytest.mark.usefixtures("dictionary")
def test_a_word_that_is_not_found_is_exit_1_and_the_others_are_printed(
    reader: Runner,
) -> None:
    result = reader("lookup", "Zzz", "Markt")
    assert result.code == 1
    assert f"'Zzz' is in none of: {SHORT_NAME}" in result.err
    assert "Markt (der, plural Märkte)" in result.lines


def test_without_a_dictionary_lookup_is_exit_2_and_says_how_to_get_one(
    reader: Runner,
) -> None:
    result = reader("lookup", "Markt")
    assert (result.code, result.out) == (2, "")
    assert "no dictionary is installed" in result.err
    assert "dict-freedict-deu-eng" in result.err


def test_a_place_in_the_settings_where_nothing_is_is_exit_2(
    reader: Runner, reader_home: Path
) -> None:
    reader_home.mkdir(parents=True)
    (reader_home / "reader.toml").write_text('dictionaries = "gone"\n')
    result = reader("lookup", "Markt")
    assert result.code == 2
    assert "gone" in result.err and "reader.toml" in result.err
