"""Links between the words of a sentence and those of its English.

Owns the choice of links: what the lexical table, the spelling, the place of the
words, their neighbours' links and an engine's attention say together. What a stretch
of German became is read from the links by `reader.core.alignment.counterparts`.

Every cell of the table "German word × English word" has a weight, and each word
divides its belief among the cells of its row or column, or keeps it for itself. A
cell is worth what both words give it (agreement, as in Liang, Taskar and Klein 2006,
"Alignment by Agreement"). Then a cell beside a good one gets more room, as in a
hidden Markov model (Vogel et al. 1996), and the words divide their belief again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, sqrt

from reader.core.alignment.articles import TARGET_ARTICLES, link_articles
from reader.core.alignment.gaps import fill_gaps, join_modifiers
from reader.core.alignment.likeness import likeness
from reader.core.alignment.links import WordLink
from reader.core.alignment.particles import find_halves
from reader.core.alignment.words import Word, find_words
from reader.core.interfaces import Lexicon, Links

Table = list[list[float]]
"""A row for each source word, a column for each target word."""

ROUNDS = 3
SLOPE = 4.0
"""How fast belief in a cell falls with its distance from the diagonal."""
FAR = 0.05
"""What is left of it far away: whole clauses change places in German."""
NEIGHBOUR = 2.0
"""How much room a cell gets beside a good one, compared with the diagonal."""
ALONE = 0.02
"""The weight of staying without a link."""
FLOOR = 1e-4
"""The weight of two words of which nothing is known."""
ATTENTION = 0.3
"""What a link from an engine's attention adds to a cell's weight."""
PREPOSITION = 0.2
"""What a verb's particle keeps of its meaning as a preposition."""
SURE = 0.35
"""A cell worth this much is a link."""
BEST = 0.2
"""So is one worth this much that is the best of its row and of its column."""
JOINED = 0.3
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


