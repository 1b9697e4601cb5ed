"""The user's vocabulary file: read, changed and exported.

Owns the file on disk, a table that spreadsheets open; it is written whole under a lock,
so that two programs at once lose nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

from reader.core.vocabulary import VocabularyEntry
from reader.errors import DocumentError
from reader.formats.anki import write_anki
from reader.formats.plain import read_text
from reader.formats.vocabulary_tsv import VocabularySheet, write_vocabulary_tsv
from reader.service.changing import hold_file
from reader.store.files import open_atomic, open_atomic_bytes
from reader.store.paths import Paths

EXPORT_FORMATS = ("anki", "tsv")
_SUFFIXES = {".apkg": "anki", ".tsv": "tsv", ".txt": "tsv"}


class VocabularyFile:
    """The words to learn, on disk."""

    def __init__(self, paths: Paths) -> None:
        self.path = paths.vocabulary
        self._home = paths.home

    def read(self) -> list[VocabularyEntry]:
        """Return all entries, the oldest first.

        Raises:
            DocumentError: the file is damaged.
        """
        return self._load().entries

    def add(self, entry: VocabularyEntry) -> bool:
        """Write an entry; return False where it replaced the same word's.

        A word is the same when its headword and its sentence are. Without a date it
        gets today's.
        """
        dated = replace(entry, added=entry.added or date.today().isoformat())
        with self._change() as sheet:
            return sheet.put(dated)

    def remove(self, is_unwanted: Callable[[VocabularyEntry], bool]) -> int:
        """Remove the entries that are unwanted, and return how many they were."""
        with self._change() as sheet:
            return sheet.remove(is_unwanted)

    def remove_entry(self, entry: VocabularyEntry) -> int:
        """Remove one entry."""
        return self.remove(lambda other: other.key == entry.key)

    def export(self, path: Path, form: str = "", stdout: IO[str] | None = None) -> int:
        """Write all entries to `path` ("-": `stdout`), and return how many they are.

        `form` is one of `EXPORT_FORMATS`; "" takes it from the suffix.

        Raises:
            DocumentError: the suffix says no format, or the file is the vocabulary.
            OutputError: the file cannot be written.
        """
        entries = self.read()
        if str(path) == "-" and stdout is not None:
            if form == "anki":
                raise DocumentError(
                    "an Anki package is no text", "name a file: words.apkg"
                )
            stdout.write(write_vocabulary_tsv(entries))
            return len(entries)
        form = form or _SUFFIXES.get(path.suffix.lower(), "")
        if not form:
            raise DocumentError(
                f"'{path.suffix}' is no format for a vocabulary",
                "name it .apkg (Anki) or .tsv, or say --to anki",
            )
        if path.resolve() == self.path.resolve():
            raise DocumentError(f"{path} is the vocabulary itself", "name another file")
        if form == "anki":
            with open_atomic_bytes(path) as package:
                write_anki(package, entries, time.time())
        else:
            with open_atomic(path) as stream:
                stream.write(write_vocabulary_tsv(entries))
        return len(entries)

    def _load(self) -> VocabularySheet:
        if not self.path.exists():
            return VocabularySheet()
        try:
            return VocabularySheet(read_text(self.path))
        except DocumentError as error:
            message, hint = f"{self.path}: {error.message}", error.hint
            raise DocumentError(message, hint) from error

    @contextmanager
    def _change(self) -> Iterator[VocabularySheet]:
        """Yield the sheet, and write it when the block ends well."""
        with hold_file(self.path, self._home / ".vocabulary.lock"):
            sheet = self._load()
            before = sheet.text
            yield sheet
            if sheet.text != before or not self.path.exists():
                with open_atomic(self.path.resolve()) as stream:
                    stream.write(sheet.text)
