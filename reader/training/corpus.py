"""The sentence pairs to learn from: which of the bitext, and which English for each.

Owns the filters and the choice. Each German sentence is learned once. Its English is
the machine's where there is one: literal, of one style, and whole. A person's is often
free, misaligned (newstest2014) or made from a third language, and it leaves things out,
which is learned within a few steps: with a third of such pairs the output became 3 %
shorter and lost "im Jahr 2008" and "während der Wahl" (FLORES dev).
"""

from __future__ import annotations

import csv
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.core.documents import fold_blanks
from reader.core.language import guess_language, looks_german
from reader.training.settings import CorpusSettings

HELD_OUT = ("flores", "newstest2021", "generaltest2022")
"""Sets that nobody may train on; the bitext has none of them, and must not."""
MISALIGNED = ("newstest2014",)
"""Sets whose human English belongs to other sentences."""
MACHINES = ("bergamot-base", "bergamot-base-memory")
CATALOGUE = "catalogue"
PEOPLE = ("human", "human-reversed", CATALOGUE)

# "on 25. July": a machine's German in its English.
_GERMAN_DATE = re.compile(
    r"\d(?:st|nd|rd|th)?\. (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)"
)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A German sentence, its English, and where they come from."""

    set: str
    origin: str
    source: str
    target: str


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the rows of the bitext.

    Raises:
        ValueError: it holds a set that is held out.
    """
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["set"].startswith(HELD_OUT):
                raise ValueError(f"{path} has rows of {row['set']}, which is held out")
            source, target = fold_blanks(row["source"]), fold_blanks(row["target"])
            yield Pair(row["set"], row["origin"], source, target)


def choose_pairs(rows: Iterable[Pair], settings: CorpusSettings) -> list[Pair]:
    """Return one good pair for each German sentence that has one."""
    by_source: dict[str, dict[str, Pair]] = {}
    for row in rows:
        if is_good(row, settings):
            key = row.source.casefold()
            by_source.setdefault(key, {}).setdefault(row.origin, row)
    return [_choose(found) for found in by_source.values()]


def is_good(pair: Pair, settings: CorpusSettings) -> bool:
    """Return whether a pair passes the filters."""
    if pair.set in MISALIGNED and pair.origin in PEOPLE:
        return False
    words = len(pair.source.split())
    fewest = settings.tatoeba_words if pair.set == "tatoeba" else settings.fewest_words
    ratio = len(pair.target) / max(len(pair.source), 1)
    return (
        fewest <= words <= settings.most_words
        and settings.least_ratio <= ratio <= settings.most_ratio
        and pair.source.casefold() != pair.target.casefold()
        and not _GERMAN_DATE.search(pair.target)
        and numbers_agree(pair.source, pair.target)
        and looks_german(pair.source)
        and guess_language(pair.target) in ("en", None)
    )


def numbers_agree(source: str, target: str) -> bool:
    """Return whether both sentences have the same figures.

    A sign between digits does not count: it differs between the languages.

    >>> numbers_agree("Um 9.30 Uhr kamen 2.500.", "At 9:30, 2,500 came.")
    True
    >>> numbers_agree("Um 20 Uhr kamen 12.", "At 8 p.m., 12 came.")
    False
    """
    one, other = (
        Counter(re.sub(r"\D", "", found) for found in _NUMBER.findall(text))
        for text in (source, target)
    )
    return one == other


def _choose(found: Mapping[str, Pair]) -> Pair:
    return next(found[name] for name in (*MACHINES, *PEOPLE) if name in found)
