"""Learn the lexical table German→English from sentence pairs.

    python -m reader.training.lexicon BITEXT.tsv.xz LEXICON.npz

Reads a table with the columns set, origin, source and target, each sentence pair
once, and writes the file that `reader.backends.lexicon` loads. The method is IBM
model 1 (Brown et al. 1993) in both directions, with the belief in the diagonal that
Dyer et al. (2013) gave to model 2. After a few rounds the two directions are trained
together: a link counts as much as both believe in it (Liang, Taskar and Klein 2006),
which keeps rare words from collecting what is left over. The same pairs give the
same bytes.
"""

from __future__ import annotations

import argparse
import csv
import lzma
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.core.alignment.words import find_words, stem_source, stem_target

ROUNDS_ALONE = 2
ROUNDS_TOGETHER = 4
TENSION = 4.0
"""How fast belief falls with the distance from the diagonal (Dyer et al.'s lambda)."""
NULL = 0.08
"""The belief that a word stands for nothing."""
NULL_PROBABILITY = 1e-4
LONGEST = 60
"""Longer sentences, in words, teach little and cost much."""

MIN_COUNT = 2
"""Stems seen less often are left out."""
MIN_VALUE = 0.002
MOST_TARGETS = 40
"""Entries of a row, the best ones."""

NOTICE = """Lexical table German-English, learned from: news test sets 2008-2020 of
the Conference on Machine Translation (WMT; free for research use); sentences of
Tatoeba (CC BY 2.0 FR); translations of the former's German sentences by Mozilla's
Firefox Translations models (published with their evaluation, MPL-2.0). It has values
between word stems, and no sentence of theirs."""

_CHUNK = 4000

Floats = np.ndarray[Any, np.dtype[np.float64]]
Integers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentence pairs as numbers of stems, one after the other."""

    sources: list[str]
    targets: list[str]
    source_stems: Integers
    """Of all sentences, in their order."""
    target_stems: Integers
    source_starts: Integers
    """Where each sentence begins in `source_stems`, and the end of the last."""
    target_starts: Integers


@dataclass(frozen=True, slots=True)
class Table:
    """Pairs of stems that stood in one sentence pair, and how often they are links."""

    corpus: Corpus
    source: Integers
    target: Integers
    counts: Floats


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each sentence pair of the bitext once."""
    seen: set[tuple[str, str]] = set()
    with lzma.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            pair = row["source"].strip(), row["target"].strip()
            if pair not in seen:
                seen.add(pair)
                yield pair


def number_stems(pairs: Iterable[tuple[str, str]]) -> Corpus:
    """Return the pairs' stems as numbers, too long and empty sentences left out."""
    sources: list[list[str]] = []
    targets: list[list[str]] = []
    for source, target in pairs:
        source_stems = [stem_source(word.text) for word in find_words(source)]
        target_stems = [stem_target(word.text) for word in find_words(target)]
        if 0 < len(source_stems) <= LONGEST and 0 < len(target_stems) <= LONGEST:
            sources.append(source_stems)
            targets.append(target_stems)
    source_words, source_numbers = _number(sources)
    target_words, target_numbers = _number(targets)
    return Corpus(
        source_words,
        target_words,
        source_numbers,
        target_numbers,
        _starts(sources),
        _starts(targets),
    )


def train_table(corpus: Corpus) -> Table:
    """Return how often two stems are each other's, by expectation maximisation."""
    keys, inverse = np.unique(
        np.concatenate([_keys(corpus, chunk) for chunk in _chunks(corpus)]),
        return_inverse=True,
    )
    cells = inverse.astype(np.int32)
    del inverse
    source, target = np.divmod(keys, len(corpus.targets))
    to_target = np.full(len(keys), 1e-3)
    to_source = to_target
    for number in range(ROUNDS_ALONE + ROUNDS_TOGETHER):
        forward, backward = _expect(
            corpus, cells, to_target, to_source, number >= ROUNDS_ALONE
        )
        to_target = _normalize(forward, source)
        to_source = _normalize(backward, target)
    return Table(corpus, source, target, forward)


def _normalize(counts: Floats, owners: Integers) -> Floats:
    """Return the counts as shares of what their owners have."""
    totals = np.bincount(owners, weights=counts)
    return np.asarray(counts / np.maximum(totals, 1e-300)[owners])


def _expect(
    corpus: Corpus,
    cells: np.ndarray[Any, np.dtype[np.int32]],
    to_target: Floats,
    to_source: Floats,
    is_joint: bool,
) -> tuple[Floats, Floats]:
    """Return the expected counts of each pair of stems, in both directions."""
    forward = np.zeros(len(to_target))
    backward = np.zeros(len(to_target))
    at = 0
    for chunk in _chunks(corpus):
        rows, columns, places = _cells(corpus, chunk)
        here = cells[at : at + len(rows)]
        at += len(rows)
        one = _divide(columns, places, to_target[here])
        other = _divide(rows, places, to_source[here])
        if is_joint:
            one = other = one * other
        forward += np.bincount(here, weights=one, minlength=len(forward))
        backward += np.bincount(here, weights=other, minlength=len(backward))
    return forward, backward


