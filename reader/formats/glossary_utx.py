"""UTX 1.11, the term lists of the Asia-Pacific Association for Machine Translation.

The first line names the languages, the last one that begins with "#" before the
entries names the columns: `#src`, `tgt`, `src:pos` and, where wanted, `term status`,
a comment and others. Cells are separated by tabs and stand as they are; the line end
is CRLF. Further English forms are further lines: the preferred one is "approved",
those that are accepted besides are "provisional".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from reader.core.documents import fold_blanks
from reader.core.glossary.problems import Problem
from reader.core.glossary.terms import Term, Usage
from reader.errors import GlossaryError
from reader.formats.glossary_flat import (
    FlatRow,
    Holds,
    choose_terms,
    flat_note,
    group_rows,
)
from reader.formats.glossary_rows import ReadGlossary

_HOLDS = Holds(
    "UTX",
    frozenset(("targets", "pos", "note")),
    forbidden=True,
    can_begin=lambda source: not source.startswith("#"),
)
_COLUMNS = ("src", "tgt", "src:pos", "term status", "src:comment")
_PARTS = {
    "noun": "noun",
    "name": "properNoun",
    "verb": "verb",
    "adjective": "adjective",
    "adverb": "adverb",
    "phrase": "sentence",
}
_OURS = {theirs.lower(): ours for ours, theirs in _PARTS.items()}
_NONE = "-"
_RANKS = {"preferred": 0, "approved": 0, "": 1, "provisional": 2, "non-standard": 3}
_FORBIDDEN = frozenset(("forbidden", "rejected"))
_LANGUAGES = re.compile(r"([A-Za-z]{2,3})(?:-\w+)*\s*/\s*([A-Za-z]{2,3})(?:-\w+)*")


def read_utx(text: str, path: Path) -> ReadGlossary:
    """Return the entries of a file; `path` stands in messages.

    Raises:
        GlossaryError: it is not UTX, or not from German to English.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    columns, at = _read_header(lines, path)
    rows: list[FlatRow] = []
    problems: list[Problem] = []
    for line, content in enumerate(lines[at:], at + 1):
        if content.startswith("#") or not content.strip():
            continue
        try:
            rows.append(_read_row(line, content, columns))
        except ValueError as error:
            problems.append(
                Problem(
                    path,
                    line,
                    "bad-line",
                    str(error),
                    hint="German, English and part of speech, separated by tabs",
                )
            )
    return ReadGlossary(tuple(group_rows(rows)), tuple(problems))


def _read_header(lines: list[str], path: Path) -> tuple[list[str], int]:
    """Return the names of the columns, and the index of the line behind them."""
    if not lines[0].upper().startswith("#UTX"):
        raise GlossaryError(
            "a UTX file begins with '#UTX'",
            "the first line should be like: #UTX 1.11; de/en;",
            path,
            1,
        )
    languages = _LANGUAGES.search(lines[0])
    if languages and (languages[1].lower(), languages[2].lower()) != ("de", "en"):
        raise GlossaryError(
            f"it is from '{languages[1]}' to '{languages[2]}', not from 'de' to 'en'",
            "export it again from German to English",
            path,
            1,
        )
    for at, line in enumerate(lines):
        if not line.startswith("#"):
            break
        columns = [name.strip(" #").lower() for name in line.split("\t")]
        if columns[:2] == ["src", "tgt"]:
            return columns, at + 1
    raise GlossaryError(
        "no header line names the columns",
        "write this line before the entries, with tabs between: #src tgt src:pos",
        path,
        1,
    )


def _read_row(line: int, content: str, columns: list[str]) -> FlatRow:
    texts = [fold_blanks(cell) for cell in content.split("\t")]
    cells = dict(zip(columns, texts, strict=False))
    source, target = cells.get("src", ""), cells.get("tgt", "")
    if not source or not target:
        raise ValueError("there is no German with its English")
    status = cells.get("term status", "").lower()
    if status not in _RANKS and status not in _FORBIDDEN:
        raise ValueError(f"the term status '{status}' is unknown")
    pos = cells.get("src:pos", "").lower()
    comments = (cells.get(f"{side}comment", "") for side in ("", "src:", "tgt:"))
    return FlatRow(
        line,
        source,
        target,
        _OURS.get(pos, ""),
        "; ".join(dict.fromkeys(comment for comment in comments if comment)),
        status in _FORBIDDEN,
        _RANKS.get(status, 0),
    )


def write_utx(stream: IO[str], terms: Iterable[Term]) -> list[str]:
    """Write a file in UTF-8; return what it has no place for."""
    kept, notices = choose_terms(terms, _HOLDS)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    stream.write(f"#UTX 1.11; de/en; {now}; copyright: unknown; license: unknown\r\n")
    stream.write("#" + "\t".join(_COLUMNS) + "\r\n")
    for term in kept:
        for at, target in enumerate(term.targets):
            status = "provisional" if at else "approved"
            if term.usage is Usage.FORBIDDEN:
                status = "forbidden"
            note = flat_note(term) if at == 0 else ""
            pos = _PARTS.get(term.pos, _NONE)
            cells = (term.source, target, pos, status, note)
            stream.write("\t".join(cells) + "\r\n")
    return notices
