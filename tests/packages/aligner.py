"""Which English word a German word became, found out from the sentences alone.

Owns the statistical word alignment of bitext rows, whose true links nobody knows;
the links of template sentences are known by construction (`tests.packages.grammar`).
The tiny package's alignment head learns from both.

The model is the one of fast_align (Dyer, Chahuneau and Smith 2013, "A Simple, Fast,
and Effective Reparameterization of IBM Model 2"): a word translation table and a
fixed preference for the diagonal, trained by expectation maximization in both
directions; only links that both directions find are kept.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

Words = list[str]
WordLinks = set[tuple[int, int]]
Table = dict[tuple[str, str], float]

_TENSION = 4.0
_NULL = 0.08


def link_words(
    pairs: Sequence[tuple[Words, Words]], rounds: int = 5
) -> list[set[tuple[int, int]]]:
    """Return the links (source word, target word) of each pair, counted from 0.

    >>> pairs = [(["ein", "Chip"], ["a", "chip"]), (["ein", "Haus"], ["a", "house"])]
    >>> sorted(link_words(pairs)[1])
    [(0, 0), (1, 1)]
    """
    forward = _link_one_way(pairs, rounds)
    mirrored = [(target, source) for source, target in pairs]
    backward = _link_one_way(mirrored, rounds)
    return [
        there & {(i, j) for j, i in back}
        for there, back in zip(forward, backward, strict=True)
    ]


def _link_one_way(pairs: Sequence[tuple[Words, Words]], rounds: int) -> list[WordLinks]:
    """Link each target word to the source word that it most likely came from."""
    table: Table = defaultdict(lambda: 1e-4)
    for _ in range(rounds):
        table = _reestimate(pairs, table)
    links = []
    for source, target in pairs:
        found = set()
        for j, word in enumerate(target):
            weights = _weights(source, target, j, table)
            best = max(range(len(weights)), key=weights.__getitem__)
            # The last weight is the one of the empty word.
            if best < len(source) and table[source[best], word] > 1e-4:
                found.add((best, j))
        links.append(found)
    return links


def _reestimate(pairs: Sequence[tuple[Words, Words]], table: Table) -> Table:
    """Return the translation table after one round of expectation maximization."""
    counts: dict[tuple[str, str], float] = defaultdict(float)
    totals: dict[str, float] = defaultdict(float)
    for source, target in pairs:
        for j, word in enumerate(target):
            weights = _weights(source, target, j, table)
            whole = sum(weights)
            for origin, weight in zip([*source, ""], weights, strict=True):
                counts[origin, word] += weight / whole
                totals[origin] += weight / whole
    fresh: Table = defaultdict(lambda: 1e-9)
    # Add-a-little smoothing keeps rare words from claiming everything around them.
    for (origin, word), count in counts.items():
        fresh[origin, word] = (count + 0.001) / (totals[origin] + 1.0)
    return fresh


def _weights(source: Words, target: Words, j: int, table: Table) -> list[float]:
    """Return how likely `target[j]` came from each source word, or from none."""
    word = target[j]
    place = (j + 0.5) / len(target)
    nearness = [
        math.exp(-_TENSION * abs((i + 0.5) / len(source) - place))
        for i in range(len(source))
    ]
    scale = (1 - _NULL) / sum(nearness)
    weights = [
        scale * near * table[origin, word]
        for near, origin in zip(nearness, source, strict=True)
    ]
    return [*weights, _NULL * table["", word]]
