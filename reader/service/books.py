"""The user's dictionaries as one: opened at the first question, asked in their order.

Owns the files. Which headwords are asked for is `reader.service.dictionary`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reader.core.lookup import DictionaryEntry
from reader.errors import DictionaryError
from reader.formats.dictd import DictdFile
from reader.formats.freedict import read_entry
from reader.formats.stardict import INFO_SUFFIX, StarDictFile

_PUNCTUATION = str.maketrans("", "", ".,/()!?")

_Book = DictdFile | StarDictFile


class Books:
    """All dictionaries that can be read; a bad one is told and left out."""

    def __init__(
        self, find_paths: Callable[[], Sequence[Path]], notify: Callable[[str], None]
    ) -> None:
        """Take who knows where the dictionaries lie.

        As long as there is none, it is asked each time: somebody may put one there
        while the reader is open.
        """
        self._find_paths = find_paths
        self._notify = notify
        self._opened: list[tuple[str, _Book]] = []

    @property
    def titles(self) -> list[str]:
        """The names of the dictionaries."""
        return [title for title, _ in self._open()]

    def has(self, headword: str) -> bool:
        """Say whether a dictionary has a headword, whatever its capitals are."""
        return any(book.has(headword) for _, book in self._open())

    def has_exactly(self, headword: str) -> bool:
        """Say whether a dictionary has a headword with these capitals."""
        return self.has(headword) and any(
            is_entry_of(headword, entry) for entry in self.find(headword)
        )

    def find(self, headword: str) -> list[DictionaryEntry]:
        """Return the entries of a headword, in the order of the dictionaries."""
        entries: list[DictionaryEntry] = []
        for title, book in self._open():
            try:
                texts = book.find(headword)
            except DictionaryError as error:
                self._notify(error.message)
                continue
            entries += (read_entry(text, title) for text in texts if text.strip())
        return entries

    def _open(self) -> list[tuple[str, _Book]]:
        if not self._opened:
            for path in self._find_paths():
                try:
                    book = _open_book(path)
                    self._opened.append((book.title, book))
                except DictionaryError as error:
                    self._notify(error.message)
        return self._opened


def is_entry_of(headword: str, entry: DictionaryEntry) -> bool:
    """Say whether an entry is that of a word, and not of one in other capitals.

    Its headword may be another one: "KI" leads to "künstliche Intelligenz (KI)". The
    "Sprach…" of compounds is no word.
    """
    found = entry.headword
    if found.endswith("…") and not headword.endswith("…"):
        return False
    one, other = (text.translate(_PUNCTUATION).strip() for text in (found, headword))
    return one == other or one.lower() != other.lower()


def _open_book(path: Path) -> _Book:
    return StarDictFile(path) if path.suffix == INFO_SUFFIX else DictdFile(path)
