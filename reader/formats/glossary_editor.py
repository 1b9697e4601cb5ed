"""Changes in a glossary file of ours that leave every other line as it stands.

Owns order, comments and line ends. Writing the file, and which file it is, are the
service's job.
"""

from __future__ import annotations

from pathlib import Path

from reader.core.glossary.terms import Term, source_key
from reader.formats.glossary_rows import COLUMNS, RowError, write_cells
from reader.formats.glossary_sheet import Row, cut_sheet
from reader.formats.glossary_tsv import read_row, write_line

NEW_FILE = "\t".join(COLUMNS) + "\n"
"""What a glossary file without entries holds."""


class GlossaryEditor:
    """A file's text, changed entry by entry."""

    def __init__(self, text: str, path: Path) -> None:
        """Take a file apart.

        Raises:
            GlossaryError: there is no header line with the columns that we need.
        """
        sheet = cut_sheet(text, path)
        self._lines = sheet.lines
        self._header = sheet.header
        self._columns = sheet.columns
        header_line = sheet.lines[sheet.header.start]
        self._line_end = header_line[len(header_line.rstrip("\r\n")) :] or "\n"
        self._rows: dict[str, list[tuple[Row, Term]]] = {}
        for row in sheet.rows:
            try:
                self._remember(row, read_row(row, sheet.columns))
            except RowError:
                # A bad line is none of our entries; it stays.
                continue

    @property
    def text(self) -> str:
        """The file as it stands now."""
        return "".join(self._lines)

    def find(self, source: str) -> list[Term]:
        """Return the entries with this German, in the order of the file."""
        return [term for _, term in self._rows.get(source_key(source), [])]

    def add(self, term: Term) -> None:
        """Write an entry behind the last line."""
        if self._lines and not self._lines[-1].endswith(("\n", "\r")):
            self._lines[-1] += self._line_end
        cells = write_cells(term)
        self._widen_header(cells)
        self._lines.append(write_line(cells, self._columns) + self._line_end)
        self._remember(Row(len(self._lines) - 1, 1, []), term)

    def replace(self, old: Term, new: Term) -> None:
        """Write `new` where `old`, an entry that `find` returned, stands."""
        row = self._forget(old)
        cells = write_cells(new)
        self._widen_header(cells)
        line = write_line(cells, self._columns)
        # Cells without a column name, and those behind the last one, stay.
        unnamed = [column for column in self._columns if not column]
        if unnamed or len(row.cells) > len(self._columns):
            line = self._merge_cells(row, cells)
        self._set_line(row, line)
        self._remember(row, new)

    def remove(self, term: Term) -> None:
        """Take away the lines of an entry that `find` returned."""
        row = self._forget(term)
        for at in range(row.start, row.start + row.count):
            self._lines[at] = ""

    def _remember(self, row: Row, term: Term) -> None:
        self._rows.setdefault(source_key(term.source), []).append((row, term))

    def _forget(self, term: Term) -> Row:
        found = self._rows[source_key(term.source)]
        at = next(at for at, (_, known) in enumerate(found) if known is term)
        return found.pop(at)[0]

    def _set_line(self, row: Row, line: str) -> None:
        last = self._lines[row.start + row.count - 1]
        self._lines[row.start] = line + last[len(last.rstrip("\r\n")) :]
        for at in range(row.start + 1, row.start + row.count):
            self._lines[at] = ""

    def _merge_cells(self, row: Row, cells: dict[str, str]) -> str:
        named = [
            cells.get(column, "") if column else old
            for column, old in zip(self._columns, self._pad(row), strict=False)
        ]
        merged = named + row.cells[len(self._columns) :]
        names = [str(at) for at in range(len(merged))]
        return write_line(dict(zip(names, merged, strict=True)), names)

    def _pad(self, row: Row) -> list[str]:
        return row.cells + [""] * (len(self._columns) - len(row.cells))

    def _widen_header(self, cells: dict[str, str]) -> None:
        """Name the columns that an entry needs and the file has not."""
        missing = [
            name for name, cell in cells.items() if cell and name not in self._columns
        ]
        if missing:
            line = self._lines[self._header.start].rstrip("\r\n")
            self._columns += missing
            self._lines[self._header.start] = (
                "\t".join((line, *missing)) + self._line_end
            )
