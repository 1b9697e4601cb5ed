"""Glossaries with commas: ours with a header line, and DeepL's without one.

Ours has the rows of `reader.formats.glossary_tsv`. DeepL's has the German and the
English as they stand, then perhaps the two languages; a cell there is nobody's
formula, so it has no apostrophe either. A semicolon, which a German spreadsheet
writes, is read as well.

DeepL's format: https://developers.deepl.com/docs/customize/managing-glossaries
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from reader.core.documents import fold_blanks
from reader.core.glossary.problems import Problem
from reader.core.glossary.terms import Term
from reader.formats.glossary_flat import FlatRow, Holds, choose_terms, group_rows
from reader.formats.glossary_rows import COLUMNS, ReadGlossary, write_cells
from reader.formats.glossary_sheet import cut_sheet, iter_rows
from reader.formats.glossary_tsv import read_sheet

_HOLDS = Holds("DeepL's CSV")
_QUOTED = re.compile(r'"[^"]*"')
_HEADER_NAMES = frozenset(("source", "target"))


def read_glossary_csv(text: str, path: Path) -> ReadGlossary:
    """Return the entries of a file of either kind: the header line tells.

    Raises:
        GlossaryError: a header line that names only one of the columns that we need.
    """
    delimiter = _find_delimiter(text)
    first = next(iter_rows(list(io.StringIO(text, newline="")), delimiter), None)
    names = {cell.strip().lower() for cell in first.cells} if first else set()
    if names & _HEADER_NAMES:
        return read_sheet(cut_sheet(text, path, delimiter), path)
    return read_deepl(text, path)


def read_deepl(text: str, path: Path) -> ReadGlossary:
    """Return the entries of a file without a header line.

    A line that names other languages than German and English is a bad one.
    """
    rows: list[FlatRow] = []
    problems: list[Problem] = []
    lines = list(io.StringIO(text, newline=""))
    for row in iter_rows(lines, _find_delimiter(text), has_comments=False):
        cells = [fold_blanks(cell) for cell in row.cells]
        source, target, *languages = (*cells, "", "", "")[:4]
        if message := row.error or _judge(source, target, languages):
            problems.append(
                Problem(
                    path,
                    row.start + 1,
                    "bad-line",
                    message,
                    hint="German,English on each line",
                )
            )
        else:
            rows.append(FlatRow(row.start + 1, source, target))
    return ReadGlossary(tuple(group_rows(rows)), tuple(problems))


def _judge(source: str, target: str, languages: list[str]) -> str:
    """Return what is wrong with a line of DeepL's, "" for a good one."""
    if not source or not target:
        return "there is no German with its English"
    for wanted, said in zip(("de", "en"), languages, strict=True):
        if said and not said.lower().startswith(wanted):
            return f"it is in '{said}', not '{wanted}'"
    return ""


def _find_delimiter(text: str) -> str:
    """Return what separates the cells of the first line that has some."""
    for line in io.StringIO(text, newline=""):
        bare = _QUOTED.sub("", line)
        if not line.startswith("#") and ("," in bare or ";" in bare):
            return ";" if bare.count(";") > bare.count(",") else ","
    return ","


def write_glossary_csv(stream: IO[str], terms: Iterable[Term]) -> list[str]:
    """Write a header line and one line an entry; nothing is lost."""
    rows = [write_cells(term) for term in terms]
    columns = list(dict.fromkeys([*COLUMNS, *(name for row in rows for name in row)]))
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return []


def write_deepl(stream: IO[str], terms: Iterable[Term]) -> list[str]:
    """Write German and preferred English; return what there is no place for."""
    kept, notices = choose_terms(terms, _HOLDS)
    # All in quotation marks: else a semicolon might be taken for what separates.
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerows((term.source, term.target) for term in kept)
    return notices
