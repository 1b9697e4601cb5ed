r"""A glossary entry as the named cells of a row, as in our TSV and CSV files.

Owns what each cell means and how it is spelled. Cutting a file into rows is
`reader.formats.glossary_sheet`'s job.

- `source` is the German, `target` the English forms separated by `|`, the preferred
  one first. A name to keep needs no target, nor does an entry that is switched off.
- In every cell `\t \n \r \\` and `\u001b` stand for what no cell can hold, and an
  apostrophe in front for a cell that a spreadsheet would take for a formula (see
  `reader.formats.tsv`). In a target, `\|` is a bar that separates nothing. A source
  that begins with "#" is written `\u0023…`, since a line with "#" is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from reader.core.controls import escape_controls, unescape_controls
from reader.core.glossary.problems import Problem
from reader.core.glossary.terms import PARTS_OF_SPEECH, Case, Match, Term, Usage
from reader.formats.tsv import decode_cell, guard_formula, unguard_formula

COLUMNS = ("source", "target", "pos", "usage", "case", "match", "domain", "note")

_KNOWN = frozenset(COLUMNS)
_TOKEN = re.compile(r"\\.|\||[^\\|]+|\\", re.DOTALL)
_USAGES = {str(usage): usage for usage in Usage}
_CASES = {str(case): case for case in Case}
_MATCHES = {str(match): match for match in Match}
_PARTS = {part: part for part in ("", *PARTS_OF_SPEECH)}
_Choice = TypeVar("_Choice", bound=str | StrEnum)


class RowError(ValueError):
    """A row that is no entry: what is wrong, and what to type instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class ReadGlossary:
    """What a file holds: its entries with their lines, and what is wrong with it."""

    entries: tuple[tuple[Term, int], ...]
    problems: tuple[Problem, ...] = ()


def read_term(cells: Mapping[str, str]) -> Term:
    """Return the entry that the cells of a row say, by column name.

    Raises:
        RowError: it has no German or no English, or says something unknown.
    """
    source = _read_text(cells["source"])
    if not source:
        raise RowError("there is no German", "fill in the column 'source'")
    usage = _choose("usage", cells.get("usage", ""), _USAGES, Usage.PREFERRED)
    targets = split_targets(cells["target"])
    if not targets and usage is Usage.KEEP:
        targets = (source,)
    if not targets and usage is not Usage.OFF:
        raise RowError(
            f"'{source}' has no English",
            "fill in the column 'target', or 'keep' or 'off' as its usage",
        )
    return Term(
        source,
        targets,
        _choose("pos", cells.get("pos", ""), _PARTS, ""),
        usage,
        _choose("case", cells.get("case", ""), _CASES, Case.AUTO),
        _choose("match", cells.get("match", ""), _MATCHES, Match.LEMMA),
        _read_text(cells.get("domain", "")),
        _read_text(cells.get("note", "")),
        () if cells.keys() <= _KNOWN else tuple(_read_extra(cells)),
    )


def _read_extra(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, cell in cells.items():
        if name not in _KNOWN and (text := _read_text(cell)):
            yield name, text


def write_cells(term: Term) -> dict[str, str]:
    """Return the cells of an entry by column name; the inverse of `read_term`.

    The cells are not yet quoted. What an entry leaves open is an empty cell.
    """
    texts = {
        "pos": term.pos,
        "usage": "" if term.usage is Usage.PREFERRED else str(term.usage),
        "case": "" if term.case is Case.AUTO else str(term.case),
        "match": "" if term.match is Match.LEMMA else str(term.match),
        "domain": term.domain,
        "note": term.note,
        **dict(term.extra),
    }
    is_plain_name = term.usage is Usage.KEEP and term.targets == (term.source,)
    source = guard_formula(escape_controls(term.source))
    if source.startswith("#"):
        source = f"\\u{ord('#'):04x}{source[1:]}"
    return {
        "source": source,
        "target": "" if is_plain_name else join_targets(term.targets),
        **{name: guard_formula(escape_controls(text)) for name, text in texts.items()},
    }


def join_targets(targets: Sequence[str]) -> str:
    r"""Return English forms as one cell.

    >>> print(join_targets(["chip", "a|b"]))
    chip|a\|b
    """
    forms = (escape_controls(form).replace("|", "\\|") for form in targets)
    return guard_formula("|".join(forms))


def split_targets(cell: str) -> tuple[str, ...]:
    r"""Return the English forms of a cell without repetitions, the preferred first.

    >>> split_targets(r"computing power | compute|compute | a\|b")
    ('computing power', 'compute', 'a|b')
    """
    cell = unguard_formula(cell.strip())
    if "|" not in cell and "\\" not in cell:
        return (cell,) if cell else ()
    if "\\" in cell:
        pieces = [""]
        for token in _TOKEN.findall(cell):
            if token == "|":
                pieces.append("")
            else:
                pieces[-1] += "\\u007c" if token == "\\|" else token
        forms = [unescape_controls(piece.strip()).strip() for piece in pieces]
    else:
        forms = [form.strip() for form in cell.split("|")]
    return tuple(dict.fromkeys(form for form in forms if form))


def _read_text(cell: str) -> str:
    text = cell.strip()
    # Nearly every cell stands as it is, and a glossary has a hundred thousand.
    if "\\" not in text and not text.startswith("'"):
        return text
    return decode_cell(text).strip()


def _choose(
    column: str, cell: str, choices: Mapping[str, _Choice], default: _Choice
) -> _Choice:
    if not cell or not (name := cell.strip().lower()):
        return default
    if name not in choices:
        near = get_close_matches(name, choices, 1)
        known = ", ".join(choice for choice in choices if choice)
        raise RowError(
            f"the {column} '{cell.strip()}' is unknown",
            f"did you mean '{near[0]}'?" if near else f"one of: {known}",
        )
    return choices[name]
