"""The vocabulary as an Anki package (`.apkg`), made by genanki.

The ids of deck, model and notes never change, so that a package that is imported again
updates the cards and keeps what Anki knows about them.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from html import escape
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from reader.core.controls import strip_controls
from reader.core.vocabulary import VocabularyEntry

DECK_NAME = "Zwiesprache"
# Drawn once; Anki knows our cards by them.
DECK_ID = 1_763_806_031
MODEL_ID = 1_763_806_047

_FIELDS = ("German", "English", "Sentence", "Sentence in English", "Text")
_FRONT = '<div class="word">{{German}}</div><div class="sentence">{{Sentence}}</div>'
_BACK = (
    '{{FrontSide}}<hr id="answer"><div class="word">{{English}}</div>'
    '<div class="sentence">{{Sentence in English}}</div>'
    '<div class="text">{{Text}}</div>'
)
_STYLE = (
    ".card { font-family: serif; font-size: 20px; text-align: center; }\n"
    ".word { font-size: 28px; margin: 0.5em; }\n"
    ".text { font-size: 14px; color: gray; margin-top: 1em; }\n"
)


def write_anki(
    stream: IO[bytes], entries: Sequence[VocabularyEntry], timestamp: float
) -> None:
    """Write one note an entry; `timestamp`, in seconds, is when they were made."""
    import genanki

    model = genanki.Model(
        MODEL_ID,
        DECK_NAME,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "German to English", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    deck = genanki.Deck(DECK_ID, DECK_NAME)
    for entry in entries:
        guid = genanki.guid_for(*entry.key)
        fields = [
            _to_html(entry.card),
            _to_html(entry.translation),
            _mark_word(entry.source, entry.word),
            _to_html(entry.target),
            _to_html(entry.document),
        ]
        deck.add_note(genanki.Note(model=model, fields=fields, guid=guid))
    # `Package.write_to_file` would leave a copy of it all in the temporary folder.
    with closing(sqlite3.connect(":memory:")) as database:
        numbers = itertools.count(int(timestamp * 1000))
        genanki.Package(deck).write_to_db(database.cursor(), timestamp, numbers)
        database.commit()
        collection = database.serialize()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", collection)
        package.writestr("media", "{}")


def _to_html(text: str) -> str:
    return escape(strip_controls(text), quote=False)


def _mark_word(sentence: str, word: str) -> str:
    """Return a sentence as HTML with the word that is learnt in bold.

    >>> _mark_word("Der Markt & die Märkte.", "Markt")
    'Der <b>Markt</b> &amp; die Märkte.'
    """
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence) if word else None
    if found is None:
        return _to_html(sentence)
    start, end = found.span()
    before, marked, after = sentence[:start], sentence[start:end], sentence[end:]
    return f"{_to_html(before)}<b>{_to_html(marked)}</b>{_to_html(after)}"
