"""Control characters are shown, escaped or kept out, and never passed on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.controls import (
    escape_controls,
    has_controls,
    strip_controls,
    to_json,
    unescape_controls,
)

DANGEROUS = "\x00\x07\x1b\x7f\x9b\u202e\u2028\ud800\ufeff"
any_text = st.text(st.characters() | st.sampled_from("\\tnru0041\n\t\r\x1b\x9f\u202e"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Grüße aus Köln – „ja“", "Grüße aus Köln – „ja“"),
        ("\x1b]0;Titel\x07", "␛]0;Titel␇"),
        ("\x9b31m", "\ufffd31m"),
        ("a\x7fb\rc", "a␡b␍c"),
        ("links\u202erechts", "linksrechts"),
        ("halb\ud83d", "halb\ufffd"),
        ("Zeile\u2028zwei", "Zeile zwei"),
        ("eins\n\tzwei", "eins\n\tzwei"),
    ],
)
def test_control_characters_are_shown(text: str, shown: str) -> None:
    assert strip_controls(text) == shown
    assert has_controls(text, keep="\n\t") == (text != shown)


def test_one_line_stays_one_line() -> None:
    assert strip_controls("eins\nzwei\tdrei", keep="") == "eins␊zwei␉drei"


@given(any_text)
def test_what_is_shown_is_safe_and_can_be_saved(text: str) -> None:
    shown = strip_controls(text)
    assert not has_controls(shown, keep="\n\t")
    shown.encode("utf-8")


@given(any_text)
def test_escaping_can_be_undone_and_leaves_one_safe_line(text: str) -> None:
    escaped = escape_controls(text)
    assert not has_controls(escaped)
    assert unescape_controls(escaped) == text


@given(any_text)
def test_json_is_safe_and_says_the_same(text: str) -> None:
    line = to_json({"source": text})
    assert not has_controls(line)
    assert json.loads(line) == {"source": text}


def test_german_in_json_stays_readable() -> None:
    assert to_json("Größe – „ja“") == '"Größe – „ja“"'


@pytest.mark.parametrize("character", DANGEROUS)
def test_each_dangerous_character_is_known(character: str) -> None:
    assert has_controls(f"a{character}b")
