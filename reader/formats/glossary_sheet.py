"""A file of rows with a header line, cut into its lines and cells.

Owns which lines are rows, comments and blanks, and what a spreadsheet's quotation
marks mean. What the cells say is `reader.formats.glossary_rows`'s job. The lines are
kept as they stand, so that an editor can change one and leave all others alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import GlossaryError
from reader.formats.glossary_rows import COLUMNS

_MAX_JOINED = 50
"""Lines of one row at most; a cell may hold line breaks, but hardly so many."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place among the lines of the file, and its cells."""

    start: int
    """Index of its first line, from 0."""
    count: int
    """Number of lines, more than one where a quoted cell holds line breaks."""
    cells: list[str]
    error: str = ""
    """Why it cannot be read; then there are no cells."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file with its header understood."""

    lines: list[str]
    """Every line with its line end."""
    header: Row
    columns: list[str]
    """Names of the columns: ours in lower case, others as they stand."""
    rows: list[Row]
    """Without the header, comments and blank lines."""


def cut_sheet(text: str, path: Path, delimiter: str = "\t") -> Sheet:
    """Return the rows of a file.

    Raises:
        GlossaryError: there is no header line with the columns that we need.
    """
    lines = list(io.StringIO(text, newline=""))
    rows = iter_rows(lines, delimiter)
    header = next(rows, Row(0, 0, []))
    columns = [_name_column(cell) for cell in header.cells]
    _check_header(columns, header, path, delimiter)
    return Sheet(lines, header, columns, list(rows))


def iter_rows(
    lines: list[str], delimiter: str, has_comments: bool = True
) -> Iterator[Row]:
    """Yield the rows among `lines`; comments and blank lines are none."""
    at = 0
    while at < len(lines):
        line = lines[at].rstrip("\r\n")
        is_comment = has_comments and line.startswith(("#", '"#'))
        if is_comment or not line.strip():
            at += 1
            continue
        if '"' in line:
            row = _parse_quoted(lines, at, delimiter)
        else:
            row = Row(at, 1, line.split(delimiter))
        if row.error or row.cells[0] or any(cell.strip() for cell in row.cells):
            yield row
        at += row.count


def _parse_quoted(lines: list[str], start: int, delimiter: str) -> Row:
    """Return the row at `start`, taking further lines along as quotes ask for it.

    A quotation mark that somebody forgot must not swallow the lines below it: what
    does not end in a sound row of its own is one bad line.
    """
    for count in range(1, min(_MAX_JOINED, len(lines) - start) + 1):
        joined = "".join(lines[start : start + count]).rstrip("\r\n")
        try:
            (cells,) = csv.reader([joined], delimiter=delimiter, strict=True)
        except (csv.Error, ValueError) as error:
            if "unexpected end" in str(error):
                continue
            break
        if count > 1 and any(end in cells[0] for end in "\r\n"):
            break
        return Row(start, count, cells)
    return Row(start, 1, [], "a quotation mark is not closed, or not doubled")


def _name_column(cell: str) -> str:
    name = cell.strip()
    return name.lower() if name.lower() in COLUMNS else name


def _check_header(columns: list[str], header: Row, path: Path, delimiter: str) -> None:
    name = {"\t": "a tab", ",": "a comma", ";": "a semicolon"}[delimiter]
    wanted = delimiter.join(("source", "target"))
    for needed in ("source", "target"):
        if needed not in columns:
            raise GlossaryError(
                f"the header line has no column '{needed}'",
                f"make this the first line, with {name} between: {wanted}",
                path,
                header.start + 1,
            )
    for column in columns:
        if column and columns.count(column) > 1:
            raise GlossaryError(
                f"the header line has the column '{column}' twice",
                "give each column a name of its own",
                path,
                header.start + 1,
            )
