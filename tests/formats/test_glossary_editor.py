"""Changes in a glossary file: exactly the line that is meant, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.glossary.terms import Term, source_key
from reader.errors import GlossaryError
from reader.formats.glossary_editor import NEW_FILE, GlossaryEditor
from reader.formats.glossary_tsv import read_glossary_tsv
from tests.formats.glossary_samples import patient, terms

PATH = Path("glossar.tsv")
FILE = (
    "# Chips und Märkte\r\n"
    "source\ttarget\tQuelle\tnote\r\n"
    "\r\n"
    "Markt\tmarket\tdpa\r\n"
    "# Nur in der Technik\r\n"
    '"Chip"\tchip| microchip\t"a ""b"""\t\r\n'
    "kaputt\r\n"
    "Zoll\tduty\tdpa\t'=1\tohne Namen"
)


def find(editor: GlossaryEditor, source: str) -> Term:
    (term,) = editor.find(source)
    return term


def lines(text: str) -> list[str]:
    return text.split("\r\n")


def test_a_file_that_is_not_changed_stays_byte_for_byte() -> None:
    assert GlossaryEditor(FILE, PATH).text == FILE


def test_an_edit_changes_one_line() -> None:
    editor = GlossaryEditor(FILE, PATH)
    old = find(editor, "Chip")
    assert old.extra == (("Quelle", 'a "b"'),)
    editor.replace(old, replace(old, targets=("integrated circuit",)))
    after = lines(editor.text)
    assert after[5] == 'Chip\tintegrated circuit\ta "b"'
    assert after[:5] + after[6:] == lines(FILE)[:5] + lines(FILE)[6:]


def test_cells_without_a_column_name_stay_in_an_edited_line() -> None:
    editor = GlossaryEditor(FILE, PATH)
    old = find(editor, "Zoll")
    editor.replace(old, replace(old, targets=("tariff",)))
    assert lines(editor.text)[-1] == "Zoll\ttariff\tdpa\t'=1\tohne Namen"


def test_an_entry_is_added_behind_the_last_line_with_the_files_line_end() -> None:
    editor = GlossaryEditor(FILE, PATH)
    editor.add(Term("Ware", ("goods",), note="neu"))
    assert editor.text == FILE + "\r\nWare\tgoods\t\tneu\r\n"
    assert find(editor, "Ware").note == "neu"


def test_a_column_that_is_missing_is_named_in_the_header() -> None:
    editor = GlossaryEditor("source\ttarget\nMarkt\tmarket\n", PATH)
    editor.add(Term("Chip", ("chip",), "noun", domain="Technik"))
    assert editor.text == (
        "source\ttarget\tpos\tdomain\nMarkt\tmarket\nChip\tchip\tnoun\tTechnik\n"
    )


def test_a_removed_entry_takes_only_its_lines_along() -> None:
    editor = GlossaryEditor('source\ttarget\tnote\nA\ta\t"1\n2"\n# B\nB\tb\n', PATH)
    editor.remove(find(editor, "A"))
    assert editor.text == "source\ttarget\tnote\n# B\nB\tb\n"
    assert editor.find("A") == []


def test_spelling_decides_which_entry_is_meant() -> None:
    editor = GlossaryEditor("source\ttarget\nReif\thoarfrost\nreif\tripe\n", PATH)
    assert find(editor, "reif").target == "ripe"
    assert find(editor, " Reif ").target == "hoarfrost"
    assert editor.find("REIF") == []


def test_an_entry_can_be_changed_twice() -> None:
    editor = GlossaryEditor(NEW_FILE, PATH)
    editor.add(Term("Markt", ("market",)))
    for source in ("Chip", "Zoll"):
        (old,) = editor.find("Markt") or editor.find("Chip")
        editor.replace(old, replace(old, source=source))
    assert editor.text == NEW_FILE + "Zoll\tmarket\n"


def test_a_file_without_header_is_not_touched() -> None:
    with pytest.raises(GlossaryError, match="no column 'source'"):
        GlossaryEditor("Markt\tmarket\n", PATH)


@patient
@given(st.lists(terms(), min_size=1, unique_by=lambda term: source_key(term.source)))
def test_whatever_is_added_and_changed_is_read_back(entries: list[Term]) -> None:
    editor = GlossaryEditor("source\ttarget\n# Ende\n", PATH)
    for term in entries:
        editor.add(term)
    first = entries[0]
    changed = replace(first, targets=("neu",), note="=neu")
    editor.replace(first, changed)
    found = read_glossary_tsv(editor.text, PATH)
    assert [term for term, _ in found.entries] == [changed, *entries[1:]]
    assert "# Ende\n" in editor.text
