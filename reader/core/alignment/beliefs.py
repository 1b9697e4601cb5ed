"""How much each word of a sentence pair believes in each word of the other side.

Owns the numbers; which words are weighed against each other, and how, is
`reader.core.alignment.aligner`'s job.

Every cell of the table "German word × English word" has a weight, and each word
divides its belief among the cells of its row or column, or keeps some for itself. A
cell is worth what both words give it (agreement, as in Liang, Taskar and Klein 2006,
"Alignment by Agreement"). Then a cell beside a good one gets more room, as in a
hidden Markov model (Vogel, Ney and Tillmann 1996), and the words divide their belief
again.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sqrt

Table = list[list[float]]
"""A row for each source word, a column for each target word."""

CellSet = set[tuple[int, int]]
"""Links as (source word, target word)."""

ROUNDS = 4
SLOPE = 2.0
"""How fast belief in a cell falls with its distance from the diagonal."""
FAR = 0.1
"""What is left of it far away: whole clauses change places in German."""
NEIGHBOUR = 2.0
"""How much room a cell gets beside a good one, compared with the diagonal."""
GOOD = 0.1
"""From this worth on a cell makes room beside it."""
ALONE = 0.02
"""The weight of staying without a link."""
SURE = 0.35
"""A cell worth this much is a link."""
BEST = 0.15
"""So is one worth this much that is the best of its row and of its column."""
JOINED = 0.5
"""A word without link joins its best cell where it believes this much in it."""

_STEPS: tuple[tuple[int, int, float], ...] = (
    (1, 1, 1.0),
    (-1, -1, 1.0),
    (0, 1, 0.4),
    (0, -1, 0.4),
    (1, 0, 0.4),
    (-1, 0, 0.4),
    (1, 2, 0.5),
    (2, 1, 0.5),
    (-1, -2, 0.5),
    (-2, -1, 0.5),
    (2, 2, 0.4),
    (-2, -2, 0.4),
    (1, -1, 0.2),
    (-1, 1, 0.2),
)
"""How far down, how far right, and the share of the room: most for the next word of
both languages, some for one word that is said by two."""


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What each cell is worth to its two words, and to both together."""

    by_source: Table
    by_target: Table
    both: Table


def find_beliefs(weights: Table) -> Beliefs:
    """Return how much each word believes in each cell, from the cells' weights."""
    diagonal = room = _diagonal(len(weights), len(weights[0]))
    beliefs = _divide(weights, room)
    for _ in range(ROUNDS - 1):
        room = _make_room(beliefs.both, diagonal)
        beliefs = _divide(weights, room)
    return beliefs


def choose_links(beliefs: Beliefs) -> CellSet:
    """Return the cells that are worth a link.

    >>> choose_links(find_beliefs([[0.9, 0.0], [0.0, 0.9]])) == {(0, 0), (1, 1)}
    True
    """
    both = beliefs.both
    best_of_column = [max(column) for column in zip(*both, strict=True)]
    links = set()
    for i, row in enumerate(both):
        best = max(row)
        for j, worth in enumerate(row):
            is_best = worth == best == best_of_column[j]
            if worth >= (BEST if is_best else SURE):
                links.add((i, j))
    return links | _join(beliefs, links)


def _join(beliefs: Beliefs, links: CellSet) -> CellSet:
    """Return links for words that have none, but believe in a cell on their own."""
    joined = set()
    linked_sources = {i for i, _ in links}
    linked_targets = {j for _, j in links}
    for j, column in enumerate(zip(*beliefs.by_target, strict=True)):
        if j not in linked_targets:
            i = max(range(len(column)), key=column.__getitem__)
            # An English word more than the German has: only beside the others.
            if column[i] >= JOINED and {(i, j - 1), (i, j + 1)} & links:
                joined.add((i, j))
    for i, row in enumerate(beliefs.by_source):
        if i not in linked_sources:
            j = max(range(len(row)), key=row.__getitem__)
            if row[j] >= JOINED:
                joined.add((i, j))
    return joined


def _diagonal(height: int, width: int) -> Table:
    return [
        [
            FAR + exp(-SLOPE * abs((i + 0.5) / height - (j + 0.5) / width))
            for j in range(width)
        ]
        for i in range(height)
    ]


def _divide(weights: Table, room: Table) -> Beliefs:
    cells = [
        [w * r for w, r in zip(row, rooms, strict=True)]
        for row, rooms in zip(weights, room, strict=True)
    ]
    columns = [ALONE + sum(column) for column in zip(*cells, strict=True)]
    by_target = [[c / t for c, t in zip(row, columns, strict=True)] for row in cells]
    by_source = []
    for row in cells:
        total = ALONE + sum(row)
        by_source.append([c / total for c in row])
    both = [
        [sqrt(s * t) for s, t in zip(ss, ts, strict=True)]
        for ss, ts in zip(by_source, by_target, strict=True)
    ]
    return Beliefs(by_source, by_target, both)


def _make_room(both: Table, diagonal: Table) -> Table:
    height, width = len(both), len(both[0])
    room = [list(row) for row in diagonal]
    for i, row in enumerate(both):
        for j, worth in enumerate(row):
            if worth < GOOD:
                continue
            for down, right, share in _STEPS:
                k, m = i + down, j + right
                if 0 <= k < height and 0 <= m < width:
                    room[k][m] += NEIGHBOUR * share * worth
    return room
