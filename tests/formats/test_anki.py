from __future__ import annotations

import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.core.vocabulary import VocabularyEntry
from reader.formats.anki import DECK_ID, DECK_NAME, MODEL_ID, write_anki
from tests.formats.test_vocabulary_tsv import MARKT

HAUS = VocabularyEntry(
    "Haus",
    translation="<script>house</script> & home",
    source="Das <b>Haus</b> {{c1::steht}}\x1b[31m hier.",
)
Rows = list[tuple[object, ...]]


def write(entries: list[VocabularyEntry], timestamp: float = 1_790_000_000) -> bytes:
    stream = io.BytesIO()
    write_anki(stream, entries, timestamp)
    return stream.getvalue()


def query(package: bytes, sql: str) -> Rows:
    with ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {}
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def test_each_entry_is_one_note_with_one_card_in_our_deck() -> None:
    package = write([MARKT, HAUS])
    ((count,),) = query(package, "select count(*) from cards")
    assert count == 2
    assert query(package, "select distinct mid from notes") == [(MODEL_ID,)]
    assert query(package, "select distinct did from cards") == [(DECK_ID,)]
    ((decks, models),) = query(package, "select decks, models from col")
    assert json.loads(str(decks))[str(DECK_ID)]["name"] == DECK_NAME
    names = [field["name"] for field in json.loads(str(models))[str(MODEL_ID)]["flds"]]
    assert names[:2] == ["German", "English"]


def test_the_word_is_marked_in_its_sentence_and_nothing_becomes_html_of_its_own() -> (
    None
):
    fields = [
        str(row[0]).split("\x1f")
        for row in query(write([MARKT, HAUS]), "select flds from notes order by id")
    ]
    assert fields[0][:4] == [
        "der Markt, Märkte",
        "market",
        "Auf den <b>Märkten</b> ist Ruhe.",
        "The markets are quiet.",
    ]
    assert fields[1][1] == "&lt;script&gt;house&lt;/script&gt; &amp; home"
    assert fields[1][2].startswith("Das &lt;b&gt;<b>Haus</b>&lt;/b&gt; ")
    assert "\x1b" not in fields[1][2]


def test_ids_are_the_same_in_every_export_whatever_the_english_is() -> None:
    guids = query(write([MARKT, HAUS]), "select guid from notes order by id")
    changed = [replace(MARKT, translation="marketplace", added=""), HAUS]
    later = query(write(changed, 1_800_000_000), "select guid from notes order by id")
    assert guids == later and len(set(guids)) == 2
    # Written once into cards of people: these two never change.
    assert guids[0] == ("zb@e?%Ii07",)


def test_a_later_export_changes_the_notes_that_anki_has_and_adds_the_new_ones() -> None:
    # Anki knows a note by its guid, and takes the fields of the one changed last.
    known = "select guid, mod, mid, flds from notes order by id"
    first = query(write([MARKT]), known)
    again = query(
        write([HAUS, replace(MARKT, translation="fair")], 1_790_000_001), known
    )
    by_guid = {row[0]: row for row in again}
    ((guid, changed, model, fields),) = first
    assert len(by_guid) == 2 and guid in by_guid
    _, later, same_model, new_fields = by_guid[guid]
    assert int(str(later)) > int(str(changed)) and same_model == model
    assert "\x1fmarket\x1f" in str(fields) and "\x1ffair\x1f" in str(new_fields)


def test_an_export_leaves_nothing_behind_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    write([MARKT])
    assert list(tmp_path.iterdir()) == []
