"""SQLite files of ours: opening, migrations, and what a damaged one gets.

Owns what the translation memory and the library have in common. A damaged file is
moved aside and never deleted; what can still be read of it goes into the new one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from reader.errors import ReaderError
from reader.store.files import ensure_private_dir
from reader.store.locks import hold_lock


@dataclass(frozen=True, slots=True)
class Schema:
    """What is in a file, and how it became so."""

    name: str
    """What the file is called in messages, as in "translation memory"."""
    migrations: tuple[str, ...]
    """One script a schema version, never changed once released, only added to."""
    tables: tuple[str, ...]
    """In the order in which what is left of a damaged file is copied."""
    error: type[ReaderError]
    """What is raised when the file cannot be used."""
    is_shared: bool = False
    """Whether several threads of a process take turns with one connection."""
    patience: float = 30.0
    """Seconds to wait for another process that is writing."""


def open_database(path: Path, schema: Schema) -> tuple[sqlite3.Connection, list[str]]:
    """Return a connection to the file at `path`, with notices for the user.

    Raises:
        ReaderError: the schema's own; the folder or file cannot be used, or is of a
            newer program.
    """
    try:
        ensure_private_dir(path.parent)
        return _connect(path, schema), []
    except OSError as error:
        raise unusable(path, schema, error) from error
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise unusable(path, schema, error) from error
    notice = rebuild(path, schema)
    return _connect(path, schema), [notice] if notice else []


class Store:
    """An open file of ours, whose errors are ours too."""

    schema: ClassVar[Schema]

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection, self.notices = open_database(path, self.schema)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    @contextmanager
    def _careful(self) -> Iterator[sqlite3.Connection]:
        """Turn SQLite's errors into ours.

        A damaged file is moved aside; what is asked next is asked of the new one.
        """
        try:
            yield self._connection
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise unusable(self._path, self.schema, error) from error
            self._connection.close()
            notice = rebuild(self._path, self.schema)
            self._connection, _ = open_database(self._path, self.schema)
            raise self.schema.error(
                notice or f"the {self.schema.name} was damaged",
                "type the same command again",
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Write everything of the block or nothing of it."""
        with self._careful() as connection, transaction(connection):
            yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything of the block or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # After some errors SQLite has done it already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def unusable(path: Path, schema: Schema, error: Exception) -> ReaderError:
    """Return the error for a file that is there but cannot be used now."""
    return schema.error(
        f"the {schema.name} cannot be used: {path}: {error}",
        "check the disk's free space and the file's owner, or set READER_HOME",
    )


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Say whether the file's content is broken, rather than busy or read-only."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def rebuild(path: Path, schema: Schema) -> str:
    """Move a damaged file aside, save its rows to a new one, and say so.

    Return "" where another process was faster, and the file is sound again.

    Raises:
        ReaderError: the schema's own; the file cannot be moved.
    """
    try:
        with hold_lock(path.with_name(f"{path.name}.lock")):
            if _is_sound(path, schema):
                return ""
            aside = _move_aside(path)
            with closing(_connect(path, schema)) as connection:
                rows = salvage(aside, connection, schema)
    except OSError as error:
        raise unusable(path, schema, error) from error
    return (
        f"the {schema.name} was damaged; it was moved to {aside}, and "
        f"{rows} of its rows went into a new one"
    )


def salvage(damaged: Path, into: sqlite3.Connection, schema: Schema) -> int:
    """Copy what can be read, row by row, and return how many rows there were."""
    copied = 0
    with (
        suppress(sqlite3.DatabaseError),
        closing(sqlite3.connect(f"{damaged.as_uri()}?mode=ro", uri=True)) as old,
    ):
        for table in schema.tables:
            with suppress(sqlite3.DatabaseError), transaction(into):
                copied += _copy_table(table, old, into)
    return copied


def _is_sound(path: Path, schema: Schema) -> bool:
    """Tell whether every page of the file can be read."""
    try:
        with closing(_connect(path, schema)) as connection:
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


def _connect(path: Path, schema: Schema) -> sqlite3.Connection:
    is_new = not path.exists()
    connection = sqlite3.connect(
        path,
        timeout=schema.patience,
        isolation_level=None,
        check_same_thread=not schema.is_shared,
    )
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
        _migrate(connection, path, schema)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path, schema: Schema) -> None:
    newest = len(schema.migrations)
    if _version(connection) == newest:
        return
    with transaction(connection):
        # Asked again: another process may have been faster.
        version = _version(connection)
        if version > newest:
            raise schema.error(
                f"the {schema.name} {path} was made by a newer version",
                "upgrade zwiesprache, or set READER_HOME to another folder",
            )
        for script in schema.migrations[version:]:
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={newest}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _copy_table(table: str, old: sqlite3.Connection, into: sqlite3.Connection) -> int:
    copied = 0
    # A file of an older version has fewer columns; the others have defaults.
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