class Aligner:
    """Finds the links of sentence pairs with one lexical table."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def align(
        self, source: str, target: str, attention: Links | None = None
    ) -> tuple[WordLink, ...]:
        """Return the links of a sentence pair, in the order of the German.

        `attention` has the engine's own links between words that blanks separate.
        """
        sources, targets = find_words(source), find_words(target)
        if not sources or not targets:
            return ()
        weights = self._weigh(source, sources, targets)
        if attention:
            _add_attention(weights, sources, targets, source, target, attention)
        beliefs = _find_beliefs(weights)
        links = _choose_links(beliefs)
        links = _keep_one_of_equals(links, sources, targets, beliefs.both)
        links = fill_gaps(sources, targets, links)
        links = join_modifiers(source, sources, targets, links)
        links = link_articles(sources, targets, links)
        return tuple(
            WordLink(
                sources[i].span,
                targets[j].span,
                round(beliefs.both[i][j], 3),
                targets[j].text in TARGET_ARTICLES,
            )
            for i, j in sorted(links)
        )

    def _weigh(
        self, sentence: str, sources: Sequence[Word], targets: Sequence[Word]
    ) -> Table:
        probability = self._lexicon.probability
        weights = [
            [
                FLOOR
                + max(
                    probability(source.text, target.text),
                    likeness(source.text, target.text),
                )
                for target in targets
            ]
            for source in sources
        ]
        for verb, particle, values in find_halves(
            sentence, sources, targets, probability
        ):
            weights[verb] = [
                max(w, v) for w, v in zip(weights[verb], values, strict=True)
            ]
            weights[particle] = [
                max(PREPOSITION * w, v)
                for w, v in zip(weights[particle], values, strict=True)
            ]
        return weights


@dataclass(frozen=True, slots=True)
class _Beliefs:
    """How much each word believes in each cell."""

    by_source: Table
    by_target: Table
    both: Table


def _find_beliefs(weights: Table) -> _Beliefs:
    room = _diagonal(len(weights), len(weights[0]))
    diagonal = room
    for left in reversed(range(ROUNDS)):
        beliefs = _divide(weights, room)
        if left:
            room = _make_room(beliefs.both, diagonal)
    return beliefs


def _diagonal(height: int, width: int) -> Table:
    return [
        [
            FAR + exp(-SLOPE * abs((i + 0.5) / height - (j + 0.5) / width))
            for j in range(width)
        ]
        for i in range(height)
    ]


def _divide(weights: Table, room: Table) -> _Beliefs:
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
    return _Beliefs(by_source, by_target, both)


def _make_room(both: Table, diagonal: Table) -> Table:
    height, width = len(both), len(both[0])
    room = [list(row) for row in diagonal]
    for i, row in enumerate(both):
        for j, belief in enumerate(row):
            if belief < 0.1:
                continue
            for down, right, share in _STEPS:
                k, m = i + down, j + right
                if 0 <= k < height and 0 <= m < width:
                    room[k][m] += NEIGHBOUR * share * belief
    return room


def _choose_links(beliefs: _Beliefs) -> set[tuple[int, int]]:
    both = beliefs.both
    best_of_column = [max(column) for column in zip(*both, strict=True)]
    links = set()
    for i, row in enumerate(both):
        best = max(row)
        for j, belief in enumerate(row):
            if belief >= SURE or (
                belief >= BEST and belief == best and belief == best_of_column[j]
            ):
                links.add((i, j))
    return links | _join(beliefs, links)


def _keep_one_of_equals(
    links: set[tuple[int, int]],
    sources: Sequence[Word],
    targets: Sequence[Word],
    both: Table,
) -> set[tuple[int, int]]:
    """Return the links without those that say the same word twice.

    Of two "of" one "von" became the better one, and the other way round.
    """
    best_target: dict[tuple[int, str], float] = {}
    best_source: dict[tuple[str, int], float] = {}
    for i, j in links:
        one, other = (i, targets[j].text), (sources[i].text, j)
        best_target[one] = max(best_target.get(one, 0.0), both[i][j])
        best_source[other] = max(best_source.get(other, 0.0), both[i][j])
    return {
        (i, j)
        for i, j in links
        if both[i][j] == best_target[i, targets[j].text]
        and both[i][j] == best_source[sources[i].text, j]
    }


def _join(beliefs: _Beliefs, links: set[tuple[int, int]]) -> set[tuple[int, int]]:
    joined = set()
    linked_sources = {i for i, _ in links}
    linked_targets = {j for _, j in links}
    for j, column in enumerate(zip(*beliefs.by_target, strict=True)):
        if j not in linked_targets:
            belief, i = max(zip(column, range(len(column)), strict=True))
            if belief >= JOINED and ((i, j - 1) in links or (i, j + 1) in links):
                joined.add((i, j))
    for i, row in enumerate(beliefs.by_source):
        if i not in linked_sources:
            belief, j = max(zip(row, range(len(row)), strict=True))
            if belief >= JOINED:
                joined.add((i, j))
    return joined


def _add_attention(
    weights: Table,
    sources: Sequence[Word],
    targets: Sequence[Word],
    source: str,
    target: str,
    attention: Links,
) -> None:
    """Raise the cells that the engine looked at; its words may hold several of ours."""
    inside_source = _places(sources, source)
    inside_target = _places(targets, target)
    for one, other in attention:
        for i in inside_source(one):
            for j in inside_target(other):
                weights[i][j] += ATTENTION


def _places(words: Sequence[Word], sentence: str) -> Callable[[int], list[int]]:
    """Return what gives the words inside the nth stretch without blanks."""
    starts = [0]
    places: dict[int, list[int]] = {}
    count = 0
    at = 0
    for piece in sentence.split():
        at = sentence.index(piece, at)
        places[count] = [
            n for n, word in enumerate(words) if at <= word.start < at + len(piece)
        ]
        at += len(piece)
        count += 1
    del starts
    return lambda n: places.get(n, [])
