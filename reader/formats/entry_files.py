"""The file in which the entries of a dictionary stand, one behind the other.

dictd and StarDict have the same one: NAME.dict, or NAME.dict.dz by dictzip. Owns
opening and decoding it. Where an entry stands is the business of
`reader.formats.dictd` and `reader.formats.stardict`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from reader.core.controls import strip_controls
from reader.errors import DictionaryError
from reader.formats.dictzip import DictzipFile

LONGEST_ENTRY = 1 << 17
"""Bytes; what is longer is cut off."""
MOST_ENTRIES = 100
"""Of one headword."""


class EntryFile(Protocol):
    """Bytes that can be read from the middle."""

    def read(self, offset: int, length: int) -> bytes:
        """Return the bytes of one entry.

        Raises:
            DictionaryError: the file ends before, or is damaged.
        """
        ...


class _PlainFile:
    """The entries as they are, in NAME.dict."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, offset: int, length: int) -> bytes:
        try:
            with self.path.open("rb") as stream:
                stream.seek(offset)
                data = stream.read(length)
        except (OSError, OverflowError) as error:
            raise DictionaryError(
                f"{self.path} cannot be read: {error}", "check the file's rights"
            ) from error
        if len(data) < length:
            raise DictionaryError(
                f"{self.path} is damaged: it ends before an entry does",
                "install the dictionary again",
            )
        return data


def open_entries(index_path: Path) -> EntryFile:
    """Return the entries that belong to NAME.index or NAME.ifo.

    Raises:
        DictionaryError: there are none, or they are damaged.
    """
    compressed = index_path.with_suffix(".dict.dz")
    if compressed.is_file():
        return DictzipFile(compressed)
    plain = index_path.with_suffix(".dict")
    if plain.is_file():
        return _PlainFile(plain)
    raise DictionaryError(
        f"{index_path} is an index without entries",
        f"put {compressed.name} or {plain.name} beside it",
    )


def read_index(path: Path, most_bytes: int) -> bytes:
    """Return all of a small file that tells of the entries.

    Raises:
        DictionaryError: it is larger than `most_bytes`, or cannot be read.
    """
    try:
        if path.stat().st_size > most_bytes:
            raise DictionaryError(
                f"{path} is too large for an index", "remove it; it is no dictionary"
            )
        return path.read_bytes()
    except OSError as error:
        raise DictionaryError(
            f"{path} cannot be read: {error.strerror or error}",
            "check the file's rights",
        ) from error


def decode_entry(data: bytes, is_cut: bool = False) -> str:
    """Return the text of an entry, in UTF-8 or of the time before.

    `is_cut` tells that its end is missing, and a letter may have been cut in two.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8" if is_cut else "cp1252", "replace")
    return strip_controls(text.replace("\r\n", "\n"))
