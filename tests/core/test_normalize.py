from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.normalize import locate_normalized, normalize_source


@pytest.mark.parametrize(
    ("source", "words", "as_it_stands"),
    [
        ("Die Rechenleistung wächst.", "Rechenleistung", "Rechenleistung"),
        ("Die Rechen\u00adleistung.", "Rechenleistung", "Rechen\u00adleistung"),
        ("fu\u0308r gro\u00dfe Ma\u0308rkte da", "Märkte", "Ma\u0308rkte"),
        (
            "Der  Stand\u00a0der \n Technik",
            "Stand der Technik",
            "Stand\u00a0der \n Technik",
        ),
        ("Die Rechen- leistung", "Rechenleistung", "Rechen- leistung"),
        ('"Die ""Luno"" sank."', 'Die "Luno"', 'Die ""Luno""'),
        ("\ufeffChips\u200b und mehr", "Chips", "Chips\u200b"),
    ],
)
def test_a_span_of_the_normalised_text_is_found_in_the_file(
    source: str, words: str, as_it_stands: str
) -> None:
    start = normalize_source(source).index(words)
    offsets = locate_normalized(source)
    assert source[offsets[start] : offsets[start + len(words)]] == as_it_stands


TRICKY = '"aüß u\u0308\u00ad\u200b\u00a0-\nk\x00é\u0301\u1100\u1161\u11a8'


@given(st.text(TRICKY) | st.text())
def test_every_character_has_a_place_in_the_source(source: str) -> None:
    normalised = normalize_source(source)
    offsets = locate_normalized(source)
    assert len(offsets) == len(normalised) + 1
    assert offsets == sorted(offsets) and offsets[-1] == len(source)
    for number, character in enumerate(normalised):
        piece = unicodedata.normalize("NFC", source[slice(*offsets[number:][:2])])
        assert (
            not piece
            or character in piece
            or character.isspace()
            or (unicodedata.combining(character))
        )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"""Ja"", sagte er."', '"Ja", sagte er.'),
        ('"""Das ist mir egal."""', '"Das ist mir egal."'),
        ('"Die „Green Card"" gilt."', 'Die „Green Card" gilt.'),
        # Quotes that are the text's own.
        ('"Das ist mir egal."', '"Das ist mir egal."'),
        ('"Ja" und "Nein"', '"Ja" und "Nein"'),
        ('Er sagte ""Ja"".', 'Er sagte ""Ja"".'),
        ('""', '""'),
    ],
)
def test_a_quoted_cell_is_read_as_one(source: str, expected: str) -> None:
    assert normalize_source(source) == expected


@given(st.text(TRICKY + "Ä–„“- .") | st.text())
def test_what_looks_plain_is_plain(text: str) -> None:
    # With an invisible character it is looked at closely.
    assert normalize_source(text) == normalize_source("\u200b" + text)
