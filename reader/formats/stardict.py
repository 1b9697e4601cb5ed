"""StarDict dictionaries: NAME.ifo says what there is, NAME.idx where it stands.

After StarDict's own "Format for StarDict dictionary files", versions 2.4.2 and 3.0.0:
.idx (or .idx.gz) has a headword, a NUL, and the place of its entry in the file beside
it (`reader.formats.entry_files`); .syn has further words for the headwords. Owns
finding an entry and the fields in it. What a text says is `reader.formats.freedict`'s
job. The files come from elsewhere: nothing in them is believed that is not checked.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reader.core.controls import strip_controls
from reader.errors import DictionaryError
from reader.formats.entry_files import (
    LONGEST_ENTRY,
    MOST_ENTRIES,
    decode_entry,
    open_entries,
    read_index,
)
from reader.formats.markup import strip_markup

INFO_SUFFIX = ".ifo"
_MAGIC = "StarDict's dict ifo file"
_LARGEST_INFO = 1 << 16
_LARGEST_INDEX = 1 << 26
_PLAIN, _PHONETIC = frozenset("mlyw"), "t"
_MARKED_UP, _KEEPS_LINES = frozenset("ghkx"), frozenset("gx")
"""Pango's markup, HTML, PowerWord and XDXF. What is no text (sound, pictures, lists of
files) is left out."""


class StarDictFile:
    """One dictionary: its index in memory, its entries read when asked for."""

    def __init__(self, info_path: Path) -> None:
        """Open the dictionary of an .ifo file.

        Raises:
            DictionaryError: a file is missing, too large or damaged.
        """
        self.path = info_path
        self._info = _read_info(info_path)
        self._offset_size = 8 if self._info.get("idxoffsetbits") == "64" else 4
        self._words = _WordList(_read_words(info_path), self._offset_size + 4)
        synonyms = info_path.with_suffix(".syn")
        data = read_index(synonyms, _LARGEST_INDEX) if synonyms.is_file() else b""
        self._synonyms = _WordList(data, 4)
        self._entries = open_entries(info_path)

    @property
    def title(self) -> str:
        """The dictionary's own name for itself, else its file's."""
        named = " ".join(
            strip_controls(self._info.get("bookname", ""), keep="").split()
        )
        return named or self.path.stem

    def has(self, word: str) -> bool:
        """Say whether `word` is a headword, without reading any entry."""
        return next(self._find_numbers(word), None) is not None

    def find(self, word: str) -> list[str]:
        """Return the entries of a word, the headword in the first line of each.

        Capitals do not count.

        Raises:
            DictionaryError: the file with the entries is damaged.
        """
        numbers = dict.fromkeys(islice(self._find_numbers(word), MOST_ENTRIES))
        return [self._read(number) for number in numbers]

    def _find_numbers(self, word: str) -> Iterator[int]:
        """Yield the numbers of the headwords that a word leads to."""
        for key in _make_keys(word):
            yield from self._words.find(key)
            for place in self._synonyms.find(key):
                number = int.from_bytes(self._synonyms.tail(place), "big")
                if number < len(self._words):
                    yield number

    def _read(self, number: int) -> str:
        headword = decode_entry(self._words.word(number))
        tail = self._words.tail(number)
        offset = int.from_bytes(tail[: self._offset_size], "big")
        length = int.from_bytes(tail[self._offset_size :], "big")
        data = b""
        if length:
            data = self._entries.read(offset, min(length, LONGEST_ENTRY))
        return _write_text(headword, self._split(data), length > LONGEST_ENTRY)

    def _split(self, data: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the fields of an entry, each with the letter of its kind.

        A small letter's field ends with a NUL, a capital's begins with its length;
        where all entries have the same fields, the letters stand in the .ifo file, and
        the last field has neither.
        """
        kinds, place = self._info.get("sametypesequence", ""), 0
        for number in range(len(kinds) or len(data)):
            if place >= len(data):
                return
            kind = kinds[number] if kinds else chr(data[place])
            start = place if kinds else place + 1
            if kinds and number == len(kinds) - 1:
                end = place = len(data)
            elif kind.isupper():
                end = start + 4 + int.from_bytes(data[start : start + 4], "big")
                start, place = start + 4, end
            else:
                found = data.find(b"\0", start)
                end = len(data) if found < 0 else found
                place = end + 1
            yield kind, data[start:end]


