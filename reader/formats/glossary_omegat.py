"""OmegaT's glossaries: German, English and a comment, separated by tabs.

No header line; lines that begin with "#" are comments. OmegaT reads the cells as
they stand, quotation marks included, so nothing is quoted or escaped. Further English
forms are further lines with the same German.

The format: https://omegat.sourceforge.io/manual-standard/en/appendix.glossaries.html
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from reader.core.documents import fold_blanks
from reader.core.glossary.problems import Problem
from reader.core.glossary.terms import Term
from reader.formats.glossary_flat import (
    FlatRow,
    Holds,
    choose_terms,
    flat_note,
    group_rows,
)
from reader.formats.glossary_rows import ReadGlossary

_HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
_HOLDS = Holds(
    "an OmegaT glossary",
    frozenset(("targets", "note")),
    can_begin=lambda source: not source.startswith("#"),
)


def read_omegat(text: str, path: Path) -> ReadGlossary:
    """Return the entries of a file; `path` stands in messages."""
    rows: list[FlatRow] = []
    problems: list[Problem] = []
    for line, content in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if content.startswith("#") or not content.strip():
            continue
        cells = [fold_blanks(cell) for cell in content.split("\t")]
        source, target, note = (*cells, "", "")[:3]
        if source and target:
            rows.append(FlatRow(line, source, target, note=note))
        else:
            problems.append(
                Problem(
                    path,
                    line,
                    "bad-line",
                    "there is no German with its English, separated by a tab",
                    hint="German, a tab, English, and perhaps a tab and a comment",
                )
            )
    return ReadGlossary(tuple(group_rows(rows)), tuple(problems))


def write_omegat(stream: IO[str], terms: Iterable[Term]) -> list[str]:
    """Write a file in UTF-8; return what it has no place for."""
    kept, notices = choose_terms(terms, _HOLDS)
    stream.write(_HEAD)
    for term in kept:
        for at, target in enumerate(term.targets):
            note = flat_note(term) if at == 0 else ""
            cells = (term.source, target, note) if note else (term.source, target)
            stream.write("\t".join(cells) + "\n")
    return notices
