"""The formats that pairs are written in, by name, and what every writer promises.

Each format has a module of its own, imported when its writer is opened; the command
line wants the names alone.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO, Protocol, cast

from reader.core.pairs import Pair
from reader.errors import SettingsError

SIDE_BY_SIDE = "side-by-side"
INTERLEAVED = "interleaved"
TARGET = "target"
LAYOUTS = (SIDE_BY_SIDE, INTERLEAVED, TARGET)
"""How text, Markdown and HTML put the two languages; the first is the default."""


class PairWriter(Protocol):
    """Writes one document's pairs as they come, keeping none of them."""

    def begin(self, title: str, document: str) -> None:
        """Write what stands before the first pair; `document` is the pairs' own."""
        ...

    def write(self, pair: Pair) -> None:
        """Write one pair; pairs come in reading order."""
        ...

    def end(self) -> None:
        """Write what stands behind the last pair; the stream stays open."""
        ...


WriterFactory = Callable[[IO[str], str], PairWriter]
"""Makes a writer for (stream, layout)."""


def _from_module(name: str) -> WriterFactory:
    def make(stream: IO[str], layout: str) -> PairWriter:
        factory = import_module(f"reader.formats.{name}").make_writer
        return cast(WriterFactory, factory)(stream, layout)

    return make


WRITERS: dict[str, WriterFactory] = {
    name: _from_module(name) for name in ("text", "html", "markdown", "jsonl", "tsv")
}
SUFFIXES = {
    "text": "txt",
    "html": "html",
    "markdown": "md",
    "jsonl": "jsonl",
    "tsv": "tsv",
}
"""Format name: the suffix of its files, without a dot."""


def open_writer(name: str, stream: IO[str], layout: str = SIDE_BY_SIDE) -> PairWriter:
    """Return a writer of the format `name` onto `stream`.

    `stream` takes line ends as they are given (`newline=""`). Formats without a
    layout ignore it.

    Raises:
        SettingsError: there is no such format or layout.
    """
    if name not in WRITERS:
        raise SettingsError(
            f"there is no format named {name!r}",
            f"use one of: {', '.join(WRITERS)}",
        )
    if layout not in LAYOUTS:
        raise SettingsError(
            f"there is no layout named {layout!r}",
            f"use one of: {', '.join(LAYOUTS)}",
        )
    return WRITERS[name](stream, layout)


def format_of(path: Path) -> str:
    """Return the format that a file's name asks for, as in "a.txt.html": "html".

    Raises:
        SettingsError: the suffix belongs to no format.
    """
    for name, suffix in SUFFIXES.items():
        if path.suffix.lower() == f".{suffix}":
            return name
    raise SettingsError(
        f"no format has the suffix {path.suffix!r}",
        f"use one of: {', '.join('.' + suffix for suffix in SUFFIXES.values())}",
    )
