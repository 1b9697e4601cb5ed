"""Files of pairs: each format is read, and in folders only what holds pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.pairs import Pair
from reader.errors import DocumentError
from reader.formats.pair_files import find_pair_files, read_pairs
from reader.formats.writers import open_writer
from tests.core.terminology.keeping import make_pair

PAIR = make_pair("Der Chip fehlt.", "The chip is missing.")
TMX = """<tmx version="1.4"><header/><body><tu>
<tuv xml:lang="de"><seg>Der Chip fehlt.</seg></tuv>
<tuv xml:lang="en"><seg>The chip is missing.</seg></tuv></tu></body></tmx>"""


def write(path: Path, *pairs: Pair) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = open_writer(path.suffix[1:], stream)
        writer.begin("a", "a.txt")
        for pair in pairs:
            writer.write(pair)
        writer.end()
    return path


@pytest.mark.parametrize("suffix", ["jsonl", "tsv", "html"])
def test_what_translate_writes_is_read_with_its_ids(
    tmp_path: Path, suffix: str
) -> None:
    path = write(tmp_path / f"a.txt.{suffix}", PAIR)
    assert list(read_pairs(path)) == [("b0001s01", PAIR)]


def test_a_sheet_with_two_columns_is_read_by_row(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("source\ttarget\nDer Chip fehlt.\tThe chip is missing.\n")
    ((place, pair),) = read_pairs(path)
    assert (place, pair.sentence.source, pair.target) == (
        "row 2",
        "Der Chip fehlt.",
        "The chip is missing.",
    )


def test_a_tmx_is_read_by_unit(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(TMX)
    ((place, pair),) = read_pairs(path)
    assert (place, pair.target) == ("unit 1", "The chip is missing.")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.jsonl", b"", "holds no pairs"),
        ("a.html", b"<p>Ein Chip</p>", "holds no pairs"),
        ("a.jsonl", b'{"source": "\xfcber"}', "not UTF-8"),
        ("a.jsonl", b"{}", "a.jsonl: line 1"),
        ("a.docx", b"x", "no file of pairs"),
        ("a.tsv", b"German\tEnglish\nChip\tchip\n", "no column"),
    ],
)
def test_what_holds_no_pairs_is_an_error(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=message):
        list(read_pairs(path))


def test_a_folder_gives_its_files_of_pairs_and_no_glossary(tmp_path: Path) -> None:
    (tmp_path / "tief").mkdir()
    (tmp_path / ".git").mkdir()
    wanted = [
        write(tmp_path / "a.txt.jsonl", PAIR),
        write(tmp_path / "a.txt.tsv", PAIR),
        write(tmp_path / "tief" / "b.html", PAIR),
    ]
    write(tmp_path / ".git" / "c.jsonl", PAIR)
    (tmp_path / "glossary.tsv").write_text("source\ttarget\nChip\tchip\n")
    (tmp_path / "a.txt").write_text("Der Chip fehlt.")
    assert list(find_pair_files([tmp_path])) == wanted
    named = tmp_path / "glossary.tsv"
    assert list(find_pair_files([named])) == [named]


@pytest.mark.parametrize("name", ["nichtda", "nichtda.tsv", "nichtda.jsonl"])
def test_a_file_that_is_not_there_is_said_to_be_missing(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(DocumentError, match="there is no file"):
        list(read_pairs(tmp_path / name))
