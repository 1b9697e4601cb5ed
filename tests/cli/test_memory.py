from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.running import Runner

TEXT = "Der Markt wächst weiter. Die Preise fallen seit Mai."
FAKE = ("--engine", "fake", "--to", "jsonl")


@pytest.fixture
def article(tmp_path: Path, reader: Runner) -> Path:
    """A document that was translated before."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert reader("translate", path, *FAKE).code == 0
    return path


@pytest.mark.usefixtures("article")
def test_stats_count_pairs_by_engine(reader: Runner) -> None:
    (record,) = reader("memory", "stats", "--json").records
    assert (record["pairs"], record["edits"], record["documents"]) == (2, 0, 1)
    assert record["engines"] == {"fake:reversed-1+beam1": 2}
    assert "pairs" in reader("memory", "stats").out


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("suffix", ["jsonl", "tmx"])
def test_an_export_fills_an_empty_memory(
    reader: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    file = tmp_path / f"memory.{suffix}"
    assert "2 translations" in reader("memory", "export", file).err
    monkeypatch.setenv("READER_HOME", str(tmp_path / "other"))
    assert reader("memory", "import", file).code == 0
    (record,) = reader("memory", "stats", "--json").records
    assert (record["pairs"], record["edits"]) == (2, 0)


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("suffix", ["jsonl", "tmx"])
def test_ones_own_export_changes_nothing(
    reader: Runner, tmp_path: Path, suffix: str
) -> None:
    edits = tmp_path / "edits.tsv"
    edits.write_text("source\ttarget\nGuten Tag.\tHello.\n")
    assert "1 edits" in reader("memory", "import", edits).err
    file = tmp_path / f"memory.{suffix}"
    reader("memory", "export", file)
    told = reader("memory", "import", file).err
    assert told == f"{file}: 0 edits, 0 translations, 3 unchanged\n"


@pytest.mark.usefixtures("article")
def test_an_export_to_standard_output_is_json_lines(reader: Runner) -> None:
    records = reader("memory", "export", "-").records
    assert {record["source"] for record in records} == set(
        TEXT.replace(". ", ".|").split("|")
    )


def test_another_tools_tmx_comes_in_as_edits(
    reader: Runner, tmp_path: Path, article: Path
) -> None:
    tmx = tmp_path / "other.tmx"
    tmx.write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header creationtool="X" '
        'creationtoolversion="1" segtype="sentence" o-tmf="X" adminlang="en" '
        'srclang="de-DE" datatype="plaintext"/><body><tu><tuv xml:lang="de-DE">'
        "<seg>Der Markt wächst weiter.</seg></tuv><tuv xml:lang='en-GB'>"
        "<seg>The market keeps growing.</seg></tuv></tu></body></tmx>",
        encoding="utf-8",
    )
    assert "1 edits" in reader("memory", "import", tmx).err
    first = reader("translate", article, *FAKE).records[0]
    assert first["target"] == "The market keeps growing."
    assert first["edited"]


def test_forgetting_a_document_that_is_gone(reader: Runner, article: Path) -> None:
    article.unlink()
    assert "2 sentences forgotten" in reader("memory", "forget", article).err
    (record,) = reader("memory", "stats", "--json").records
    assert (record["pairs"], record["documents"]) == (0, 0)


@pytest.mark.usefixtures("article")
def test_clearing_asks_first(reader: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert reader("memory", "clear").code == 130
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    nobody = reader("memory", "clear")
    assert nobody.code == 2
    assert "--yes" in nobody.err and "interrupted" not in nobody.err
    assert reader("memory", "clear", "--yes").code == 0
    (record,) = reader("memory", "stats", "--json").records
    assert record["pairs"] == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", "x", "no exchange format"),
        ("a.jsonl", "{broken", "line 1 is not JSON"),
        ("a.jsonl", '{"source": "Gr\udcfc\udcdfe"}', "cannot be read"),
        ("a.jsonl", '{"target": "Ice."}', "it has no 'source'"),
        ("a.jsonl", '{"source": "Eis", "target": "Ice", "score": []}', "no unit"),
        ("a.tmx", "<tmx><!DOCTYPE x", "a.tmx"),
        ("a.tmx", '<!DOCTYPE t [<!ENTITY a "b">]><tmx>&a;</tmx>', "declares entities"),
        ("a.tsv", "eins\tzwei\n1\t2\n", "no column 'source'"),
    ],
)
def test_a_file_that_cannot_be_imported_is_exit_2_and_changes_nothing(
    reader: Runner, tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    result = reader("memory", "import", path)
    assert result.code == 2
    assert said in result.err and "try: " in result.err
    assert "Error(" not in result.err and "Forbidden" not in result.err
    assert json.loads(reader("memory", "stats", "--json").out)["edits"] == 0


def correct(sheet: Path, old: str, new: str) -> None:
    """Change the first place of `old` in a sheet, as a person would."""
    text = sheet.read_text(encoding="utf-8")
    assert old in text
    sheet.write_text(text.replace(old, new, 1), encoding="utf-8")


def targets(reader: Runner, article: Path) -> list[str]:
    return [r["target"] for r in reader("translate", article, *FAKE).records]


def test_one_corrected_row_wins_over_the_same_sentence_left_as_it_was(
    reader: Runner, tmp_path: Path
) -> None:
    article = tmp_path / "b.txt"
    article.write_text("Die Preise steigen. Das ist so. Die Preise steigen.")
    reader("translate", article, "-o", tmp_path, "--engine", "fake", "--to", "tsv")
    sheet = tmp_path / "b.txt.tsv"
    correct(sheet, "Eid Esierp negiets.", "Prices are rising.")
    assert "1 edits" in reader("memory", "import", sheet).err
    assert targets(reader, article) == [
        "Prices are rising.",
        "Sad tsi os.",
        "Prices are rising.",
    ]


def test_an_edit_is_taken_back_by_the_row_that_shows_it_and_by_no_older_one(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    command = ("translate", article, "-o", tmp_path, "--engine", "fake", "--to", "tsv")
    reader(*command)
    sheet = tmp_path / "a.txt.tsv"
    older = sheet.read_bytes()
    machine = "Red Tkram tshcäw retiew."
    correct(sheet, machine, "The market is growing.")
    reader("memory", "import", sheet)
    sheet.write_bytes(older)
    reader("memory", "import", sheet)
    assert targets(reader, article)[0] == "The market is growing."
    reader(*command)
    correct(sheet, "The market is growing.", machine)
    reader("memory", "import", sheet)
    records = reader("translate", article, *FAKE).records
    assert (records[0]["target"], records[0]["edited"]) == (machine, False)


def test_a_document_is_forgotten_by_whatever_path_it_was_named(
    reader: Runner, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader("memory", "clear", "--yes")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    reader("translate", "../a.txt", *FAKE)
    assert "2 sentences forgotten" in reader("memory", "forget", article).err


def test_an_export_that_cannot_be_written_is_a_clear_error(
    reader: Runner, tmp_path: Path
) -> None:
    result = reader("memory", "export", tmp_path / "none" / "x.jsonl")
    assert result.code == 1
    assert "cannot be written" in result.err and "try: " in result.err
