"""The gold files for terms: German sentences with marks, English ones with braces.

Owns reading them; README.md beside this file says what the marks mean, and
`tests.gold.terms.scoring` compares.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.glossary.hits import Span
from reader.core.glossary.terms import Case, Match, Term, Usage
from reader.core.normalize import normalize_source

GOLD_DIR = Path(__file__).parent

_MARK = re.compile(r"\{|\|(?P<label>[^|{}]*(?:\|[^|{}]*)*)\}|(?P<bare>\})")
_LABEL = re.compile(r"(?P<sign>[!?]?)(?P<source>[^#]*)(?:#(?P<number>\d))?")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class GoldHit:
    """One place of a sentence that an entry must claim."""

    source: str
    """The entry's citation form."""
    start: int
    end: int
    rest: tuple[Span, ...] = ()
    """The further stretches, in the order of the text."""
    is_forbidden: bool = False
    """True for the entry whose English must not be used."""


@dataclass(frozen=True, slots=True)
class GoldCandidate:
    """One part of a closed compound that is only reported."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One German sentence and everything that must be found in it."""

    kind: str
    text: str
    """As the matcher gets it: normalised, without marks."""
    written: str
    """As it stands in an article, soft hyphens included."""
    hits: tuple[GoldHit, ...]
    candidates: tuple[GoldCandidate, ...]
    comment: str
    line: int
    """Where it stands in `sentences.txt`, counted from 1."""


@dataclass(frozen=True, slots=True)
class EnglishRow:
    """One English sentence and where an entry's English stands in it."""

    source: str
    """The entry's citation form."""
    kind: str
    text: str
    spans: tuple[Span, ...]
    """Every place of an accepted (or, for a forbidden entry, refused) form."""
    is_forbidden: bool
    needed: int
    """How often the German has the term."""
    line: int

    @property
    def is_obeyed(self) -> bool:
        """Whether a translation like this one satisfies the entry."""
        return not self.spans if self.is_forbidden else len(self.spans) >= self.needed


@dataclass(slots=True)
class _Marks:
    """The state of taking the marks off one sentence."""

    text: str = ""
    open_at: list[int] = field(default_factory=list)
    hits: list[tuple[GoldHit, str]] = field(default_factory=list)
    rests: dict[str, list[Span]] = field(default_factory=dict)
    candidates: list[GoldCandidate] = field(default_factory=list)

    def close(self, label: str) -> None:
        start, end = self.open_at.pop(), len(self.text)
        if label.startswith("+"):
            for number in label[1:].split("+"):
                self.rests.setdefault(number, []).append((start, end))
            return
        said = _LABEL.fullmatch(label)
        if said is None:
            raise ValueError(f"not a label: {label}")
        source = said["source"] or self.text[start:end]
        if said["sign"] == "?":
            self.candidates.append(GoldCandidate(source, start, end))
            return
        hit = GoldHit(source, start, end, (), said["sign"] == "!")
        self.hits.append((hit, said["number"] or ""))

    def finish(self) -> tuple[tuple[GoldHit, ...], tuple[GoldCandidate, ...]]:
        if self.open_at:
            raise ValueError(f"a mark is left open: {self.text}")
        used = {number for _, number in self.hits if number}
        if used != set(self.rests):
            raise ValueError(f"numbers do not match: {self.text}")
        hits = [
            GoldHit(
                hit.source,
                hit.start,
                hit.end,
                tuple(sorted(self.rests[number])) if number else (),
                hit.is_forbidden,
            )
            for hit, number in self.hits
        ]
        hits.sort(key=lambda hit: (hit.start, hit.end, hit.is_forbidden))
        return tuple(hits), tuple(sorted(self.candidates, key=lambda c: c.start))


def read_glossary() -> list[Term]:
    """Return the gold glossary; the seam to the shipped reader is tested there."""
    path = GOLD_DIR / "glossary.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Term(
                source=row["source"],
                targets=tuple(row["target"].split("|")),
                pos=row["pos"],
                usage=Usage(row["usage"] or "preferred"),
                case=Case(row["case"] or "auto"),
                match=Match(row["match"] or "lemma"),
                domain=row["domain"],
                note=row["note"],
            )
            for row in rows
        ]


def read_rows() -> list[Row]:
    """Return every German row, in the order of the file."""
    rows: list[Row] = []
    kind = ""
    lines = (GOLD_DIR / "sentences.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("= "):
            kind = line[2:]
        elif line and not line.startswith("#"):
            rows.append(parse_row(line, kind, number))
    return rows


def parse_row(line: str, kind: str = "", number: int = 0) -> Row:
    """Return the sentence of `line` without its marks, and what they said."""
    marked, _, comment = line.partition(" // ")
    marked = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), marked)
    text, hits, candidates = _take_marks_off(normalize_source(marked))
    written = _take_marks_off(marked)[0]
    return Row(kind, text, written, hits, candidates, comment, number)


def _take_marks_off(
    marked: str,
) -> tuple[str, tuple[GoldHit, ...], tuple[GoldCandidate, ...]]:
    marks, done = _Marks(), 0
    for mark in _MARK.finditer(marked):
        marks.text += marked[done : mark.start()]
        done = mark.end()
        if mark[0] == "{":
            marks.open_at.append(len(marks.text))
        else:
            marks.close(mark["label"] or "")
    marks.text += marked[done:]
    return marks.text, *marks.finish()


def read_english_rows() -> list[EnglishRow]:
    """Return every English row, in the order of the file."""
    rows: list[EnglishRow] = []
    lines = (GOLD_DIR / "english.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[1:], 2):
        source, kind, needed, marked = line.split("\t")
        text, spans, done = "", [], 0
        for found in re.finditer(r"\{([^{}]*)\}", marked):
            text += marked[done : found.start()]
            spans.append((len(text), len(text) + len(found[1])))
            text += found[1]
            done = found.end()
        text += marked[done:]
        rows.append(
            EnglishRow(
                source.removeprefix("!"),
                kind,
                text,
                tuple(spans),
                source.startswith("!"),
                int(needed),
                number,
            )
        )
    return rows
