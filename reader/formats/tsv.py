r"""Pairs as tab-separated values, for spreadsheets and for people who correct there.

One header line, then one line a pair, as Excel's and Python's "excel-tab" dialects
have it: a cell that begins with a quotation mark stands in quotation marks. What no
cell may hold is escaped, and reading turns it back:

- tab, newline, carriage return and backslash: `\t \n \r \\`; other control
  characters, direction marks and lone surrogates: `\u001b`; an empty English
  sentence: `\e` (a cell with nothing in it means that there is none);
- a cell that a spreadsheet would take for a formula, which begins with = + - @ or
  one of their full-width forms, even behind blanks or apostrophes, gets one
  apostrophe in front. Numbers of ours (a score is negative) stay numbers.

Flags are separated by blanks, terms are JSON. Fields of a newer version (`extra`)
are left out.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from reader.core.controls import escape_controls, to_json, unescape_controls
from reader.core.pairs import SENTENCE_FIELDS, Pair
from reader.errors import DocumentError
from reader.formats import writers

COLUMNS = (
    *SENTENCE_FIELDS,
    *("target", "score", "engine", "flags", "edited", "terms"),
)
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠﹢﹣−﹦﹫]")
_YES = frozenset(("yes", "true", "1", "ja", "wahr"))
_EMPTY = "\\e"
_MAX_CELL = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class TargetEdit:
    """One row of a file that a person may have corrected."""

    row: int
    """Number of the row in the file, from 1, the header counted."""
    source: str
    target: str
    """As it stands in the row: perhaps corrected, perhaps as it was exported."""
    document: str = ""
    id: str = ""
    edited: bool = False
    """True when the row says that a person wrote the target."""


class TsvWriter:
    """Writes a header and one line a pair."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def begin(self, title: str, document: str) -> None:
        """Write the header line."""
        self._stream.write("\t".join(COLUMNS) + "\n")

    def write(self, pair: Pair) -> None:
        """Write one line."""
        record = pair.to_record()
        cells = {name: str(record[name]) for name in ("block", "sentence", "start")}
        cells["end"] = str(record["end"])
        cells["score"] = "" if pair.score is None else repr(pair.score)
        cells["edited"] = "yes" if pair.edited else "no"
        cells["target"] = encode_cell(pair.target or "")
        if pair.target == "":
            cells["target"] = _EMPTY
        cells["flags"] = encode_cell(" ".join(pair.flags))
        cells["terms"] = encode_cell(to_json(record["terms"])) if pair.terms else ""
        for name in ("document", "id", "kind", "source", "engine"):
            cells[name] = encode_cell(str(record[name]))
        self._stream.write("\t".join(cells[name] for name in COLUMNS) + "\n")

    def end(self) -> None:
        """Write nothing."""


def make_writer(stream: IO[str], layout: str) -> writers.PairWriter:
    """Return a writer of tab-separated values; they have no layout."""
    return TsvWriter(stream)


def encode_cell(text: str) -> str:
    r'''Return `text` as one cell that is no formula.

    >>> print(encode_cell("=1+1"), encode_cell("a\tb"))
    '=1+1 a\tb
    >>> print(encode_cell('"Ja", sagte sie.'))
    """Ja"", sagte sie."
    '''
    return quote_cell(guard_formula(escape_controls(text)))


def guard_formula(cell: str) -> str:
    """Return `cell` with an apostrophe in front if a spreadsheet would run it."""
    return "'" + cell if _FORMULA.match(cell) else cell


def quote_cell(cell: str) -> str:
    """Return `cell` in quotation marks if it begins with one."""
    return '"' + cell.replace('"', '""') + '"' if cell.startswith('"') else cell


def decode_cell(cell: str) -> str:
    """Return the text of a cell, as `csv` gives it; the inverse of `encode_cell`.

    >>> decode_cell("'=1+1")
    '=1+1'
    >>> decode_cell("'tis")
    "'tis"
    """
    if cell == _EMPTY:
        return ""
    return unescape_controls(unguard_formula(cell))


def unguard_formula(cell: str) -> str:
    """Return `cell` without the apostrophe of `guard_formula`."""
    is_guarded = cell.startswith("'") and _FORMULA.match(cell, 1)
    return cell[1:] if is_guarded else cell


def read_tsv(stream: IO[str]) -> Iterator[Pair]:
    """Yield the pairs of a stream that keeps line ends (`newline=""`).

    Raises:
        DocumentError: a column is missing, or a row is no pair.
    """
    for number, row in _read_rows(stream, COLUMNS):
        try:
            record = {name: decode_cell(row[name]) for name in COLUMNS}
            values = record | {
                "target": decode_cell(row["target"]) if row["target"] else None,
                "score": _read_score(record["score"]),
                "flags": record["flags"].split(),
                "edited": record["edited"].strip().lower() in _YES,
                "terms": json.loads(record["terms"] or "[]"),
            }
            yield Pair.from_record(values)
        except (DocumentError, ValueError, RecursionError) as error:
            raise DocumentError(
                f"row {number} is not a pair: {error}",
                "write pairs with 'reader translate --to tsv'",
            ) from error


def read_tsv_edits(stream: IO[str]) -> Iterator[TargetEdit]:
    """Yield what each row makes of its sentence; rows without English are left out.

    Only the columns `source` and `target` must be there, in any order, among any
    others. Which rows differ from what was exported, the caller knows. Decode the
    file with `reader.formats.plain.decode_text`: spreadsheets save UTF-16 or
    windows-1252 with CRLF, and quote cells as they like.

    Raises:
        DocumentError: a column is missing, or the file breaks off inside quotes.
    """
    for number, row in _read_rows(stream, ("source", "target")):
        source = decode_cell(row["source"].strip())
        target = decode_cell(row["target"].strip()).strip()
        if not target:
            continue
        if not source.strip():
            raise DocumentError(
                f"row {number} has a target and no source",
                "put the German sentence back, or remove the row",
            )
        yield TargetEdit(
            row=number,
            source=source,
            target=target,
            document=decode_cell(row.get("document", "")),
            id=decode_cell(row.get("id", "")),
            edited=row.get("edited", "").strip().lower() in _YES,
        )


def _read_score(cell: str) -> float | None:
    """Return a score; a German spreadsheet has made "-0,41" of "-0.41"."""
    return float(cell.replace(",", ".")) if cell.strip() else None


def _read_rows(
    stream: IO[str], needed: tuple[str, ...]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield (row number, cells by column) for each row that is not blank."""
    # One limit for the whole process; the library's own is 128 kB a cell.
    csv.field_size_limit(max(csv.field_size_limit(), _MAX_CELL))
    rows = csv.reader(stream, delimiter="\t", strict=True)
    try:
        header = [name.removeprefix("\ufeff").strip() for name in next(rows, [])]
        missing = [name for name in needed if name not in header]
        if missing:
            raise DocumentError(
                f"the header line has no column {missing[0]!r}",
                "separate the columns with tabs and keep the first line",
            )
        for number, cells in enumerate(rows, 2):
            if any(cell.strip() for cell in cells):
                # A spreadsheet leaves out empty cells at the end of a row.
                padded = cells + [""] * (len(header) - len(cells))
                yield number, dict(zip(header, padded, strict=False))
    except csv.Error as error:
        raise DocumentError(
            f"line {rows.line_num} is no tab-separated line: {error}",
            "save the sheet again as tab-separated text",
        ) from error
