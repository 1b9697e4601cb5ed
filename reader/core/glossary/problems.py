"""What can be wrong with a glossary: one record for readers, lint and messages.

Owns the record. Finding the problems of single lines is the job of the readers in
`reader.formats`, finding those between entries `reader.core.glossary.lint`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The line is left out, or the entry cannot do what it says."""
    WARNING = "warning"
    """It works, but hardly as it was meant."""
    INFO = "info"
    """Good to know; no reason for a check to fail."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one entry that a person should look at."""

    path: Path | None
    line: int | None
    """Of the file, counted from 1."""
    kind: str
    """One of `KINDS`."""
    message: str
    severity: Severity = Severity.ERROR
    hint: str = ""
    """What to type next."""


KINDS = {
    "bad-line": "a line that cannot be read; it is left out",
    "bad-cell": "a cell that says something unknown, or holds what no cell should",
    "duplicate": "the same entry twice in a file",
    "conflict": "one German entry with different English in a file",
    "override": "an entry that replaces one of an earlier layer",
    "chain": "English that another entry takes for German",
    "never": "an entry that can never be found",
    "forbidden": "English that is forbidden and asked for",
}
"""Kinds of problems, and what they mean."""
