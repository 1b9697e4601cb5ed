"""`reader glossary check`: one line a violation, and exit codes for CI."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Runner

GLOSSARY = """source\ttarget\tusage
Rechenleistung\tcomputing power|compute
Rechner\tcomputer
Rechner\tcalculator\tforbidden
"""
GOOD = "source\ttarget\nDie Rechenleistung fehlt.\tComputing power is missing.\n"
BAD = """source\ttarget
Der Markt der Rechenleistung wächst.\tThe market for calculating is growing.
Zwei Rechner stehen dort.\tTwo calculators stand there.
"""


@pytest.fixture
def options(tmp_path: Path) -> tuple[str, ...]:
    path = tmp_path / "terms.tsv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return ("--no-shipped-glossary", "--glossary", str(path))


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_good_translations_end_with_0_and_print_nothing(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    result = reader("glossary", "check", write(tmp_path, "a.tsv", GOOD), *options)
    assert (result.code, result.out) == (0, "")
    assert result.err == "1 file, 1 pairs, 1 glossary hits, nothing wrong\n"


def test_each_violation_is_one_line_and_ends_with_1(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    path = write(tmp_path, "a.tsv", BAD)
    result = reader("glossary", "check", path, *options)
    assert result.code == 1
    assert result.lines == [
        f"{path}:row 2: Rechenleistung → computing power (missing): "
        "The market for calculating is growing.",
        f"{path}:row 3: Rechner → computer (missing): Two calculators stand there.",
        f'{path}:row 3: Rechner → computer (forbidden "calculators"): '
        "Two calculators stand there.",
    ]
    assert "3 missing or forbidden" in result.err


def test_json_has_the_term_with_its_spans(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    path = write(tmp_path, "a.tsv", BAD)
    result = reader("glossary", "check", path, *options, "--json")
    last = result.records[-1]
    assert (last["kind"], last["words"], last["expected"], last["place"]) == (
        "forbidden",
        "calculators",
        "computer",
        "row 3",
    )
    term = last["term"]
    assert last["source"][term["start"] : term["end"]] == "Rechner"
    assert last["target"][term["target_start"] : term["target_end"]] == "calculators"


def test_what_translate_wrote_is_checked_and_a_false_record_is_told(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    # The fake engine's "English" is the German turned round.
    write(tmp_path, "terms.tsv", "source\ttarget\nRechenleistung\tgnutsielnehcer\n")
    article = write(tmp_path, "a.txt", "Die Rechenleistung ist sehr gut.\n")
    fake = ("--engine", "fake", "--to", "jsonl")
    made = reader("translate", article, *fake, *options)
    path = write(tmp_path, "a.jsonl", made.out)
    (record,) = made.records
    (use,) = record["terms"]
    assert use["status"] == "kept"
    assert reader("glossary", "check", path, *options).code == 0
    use["target_start"] -= 1
    write(tmp_path, "a.jsonl", json.dumps(record))
    result = reader("glossary", "check", path, *options)
    assert result.code == 1
    assert "(untrue: recorded kept, and" in result.out


def test_sentences_without_english_are_told(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    article = write(tmp_path, "a.txt", "Die Rechenleistung ist sehr gut.\n")
    made = reader("translate", article, "--engine", "fake", "--to", "jsonl", *options)
    (record,) = made.records
    record |= {"target": None, "terms": [], "flags": []}
    path = write(tmp_path, "a.jsonl", json.dumps(record))
    result = reader("glossary", "check", path, *options)
    assert result.code == 0
    assert result.err.endswith("1 sentences without English not checked\n")


def test_unreadable_files_stop_only_themselves(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    good, bad = write(tmp_path, "a.tsv", GOOD), write(tmp_path, "b.jsonl", "{}")
    result = reader("glossary", "check", good, bad, *options)
    assert (result.code, result.out) == (1, "")
    assert "1 unreadable" in result.err
    assert reader("glossary", "check", bad, *options).code == 2
    assert reader("glossary", "check", tmp_path / "none", *options).code == 2


def test_a_folder_without_pairs_is_an_error(
    reader: Runner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = reader("glossary", "check", empty, *options)
    assert result.code == 2
    assert "no files of pairs" in result.err


def test_an_empty_glossary_is_an_error(reader: Runner, tmp_path: Path) -> None:
    path = write(tmp_path, "a.tsv", GOOD)
    result = reader("glossary", "check", path, "--no-shipped-glossary")
    assert result.code == 2
    assert "nothing to check" in result.err
