"""`reader glossary suggest` on the fake engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Runner

ARTICLE = """Die Wärmepumpe am Fluss

Die Wärmepumpe braucht ein Kältemittel. Ohne hydraulischen Abgleich läuft sie schlecht.

Der hydraulische Abgleich kostet wenig. Wärmepumpen von Siemens haben einen Verdichter.
"""
FAKE = ("--engine", "fake", "--no-shipped-glossary")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "a.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_each_suggestion_has_english_and_sentences(
    reader: Runner, article: Path
) -> None:
    result = reader("glossary", "suggest", article, *FAKE, "--json")
    assert result.code == 0
    found = {record["source"]: record for record in result.records}
    pump = found["Wärmepumpe"]
    # The fake engine's "English" is the German turned round.
    assert (pump["target"], pump["count"], pump["pos"]) == ("epmupemräw", 3, "noun")
    assert pump["forms"] == ["Wärmepumpe", "Wärmepumpen"]
    assert [example["id"] for example in pump["examples"]] == [
        "b0001s01",
        "b0002s01",
        "b0003s02",
    ]
    assert all("Wärmepumpe" in example["source"] for example in pump["examples"])
    assert pump["seen"] == []
    assert found["hydraulischer Abgleich"]["count"] == 2
    assert "Abgleich" not in found


def test_what_the_glossary_has_is_left_out_unless_asked_for(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("source\ttarget\nhydraulischer Abgleich\thydronic balancing\n")
    options = (*FAKE, "--glossary", path, "--no-translate", "--json")
    new = reader("glossary", "suggest", article, *options)
    assert "hydraulischer Abgleich" not in [record["source"] for record in new.records]
    everything = reader("glossary", "suggest", article, *options, "--all")
    known = [record["source"] for record in everything.records if record["known"]]
    assert known == ["hydraulischer Abgleich"]
    assert "1 in the glossary" in new.err


def test_translations_of_the_memory_show_what_a_term_became(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    edits = tmp_path / "edits.tsv"
    edits.write_text(
        "source\ttarget\n"
        "Die Wärmepumpe braucht ein Kältemittel.\tThe heat pump needs a coolant.\n"
    )
    assert reader("memory", "import", edits).code == 0
    options = (*FAKE, "--no-translate", "--json")
    result = reader("glossary", "suggest", article, *options)
    found = {record["source"]: record for record in result.records}
    assert found["Wärmepumpe"]["seen"] == [{"target": "heat pump", "count": 1}]
    assert found["Wärmepumpe"]["target"] is None


def test_a_sheet_is_what_import_takes(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "new.tsv"
    result = reader("glossary", "suggest", article, *FAKE, "--to", "tsv")
    sheet.write_text(result.out, encoding="utf-8")
    assert reader("glossary", "import", sheet).code == 0
    listed = reader("glossary", "list", "Wärmepumpe", "--json")
    assert [record["target"] for record in listed.records] == ["epmupemräw"]
    again = reader("glossary", "suggest", article, *FAKE, "--json")
    assert again.records == []


def test_limit_takes_the_best(reader: Runner, article: Path) -> None:
    best = reader("glossary", "suggest", article, *FAKE, "--limit", 2, "--json")
    scores = [record["score"] for record in best.records]
    assert len(scores) == 2
    everything = reader("glossary", "suggest", article, *FAKE, "--json")
    assert everything.records[:2] == best.records
    assert scores[0] == max(record["score"] for record in everything.records)


def test_text_has_a_line_for_each_sentence(reader: Runner, article: Path) -> None:
    result = reader("glossary", "suggest", article, *FAKE, "--limit", 1)
    assert result.lines[0].startswith("Wärmepumpe → epmupemräw  (noun, 3×, ")
    assert result.lines[1] == f"    {article}:b0001s01: Die Wärmepumpe am Fluss"


def test_options_that_contradict_each_other_are_refused(
    reader: Runner, article: Path
) -> None:
    for options in (("--to", "tsv", "--no-translate"), ("--to", "tsv", "--json")):
        assert reader("glossary", "suggest", article, *FAKE, *options).code == 2


def test_nothing_to_read_is_an_error(reader: Runner, tmp_path: Path) -> None:
    result = reader("glossary", "suggest", tmp_path / "none.txt", *FAKE)
    assert (result.code, result.out) == (2, "")
