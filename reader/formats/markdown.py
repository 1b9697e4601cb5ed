r"""Pairs as Markdown: tables of two columns, or one language below the other.

Owns the escape: whatever a sentence holds, CommonMark and GitHub's tables show it as
it stands. No character of a sentence can begin a tag, a link, a table cell or a list.
"""

from __future__ import annotations

import re
from typing import IO

from reader.core.controls import strip_controls
from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.formats import marks, writers

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
# A backslash in a bare address keeps it from becoming a link with other backslashes.
_ADDRESS = re.compile(r"(?i)(?<=\w)(:)(?=//)|(?<=www)(\.)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(?:([#+=:>-])|(\d{1,9})([.)]))")
_BULLET = re.compile(r"^[•·▪‣*+–-]\s+")
_HEADINGS = {Kind.TITLE: "# ", Kind.HEADING: "## "}


def escape_markdown(text: str) -> str:
    r"""Return `text` so that Markdown shows it as it stands, in a cell or a line.

    >>> print(escape_markdown("a|b *c* <b>\n[d]"))
    a\|b \*c\* &lt;b><br>\[d\]
    """
    text = strip_controls(text).strip()
    text = _SPECIAL.sub(r"\\\g<0>", text)
    text = _ADDRESS.sub(r"\\\g<0>", text)
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    return "<br>".join(" ".join(line.split()) for line in text.split("\n"))


def _escape_line(text: str) -> str:
    r"""Escape a text that stands at the beginning of a line.

    >>> print(_escape_line("16. Februar"), _escape_line("# eins"))
    16\. Februar \# eins
    """
    return _LINE_START.sub(
        lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", escape_markdown(text)
    )


class MarkdownWriter:
    """Writes Markdown as GitHub reads it (GFM)."""

    def __init__(self, stream: IO[str], layout: str) -> None:
        self._stream = stream
        self._layout = layout
        self._block: marks.BlockKey | None = None
        self._is_table = False
        self._flags: set[str] = set()

    def begin(self, title: str, document: str) -> None:
        """Write nothing: the title is a pair of its own."""

    def write(self, pair: Pair) -> None:
        """Write one pair in the layout."""
        key = marks.block_key(pair)
        is_new = key != self._block
        is_first = self._block is None
        self._block = key
        self._flags.update(pair.flags)
        source = pair.sentence.source
        target = source if pair.target is None else pair.target
        mark = escape_markdown(marks.mark_target(pair))
        if self._layout == writers.SIDE_BY_SIDE:
            if pair.sentence.kind not in _HEADINGS:
                self._write_row(pair, mark, is_first, is_new)
                return
        self._is_table = False
        if self._layout == writers.TARGET and not is_new:
            self._stream.write(_join(" " + escape_markdown(target), mark))
            return
        self._stream.write("" if is_first else "\n\n")
        if self._layout != writers.TARGET:
            self._stream.write(f"> {_escape_line(source)}\n\n")
            target = pair.target or ""
        start = _start_of(pair.sentence.kind)
        if start == "- ":
            target = _BULLET.sub("", target)
        self._stream.write(_join(start + _escape_line(target), mark))

    def end(self) -> None:
        """End the last line and explain the flags that were seen."""
        if self._block is not None:
            self._stream.write("\n")
        for mark, meaning in marks.list_meanings(self._flags):
            self._stream.write(f"\n{escape_markdown(mark)} {meaning}\n")

    def _write_row(self, pair: Pair, mark: str, is_first: bool, is_new: bool) -> None:
        """Write a table row; an empty one stands between two blocks."""
        if not self._is_table:
            self._stream.write("" if is_first else "\n\n")
            self._stream.write("| Deutsch | English |\n| --- | --- |")
            self._is_table = True
        elif is_new:
            self._stream.write("\n| | |")
        source = escape_markdown(pair.sentence.source)
        target = _join(escape_markdown(pair.target or ""), mark)
        self._stream.write(f"\n| {source} | {target} |")


def _start_of(kind: Kind) -> str:
    return "- " if kind is Kind.LIST else _HEADINGS.get(kind, "")


def _join(text: str, mark: str) -> str:
    return f"{text} {mark}" if mark else text


def make_writer(stream: IO[str], layout: str) -> writers.PairWriter:
    """Return a writer of Markdown."""
    return MarkdownWriter(stream, layout)