def _divide(words: Integers, places: Floats, probabilities: Floats) -> Floats:
    """Return each word's belief divided among its cells, some of it kept for none."""
    first = words.min()
    words = words - first
    weights = (1 - NULL) * places * probabilities / np.bincount(words, places)[words]
    totals = np.bincount(words, weights) + NULL * NULL_PROBABILITY
    return np.asarray(weights / totals[words])


def _chunks(corpus: Corpus) -> Iterator[Integers]:
    """Yield the numbers of the sentences, some thousand at a time."""
    count = len(corpus.source_starts) - 1
    for start in range(0, count, _CHUNK):
        yield np.arange(start, min(start + _CHUNK, count))


def _cells(corpus: Corpus, sentences: Integers) -> tuple[Integers, Integers, Floats]:
    """Return every pair of words inside the sentences, and its place's weight.

    Words are counted through the whole corpus.
    """
    heights = np.diff(corpus.source_starts)[sentences]
    widths = np.diff(corpus.target_starts)[sentences]
    sizes = heights * widths
    owners = np.repeat(np.arange(len(sentences)), sizes)
    inside = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    row, column = np.divmod(inside, widths[owners])
    distance = np.abs((row + 0.5) / heights[owners] - (column + 0.5) / widths[owners])
    return (
        corpus.source_starts[sentences][owners] + row,
        corpus.target_starts[sentences][owners] + column,
        np.exp(-TENSION * distance),
    )


def _keys(corpus: Corpus, sentences: Integers) -> Integers:
    rows, columns, _ = _cells(corpus, sentences)
    return np.asarray(
        corpus.source_stems[rows] * len(corpus.targets) + corpus.target_stems[columns]
    )


def prune_table(table: Table) -> dict[str, np.ndarray[Any, Any]]:
    """Return the arrays of the shipped file: the best entries of each source stem.

    An entry's value is the mean of the probabilities in both directions: one alone
    forgets compounds (one German word, several English ones), the other their parts.
    """
    values = (
        _normalize(table.counts, table.source) + _normalize(table.counts, table.target)
    ) / 2
    seen = np.bincount(table.corpus.source_stems, minlength=len(table.corpus.sources))
    # Best first within each row; of equal ones the first in the alphabet.
    order = np.lexsort((table.target, -values, table.source))
    source = table.source[order]
    rank = np.arange(len(source)) - np.searchsorted(source, source)
    kept = order[
        (values[order] >= MIN_VALUE)
        & (rank < MOST_TARGETS)
        & (seen[source] >= MIN_COUNT)
    ]
    sources, source_numbers = np.unique(table.source[kept], return_inverse=True)
    targets, columns = np.unique(table.target[kept], return_inverse=True)
    if len(targets) > np.iinfo(np.uint16).max:
        raise ValueError(f"{len(targets)} English stems are too many for the file")
    return {
        "notice": _letters([NOTICE]),
        "sources": _letters([table.corpus.sources[number] for number in sources]),
        "targets": _letters([table.corpus.targets[number] for number in targets]),
        "starts": np.searchsorted(source_numbers, np.arange(len(sources) + 1)).astype(
            np.uint32
        ),
        "columns": columns.astype(np.uint16),
        "scores": np.rint(np.sqrt(values[kept]) * 255).astype(np.uint8),
    }


def write_table(arrays: dict[str, np.ndarray[Any, Any]], path: Path) -> None:
    """Write the shipped file; the same arrays give the same bytes."""
    with path.open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)


def _letters(words: Sequence[str]) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def _number(sentences: Sequence[Sequence[str]]) -> tuple[list[str], Integers]:
    words = sorted({word for sentence in sentences for word in sentence})
    numbers = {word: number for number, word in enumerate(words)}
    return words, np.array(
        [numbers[word] for sentence in sentences for word in sentence], dtype=np.int64
    )


def _starts(sentences: Sequence[Sequence[str]]) -> Integers:
    return np.cumsum([0, *(len(sentence) for sentence in sentences)], dtype=np.int64)


def main() -> None:
    """Train on the bitext named on the command line and write the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("bitext", type=Path)
    parser.add_argument("lexicon", type=Path)
    arguments = parser.parse_args()
    corpus = number_stems(read_pairs(arguments.bitext))
    write_table(prune_table(train_table(corpus)), arguments.lexicon)


if __name__ == "__main__":
    main()
