"""Other tools' term lists: what they hold comes back, what they cannot hold is told."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.controls import has_controls
from reader.core.documents import fold_blanks
from reader.core.glossary.terms import Case, Match, Term, Usage, source_key
from reader.errors import GlossaryError
from reader.formats.glossary_files import (
    find_format,
    parse_glossary,
    read_glossary,
    write_glossary,
)
from reader.formats.glossary_flat import flat_note
from tests.formats.glossary_samples import NASTY, TERMS, patient, terms

PATH = Path("liste")


def write(entries: list[Term], form: str) -> tuple[str, list[str]]:
    stream = io.StringIO(newline="")
    notices = write_glossary(stream, entries, form)
    return stream.getvalue(), notices


def read(text: str, form: str) -> list[Term]:
    found = parse_glossary(text, PATH, form)
    assert not found.problems, found.problems
    return [term for term, _ in found.entries]


def plain(term: Term, **kept: Any) -> Term:
    """What is left of an entry where only German and English have a place."""
    usage = Usage.FORBIDDEN if term.usage is Usage.FORBIDDEN else Usage.PREFERRED
    return Term(term.source, term.targets, usage=usage, **kept)


def unlike(entries: list[Term]) -> list[Term]:
    """Entries that a flat format can tell apart, as they are once they are read."""
    folded = (
        replace(
            term,
            source=fold_blanks(term.source),
            targets=tuple(dict.fromkeys(map(fold_blanks, term.targets))),
            note=flat_note(term),
            domain=flat_note(replace(term, note=term.domain)),
        )
        for term in entries
    )
    known = {(source_key(t.source), t.usage is Usage.FORBIDDEN): t for t in folded}
    return list(known.values())


def is_flat(term: Term, has_comments: bool = True) -> bool:
    if has_comments and term.source.startswith("#"):
        return False
    return not any(map(has_controls, (term.source, *term.targets)))


many = st.lists(terms(), max_size=6).map(unlike)


@patient
@given(many)
def test_our_csv_holds_everything(entries: list[Term]) -> None:
    text, notices = write(entries, "csv")
    assert notices == []
    assert read(text, "csv") == entries
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@patient
@given(many)
def test_deepls_csv_holds_the_german_and_the_preferred_english(
    entries: list[Term],
) -> None:
    text, notices = write(entries, "deepl")
    wanted = [
        Term(term.source, term.targets[:1])
        for term in entries
        if term.usage in (Usage.PREFERRED, Usage.KEEP) and is_flat(term, False)
    ]
    assert read(text, "deepl") == wanted
    assert bool(notices) == (entries != wanted)


@patient
@given(many)
def test_omegat_holds_german_english_forms_and_a_note(entries: list[Term]) -> None:
    text, _ = write(entries, "omegat")
    assert read(text, "omegat") == [
        plain(term, note=flat_note(term))
        for term in entries
        if term.usage in (Usage.PREFERRED, Usage.KEEP) and is_flat(term)
    ]


@patient
@given(many)
def test_utx_holds_part_of_speech_and_forbidden_words_besides(
    entries: list[Term],
) -> None:
    text, _ = write(entries, "utx")
    assert read(text, "utx") == [
        plain(term, note=flat_note(term), pos=term.pos)
        for term in entries
        if term.usage is not Usage.OFF and is_flat(term)
    ]


def test_what_a_format_has_no_place_for_is_told() -> None:
    _, notices = write(TERMS, "omegat")
    assert notices == [
        "an OmegaT glossary has no place for: part of speech (7 entries)",
        "an OmegaT glossary has no place for: case rule (1 entry)",
        "an OmegaT glossary has no place for: match rule (2 entries)",
        "an OmegaT glossary has no place for: domain (2 entries)",
        "an OmegaT glossary has no place for: mark as a name to keep (1 entry)",
        "an OmegaT glossary: left out, since they forbid English words: 1 entry",
        "an OmegaT glossary: left out, since they switch off others: 1 entry",
        "an OmegaT glossary: left out, since they hold characters that mean "
        "something else there: 1 entry",
    ]


def test_a_forbidden_word_never_becomes_a_translation() -> None:
    for form in ("deepl", "omegat"):
        text, _ = write([Term("Handy", ("handy",), usage=Usage.FORBIDDEN)], form)
        assert "handy" not in text


def test_omegats_own_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "glossary.utf8"
    path.write_text(
        "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
        'Markt\tmarket\n"Chip"\tchip\tnur Technik\nMarkt\tmarketplace\tOrt\n\nallein\n',
        encoding="utf-8",
    )
    found = read_glossary(path)
    assert found.entries == (
        (Term("Markt", ("market", "marketplace"), note="Ort"), 2),
        (Term('"Chip"', ("chip",), note="nur Technik"), 3),
    )
    assert [(p.line, p.path) for p in found.problems] == [(6, path)]


def test_deepls_export_is_read_and_other_languages_are_told(tmp_path: Path) -> None:
    path = tmp_path / "deepl.csv"
    path.write_text(
        'Markt,market,DE,EN-US\r\n"Ton, Steine","clay, stones"\r\n'
        "belle,hermosa,FR,ES\r\n,leer\r\n",
        encoding="utf-8",
    )
    found = read_glossary(path)
    assert [term for term, _ in found.entries] == [
        Term("Markt", ("market",)),
        Term("Ton, Steine", ("clay, stones",)),
    ]
    assert [problem.line for problem in found.problems] == [3, 4]
    assert "'FR'" in found.problems[0].message


def test_a_csv_with_semicolons_from_a_german_spreadsheet_is_read() -> None:
    assert read("source;target;pos\r\nMarkt;market, the;noun\r\n", "csv") == [
        Term("Markt", ("market, the",), "noun")
    ]
    assert read("Markt;market\nChip;chip\n", "csv")[1] == Term("Chip", ("chip",))


def test_a_utx_file_of_another_tool_is_read() -> None:
    text = (
        "#UTX 1.11; de/en-US; 2013-12-20T17:00:45; copyright: X; license: CC-by 3.0;\n"
        "#description: Chips;\n"
        "#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tcomment\tconcept ID\n"
        "# Kommentar\n"
        "Rechner\tmachine\tnoun\tnoun\tprovisional\t\t1\n"
        "Rechner\tcomputer\tnoun\tnoun\tapproved\talle\t1\n"
        "Rechner\tcalculator\tnoun\tnoun\tforbidden\t\t1\n"
        "Berlin\tBerlin\tproperNoun\n"
    )
    assert read(text, "utx") == [
        Term("Rechner", ("computer", "machine"), "noun", note="alle"),
        Term("Rechner", ("calculator",), "noun", Usage.FORBIDDEN),
        Term("Berlin", ("Berlin",), "name"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Markt\tmarket\n", "begins with '#UTX'"),
        ("#UTX 1.11; en/ja;\n#src\ttgt\n", "from 'en' to 'ja'"),
        ("#UTX 1.11; de/en;\nMarkt\tmarket\n", "no header line names the columns"),
    ],
)
def test_what_is_not_utx_from_german_to_english_is_refused(
    text: str, message: str
) -> None:
    with pytest.raises(GlossaryError, match=message) as caught:
        read(text, "utx")
    assert caught.value.hint


def test_a_bad_utx_line_stops_only_itself() -> None:
    text = "#UTX 1.11; de/en\n#src\ttgt\tsrc:pos\tterm status\nA\ta\tnoun\tgood\nB\tb\n"
    found = parse_glossary(text, PATH, "utx")
    assert [term.source for term, _ in found.entries] == ["B"]
    assert "'good' is unknown" in found.problems[0].message


def test_our_utx_says_its_version_languages_and_columns() -> None:
    text, _ = write([Term("Markt", ("market", "mart"), "noun")], "utx")
    lines = text.split("\r\n")
    assert lines[0].startswith("#UTX 1.11; de/en; 20")
    assert lines[1:4] == [
        "#src\ttgt\tsrc:pos\tterm status\tsrc:comment",
        "Markt\tmarket\tnoun\tapproved\t",
        "Markt\tmart\tnoun\tprovisional\t",
    ]


@pytest.mark.parametrize("form", ["deepl", "omegat", "utx"])
def test_nasty_entries_come_back_or_are_told(form: str) -> None:
    entries = unlike([Term(text, (text,)) for text in NASTY])
    text, notices = write(entries, form)
    written = [term for term in entries if is_flat(term, form != "deepl")]
    assert read(text, form) == written
    assert notices


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.tsv", "tsv"),
        ("a.CSV", "csv"),
        ("a.txt", "omegat"),
        ("a.utf8", "omegat"),
        ("a.utx", "utx"),
        ("a.tbx", "tbx"),
    ],
)
def test_the_suffix_says_the_format(name: str, form: str) -> None:
    assert find_format(Path(name)) == form


def test_another_suffix_says_none() -> None:
    with pytest.raises(GlossaryError, match=r"'a\.docx' does not say"):
        find_format(Path("a.docx"))


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: None])
def test_a_file_that_is_none_is_a_clear_error(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "g.tsv"
    make(path)
    with pytest.raises(GlossaryError) as caught:
        read_glossary(path)
    assert str(path) in caught.value.message and caught.value.hint


def test_an_empty_file_says_what_its_first_line_should_be(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_text("\n")
    with pytest.raises(GlossaryError, match="is empty") as caught:
        read_glossary(path)
    assert "source\ttarget" in caught.value.hint


def test_rules_are_told_for_deepl() -> None:
    term = Term("KI", ("AI",), case=Case.SENSITIVE, match=Match.EXACT)
    _, notices = write([term], "deepl")
    assert notices == [
        "DeepL's CSV has no place for: case rule (1 entry)",
        "DeepL's CSV has no place for: match rule (1 entry)",
    ]
