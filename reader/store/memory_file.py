"""The memory's SQLite file: its schema, its migrations, and what a damaged one gets.

Owns opening. A damaged file is moved aside and never deleted; what can still be
read of it goes into the new one, a person's edits first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.errors import MemoryStoreError
from reader.store.files import ensure_private_dir
from reader.store.locks import hold_lock

MIGRATIONS = (
    """
    CREATE TABLE sources (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE signatures (
        id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
    CREATE TABLE pairs (
        source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
        signature INTEGER NOT NULL REFERENCES signatures,
        terms TEXT NOT NULL,
        target TEXT NOT NULL, score REAL, flags TEXT NOT NULL, links TEXT,
        created TEXT NOT NULL,
        PRIMARY KEY (source, signature, terms)) WITHOUT ROWID;
    CREATE TABLE edits (
        source INTEGER PRIMARY KEY REFERENCES sources ON DELETE CASCADE,
        target TEXT NOT NULL, created TEXT NOT NULL);
    CREATE TABLE documents (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
    CREATE TABLE uses (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
        PRIMARY KEY (document, source)) WITHOUT ROWID;
    CREATE INDEX uses_by_source ON uses (source);
    """,
    # How each term hit came into the English.
    "ALTER TABLE pairs ADD COLUMN steps TEXT NOT NULL DEFAULT ''",
)
"""One script a schema version, never changed once released, only added to."""

_TABLES = ("sources", "edits", "signatures", "pairs", "documents", "uses")
"""In the order in which what is left of a damaged file is copied."""


def open_memory_file(path: Path) -> tuple[sqlite3.Connection, list[str]]:
    """Return a connection to the memory at `path`, with notices for the user.

    Raises:
        MemoryStoreError: the folder or file cannot be used, or is of a newer program.
    """
    try:
        ensure_private_dir(path.parent)
        return _connect(path), []
    except OSError as error:
        raise unusable(path, error) from error
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise unusable(path, error) from error
    notice = rebuild(path)
    return _connect(path), [notice] if notice else []


def unusable(path: Path, error: Exception) -> MemoryStoreError:
    """Return the error for a memory that is there but cannot be used now."""
    return MemoryStoreError(
        f"the translation memory cannot be used: {path}: {error}",
        "check the disk's free space and the file's owner, or set READER_HOME",
    )


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Say whether the file's content is broken, rather than busy or read-only."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def rebuild(path: Path) -> str:
    """Move a damaged memory aside, save its rows to a new one, and say so.

    Return "" where another process was faster, and the memory is sound again.

    Raises:
        MemoryStoreError: the file cannot be moved.
    """
    try:
        with hold_lock(path.with_name(f"{path.name}.lock")):
            if _is_sound(path):
                return ""
            aside = _move_aside(path)
            with closing(_connect(path)) as connection:
                rows = salvage(aside, connection)
    except OSError as error:
        raise unusable(path, error) from error
    return (
        f"the translation memory was damaged; it was moved to {aside}, and "
        f"{rows} of its rows went into a new one"
    )


def _is_sound(path: Path) -> bool:
    """Tell whether every page of the memory can be read."""
    try:
        with closing(_connect(path)) as connection:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(answer and answer[0] == "ok")


def _move_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(
                aside.with_name(aside.name + suffix)
            )
    return aside


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything of the block or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(path: Path) -> sqlite3.Connection:
    is_new = not path.exists()
    connection = sqlite3.connect(path, timeout=30, isolation_level=None)
    try:
        if is_new:
            path.chmod(0o600)
        # Asked first: changing it wants the file alone, being told it does not.
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        # What is forgotten must not stay readable in the file.
        connection.execute("PRAGMA secure_delete=ON")
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) == len(MIGRATIONS):
        return
    with transaction(connection):
        # Asked again: another process may have been faster.
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise MemoryStoreError(
                f"the translation memory {path} was made by a newer version",
                "upgrade zwiesprache, or set READER_HOME to another folder",
            )
        for script in MIGRATIONS[version:]:
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={len(MIGRATIONS)}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def salvage(damaged: Path, into: sqlite3.Connection) -> int:
    """Copy what can be read, row by row, and return how many rows there were."""
    copied = 0
    with (
        suppress(sqlite3.DatabaseError),
        closing(sqlite3.connect(f"{damaged.as_uri()}?mode=ro", uri=True)) as old,
    ):
        for table in _TABLES:
            with suppress(sqlite3.DatabaseError), transaction(into):
                copied += _copy_table(table, old, into)
    return copied


def _copy_table(table: str, old: sqlite3.Connection, into: sqlite3.Connection) -> int:
    copied = 0
    # A memory of an older version has fewer columns; the others have defaults.
    there = {row[1] for row in old.execute(f"PRAGMA table_info({table})")}
    columns = [
        row[1] for row in into.execute(f"PRAGMA table_info({table})") if row[1] in there
    ]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    # The rows before the damaged page are read; the first bad page ends a table.
    with suppress(sqlite3.DatabaseError):
        for row in old.execute(f"SELECT {names} FROM {table}"):
            into.execute(
                f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row
            )
            copied += 1
    return copied
