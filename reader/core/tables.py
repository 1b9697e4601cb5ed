"""Rows of tables: between pipes, as Markdown has them, or between tabs.

Owns where the cells are. That a row is a block of its own is `reader.core.lines`'s
job, and that each cell is a sentence `reader.core.segmentation`'s.
"""

from __future__ import annotations

import re
from itertools import pairwise

_PIPE = re.compile(r"(?<!\\)\|")
_TABS = re.compile(r"[ \u00a0]*\t\s*")
_MARKER = re.compile(r"(?:\W|\(?\w{1,3}[.)])$")
_LONGEST_CELL = 80
"""Between tabs; a longer stretch is a paragraph that somebody has indented."""


def is_row(line: str) -> bool:
    r"""Say whether `line`, without white space around, is the row of a table.

    >>> is_row("| Modell | Preis |"), is_row("Anna\t32\tKöln")
    (True, True)
    >>> is_row("Start | Politik"), is_row("1.\tEinleitung")
    (False, False)
    """
    if len(line.splitlines()) != 1:
        return False
    if len(line) > 2 and line[0] == line[-1] == "|":
        return True
    cells = _TABS.split(line)
    if len(cells) < 2 or any(len(cell) > _LONGEST_CELL for cell in cells):
        return False
    return len(cells) > 2 or not _MARKER.match(cells[0])


def find_cells(row: str) -> list[tuple[int, int]]:
    r"""Return the spans of the cells in `row` and of the pipes between them.

    >>> row = "| Modell | Preis |"
    >>> [row[start:end] for start, end in find_cells(row)]
    ['|', 'Modell', '|', 'Preis', '|']
    """
    divider = _PIPE if row[0] == "|" else _TABS
    cuts = [0]
    for found in divider.finditer(row):
        cuts += found.span()
    cuts.append(len(row))
    spans = (_trim(row, start, end) for start, end in pairwise(cuts))
    return [(start, end) for start, end in spans if start < end]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    first = start + len(body) - len(body.lstrip())
    return first, first + len(body.strip())
