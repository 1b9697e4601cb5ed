"""Lines of a given width on a terminal, where "ü" takes one cell and "漢" two."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells, set_cell_size


class LineFiller:
    """Fills lines with words, one text after the other; keeps one line only."""

    def __init__(self, width: int, indent: str = "") -> None:
        self._width = max(width - len(indent), 2)
        self._indent = indent
        self._line = ""
        self._used = 0

    def add(self, text: str) -> Iterator[str]:
        """Yield the lines that the words of `text` make full."""
        for word in text.split():
            pieces = [word]
            if cell_len(word) > self._width:
                pieces = chop_cells(word, self._width)
            for piece in pieces:
                length = cell_len(piece)
                if self._line and self._used + 1 + length > self._width:
                    yield from self.finish()
                blank = " " if self._line else ""
                self._line += blank + piece
                self._used += len(blank) + length
                if piece is not pieces[-1]:
                    yield from self.finish()

    def finish(self) -> Iterator[str]:
        """Yield the last line, if there is one; the next text begins a new one."""
        if self._line:
            yield self._indent + self._line
        self._line, self._used = "", 0


def wrap_text(text: str, width: int, indent: str = "") -> list[str]:
    """Return `text` in lines of at most `width` cells; long words are broken.

    >>> wrap_text("Die Straßenbahn fährt", 12)
    ['Die', 'Straßenbahn', 'fährt']
    """
    filler = LineFiller(width, indent)
    lines: list[str] = []
    for part in text.split("\n"):
        lines += filler.add(part)
        lines += filler.finish()
    return lines


def pad_cells(text: str, width: int) -> str:
    """Return `text` with blanks up to `width` cells."""
    return set_cell_size(text, width)
