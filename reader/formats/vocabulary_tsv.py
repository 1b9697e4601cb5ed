"""The vocabulary as tab-separated values: our own file, and an export.

One header line, then one line an entry, with the cells that `reader.formats.tsv`
describes. What a spreadsheet has added, columns and rows of its own, stays.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from io import StringIO

from reader.core.controls import escape_controls, unescape_controls
from reader.core.vocabulary import VocabularyEntry
from reader.errors import DocumentError
from reader.formats.tsv import guard_formula, unguard_formula

COLUMNS = tuple(field.name for field in fields(VocabularyEntry))
_MAX_CELL = 1 << 24


class VocabularySheet:
    """The rows of a vocabulary file, and the entries that they are."""

    def __init__(self, text: str = "") -> None:
        """Take a file apart; an empty one is a new one.

        Raises:
            DocumentError: there is no column `word`, or a quotation mark is missing.
        """
        csv.field_size_limit(max(csv.field_size_limit(), _MAX_CELL))
        lines = csv.reader(
            StringIO(text.removeprefix("\ufeff"), newline=""),
            delimiter="\t",
            strict=True,
        )
        try:
            self._rows = [cells for cells in lines if any(map(str.strip, cells))]
        except csv.Error as error:
            raise DocumentError(
                f"line {lines.line_num} of the vocabulary cannot be read: {error}",
                "save the sheet again as tab-separated text",
            ) from error
        header = self._rows.pop(0) if self._rows else list(COLUMNS)
        self._header = [name.strip() for name in header]
        if "word" not in self._header:
            raise DocumentError(
                "the header line of the vocabulary has no column 'word'",
                "separate the columns with tabs and keep the first line",
            )

    @property
    def entries(self) -> list[VocabularyEntry]:
        """The entries in the order of the file; rows without a word are none."""
        return [entry for row in self._rows if (entry := self._read(row)) is not None]

    @property
    def text(self) -> str:
        """The file as it stands now."""
        stream = StringIO(newline="")
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(self._header)
        writer.writerows(self._rows)
        return stream.getvalue()

    def put(self, entry: VocabularyEntry) -> bool:
        """Write an entry over the same word's, or behind the last one.

        Returns whether it is a new one. A word is the same when its headword and its
        sentence are; it keeps the day when it was added.
        """
        self._header += [name for name in COLUMNS if name not in self._header]
        row: list[str] | None = None
        for other in self._rows:
            known = self._read(other)
            if known is not None and known.key == entry.key:
                row, entry = other, replace(entry, added=known.added or entry.added)
        is_new = row is None
        if row is None:
            self._rows.append(row := [])
        row += [""] * (len(self._header) - len(row))
        for name in COLUMNS:
            row[self._header.index(name)] = _write_cell(getattr(entry, name))
        return is_new

    def remove(self, is_unwanted: Callable[[VocabularyEntry], bool]) -> int:
        """Remove the entries that are unwanted; return how many they were."""
        kept = [
            row
            for row in self._rows
            if (entry := self._read(row)) is None or not is_unwanted(entry)
        ]
        count = len(self._rows) - len(kept)
        self._rows = kept
        return count

    def _read(self, row: list[str]) -> VocabularyEntry | None:
        named = dict(zip(self._header, row, strict=False))
        cells = {name: _read_cell(named.get(name, "")) for name in COLUMNS}
        return VocabularyEntry(**cells) if cells["word"] else None


def write_vocabulary_tsv(entries: Iterable[VocabularyEntry]) -> str:
    """Return a file with these entries."""
    sheet = VocabularySheet()
    for entry in entries:
        sheet.put(entry)
    return sheet.text


def _write_cell(text: str) -> str:
    return guard_formula(escape_controls(text))


def _read_cell(cell: str) -> str:
    return unescape_controls(unguard_formula(cell)).strip()
