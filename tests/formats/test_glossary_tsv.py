"""Native glossary files: what people and spreadsheets write is read and comes back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.glossary.problems import Severity
from reader.core.glossary.terms import Case, Match, Term, Usage
from reader.errors import GlossaryError
from reader.formats.glossary_files import read_glossary
from reader.formats.glossary_rows import join_targets, split_targets
from reader.formats.glossary_tsv import read_glossary_tsv, write_glossary_tsv
from tests.formats.glossary_samples import NASTY, TERMS, patient, terms, texts

PATH = Path("glossar.tsv")


def read(text: str) -> list[Term]:
    found = read_glossary_tsv(text, PATH)
    assert not found.problems, found.problems
    return [term for term, _ in found.entries]


def write(entries: list[Term]) -> str:
    stream = io.StringIO(newline="")
    assert write_glossary_tsv(stream, entries) == []
    return stream.getvalue()


def test_two_columns_are_a_complete_glossary() -> None:
    assert read("source\ttarget\nMarkt\tmarket\nChip\tchip | microchip\n") == [
        Term("Markt", ("market",)),
        Term("Chip", ("chip", "microchip")),
    ]


def test_every_column_is_read_in_any_order_and_case() -> None:
    text = (
        "Note\tusage\tTARGET\tsource\tmatch\tCase\tpos\tQuelle\tdomain\n"
        "gut\tForbidden\thandy\tHandy\texact\tsensitive\tnoun\tdpa\tAlltag\n"
    )
    assert read(text) == [
        Term(
            "Handy",
            ("handy",),
            "noun",
            Usage.FORBIDDEN,
            Case.SENSITIVE,
            Match.EXACT,
            "Alltag",
            "gut",
            (("Quelle", "dpa"),),
        )
    ]


def test_comments_and_blank_lines_are_no_entries_and_lines_are_counted() -> None:
    text = '# Chips\n\nsource\ttarget\n\t\n#KI\tAI\n"# a, ""b"""\nMarkt\tmarket\n'
    assert read_glossary_tsv(text, PATH).entries == ((Term("Markt", ("market",)), 7),)


def test_a_name_needs_no_target_and_an_entry_that_is_off_needs_none() -> None:
    text = "source\ttarget\tusage\nNvidia\t\tkeep\nMünchen\tMunich\tkeep\nAlt\t\toff\n"
    assert [term.targets for term in read(text)] == [("Nvidia",), ("Munich",), ()]


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        ("\tmarket", "there is no German", "source"),
        ("Markt", "'Markt' has no English", "target"),
        ("Markt\t | ", "'Markt' has no English", "target"),
        ("Markt\tmarket\tnuon", "the pos 'nuon' is unknown", "'noun'"),
        ("Markt\tmarket\tnoun\tverboten", "the usage 'verboten'", "one of: preferred"),
        ("Markt\tmarket\t\t\tupper", "the case 'upper'", "auto, sensitive"),
        ("Markt\tmarket\t\t\t\tlemmas", "the match 'lemmas'", "'lemma'"),
        ('"Markt\tmarket', "a quotation mark is not closed", '""'),
        ('"Mar"kt\tmarket', "a quotation mark is not closed", '""'),
    ],
)
def test_a_bad_line_is_told_and_stops_only_itself(
    row: str, message: str, hint: str
) -> None:
    header = "source\ttarget\tpos\tusage\tcase\tmatch\n"
    found = read_glossary_tsv(f'{header}A\ta\n{row}\nB\tb\n"C"\tc\n', PATH)
    assert [term.source for term, _ in found.entries] == ["A", "B", "C"]
    (problem,) = found.problems
    assert (problem.path, problem.line, problem.kind) == (PATH, 3, "bad-line")
    assert message in problem.message
    assert hint in problem.hint


