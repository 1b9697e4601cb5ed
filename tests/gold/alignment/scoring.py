"""Comparing links with the gold set: error rate, and the English of phrases.

Owns the measures. The gold pairs are read by `tests.gold.alignment.reading`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reader.core.function_words import FUNCTION_WORDS
from reader.core.glossary.hits import Span
from tests.gold.alignment.reading import GoldPair, Link

LONGEST_PHRASE = 3
"""In German words."""

_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class LinkScore:
    """How well links fit the gold ones (Och and Ney 2003)."""

    precision: float
    recall: float
    error_rate: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """A German stretch of a gold pair and the English that it became."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class PhraseScore:
    """How often the English of a phrase is found, and found exactly."""

    total: int
    found: int
    exact: int
    rows: tuple[str, ...]
    """What was found, and was not the English of the phrase."""

    @property
    def precision(self) -> float:
        """The share of exact ones among those that were found."""
        return self.exact / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of exact ones among all."""
        return self.exact / self.total if self.total else 0.0


def score_links(pairs: Iterable[tuple[GoldPair, Iterable[Link]]]) -> LinkScore:
    """Return the score of the links found for each pair, over all of them."""
    found = sure = found_sure = found_possible = 0
    for pair, links in pairs:
        linked = set(links)
        found += len(linked)
        sure += len(pair.sure)
        found_sure += len(linked & pair.sure)
        found_possible += len(linked & pair.possible)
    return LinkScore(
        precision=found_possible / found if found else 0.0,
        recall=found_sure / sure,
        error_rate=1 - (found_sure + found_possible) / (found + sure),
    )


def to_word_links(pair: GoldPair, links: Iterable[tuple[Span, Span]]) -> set[Link]:
    """Return character spans as links between the words that they touch."""
    return {
        (source, target)
        for source_span, target_span in links
        for source in _touched(pair.source_words, source_span)
        for target in _touched(pair.target_words, target_span)
    }


def find_phrases(pair: GoldPair) -> Iterator[Phrase]:
    """Yield every German stretch of content words with one English stretch.

    No German word outside the stretch has a share in the English, and articles at
    the edges of the English are left out.
    """
    for first in range(len(pair.source_words)):
        for last in range(first, first + LONGEST_PHRASE):
            if last < len(pair.source_words) and _is_content(pair, first, last):
                targets = _counterpart(pair, range(first, last + 1))
                if targets:
                    yield Phrase(
                        _cover(pair.source_words, first, last),
                        _cover(pair.target_words, targets[0], targets[-1]),
                    )


def score_phrases(
    pairs: Iterable[GoldPair], find: Callable[[GoldPair, Span], Span | None]
) -> PhraseScore:
    """Return how well `find` finds the English of each pair's phrases."""
    total = found = exact = 0
    rows: list[str] = []
    for pair in pairs:
        for phrase in find_phrases(pair):
            total += 1
            span = find(pair, phrase.source)
            found += span is not None
            if span == phrase.target:
                exact += 1
            elif span is not None:
                texts = pair.source[slice(*phrase.source)], pair.target[slice(*span)]
                expected = pair.target[slice(*phrase.target)]
                rows.append(f"{pair.number:02} {texts[0]}: {texts[1]!r}, {expected!r}")
    return PhraseScore(total, found, exact, tuple(rows))


def _counterpart(pair: GoldPair, sources: range) -> list[int]:
    """Return the target words of a stretch, [] where they are not its own."""
    linked = {target for source, target in pair.sure if source in sources}
    if not linked or any(
        all((source, target) not in pair.sure for target in linked)
        for source in sources
    ):
        return []
    targets = list(range(min(linked), max(linked) + 1))
    shared = {target for source, target in pair.possible if source not in sources}
    while targets and _word(pair, targets[0]) in _ARTICLES:
        targets.pop(0)
    inside = set(targets)
    return [] if inside & shared or not inside & linked else targets


def _is_content(pair: GoldPair, first: int, last: int) -> bool:
    """Return whether neither edge is a function word, nor a comma inside."""
    words = pair.source_words[first : last + 1]
    if any(
        pair.source[left[1] : right[0]] not in (" ", "-")
        for left, right in pairwise(words)
    ):
        return False
    return all(
        pair.source[slice(*word)].lower() not in FUNCTION_WORDS["de"]
        for word in (words[0], words[-1])
    )


def _word(pair: GoldPair, target: int) -> str:
    return pair.target[slice(*pair.target_words[target])].lower()


def _cover(words: tuple[Span, ...], first: int, last: int) -> Span:
    return words[first][0], words[last][1]


def _touched(words: tuple[Span, ...], span: Span) -> list[int]:
    return [
        place
        for place, (start, end) in enumerate(words)
        if start < span[1] and span[0] < end
    ]
