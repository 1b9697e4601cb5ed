"""Pairs as plain text for a terminal or a printer, 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import IO

from reader.core.controls import strip_controls
from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.formats import marks, writers
from reader.formats.columns import LineFiller, pad_cells, wrap_text

WIDTH = 80
_GAP = " │ "
_RULES = {Kind.TITLE: ("═", "═╪═"), Kind.HEADING: ("─", "─┼─")}
_INDENT = "    "


class TextWriter:
    """Writes two columns, or one language below the other, or English alone."""

    def __init__(self, stream: IO[str], layout: str, width: int = WIDTH) -> None:
        self._stream = stream
        self._layout = layout
        self._width = max(width, 20)
        self._column = (self._width - len(_GAP)) // 2
        self._block: marks.BlockKey | None = None
        self._kind: Kind | None = None
        self._filler = LineFiller(self._width)
        self._flags: set[str] = set()

    def begin(self, title: str, document: str) -> None:
        """Write nothing: the title is a pair of its own."""

    def write(self, pair: Pair) -> None:
        """Write one pair in the layout."""
        key = marks.block_key(pair)
        if key != self._block:
            self._end_block()
            if self._block is not None:
                self._stream.write("\n")
            self._block, self._kind = key, pair.sentence.kind
        elif self._layout == writers.INTERLEAVED:
            self._stream.write("\n")
        self._flags.update(pair.flags)
        source = strip_controls(pair.sentence.source)
        target = strip_controls(pair.target or "")
        mark = strip_controls(marks.mark_target(pair), keep="")
        if self._layout == writers.SIDE_BY_SIDE:
            self._write_columns(source, f"{target} {mark}")
        elif self._layout == writers.INTERLEAVED:
            self._write_lines(wrap_text(source, self._width))
            self._write_lines(wrap_text(f"{target} {mark}", self._width, _INDENT))
        else:
            shown = source if pair.target is None else target
            self._write_lines(self._filler.add(f"{shown} {mark}"))

    def end(self) -> None:
        """End the last block and explain the flags that were seen."""
        self._end_block()
        meanings = marks.list_meanings(self._flags)
        if meanings:
            self._stream.write("\n")
        for mark, meaning in meanings:
            self._stream.write(f"{mark} {meaning}\n")

    def _write_columns(self, source: str, target: str) -> None:
        for left, right in zip_longest(
            wrap_text(source, self._column),
            wrap_text(target, self._column),
            fillvalue="",
        ):
            line = pad_cells(left, self._column) + _GAP + right
            self._stream.write(line.rstrip() + "\n")

    def _end_block(self) -> None:
        """Write what is left of the block, and a rule below a title or heading."""
        self._write_lines(self._filler.finish())
        if self._kind not in _RULES:
            return
        line, crossing = _RULES[self._kind]
        if self._layout == writers.SIDE_BY_SIDE:
            rule = line * self._column + crossing + line * self._column
        else:
            rule = line * self._width
        self._stream.write(rule + "\n")

    def _write_lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._stream.write(line + "\n")


def make_writer(stream: IO[str], layout: str) -> writers.PairWriter:
    """Return a writer of plain text."""
    return TextWriter(stream, layout)
