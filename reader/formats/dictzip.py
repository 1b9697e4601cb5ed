"""dictzip files: gzip that can be read from the middle.

The header's extra field "RA" (dictzip(1), RFC 1952) says how the text was cut into
chunks of equal length, each compressed so that it can be read alone. The numbers in
it are checked against the file before anything is read or allocated.
"""

from __future__ import annotations

import struct
import zlib
from collections import OrderedDict
from itertools import accumulate
from pathlib import Path
from typing import IO

from reader.errors import DictionaryError

_MAGIC = b"\x1f\x8b\x08"
_HAS_CHECK, _HAS_EXTRA, _HAS_NAME, _HAS_COMMENT = 2, 4, 8, 16
_FIXED_HEADER = 10
_LONGEST_NAME = 1 << 16
_CHUNKS_KEPT = 8


class DictzipFile:
    """A compressed file of which any stretch can be read."""

    def __init__(self, path: Path) -> None:
        """Read the header.

        Raises:
            DictionaryError: it is no dictzip file, or damaged.
        """
        self.path = path
        self._chunks: OrderedDict[int, bytes] = OrderedDict()
        try:
            with path.open("rb") as stream:
                self._chunk_length, sizes = self._read_header(stream)
                starts = list(accumulate(sizes, initial=stream.tell()))
        except (OSError, struct.error) as error:
            raise self._damaged(str(error)) from error
        if starts[-1] > path.stat().st_size:
            raise self._damaged("it is cut off")
        self._starts = starts

    def read(self, offset: int, length: int) -> bytes:
        """Return `length` bytes of the uncompressed text from `offset` on.

        Raises:
            DictionaryError: the text ends before, or a chunk is damaged.
        """
        first, skipped = divmod(offset, self._chunk_length)
        last = (offset + length - 1) // self._chunk_length
        if last >= len(self._starts) - 1:
            raise self._damaged("an entry lies behind its end")
        data = b"".join(self._read_chunk(number) for number in range(first, last + 1))
        found = data[skipped : skipped + length]
        if len(found) < length:
            raise self._damaged("an entry lies behind its end")
        return found

    def _read_header(self, stream: IO[bytes]) -> tuple[int, tuple[int, ...]]:
        """Return the length of a chunk and the compressed sizes; stop behind it all."""
        fixed = stream.read(_FIXED_HEADER)
        if fixed[:3] != _MAGIC or not fixed[3] & _HAS_EXTRA:
            raise self._no_dictzip()
        (extra_length,) = struct.unpack("<H", stream.read(2))
        table = self._read_table(stream.read(extra_length))
        for flag in (_HAS_NAME, _HAS_COMMENT):
            if fixed[3] & flag:
                self._skip_name(stream)
        if fixed[3] & _HAS_CHECK:
            stream.read(2)
        return table

    def _read_table(self, extra: bytes) -> tuple[int, tuple[int, ...]]:
        place = 0
        while place + 4 <= len(extra):
            name = extra[place : place + 2]
            (length,) = struct.unpack_from("<H", extra, place + 2)
            field = extra[place + 4 : place + 4 + length]
            if name == b"RA":
                version, chunk_length, count = struct.unpack_from("<HHH", field)
                if version != 1 or not chunk_length or len(field) < 6 + 2 * count:
                    raise self._damaged("its table of chunks is wrong")
                return chunk_length, struct.unpack_from(f"<{count}H", field, 6)
            place += 4 + length
        raise self._no_dictzip()

    def _skip_name(self, stream: IO[bytes]) -> None:
        for _ in range(_LONGEST_NAME):
            if stream.read(1) in (b"\0", b""):
                return
        raise self._damaged("its header does not end")

    def _read_chunk(self, number: int) -> bytes:
        """Return a chunk, from those read last if it is among them."""
        if number in self._chunks:
            self._chunks.move_to_end(number)
            return self._chunks[number]
        start, end = self._starts[number], self._starts[number + 1]
        try:
            with self.path.open("rb") as stream:
                stream.seek(start)
                packed = stream.read(end - start)
            # A chunk that would become longer than it may be is cut off there.
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(
                packed, self._chunk_length
            )
        except (OSError, zlib.error) as error:
            raise self._damaged(str(error)) from error
        # Only the last chunk may be short; a short one before it would move all
        # that follows.
        if len(data) < self._chunk_length and number < len(self._starts) - 2:
            raise self._damaged("a chunk is too short")
        self._chunks[number] = data
        if len(self._chunks) > _CHUNKS_KEPT:
            self._chunks.popitem(last=False)
        return data

    def _no_dictzip(self) -> DictionaryError:
        return DictionaryError(
            f"{self.path} is not compressed by dictzip",
            f"gunzip -S .dz '{self.path}'",
        )

    def _damaged(self, what: str) -> DictionaryError:
        return DictionaryError(
            f"{self.path} is damaged: {what}", "install the dictionary again"
        )
