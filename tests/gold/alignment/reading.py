"""The gold pairs: German and English sentences with their words linked by hand.

Owns the file and its words; README.md beside this file has the conventions, and
`tests.gold.alignment.scoring` compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.core.glossary.hits import Span

GOLD_PATH = Path(__file__).parent / "pairs.txt"

Link = tuple[int, int]
"""(source word, target word), both counted from 0."""

_HEADING = re.compile(r"## (?P<number>\d+) (?P<style>machine|human) \| (?P<tags>.+)")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|n't|['’]s\b|[^\W\d_]+?(?=n't)|[^\W\d_]+|[%€$]")
_LINK = re.compile(r"(?P<sources>[^?-]+)(?P<kind>[?-])(?P<targets>.+)")


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A sentence pair; sure links are possible ones, too (Och and Ney 2003)."""

    number: int
    is_machine: bool
    """Whether the English is written as machines write it."""
    tags: str
    """What makes the pair hard."""
    source: str
    target: str
    source_words: tuple[Span, ...]
    target_words: tuple[Span, ...]
    sure: frozenset[Link]
    possible: frozenset[Link]


def read_gold_pairs() -> list[GoldPair]:
    """Return all pairs, in the order of the file."""
    text = GOLD_PATH.read_text(encoding="utf-8")
    return [parse_pair(part) for part in re.split(r"\n\n(?=## )", text)[1:]]


def parse_pair(text: str) -> GoldPair:
    """Return the pair that a heading and its three lines describe.

    Raises:
        ValueError: a line is missing, or a link names a word that is not there.
    """
    heading, *lines = text.strip().splitlines()
    found = _HEADING.fullmatch(heading)
    fields = dict(line.split(": ", 1) for line in lines)
    if not found or set(fields) != {"source", "target", "links"}:
        raise ValueError(f"not a pair: {text!r}")
    source, target = fields["source"], fields["target"]
    sure: set[Link] = set()
    possible: set[Link] = set()
    for kind, link in _read_links(fields["links"], source, target):
        possible.add(link)
        if kind == "-":
            sure.add(link)
    return GoldPair(
        number=int(found["number"]),
        is_machine=found["style"] == "machine",
        tags=found["tags"],
        source=source,
        target=target,
        source_words=tuple(find_words(source)),
        target_words=tuple(find_words(target)),
        sure=frozenset(sure),
        possible=frozenset(possible),
    )


def find_words(sentence: str) -> Iterator[Span]:
    """Yield the words of a gold sentence; punctuation is never one.

    >>> sentence = "Nvidia's AI-powered chips don't cost €2.4 billion."
    >>> [sentence[start:end] for start, end in find_words(sentence)]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['Nvidia', "'s", 'AI', 'powered', 'chips', 'do', "n't", 'cost', '€', '2.4',
    'billion']
    """
    for match in _WORD.finditer(sentence):
        yield match.span()


def _read_links(text: str, source: str, target: str) -> Iterator[tuple[str, Link]]:
    source_words = [source[start:end] for start, end in find_words(source)]
    target_words = [target[start:end] for start, end in find_words(target)]
    for part in text.split():
        found = _LINK.fullmatch(part)
        if not found:
            raise ValueError(f"not a link: {part}")
        for name in found["sources"].split("+"):
            for other in found["targets"].split("+"):
                link = _find(name, source_words), _find(other, target_words)
                yield found["kind"], link


def _find(name: str, words: list[str]) -> int:
    """Return the place of a word, of "the#2" the place of the second "the"."""
    word, _, count = name.partition("#")
    places = [place for place, other in enumerate(words) if other == word]
    try:
        return places[int(count or 1) - 1]
    except IndexError:
        raise ValueError(f"{name} is not in {' '.join(words)}") from None
