from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.core.controls import has_controls
from reader.tui.arranging.texts import show_text


@given(st.text(max_size=40))
def test_no_control_character_is_ever_shown(text: str) -> None:
    assert not has_controls(show_text(text).text)


@given(st.text(st.characters(max_codepoint=0x2500), max_size=40))
def test_texts_called_plain_have_one_cell_a_character(text: str) -> None:
    shown = show_text(text)
    if shown.is_plain:
        assert cell_len(shown.text) == len(shown.text)


def test_german_typography_is_plain() -> None:
    assert show_text("„Das kostet 3 € – oder?“, fragt Jürgen Groß…").is_plain
    assert show_text("Cao Nguyễn").is_plain


def test_offsets_go_around_what_is_dropped_and_come_back() -> None:
    text = "Die Rechen\u00adleistung\u202e wächst"
    shown = show_text(text)
    start = text.index("wächst")
    assert shown.text[slice(*shown.to_shown((start, len(text))))] == "wächst"
    assert shown.to_real(shown.text.index("wächst")) == start
    assert shown.to_real(shown.text.index("leistung")) == text.index("leistung")
