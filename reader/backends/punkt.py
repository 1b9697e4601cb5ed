"""Sentence ends as NLTK's Punkt finds them, with German parameters of our own.

Owns loading the parameters that ship beside this file; `reader.training.punkt`
makes them, and `reader.core.sentences` corrects what Punkt gets wrong in German.
NLTK's own data is a separate download and is never asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TextIO

from reader.backends.nltk_parts import import_part
from reader.core.interfaces import BoundaryFinder
from reader.errors import PackageError

PARAMETERS_NAME = "punkt_de.txt"

_LONGEST_PIECE = 10_000
_SEAM_REACH = 2_000
_SEAM = re.compile(r"\w\s(?=\w)")


@dataclass(frozen=True, slots=True)
class Parameters:
    """What Punkt learns from text; words are in lower case, without their stop."""

    abbreviations: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    """Pairs of words around a stop that does not end a sentence."""
    starters: frozenset[str]
    """Words that are frequent at the beginning of a sentence."""
    spellings: Mapping[str, int]
    """Word → NLTK's flags of where it was seen capitalized and where not."""


def write_parameters(parameters: Parameters, stream: TextIO) -> None:
    """Write `parameters` as the text that `read_parameters` reads."""
    pairs = sorted(" ".join(pair) for pair in parameters.collocations)
    _write_section(stream, "abbreviations", sorted(parameters.abbreviations))
    _write_section(stream, "collocations", pairs)
    _write_section(stream, "starters", sorted(parameters.starters))
    for flags in sorted(set(parameters.spellings.values())):
        words = [w for w, f in parameters.spellings.items() if f == flags]
        _write_section(stream, f"spellings {flags}", sorted(words))


def read_parameters(lines: Iterable[str]) -> Parameters:
    """Return the parameters of a file: `[section]` lines, then one entry a line.

    Raises:
        PackageError: the file is damaged.
    """
    sections: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in lines:
        entry = line.rstrip("\n")
        if entry.startswith("[") and entry.endswith("]") and len(entry) > 2:
            entries = sections.setdefault(entry[1:-1], [])
        elif entry:
            entries.append(entry)
    try:
        return Parameters(
            abbreviations=frozenset(sections["abbreviations"]),
            collocations=frozenset(_pairs(sections["collocations"])),
            starters=frozenset(sections["starters"]),
            spellings={
                word: int(name.removeprefix("spellings "))
                for name, words in sections.items()
                if name.startswith("spellings ")
                for word in words
            },
        )
    except (KeyError, ValueError) as error:
        raise PackageError(
            f"the sentence splitter's parameters are damaged: {error!r}",
            "install zwiesprache again",
        ) from error


@cache
def load_parameters() -> Parameters:
    """Return the German parameters that ship with the package."""
    shipped = resources.files("reader.backends") / PARAMETERS_NAME
    with shipped.open(encoding="utf-8") as lines:
        return read_parameters(lines)


def load_boundaries() -> BoundaryFinder:
    """Return Punkt with the shipped German parameters, ready to split."""
    return build_boundaries(load_parameters())


def build_boundaries(parameters: Parameters) -> BoundaryFinder:
    """Return Punkt with `parameters`."""
    punkt = import_part("nltk.tokenize.punkt")
    learned = punkt.PunktParameters()
    learned.abbrev_types = set(parameters.abbreviations)
    learned.collocations = set(parameters.collocations)
    learned.sent_starters = set(parameters.starters)
    learned.ortho_context.update(parameters.spellings)
    tokenizer = punkt.PunktSentenceTokenizer(learned)

    def find_boundaries(text: str) -> list[int]:
        last = len(text.rstrip())
        return [
            start + end
            for start, piece in _cut_pieces(text)
            for _, end in tokenizer.span_tokenize(piece)
            if start + end < last and end < len(piece.rstrip())
        ]

    return find_boundaries


def _cut_pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield `text` in pieces that NLTK gets through, each with its offset.

    NLTK's expressions are quadratic on long stretches without blanks and give up after
    five seconds. A piece ends between two words of a sentence where it can.
    """
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        end = start + _LONGEST_PIECE
        seams = list(_SEAM.finditer(text, end - _SEAM_REACH, end))
        if seams:
            end = seams[-1].end()
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _write_section(stream: TextIO, name: str, entries: Iterable[str]) -> None:
    stream.write(f"[{name}]\n")
    stream.writelines(f"{entry}\n" for entry in entries)


def _pairs(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        first, second = entry.split(" ")
        yield first, second
