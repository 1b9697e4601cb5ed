"""TSV: no cell is a formula, and what a spreadsheet saves is read back."""

import csv
import io

import pytest
from hypothesis import given

from reader.errors import DocumentError
from reader.formats.plain import decode_text
from reader.formats.tsv import (
    COLUMNS,
    TargetEdit,
    decode_cell,
    encode_cell,
    read_tsv_edits,
)
from tests.formats.samples import ARTICLE, NASTY, make_pair, texts, write


def read_edits(text: str) -> list[TargetEdit]:
    return list(read_tsv_edits(io.StringIO(text, newline="")))


def cells(text: str) -> list[list[str]]:
    """What a spreadsheet sees."""
    return list(csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True))


def test_the_header_names_the_columns() -> None:
    assert write("tsv", []) == "\t".join(COLUMNS) + "\n"


def test_a_row_is_readable_as_it_stands() -> None:
    row = write("tsv", [ARTICLE[3]]).splitlines()[1].split("\t")
    assert dict(zip(COLUMNS, row, strict=True)) == {
        "document": "artikel/strassenbahn.txt",
        "id": "b0003s02",
        "kind": "paragraph",
        "block": "3",
        "sentence": "2",
        "start": "10",
        "end": "35",
        "source": "Sie kostet 7,6 Mio. Euro.",
        "target": "It costs 76 million euros.",
        "score": "-0.41",
        "engine": "argos:translate-de_en-1.3+beam4",
        "flags": "numbers",
        "edited": "no",
        "terms": "",
    }


@given(texts)
def test_no_cell_begins_a_formula_and_every_cell_comes_back(text: str) -> None:
    ((cell, *_),) = cells(encode_cell(text) + "\tEnde\n")
    assert cell.lstrip(" \u00a0")[:1] not in tuple("=+-@＝＋－＠\t\r")
    assert decode_cell(cell) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=WEBSERVICE(A1)", "'=WEBSERVICE(A1)"),
        ("+49 40 123", "'+49 40 123"),
        ("- 5 Grad", "'- 5 Grad"),
        ("@SUMME", "'@SUMME"),
        (" \u00a0=1", "' \u00a0=1"),
        ("'=1", "''=1"),
        ("＝1", "'＝1"),
        ("\t=1", "\\t=1"),
        # Nothing is done to what is no formula.
        ("'tis", "'tis"),
        ("–5 Grad", "–5 Grad"),
        ("a=b", "a=b"),
        ("a\\b", "a\\\\b"),
        ('"Ja"', '"""Ja"""'),
        ('Er sagte "ja"', 'Er sagte "ja"'),
    ],
)
def test_cells_are_written_like_this(text: str, cell: str) -> None:
    assert encode_cell(text) == cell


def test_one_line_a_pair_whatever_it_holds() -> None:
    rows = [make_pair(text, text) for text in NASTY]
    text = write("tsv", rows)
    assert len(text.splitlines()) == len(NASTY) + 1
    assert {len(row) for row in cells(text)} == {len(COLUMNS)}


def test_every_english_sentence_of_an_export_comes_back_as_an_edit() -> None:
    edits = read_edits(write("tsv", ARTICLE))
    assert [(edit.source, edit.target) for edit in edits] == [
        (pair.sentence.source, pair.target)
        for pair in ARTICLE
        if pair.target is not None
    ]
    assert [edit.row for edit in edits] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 12]
    assert [edit.id for edit in edits if edit.edited] == ["b0010s01"]


def test_a_sheet_saved_by_excel_is_read() -> None:
    sheet = (
        "Notiz\ttarget\tsource\tedited\r\n"
        '"sieht\ngut aus"\t"The ""old"" tram"\t"Die ""alte"" Straßenbahn"\tWAHR\r\n'
        "\t'=1+1 is two\t'=1+1 ist zwei\r\n"
        "\t\t\t\r\n"
        "\tYes\tJa\tFALSCH\r\n"
    )
    text = decode_text(sheet.encode("utf-16"), "sheet.txt")
    assert read_edits(text) == [
        TargetEdit(2, 'Die "alte" Straßenbahn', 'The "old" tram', edited=True),
        TargetEdit(3, "=1+1 ist zwei", "=1+1 is two"),
        TargetEdit(5, "Ja", "Yes"),
    ]


def test_a_sheet_in_windows_1252_is_read() -> None:
    sheet = "source\ttarget\r\n„Größe“ – ja\t“Size” – yes\r\n"
    text = decode_text(sheet.encode("cp1252"), "sheet.txt")
    assert read_edits(text) == [TargetEdit(2, "„Größe“ – ja", "“Size” – yes")]


def test_a_newline_that_somebody_typed_stays() -> None:
    (edit,) = read_edits('source\ttarget\nJa\t"Yes,\nindeed "\n')
    assert edit.target == "Yes,\nindeed"


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ("", "no column 'source'"),
        ("source,target\nJa,Yes\n", "no column 'source'"),
        ("source\tEnglish\nJa\tYes\n", "no column 'target'"),
        ("source\ttarget\nJa\tYes\n\tNo\n", "row 3 has a target and no source"),
        ('source\ttarget\nJa\t"Yes\n', "line 2 is no tab-separated line"),
    ],
)
def test_a_damaged_sheet_is_told(sheet: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        read_edits(sheet)
    assert caught.value.hint


def test_cells_longer_than_the_csv_modules_limit_are_read() -> None:
    long = "Wort " * 40_000
    (edit,) = read_edits(f"source\ttarget\n{long}\tlong\n")
    assert len(edit.source) == len(long) - 1
