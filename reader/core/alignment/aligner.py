"""Links between the words of a sentence and those of its English.

Owns what a pair of words is worth: the lexical table, the spelling and an engine's
attention. How words choose among each other is `reader.core.alignment.beliefs`'s
job, and what a stretch of German became is read from the links by
`reader.core.alignment.counterparts`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.alignment.articles import link_articles
from reader.core.alignment.beliefs import CellSet, Table, choose_links, find_beliefs
from reader.core.alignment.gaps import fill_gaps, join_modifiers
from reader.core.alignment.likeness import likeness
from reader.core.alignment.links import WordLink
from reader.core.alignment.particles import find_halves
from reader.core.alignment.words import Word, find_words
from reader.core.english.closed_classes import ARTICLES
from reader.core.interfaces import Lexicon, Links

FLOOR = 1e-4
"""The weight of two words of which nothing is known."""
ATTENTION = 0.3
"""What a link from an engine's attention adds to a cell's weight."""
PREPOSITION = 0.2
"""What a verb's particle keeps of its meaning as a preposition."""


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
            source_places = _find_places(source, sources)
            target_places = _find_places(target, targets)
            _add_attention(weights, attention, source_places, target_places)
        beliefs = find_beliefs(weights)
        links = choose_links(beliefs)
        links = _keep_one_of_equals(links, sources, targets, beliefs.both)
        links = fill_gaps(sources, targets, links)
        links = join_modifiers(source, sources, targets, links)
        links = link_articles(sources, targets, links)
        return tuple(
            WordLink(
                sources[i].span,
                targets[j].span,
                round(beliefs.both[i][j], 3),
                targets[j].text in ARTICLES,
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


def _keep_one_of_equals(
    links: CellSet, sources: Sequence[Word], targets: Sequence[Word], worth: Table
) -> CellSet:
    """Return the links without those that say the same word twice.

    Of two "of" only the better one is what "von" became, and the other way round.
    """
    best_target: dict[tuple[int, str], float] = {}
    best_source: dict[tuple[str, int], float] = {}
    for i, j in links:
        one, other = (i, targets[j].text), (sources[i].text, j)
        best_target[one] = max(best_target.get(one, 0.0), worth[i][j])
        best_source[other] = max(best_source.get(other, 0.0), worth[i][j])
    return {
        (i, j)
        for i, j in links
        if worth[i][j] == best_target[i, targets[j].text]
        and worth[i][j] == best_source[sources[i].text, j]
    }


def _add_attention(
    weights: Table,
    attention: Links,
    source_places: Sequence[Sequence[int]],
    target_places: Sequence[Sequence[int]],
) -> None:
    """Raise the cells of the words that the engine saw together."""
    for one, other in attention:
        if one < len(source_places) and other < len(target_places):
            for i in source_places[one]:
                for j in target_places[other]:
                    weights[i][j] += ATTENTION


def _find_places(sentence: str, words: Sequence[Word]) -> list[list[int]]:
    """Return our words in each of the sentence's pieces that blanks separate."""
    return [
        [
            place
            for place, word in enumerate(words)
            if piece.start() <= word.start < piece.end()
        ]
        for piece in re.finditer(r"\S+", sentence)
    ]
