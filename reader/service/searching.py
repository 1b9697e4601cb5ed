"""Words looked for in both languages, in the text that is open and in the others.

Owns what a query finds. Regular expressions run with the glossary's time limit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from reader.core.documents import Kind
from reader.core.glossary.hits import Span
from reader.core.interfaces import PatternSearch
from reader.core.normalize import locate_normalized, normalize_source
from reader.core.pairs import Pair
from reader.errors import DocumentError, SettingsError
from reader.service.filling import open_text
from reader.service.pipeline import Service

MOST_FOUND = 500
"""Places in the library that are listed; more than that nobody looks through."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    text: str
    is_regex: bool = False
    in_library: bool = False
    """Whether all texts of the library are searched, or the open one alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a query found in a text."""

    index: int
    """Of the pair."""
    side: Literal["source", "target"]
    start: int
    """Offset in the pair's source or target."""
    end: int


@dataclass(frozen=True, slots=True)
class FoundElsewhere:
    """The first place in a pair of some text of the library."""

    path: Path
    title: str
    place: Found
    pair: Pair


def compile_query(query: Query) -> PatternSearch:
    """Return the search of a query; small letters alone find capitals, too.

    Raises:
        SettingsError: it is no regular expression.
    """
    from reader.backends.patterns import compile_pattern

    text = unicodedata.normalize("NFC", query.text)
    text = text if query.is_regex else re.escape(text)
    has_capitals = query.text != query.text.lower()
    try:
        return compile_pattern(text if has_capitals else f"(?i:{text})")
    except ValueError as error:
        raise SettingsError(
            f"'{query.text}' is no regular expression: {error}",
            "mend it, or look for the plain words",
        ) from error


def search_pairs(pairs: Sequence[Pair], search: PatternSearch) -> list[Found]:
    """Return every place in both languages, in reading order, German first.

    Boilerplate is not looked at.

    Raises:
        TimeoutError: a regular expression took too long.
    """
    return [
        found
        for index, pair in enumerate(pairs)
        for found in _look(index, pair, search)
    ]


def search_texts(
    service: Service, paths: Iterable[Path], search: PatternSearch
) -> Iterator[list[FoundElsewhere]]:
    """Yield for each of these texts the pairs that have what is looked for.

    English is searched where a text was translated, whatever engine did it. A text
    that cannot be read is left out.

    Raises:
        TimeoutError: a regular expression took too long.
    """
    room = MOST_FOUND
    for path in paths:
        found = _search_text(service, path, search)[:room]
        room -= len(found)
        yield found
        if not room:
            return


def _search_text(
    service: Service, path: Path, search: PatternSearch
) -> list[FoundElsewhere]:
    try:
        text = open_text(service, path)
    except DocumentError:
        return []
    pairs = _recall(service, text.pairs)
    firsts: dict[int, Found] = {}
    for place in search_pairs(pairs, search):
        firsts.setdefault(place.index, place)
    return [
        FoundElsewhere(path, text.title, place, pairs[index])
        for index, place in firsts.items()
    ]


def _look(index: int, pair: Pair, search: PatternSearch) -> Iterator[Found]:
    if pair.sentence.kind is Kind.BOILERPLATE:
        return
    for start, end in _search_plainly(pair.sentence.source, search):
        yield Found(index, "source", start, end)
    for start, end in _search_plainly(pair.target or "", search):
        yield Found(index, "target", start, end)


def _search_plainly(text: str, search: PatternSearch) -> list[Span]:
    """Return what is found in a text as people type it: "für" has one ü, no hyphens.

    Raises:
        TimeoutError: a regular expression took too long.
    """
    plain = normalize_source(text)
    if plain == text:
        return list(search(text))
    offsets = locate_normalized(text)
    return [(offsets[start], offsets[end]) for start, end in search(plain)]


def _recall(service: Service, pairs: Sequence[Pair]) -> list[Pair]:
    """Return pairs with the English that the memory has, a person's first.

    What a file of pairs says stays.
    """
    sources = {
        normalize_source(pair.sentence.source) for pair in pairs if pair.target is None
    }
    targets = {s: min(t) for s, t in service.memory.find_targets(sources).items()}
    targets |= service.memory.find_edits(sources)
    return [
        pair
        if pair.target is not None
        else replace(pair, target=targets.get(normalize_source(pair.sentence.source)))
        for pair in pairs
    ]
