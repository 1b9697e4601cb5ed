"""The background list: counted, written, read back; and the one that ships."""

from __future__ import annotations

import io

from reader.backends.background import (
    LIST,
    load_background,
    read_background,
    write_background,
)
from reader.training.background import HEAD, count_words
from tests.core.terminology.words import make_lexemes


def test_lexemes_are_counted_with_their_genders() -> None:
    sentences = ["Das Modell ist neu.", "Ein Modell und dem Modell.", "Xaver ist da."]
    counted = count_words(sentences, make_lexemes())
    assert counted.counts["Modell"] == 3
    assert counted.counts["sein"] == 2
    assert counted.size == 12
    assert counted.genders["Modell"] == "n"
    # A word that no dictionary has, seen once.
    assert "xaver-" not in counted.counts


def test_a_list_is_read_as_it_was_written() -> None:
    counted = count_words(["Das Modell ist ein Modell."] * 3, make_lexemes())
    stream = io.StringIO()
    write_background(stream, counted, HEAD)
    stream.seek(0)
    assert read_background(stream) == counted


def test_the_shipped_list_names_its_origins_and_is_small() -> None:
    head = LIST.read_text("utf-8")[:600]
    assert "Tatoeba" in head and "CC BY 2.0 FR" in head and "WMT" in head
    assert LIST.stat().st_size < 1_500_000


def test_the_shipped_list_knows_common_words_and_heads_of_compounds() -> None:
    background = load_background()
    assert background.counts["Jahr"] > 1000 > background.counts["Modell"] > 10
    assert background.gender("Sprachmodell") == "n"
    assert background.gender("Rechenleistung") == "f"
    assert background.gender("Verdichter") == "m"
    assert background.weirdness("Jahr", 2, 5000) < background.weirdness(
        "Modell", 2, 5000
    )
