"""dictd dictionaries: a sorted index, and entries by place in a file beside it.

After dictd(8) and dictfmt(1): an index line is the headword, the offset and the
length of its entry in the file beside it (`reader.formats.entry_files`), both in base
64. Owns finding the text of an entry. What a text says is `reader.formats.freedict`'s
job. The files come from elsewhere: nothing in them is believed that is not checked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from reader.formats.entry_files import (
    LONGEST_ENTRY,
    MOST_ENTRIES,
    decode_entry,
    open_entries,
    read_index,
)

INDEX_SUFFIX = ".index"
_LARGEST_INDEX = 1 << 28
_LONGEST_NUMBER = 10
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {ord(digit): value for value, digit in enumerate(_DIGITS)}

_Place = tuple[int, int]


class DictdFile:
    """One dictionary: its index in memory, its entries read when asked for."""

    def __init__(self, index_path: Path) -> None:
        """Open the dictionary of an index.

        Raises:
            DictionaryError: a file is missing, too large or damaged.
        """
        self.path = index_path
        self._index = read_index(index_path, _LARGEST_INDEX)
        self._entries = open_entries(index_path)

    @property
    def title(self) -> str:
        """The dictionary's own name for itself, else its file's."""
        for key in (b"00databaseshort", b"00-database-short"):
            for place in self._find_places(key):
                # dictfmt writes its own keyword above the name.
                lines = self._read(place).removeprefix("00-database-short").split("\n")
                named = [line.strip() for line in lines if line.strip()]
                if named:
                    return named[0]
        return self.path.name.removesuffix(INDEX_SUFFIX)

    def has(self, word: str) -> bool:
        """Say whether `word` is a headword, without reading any entry."""
        return any(next(self._find_places(key), None) for key in _make_keys(word))

    def find(self, word: str) -> list[str]:
        """Return the entries of a headword, in the order of the index.

        Capitals and punctuation do not count: most indexes have neither.

        Raises:
            DictionaryError: the file with the entries is damaged.
        """
        places = dict.fromkeys(
            place for key in _make_keys(word) for place in self._find_places(key)
        )
        return [self._read(place) for place in list(places)[:MOST_ENTRIES]]

    def _read(self, place: _Place) -> str:
        offset, length = place
        data = self._entries.read(offset, min(length, LONGEST_ENTRY))
        return decode_entry(data, is_cut=length > LONGEST_ENTRY)

    def _find_places(self, key: bytes) -> Iterator[_Place]:
        """Yield where the entries of a headword stand, as the index spells it."""
        index, start = self._index, self._find_first(key)
        for _ in range(MOST_ENTRIES):
            end = index.find(b"\n", start)
            line = index[start : end if end >= 0 else len(index)]
            cells = line.rstrip(b"\r").split(b"\t", 3)
            if cells[0] != key:
                return
            if len(cells) >= 3:
                offset, length = _read_number(cells[1]), _read_number(cells[2])
                if offset is not None and length:
                    yield offset, length
            if end < 0:
                return
            start = end + 1

    def _find_first(self, key: bytes) -> int:
        """Return where the first line begins whose headword is not before `key`."""
        index = self._index
        low, high = 0, len(index)
        while low < high:
            middle = (low + high) // 2
            start = index.rfind(b"\n", low, middle) + 1 or low
            end = index.find(b"\n", middle, high)
            end = high if end < 0 else end
            if index[start:end].split(b"\t", 1)[0] < key:
                low = end + 1
            else:
                high = start
        return low


def _make_keys(word: str) -> list[bytes]:
    """Return the spellings under which an index may have a word.

    >>> [key.decode() for key in _make_keys("KI-Chip")]
    ['kichip', 'ki-chip', 'KI-Chip']
    """
    word = " ".join(unicodedata.normalize("NFC", word).split())
    # dictfmt keeps letters, digits and blanks, in small letters.
    bare = "".join(sign for sign in word.lower() if sign.isalnum() or sign == " ")
    spellings = dict.fromkeys((bare, word.lower(), word))
    return [
        spelling.encode("utf-8", "replace")
        for spelling in spellings
        if spelling.strip() and not spelling.startswith(("00database", "00-database"))
    ]


def _read_number(digits: bytes) -> int | None:
    """Return a number in base 64, None for anything else.

    >>> _read_number(b"BG0sB"), _read_number(b"?")
    (18565889, None)
    """
    if not 0 < len(digits) <= _LONGEST_NUMBER:
        return None
    number = 0
    for digit in digits:
        value = _VALUES.get(digit)
        if value is None:
            return None
        number = number * 64 + value
    return number
