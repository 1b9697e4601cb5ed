from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.arranging.texts import show_text
from reader.tui.arranging.wrapping import wrap_text


def lines_of(text: str, width: int, hang: int = 0) -> list[str]:
    shown = show_text(text)
    return [shown.text[start:end] for start, end in wrap_text(shown, width, hang)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("Der Markt", 9, ["Der Markt"]),
        ("Der Markt", 8, ["Der", "Markt"]),
        ("Rechenleistungsbedarf", 8, ["Rechenle", "istungsb", "edarf"]),
        # A long compound is broken at its hyphen when the line would stay empty.
        ("Die Open-Source-Gemeinschaft", 16, ["Die Open-Source-", "Gemeinschaft"]),
        # The hyphen that stands for a word left out is none.
        (
            "Text-, Bild- und Videosynthese",
            12,
            ["Text-, Bild-", "und", "Videosynthes", "e"],
        ),
        ("算力市场增长", 4, ["算力", "市场", "增长"]),
        ("Preis 算力 wächst", 10, ["Preis 算力", "wächst"]),
    ],
)
def test_lines_break_where_a_reader_would(
    text: str, width: int, lines: list[str]
) -> None:
    assert lines_of(text, width) == lines


def test_later_lines_are_shorter_by_the_hang() -> None:
    assert lines_of("eins zwei drei vier", 9, hang=4) == ["eins zwei", "drei", "vier"]


def test_no_accent_is_cut_from_its_letter() -> None:
    text = unicodedata.normalize("NFD", "Üüüüüüüü")
    assert lines_of(text, 4) == [text[:8], text[8:]]


@given(
    st.text(st.sampled_from("ab ä-\u0308算力😀\u200d\ufe0f\xad\x1b“–"), max_size=60),
    st.integers(6, 30),
    st.sampled_from([0, 2]),
)
def test_every_line_fits_and_nothing_but_blanks_is_lost(
    text: str, width: int, hang: int
) -> None:
    shown = show_text(text)
    spans = wrap_text(shown, width, hang)
    lines = [shown.text[start:end] for start, end in spans]
    rooms = [width] + [width - hang] * len(lines)
    assert all(cell_len(line) <= room for line, room in zip(lines, rooms, strict=False))
    assert "".join(lines).replace(" ", "") == shown.text.replace(" ", "")
    assert spans == sorted(spans)