def test_blanks_around_a_cell_and_cells_without_a_name_are_told_and_read() -> None:
    found = read_glossary_tsv("source\ttarget\n Chip\tchip\tnoun\n", PATH)
    assert [term for term, _ in found.entries] == [Term("Chip", ("chip",))]
    assert [(p.kind, p.severity) for p in found.problems] == [
        ("bad-cell", Severity.WARNING)
    ] * 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Markt\tmarket\n", "glossar.tsv:1: the header line has no column 'source'"),
        ("# Titel\nsource,target\n", "glossar.tsv:2: the header line has no column"),
        ("source\tEnglish\n", "no column 'target'"),
        ("source\ttarget\tTarget\n", "the column 'target' twice"),
        ("# nur ein Kommentar\n", "no column 'source'"),
    ],
)
def test_a_wrong_header_stops_the_file_and_says_what_to_type(
    text: str, message: str
) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_glossary_tsv(text, PATH)
    assert message in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_that_a_spreadsheet_saved_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "glossar.tsv"
    sheet = (
        "source\ttarget\tnote\r\n"
        'Größe\tsize\t"zwei\nZeilen, ""so"""\r\n'
        "'-gestützt\t'-based\t\r\n"
        "\t\t\r\n"
        '"Ton, Steine"\t"clay, stones"\r\n'
    )
    path.write_bytes(sheet.encode(encoding))
    found = read_glossary(path)
    assert found.entries == (
        (Term("Größe", ("size",), note='zwei\nZeilen, "so"'), 2),
        (Term("-gestützt", ("-based",)), 4),
        (Term("Ton, Steine", ("clay, stones",)), 6),
    )
    assert not found.problems


def test_a_forgotten_quotation_mark_swallows_no_other_line() -> None:
    rows = ["Zoll\tinch", "Auge\teye", 'Zwölfzöller\t12"', 'Ohr\t"ear"']
    text = "\n".join(("source\ttarget", '"Chip\tchip', *rows, ""))
    found = read_glossary_tsv(text, PATH)
    assert [term.target for term, _ in found.entries] == ["inch", "eye", '12"', "ear"]
    assert [problem.line for problem in found.problems] == [2]


@pytest.mark.parametrize(
    ("cell", "forms"),
    [
        ("chip", ("chip",)),
        (" a | b |a||", ("a", "b")),
        (r"a\|b|c", ("a|b", "c")),
        (r"a\\|b", ("a\\", "b")),
        (r"a\tb", ("a\tb",)),
        (r"\d+|x\\y", (r"\d+", r"x\y")),
        ("'=a|b", ("=a", "b")),
    ],
)
def test_targets_are_separated_by_bars(cell: str, forms: tuple[str, ...]) -> None:
    assert split_targets(cell) == forms


@patient
@given(st.lists(texts, unique=True))
def test_targets_come_back_whatever_they_hold(forms: list[str]) -> None:
    assert split_targets(join_targets(forms)) == tuple(forms)


@patient
@given(st.lists(terms()))
def test_every_entry_comes_back_exactly(entries: list[Term]) -> None:
    assert read(write(entries)) == entries


@patient
@given(st.lists(terms(), min_size=1))
def test_no_cell_is_a_formula_and_no_entry_has_two_lines(entries: list[Term]) -> None:
    text = write(entries)
    rows = list(csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True))
    assert len(rows) == len(entries) + 1 == text.count("\n")
    for cell in (cell for row in rows for cell in row):
        assert cell.lstrip(" \u00a0")[:1] not in tuple("=+-@＝＋－＠\t\r")


def test_samples_are_readable_as_they_stand() -> None:
    lines = write(TERMS).splitlines()
    assert lines[1] == "Rechenleistung\tcomputing power|compute\tnoun\t\t\t\tchips"
    assert lines[4] == "Nvidia\t\tname\tkeep"
    assert lines[8].startswith("Straßenbahn\ttram|streetcar\\|trolley")
    assert read("\n".join(lines)) == TERMS


def test_nasty_entries_come_back() -> None:
    entries = [Term(text, (text, "x"), note=text, domain=text) for text in NASTY]
    assert read(write(entries)) == entries
