"""The translation memory: nothing is translated twice, and a person's edit wins.

Owns what is saved and how it is found again, in one SQLite file that several
processes may use at once. The file's schema and care are `reader.store.memory_file`'s
job, the exchange formats `reader.formats`'s.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.core.batches import cut_windows
from reader.core.interfaces import Finished, Known, Links, Signature
from reader.core.memory_units import MemoryUnit
from reader.store.database import Store, transaction
from reader.store.memory_file import SCHEMA

_ROWS = 400
"""Sources in one statement; SQLite's older limit is 999 variables."""


@dataclass(frozen=True, slots=True)
class MemoryStats:
    """What the memory holds, as `reader memory stats` says it."""

    pairs: int
    edits: int
    documents: int
    engines: dict[str, int]
    """Pairs by `Signature.name`."""
    size: int
    """Bytes on disk."""


class SqliteMemory(Store):
    """The saved translations of one home.

    A pair is found by its normalised source, the engine's whole signature and the
    fingerprint of the glossary terms that hit the sentence; an edit by its source
    alone.
    """

    schema = SCHEMA

    def recall(
        self,
        sources: Collection[str],
        signature: Signature,
        terms: Mapping[str, str] | None = None,
    ) -> dict[str, Known]:
        """Return what is known of `sources`; `terms` has a fingerprint by source."""
        wanted = terms or {}
        found: dict[str, Known] = {}
        with self._careful():
            for some in cut_windows(sources, _ROWS):
                marks = ", ".join("?" * len(some))
                rows = self._connection.execute(
                    "SELECT s.text, p.terms, p.target, p.score, p.flags, g.name,"
                    " p.links, p.steps"
                    " FROM sources s JOIN pairs p ON p.source = s.id"
                    " JOIN signatures g ON g.id = p.signature"
                    f" WHERE g.text = ? AND s.text IN ({marks})",
                    (str(signature), *some),
                )
                for text, fingerprint, *saved in rows:
                    if fingerprint == wanted.get(text, ""):
                        found[text] = _read_known(*saved)
        edits = self.find_edits(sources).items()
        found |= {text: Known(target, edited=True) for text, target in edits}
        return found

    def store(
        self,
        finished: Mapping[str, Finished],
        signature: Signature,
        replace_known: bool = False,
    ) -> None:
        """Save one batch as a whole; what is known stays unless `replace_known`."""
        verb = "REPLACE" if replace_known else "IGNORE"
        now = _now()
        with self._writing():
            signature_id = self._signature_id(str(signature), signature.name)
            for source, one in finished.items():
                self._connection.execute(
                    f"INSERT OR {verb} INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        self._source_id(source),
                        signature_id,
                        one.terms,
                        one.translation.target,
                        one.translation.score,
                        " ".join(one.flags),
                        _format_links(one.translation.links),
                        now,
                        " ".join(one.steps),
                    ),
                )

    def edit(self, edits: Iterable[tuple[str, str | None]]) -> int:
        """Save a person's English by source and return how many there were.

        None for the English takes an edit back; the machine's text is then valid
        again.
        """
        count = 0
        with self._writing():
            for source, target in edits:
                count += 1
                source_id = self._source_id(source)
                if target is None:
                    self._connection.execute(
                        "DELETE FROM edits WHERE source = ?", (source_id,)
                    )
                else:
                    self._connection.execute(
                        "INSERT OR REPLACE INTO edits VALUES (?, ?, ?)",
                        (source_id, target, _now()),
                    )
        return count

    def find_edits(self, sources: Collection[str]) -> dict[str, str]:
        """Return what a person wrote, by source."""
        return dict(
            self._ask(
                "SELECT s.text, e.target FROM sources s"
                " JOIN edits e ON e.source = s.id WHERE s.text IN",
                sources,
            )
        )

    def find_targets(self, sources: Collection[str]) -> dict[str, set[str]]:
        """Return every English text of a machine by source, whatever engine made it."""
        found: dict[str, set[str]] = {}
        for text, target in self._ask(
            "SELECT s.text, p.target FROM sources s"
            " JOIN pairs p ON p.source = s.id WHERE s.text IN",
            sources,
        ):
            found.setdefault(text, set()).add(target)
        return found

    def _ask(self, question: str, sources: Collection[str]) -> Iterator[Any]:
        """Yield the rows of a question that ends with the sources that it is about."""
        with self._careful():
            for some in cut_windows(sources, _ROWS):
                marks = ", ".join("?" * len(some))
                yield from self._connection.execute(f"{question} ({marks})", some)

    def note_uses(self, document: Path, sources: Iterable[str]) -> None:
        """Remember that `document` contains `sources`, so that it can be forgotten."""
        with self._writing():
            self._connection.execute(
                "INSERT OR IGNORE INTO documents (path) VALUES (?)", (_spell(document),)
            )
            self._connection.executemany(
                "INSERT OR IGNORE INTO uses SELECT d.id, s.id"
                " FROM documents d, sources s WHERE d.path = ? AND s.text = ?",
                ((_spell(document), source) for source in sources),
            )

    def forget(self, document: Path, keep_edits: bool = False) -> int:
        """Remove the sentences that only `document` contains; return their number.

        A folder forgets every document below it.
        """
        below = _spell(document).rstrip("/\\")
        with self._careful():
            with transaction(self._connection):
                self._connection.execute(
                    "CREATE TEMP TABLE doomed AS SELECT id FROM documents WHERE path"
                    " = ? OR substr(path, 1, ?) IN (? || '/', ? || '\\')",
                    (below, len(below) + 1, below, below),
                )
                only_here = (
                    "(SELECT source FROM uses WHERE document IN doomed EXCEPT"
                    " SELECT source FROM uses WHERE document NOT IN doomed)"
                )
                keep = " AND id NOT IN (SELECT source FROM edits)" if keep_edits else ""
                if keep_edits:
                    self._connection.execute(
                        f"DELETE FROM pairs WHERE source IN {only_here}"
                    )
                count = self._connection.execute(
                    f"DELETE FROM sources WHERE id IN {only_here}{keep}"
                ).rowcount
                self._connection.execute("DELETE FROM documents WHERE id IN doomed")
                self._connection.execute("DROP TABLE doomed")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return count

    def clear(self, with_edits: bool = False) -> int:
        """Remove every machine translation, with the edits too if asked for."""
        keep = "" if with_edits else " WHERE id NOT IN (SELECT source FROM edits)"
        with self._careful():
            with transaction(self._connection):
                count = self._connection.execute("DELETE FROM pairs").rowcount
                if with_edits:
                    count += self._connection.execute("DELETE FROM edits").rowcount
                self._connection.execute(f"DELETE FROM sources{keep}")
                self._connection.execute("DELETE FROM documents")
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return count

    def read_units(self) -> Iterator[MemoryUnit]:
        """Yield everything that is saved, edits first, for an export."""
        rows = self._connection.execute(
            "SELECT s.text, e.target, '', '', '', NULL, '', '', 1, e.created"
            " FROM edits e JOIN sources s ON s.id = e.source"
            " UNION ALL SELECT s.text, p.target, g.name, g.text, p.terms, p.score,"
            " p.flags, p.steps, 0, p.created"
            " FROM pairs p JOIN sources s ON s.id = p.source"
            " JOIN signatures g ON g.id = p.signature"
        )
        with self._careful():
            for *fields, score, flags, steps, edited, created in rows:
                source, target, engine, signature, terms = fields
                yield MemoryUnit(
                    source=source,
                    target=target,
                    engine=engine,
                    signature=signature,
                    terms=terms,
                    score=score,
                    flags=tuple(flags.split()),
                    steps=tuple(steps.split()),
                    edited=bool(edited),
                    created=created,
                )

    def add_units(self, units: Iterable[MemoryUnit]) -> int:
        """Save what an export held and return how much was new; known pairs stay."""
        count = 0
        for some in cut_windows(units):
            with self._writing():
                count += sum(self._add_unit(unit) for unit in some)
        return count

    def measure(self) -> MemoryStats:
        """Count what is saved."""
        with self._careful():
            counts = [
                int(self._connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0])
                for t in ("pairs", "edits", "documents")
            ]
            engines = self._connection.execute(
                "SELECT g.name, count(*) FROM pairs p"
                " JOIN signatures g ON g.id = p.signature GROUP BY g.name ORDER BY 1"
            ).fetchall()
        files = [self._path, self._path.with_name(self._path.name + "-wal")]
        return MemoryStats(
            pairs=counts[0],
            edits=counts[1],
            documents=counts[2],
            engines=dict(engines),
            size=sum(file.stat().st_size for file in files if file.exists()),
        )

    def _add_unit(self, unit: MemoryUnit) -> bool:
        """Save a unit and tell whether that changed anything."""
        source_id = self._source_id(unit.source)
        if unit.edited:
            self._connection.execute(
                "INSERT OR REPLACE INTO edits VALUES (?, ?, ?)",
                (source_id, unit.target, unit.created or _now()),
            )
            return True
        saved = self._connection.execute(
            "INSERT OR IGNORE INTO pairs VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?)",
            (
                source_id,
                self._signature_id(unit.signature, unit.engine),
                unit.terms,
                unit.target,
                unit.score,
                " ".join(unit.flags),
                unit.created or _now(),
                " ".join(unit.steps),
            ),
        )
        return saved.rowcount > 0

    def _source_id(self, source: str) -> int:
        self._connection.execute(
            "INSERT OR IGNORE INTO sources (text) VALUES (?)", (source,)
        )
        row = self._connection.execute(
            "SELECT id FROM sources WHERE text = ?", (source,)
        ).fetchone()
        return int(row[0])

    def _signature_id(self, text: str, name: str) -> int:
        self._connection.execute(
            "INSERT OR IGNORE INTO signatures (text, name) VALUES (?, ?)", (text, name)
        )
        row = self._connection.execute(
            "SELECT id FROM signatures WHERE text = ?", (text,)
        ).fetchone()
        return int(row[0])


def _spell(document: Path) -> str:
    """Return a path as the memory has it: absolute, without "..", valid Unicode."""
    name = os.path.abspath(document)
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _read_known(
    target: str,
    score: float | None,
    flags: str,
    name: str,
    links: str | None,
    steps: str,
) -> Known:
    return Known(
        target,
        score,
        tuple(flags.split()),
        name,
        links=None if links is None else _read_links(links),
        steps=tuple(steps.split()),
    )


def _read_links(text: str) -> Links:
    """Return the word alignment of the Pharaoh format; the inverse of writing it."""
    ends = (link.split("-") for link in text.split())
    return tuple((int(source), int(target)) for source, target in ends)


def _format_links(links: Links | None) -> str | None:
    """Return a word alignment in the Pharaoh format, "0-0 1-2"."""
    return None if links is None else " ".join(f"{s}-{t}" for s, t in links)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
