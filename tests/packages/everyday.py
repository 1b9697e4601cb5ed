"""The slice of the bitext that the tiny package learns: short everyday sentences.

Owns which rows are in the domain and which are held out; their links come from
`tests.packages.aligner`.
"""

from __future__ import annotations

import lzma
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.packages.aligner import link_words
from tests.packages.linked import LinkedPair

MAX_WORDS = 10
MIN_COUNT = 3
"""Every German word of a training row occurs at least so often in Tatoeba."""
HELD_OUT_MAX_WORDS = 8
HELD_OUT_MIN_COUNT = 12

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")


def load_everyday(bitext_path: Path) -> list[LinkedPair]:
    """Return the Tatoeba rows of the bitext that the package learns from."""
    pairs = _read_rows(bitext_path)
    counts = _count_words(pairs)
    return [pair for pair in pairs if _is_plain(pair, counts, MAX_WORDS, MIN_COUNT)]


def hold_out(
    pairs: list[LinkedPair], size: int
) -> tuple[list[LinkedPair], list[LinkedPair]]:
    """Return the rows to learn from and the `size` held-out ones.

    Held out are rows of very frequent words. No German sentence of them is among the
    others, not even with another case or punctuation.
    """
    counts = _count_words(pairs)
    first: dict[str, LinkedPair] = {}
    for pair in pairs:
        if _is_plain(pair, counts, HELD_OUT_MAX_WORDS, HELD_OUT_MIN_COUNT):
            first.setdefault(sentence_key(pair.source), pair)
    chosen = sorted(first, key=lambda key: zlib.crc32(key.encode()))[:size]
    held_out = set(chosen)
    rest = [pair for pair in pairs if sentence_key(pair.source) not in held_out]
    return rest, [first[key] for key in chosen]


def sentence_key(sentence: str) -> str:
    """Return what two sentences share that differ in case or punctuation only.

    >>> sentence_key("Tom, komm!") == sentence_key("tom komm.")
    True
    """
    return " ".join(_WORD.findall(sentence.casefold()))


def with_links(pairs: list[LinkedPair]) -> list[LinkedPair]:
    """Return the pairs with the word links that the aligner finds."""
    tokens = [
        (list(_TOKEN.finditer(pair.source)), list(_TOKEN.finditer(pair.target)))
        for pair in pairs
    ]
    words = [
        ([found[0].lower() for found in one], [found[0].lower() for found in other])
        for one, other in tokens
    ]
    linked = []
    for pair, (source, target), links in zip(
        pairs, tokens, link_words(words), strict=True
    ):
        spans = tuple((source[i].span(), target[j].span()) for i, j in sorted(links))
        linked.append(LinkedPair(pair.source, pair.target, spans))
    return linked


def _read_rows(bitext_path: Path) -> list[LinkedPair]:
    with lzma.open(bitext_path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    unique = dict.fromkeys((row[2], row[3]) for row in rows if row[0] == "tatoeba")
    return [LinkedPair(source, target) for source, target in unique]


def _count_words(pairs: Iterable[LinkedPair]) -> Counter[str]:
    return Counter(word for pair in pairs for word in _WORD.findall(pair.source))


def _is_plain(
    pair: LinkedPair, counts: Counter[str], max_words: int, min_count: int
) -> bool:
    return (
        len(pair.source.split()) <= max_words
        and len(pair.target.split()) <= max_words + 3
        and all(counts[word] >= min_count for word in _WORD.findall(pair.source))
    )
