r"""Pairs and memory units as JSON, one object a line (JSON Lines).

The pairs' format is part of the command-line contract. Control characters are
escaped as JSON does it (`\u001b`), also those that JSON would let pass, so that a
file can be printed to a terminal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from reader.core.controls import to_json
from reader.core.memory_units import MemoryUnit
from reader.core.pairs import Pair
from reader.errors import DocumentError
from reader.formats import writers

MAX_LINE = 64 * 1024 * 1024
"""Characters; a line from elsewhere must not fill the memory."""


class JsonlWriter:
    """Writes one JSON object a line."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def begin(self, title: str, document: str) -> None:
        """Write nothing: each line stands for itself."""

    def write(self, pair: Pair) -> None:
        """Write one line."""
        self._stream.write(to_json(pair.to_record()) + "\n")

    def end(self) -> None:
        """Write nothing."""


def make_writer(stream: IO[str], layout: str) -> writers.PairWriter:
    """Return a writer of JSON Lines; they have no layout."""
    return JsonlWriter(stream)


def read_jsonl(stream: IO[str]) -> Iterator[Pair]:
    """Yield the pairs of a stream, which may begin with a byte order mark.

    Raises:
        DocumentError: a line is no pair; the message has its number.
    """
    for number, record in _read_records(stream):
        try:
            yield Pair.from_record(record)
        except DocumentError as error:
            raise DocumentError(f"line {number}: {error.message}", error.hint) from None


def write_units_jsonl(stream: IO[str], units: Iterable[MemoryUnit]) -> int:
    """Write memory units, one a line, and return how many there were."""
    count = 0
    for unit in units:
        stream.write(to_json(unit.to_record()) + "\n")
        count += 1
    return count


def read_units_jsonl(stream: IO[str]) -> Iterator[MemoryUnit]:
    """Yield the memory units of a stream.

    Raises:
        DocumentError: a line is no unit; the message has its number.
    """
    for number, record in _read_records(stream):
        try:
            yield MemoryUnit.from_record(record)
        except DocumentError as error:
            raise DocumentError(f"line {number}: {error.message}", error.hint) from None


def _read_records(stream: IO[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield (line number, object) for each line that is not blank."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            raise DocumentError(f"line {number} is longer than {MAX_LINE} characters")
        line = line.removeprefix("\ufeff") if number == 1 else line
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DocumentError(
                f"line {number} is not JSON: {error}",
                "write pairs with 'reader translate --to jsonl'",
            ) from error
        if not isinstance(record, dict):
            raise DocumentError(
                f"line {number} is no JSON object",
                "write pairs with 'reader translate --to jsonl'",
            )
        yield number, record
