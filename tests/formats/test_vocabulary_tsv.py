from __future__ import annotations

import pytest

from reader.core.vocabulary import VocabularyEntry
from reader.errors import DocumentError
from reader.formats.vocabulary_tsv import VocabularySheet, write_vocabulary_tsv

MARKT = VocabularyEntry(
    word="Märkten",
    lemma="Markt",
    article="der",
    plural="Märkte",
    translation="market",
    source="Auf den Märkten ist Ruhe.",
    target="The markets are quiet.",
    document="seeds/a.txt",
    added="2026-11-22",
)
ODD = VocabularyEntry(
    word="=SUMME",
    translation='"quoted"\tand\nbroken \\ \x1b[31m',
    source='„Ja“, sagte sie: "Nein".',
    added="2026-11-23",
)


def test_what_is_written_is_read_again_and_no_cell_is_a_formula_or_a_control() -> None:
    text = write_vocabulary_tsv([MARKT, ODD])
    assert VocabularySheet(text).entries == [MARKT, ODD]
    assert text.count("\n") == 3 and "\x1b" not in text
    assert "\n'=SUMME\t" in text


def test_what_a_spreadsheet_has_added_stays() -> None:
    text = (
        "\ufefflevel\tword\tsource\r\n"
        "B1\tMarkt\tDer Markt wächst.\r\n"
        "only a remark\r\n"
        '\t"Wort ""Haus"""\t\r\n'
    )
    sheet = VocabularySheet(text)
    assert [entry.word for entry in sheet.entries] == ["Markt", 'Wort "Haus"']
    new = VocabularyEntry("Markt", translation="market", source="Der Markt wächst.")
    assert not sheet.put(new)
    assert sheet.put(MARKT)
    again = VocabularySheet(sheet.text)
    assert again.text == sheet.text
    assert again.text.startswith("level\tword\tsource\tlemma\t")
    assert "\nB1\tMarkt\tDer Markt wächst.\t\t\t\tmarket" in again.text
    assert "only a remark" in again.text
    assert again.entries[0] == new


def test_the_same_word_in_another_sentence_is_another_entry() -> None:
    sheet = VocabularySheet()
    other = VocabularyEntry("Markt", source="Der Markt ruht.")
    assert sheet.put(MARKT) and sheet.put(other)
    # "Märkten" and "Markt" of one sentence are the same headword.
    same = VocabularyEntry("Markt", source=MARKT.source, translation="marketplace")
    assert not sheet.put(same)
    assert [entry.translation for entry in sheet.entries] == ["marketplace", ""]
    assert sheet.entries[0].added == MARKT.added
    assert sheet.remove(lambda entry: entry.source == MARKT.source) == 1
    assert sheet.entries == [other]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("eins\tzwei\n1\t2\n", "no column 'word'"),
        ('word\tsource\n"offen\n', "cannot be read"),
    ],
)
def test_a_file_that_is_no_vocabulary_is_refused(text: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        VocabularySheet(text)
