"""The library on disk: every text that was opened or translated, and where one was.

Owns the file. Finding a place again in a changed article is `reader.core.places`'s
job; nothing here reads the texts themselves.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from reader.core.places import Place
from reader.core.texts import Front, Text
from reader.errors import LibraryError
from reader.store.database import Schema, Store

SCHEMA = Schema(
    name="library",
    migrations=(
        # A path is bytes: a file's name need not be valid Unicode.
        """
        CREATE TABLE texts (
            id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE,
            title TEXT NOT NULL, opening TEXT NOT NULL,
            added TEXT NOT NULL, last_read TEXT,
            is_read INTEGER NOT NULL DEFAULT 0, progress REAL NOT NULL DEFAULT 0,
            place TEXT, sentences INTEGER,
            translated INTEGER NOT NULL DEFAULT 0, flags INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE bookmarks (
            text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
            place TEXT NOT NULL, created TEXT NOT NULL,
            PRIMARY KEY (text, place)) WITHOUT ROWID;
        CREATE TABLE notes (
            text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
            place TEXT NOT NULL, note TEXT NOT NULL, changed TEXT NOT NULL,
            PRIMARY KEY (text, place)) WITHOUT ROWID;
        """,
        """
        CREATE TABLE choices (
            name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """,
    ),
    tables=("texts", "bookmarks", "notes", "choices"),
    error=LibraryError,
    is_shared=True,
    # A screen waits.
    patience=3.0,
)

_COLUMNS = (
    "path, title, opening, added, last_read, is_read, progress, sentences,"
    " translated, flags"
)


class SqliteLibrary(Store):
    """The texts of one home by their paths; threads may share it."""

    schema = SCHEMA

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._lock = RLock()
        self._changes = 0

    @property
    def version(self) -> tuple[int, int]:
        """What is another pair of numbers whenever anybody has changed something."""
        ((others,),) = self._ask("PRAGMA data_version")
        return self._changes, int(others)

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            super().close()

    def add(
        self,
        text: Path,
        front: Front,
        sentences: int | None = None,
        translated: int | None = None,
        flags: int | None = None,
        added: datetime | None = None,
    ) -> None:
        """Add a text, or bring what is known of it up to date.

        None leaves a number as it is, and means now for `added`.
        """
        with self._changing() as connection:
            connection.execute(
                "INSERT INTO texts (path, title, opening, added, sentences,"
                " translated, flags)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ifnull(?6, 0), ifnull(?7, 0))"
                " ON CONFLICT (path) DO UPDATE SET title = ?2, opening = ?3,"
                " sentences = ifnull(?5, sentences),"
                " translated = ifnull(?6, translated), flags = ifnull(?7, flags)",
                (
                    _key(text),
                    _clean(front.title),
                    _clean(front.opening),
                    _stamp(added or datetime.now(UTC)),
                    sentences,
                    translated,
                    flags,
                ),
            )

    def texts(self) -> list[Text]:
        """Return every text, the one read or added last first.

        Texts that were added together keep their order.
        """
        return [
            _read_text(*row)
            for row in self._ask(
                f"SELECT {_COLUMNS} FROM texts"
                " ORDER BY coalesce(last_read, added) DESC, id"
            )
        ]

    def find_text(self, text: Path) -> Text | None:
        """Return what is known of one text."""
        question = f"SELECT {_COLUMNS} FROM texts WHERE path = ?"
        for row in self._ask(question, _key(text)):
            return _read_text(*row)
        return None

    def remove(self, text: Path) -> None:
        """Forget a text with its bookmarks and notes; its file stays."""
        with self._changing() as connection:
            connection.execute("DELETE FROM texts WHERE path = ?", (_key(text),))
        # Or the log beside the file would still have the notes.
        self._ask("PRAGMA wal_checkpoint(TRUNCATE)")

    def mark_read(self, text: Path, is_read: bool) -> None:
        """Say whether a text was read to its end."""
        with self._changing() as connection:
            connection.execute(
                "UPDATE texts SET is_read = ? WHERE path = ?", (is_read, _key(text))
            )

    def save_place(self, text: Path, place: Place, progress: float) -> None:
        """Remember where the reader is; the end of a text makes it read."""
        with self._changing() as connection:
            connection.execute(
                "UPDATE texts SET place = ?, progress = ?, last_read = ?,"
                " is_read = max(is_read, ?) WHERE path = ?",
                (_format(place), progress, _now(), progress >= 1, _key(text)),
            )

    def find_place(self, text: Path) -> Place | None:
        """Return where the reader was."""
        question = "SELECT place FROM texts WHERE path = ? AND place IS NOT NULL"
        for (place,) in self._ask(question, _key(text)):
            return _parse(place)
        return None

    def bookmarks(self, text: Path) -> list[Place]:
        """Return the places that are marked."""
        rows = self._ask(
            "SELECT b.place FROM bookmarks b JOIN texts t ON t.id = b.text"
            " WHERE t.path = ? ORDER BY b.created",
            _key(text),
        )
        return [_parse(place) for (place,) in rows]

    def add_bookmark(self, text: Path, place: Place) -> None:
        """Mark a place."""
        with self._changing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO bookmarks"
                " SELECT id, ?, ? FROM texts WHERE path = ?",
                (_format(place), _now(), _key(text)),
            )

    def remove_bookmark(self, text: Path, place: Place) -> None:
        """Take the mark of a place away."""
        self._remove_at("bookmarks", text, place)

    def notes(self, text: Path) -> list[tuple[Place, str]]:
        """Return what a person wrote, each note with its place."""
        rows = self._ask(
            "SELECT n.place, n.note FROM notes n JOIN texts t ON t.id = n.text"
            " WHERE t.path = ? ORDER BY n.changed",
            _key(text),
        )
        return [(_parse(place), note) for place, note in rows]

    def set_note(self, text: Path, place: Place, note: str) -> None:
        """Write a note at a place, or take it away with ""."""
        if not note:
            self._remove_at("notes", text, place)
            return
        with self._changing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO notes"
                " SELECT id, ?, ?, ? FROM texts WHERE path = ?",
                (_format(place), _clean(note), _now(), _key(text)),
            )

    def choice(self, name: str) -> str:
        """Return what was chosen last for how the reader looks; "" at first."""
        rows = self._ask("SELECT value FROM choices WHERE name = ?", name)
        return str(rows[0][0]) if rows else ""

    def choose(self, name: str, value: str) -> None:
        """Remember a choice."""
        with self._changing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO choices VALUES (?, ?)", (name, value)
            )

    def _remove_at(self, table: str, text: Path, place: Place) -> None:
        with self._changing() as connection:
            connection.execute(
                f"DELETE FROM {table} WHERE place = ? AND text ="
                " (SELECT id FROM texts WHERE path = ?)",
                (_format(place), _key(text)),
            )

    def _ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock, self._careful() as connection:
            return connection.execute(question, values).fetchall()

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._writing() as connection:
            yield connection
            self._changes += 1


def _read_text(
    path: bytes,
    title: str,
    opening: str,
    added: str,
    last_read: str | None,
    is_read: int,
    progress: float,
    sentences: int | None,
    translated: int,
    flags: int,
) -> Text:
    return Text(
        path=Path(os.fsdecode(path)),
        front=Front(title, opening),
        added=datetime.fromisoformat(added),
        last_read=datetime.fromisoformat(last_read) if last_read else None,
        is_read=bool(is_read),
        progress=progress,
        sentences=sentences,
        translated=translated,
        flags=flags,
    )


def _key(text: Path) -> bytes:
    """Return what a text is found by: its absolute path, without ".."."""
    return os.fsencode(os.path.abspath(text))


def _format(place: Place) -> str:
    return json.dumps(asdict(place), separators=(",", ":"))


def _parse(text: str) -> Place:
    record = json.loads(text)
    return Place(
        digest=record["digest"],
        occurrence=record["occurrence"],
        index=record["index"],
        before=tuple(record["before"]),
        after=tuple(record["after"]),
    )


def _clean(text: str) -> str:
    """Return `text` without lone surrogates, which SQLite cannot keep."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _now() -> str:
    return _stamp(datetime.now(UTC))


def _stamp(moment: datetime) -> str:
    """Return a moment as text that sorts like it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