class _WordList:
    """Words in one piece of memory, each with a NUL and `width` bytes behind it.

    Their order is not believed: many programs sort otherwise than StarDict does.
    """

    def __init__(self, data: bytes, width: int) -> None:
        line = re.compile(rb"[^\0]{0,255}\0[\0-\xff]{%d}" % width)
        self._data = data
        self._width = width
        self._starts = array("L", (found.start() for found in line.finditer(data)))
        self._order = array("L", sorted(range(len(self)), key=self._key))

    def __len__(self) -> int:
        return len(self._starts)

    def word(self, number: int) -> bytes:
        """Return a word as it is spelt."""
        start = self._starts[number]
        return self._data[start : self._data.index(b"\0", start)]

    def tail(self, number: int) -> bytes:
        """Return what stands behind a word."""
        start = self._data.index(b"\0", self._starts[number]) + 1
        return self._data[start : start + self._width]

    def find(self, key: bytes) -> Iterator[int]:
        """Yield the numbers of a word, whatever its ASCII capitals are."""
        key = key.lower()
        for place in range(bisect_left(self._order, key, key=self._key), len(self)):
            number = self._order[place]
            if self._key(number) != key:
                return
            yield number

    def _key(self, number: int) -> bytes:
        return self.word(number).lower()


def _read_info(path: Path) -> dict[str, str]:
    text = decode_entry(read_index(path, _LARGEST_INFO)).removeprefix("\ufeff")
    magic, *lines = text.split("\n")
    if magic.strip() != _MAGIC:
        raise DictionaryError(
            f"{path} is no StarDict dictionary", "remove it, or get it again"
        )
    pairs = (line.partition("=") for line in lines)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _read_words(info_path: Path) -> bytes:
    plain = info_path.with_suffix(".idx")
    packed = info_path.with_suffix(".idx.gz")
    if plain.is_file() or not packed.is_file():
        return read_index(plain, _LARGEST_INDEX)
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        data = unpacker.decompress(read_index(packed, _LARGEST_INDEX), _LARGEST_INDEX)
    except zlib.error as error:
        raise DictionaryError(
            f"{packed} is damaged: {error}", "install the dictionary again"
        ) from error
    if not unpacker.eof:
        raise DictionaryError(
            f"{packed} is cut off, or too large for an index",
            "install the dictionary again",
        )
    return data


def _write_text(
    headword: str, fields: Iterator[tuple[str, bytes]], is_cut: bool
) -> str:
    """Return the fields of an entry below its headword and how that is pronounced."""
    first, body = headword, []
    for kind, data in fields:
        text = decode_entry(data, is_cut)
        if kind in _MARKED_UP:
            text = strip_markup(text, kind in _KEEPS_LINES)
        if kind == _PHONETIC and text.strip():
            first += f" /{text.strip().strip('/')}/"
        elif kind in _MARKED_UP or kind in _PLAIN:
            body.append(text.strip("\n").rstrip())
    said = "\n".join(filter(None, body))
    # Most dictionaries name the headword again, with its grammar.
    is_named = re.match(rf"\s*{re.escape(headword)}(?!\w)", said) is not None
    return said.lstrip() if is_named else f"{first}\n{said}"


def _make_keys(word: str) -> list[bytes]:
    """Return the spellings under which an index may have a word.

    ASCII capitals do not count anyway.

    >>> [key.decode() for key in _make_keys("ärzte")]
    ['ärzte', 'Ärzte', 'ÄRZTE']
    """
    word = " ".join(unicodedata.normalize("NFC", word).split())
    spellings = dict.fromkeys((word, word.lower(), word.capitalize(), word.upper()))
    return [spelling.encode("utf-8", "replace") for spelling in spellings if spelling]
