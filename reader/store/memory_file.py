"""What is in the memory's SQLite file, version by version.

Owns the schema. Opening the file, and what a damaged one gets, is
`reader.store.database`'s job; a person's edits are saved of it first.
"""

from __future__ import annotations

from reader.errors import MemoryStoreError
from reader.store.database import Schema

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

SCHEMA = Schema(
    name="translation memory",
    migrations=MIGRATIONS,
    tables=("sources", "edits", "signatures", "pairs", "documents", "uses"),
    error=MemoryStoreError,
)
