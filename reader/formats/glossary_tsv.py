"""Our own glossary files: tab-separated, for editors, spreadsheets and scripts.

One header line (`source`, `target` and, where wanted, `pos usage case match domain
note` and columns of one's own, in any order), then one line an entry. Lines that
begin with "#" are comments. The same rows with commas are our CSV. Changing a file
in place is `reader.formats.glossary_editor`'s job.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import Term
from reader.formats.glossary_rows import (
    COLUMNS,
    ReadGlossary,
    RowError,
    read_term,
    write_cells,
)
from reader.formats.glossary_sheet import Row, Sheet, cut_sheet
from reader.formats.tsv import quote_cell


def read_glossary_tsv(text: str, path: Path) -> ReadGlossary:
    """Return the entries of a file; `path` stands in messages.

    Raises:
        GlossaryError: there is no header line with the columns that we need.
    """
    return read_sheet(cut_sheet(text, path), path)


def read_sheet(sheet: Sheet, path: Path) -> ReadGlossary:
    """Return the entries of the rows; a bad row stops only itself."""
    entries: list[tuple[Term, int]] = []
    problems: list[Problem] = []
    width = len(sheet.columns)
    for row in sheet.rows:
        line = row.start + 1
        try:
            entries.append((read_row(row, sheet.columns), line))
        except RowError as error:
            problems.append(
                Problem(path, line, "bad-line", error.message, hint=error.hint)
            )
        else:
            if len(row.cells) > width or row.cells != [c.strip() for c in row.cells]:
                problems += _look_at_cells(row, sheet.columns, path)
    return ReadGlossary(tuple(entries), tuple(problems))


def read_row(row: Row, columns: list[str]) -> Term:
    """Return the entry of a row.

    Raises:
        RowError: it is none.
    """
    if row.error:
        raise RowError(row.error, 'write a cell with " in it as "…""…"')
    cells = row.cells
    if len(cells) < len(columns):
        # A spreadsheet leaves out empty cells at the end of a row.
        cells = cells + [""] * (len(columns) - len(cells))
    return read_term(dict(zip(columns, cells, strict=False)))


def _look_at_cells(row: Row, columns: list[str], path: Path) -> Iterable[Problem]:
    """Yield what is read all the same, but hardly as it was meant."""
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        yield Problem(
            path,
            row.start + 1,
            "bad-cell",
            f"there are {len(row.cells)} cells, and the header names {len(columns)}",
            Severity.WARNING,
            "name the further columns in the header line",
        )
    for column, cell in zip(columns, row.cells, strict=False):
        if cell != cell.strip():
            yield Problem(
                path,
                row.start + 1,
                "bad-cell",
                f"the {column} '{cell}' begins or ends with a blank",
                Severity.WARNING,
                "remove it; it is not part of the entry",
            )


def write_glossary_tsv(stream: IO[str], terms: Iterable[Term]) -> list[str]:
    """Write a header and one line an entry; nothing is lost, so nothing is told."""
    rows = [write_cells(term) for term in terms]
    columns = list(dict.fromkeys([*COLUMNS, *(name for row in rows for name in row)]))
    stream.write("\t".join(columns) + "\n")
    for row in rows:
        stream.write(write_line(row, columns) + "\n")
    return []


def write_line(cells: dict[str, str], columns: Iterable[str]) -> str:
    """Return one line without its end; empty cells behind the target are left out."""
    found = [quote_cell(cells.get(column, "")) for column in columns]
    while len(found) > 2 and not found[-1]:
        found.pop()
    return "\t".join(found)
