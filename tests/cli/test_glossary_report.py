"""`reader glossary report` on the fake engine and on finished pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Runner

GLOSSARY = """source\ttarget\tusage
Rechenleistung\tgnutsielnehcer|computing power
Rechner\tcomputer
Chip\tchip
Sora\tSora\tkeep
"""
ARTICLE = """Die Rechenleistung ist sehr gut. Sora ist ein Modell.

Das Chipverbot wurde gestern vom Ministerium verkündet.
"""
SHEET = """source\ttarget
Die Rechenleistung fehlt.\tComputing power is missing.
Der Rechner fehlt.\tThe machine is missing.
"""
FAKE = ("--engine", "fake")


@pytest.fixture
def options(tmp_path: Path) -> tuple[str, ...]:
    path = tmp_path / "terms" / "terms.tsv"
    path.parent.mkdir()
    path.write_text(GLOSSARY, encoding="utf-8")
    return ("--no-shipped-glossary", "--glossary", str(path))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "a.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_an_article_is_translated_and_its_terms_are_counted(
    reader: Runner, article: Path, options: tuple[str, ...]
) -> None:
    result = reader("glossary", "report", article, *options, *FAKE, "--json")
    assert result.code == 0
    *terms, total = result.records
    found = {record["source"]: record for record in terms}
    # The fake engine turns words round, and the glossary asks for that.
    assert (found["Rechenleistung"]["hits"], found["Rechenleistung"]["kept"]) == (1, 1)
    assert found["Rechenleistung"]["steps"] == {"engine": 1}
    assert found["Chip"]["candidates"] == {"Chipverbot": 1}
    assert "Rechner" not in found
    assert total["pairs"] == 3
    assert total["hits"] == sum(record["hits"] for record in terms)
    assert sum(total["steps"].values()) == pytest.approx(1)
    assert total["steps"]["engine"] >= 0.5


def test_the_report_agrees_with_what_translate_wrote(
    reader: Runner, article: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    to = ("--to", "jsonl", "--to", "html", "--to", "tsv")
    assert reader("translate", article, "-o", out, *to, *options, *FAKE).code == 0
    finished = reader("glossary", "report", out, *options, "--json")
    translated = reader("glossary", "report", article, *options, *FAKE, "--json")
    assert finished.records == translated.records


def test_a_report_fills_the_memory_that_forget_empties(
    reader: Runner, article: Path, options: tuple[str, ...]
) -> None:
    reader("glossary", "report", article, *options, *FAKE)
    assert reader("memory", "forget", article).err == "3 sentences forgotten\n"


def test_the_table_has_what_needs_attention_first(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(SHEET, encoding="utf-8")
    result = reader("glossary", "report", path, *options)
    assert result.code == 0
    header, first, second, blank, total, steps = result.lines
    assert header.split()[:3] == ["term", "English", "hits"]
    assert first.split() == ["Rechner", "computer", "1", "1"]
    assert header.index("missing") == first.rindex("1")
    assert header.index("kept") == second.rindex("1")
    assert blank == ""
    assert total == ("2 hits: 1 kept, 0 enforced, 1 missing, 0 forbidden, 0 candidates")
    assert steps.endswith("engine 50.0%, second-pass 0.0%, replacement 0.0%, "
                          "missing 50.0%")  # fmt: skip
    assert result.err == "1 file, 2 pairs, 2 of 4 entries found\n"


def test_what_cannot_be_read_is_told(
    reader: Runner, tmp_path: Path, article: Path, options: tuple[str, ...]
) -> None:
    none = tmp_path / "none.txt"
    assert reader("glossary", "report", none, *options, *FAKE).code == 2
    result = reader("glossary", "report", none, article, *options, *FAKE)
    assert result.code == 1
    assert "none.txt" in result.err


def test_an_english_text_is_left_out(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    path = tmp_path / "e.txt"
    path.write_text("The computing power is there, and it is not the only one.")
    result = reader("glossary", "report", path, *options, *FAKE)
    assert (result.code, result.out) == (2, "")
    assert "does not look German" in result.err


@pytest.mark.parametrize("command", ["report", "suggest"])
def test_a_folder_without_articles_is_exit_2_and_is_told(
    reader: Runner, tmp_path: Path, command: str
) -> None:
    folder = tmp_path / "leer"
    folder.mkdir()
    result = reader("glossary", command, folder, "--engine", "fake")
    assert (result.code, result.out) == (2, "")
    assert f"no German articles in {folder}" in result.err and "try: " in result.err
