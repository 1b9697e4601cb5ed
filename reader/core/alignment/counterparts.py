"""The English of a stretch of German, read from the links of its words.

Owns the choice of one tight English stretch: to highlight it, and to replace it.
Nothing is better than a wrong stretch, which would take other words' English away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.core.alignment.links import WordLink
from reader.core.glossary.hits import Span

_BRIDGE = 8
"""The longest run of characters without links inside a stretch, as in "use of the"."""
_INFLECTION = 3
"""A German ending up to this long need not be inside the stretch."""
_CONTESTED = 2.0
"""So much surer has another German word to be of an English one to have it alone."""


def find_counterpart(links: Sequence[WordLink], start: int, end: int) -> Span | None:
    """Return the English that `start` to `end` of the German is linked to.

    One stretch without other words' English in it, articles at its edges left out;
    None where there is no such stretch. Of a closed compound's part it is the part of
    the English: the first words for the first part, the last ones for the last.
    """
    inside = [link for link in links if link.source[0] < end and start < link.source[1]]
    inside = _drop_contested(inside, links)
    outside = {link.target for link in links} - {link.target for link in inside}
    stretches = [_trim(run) for run in _find_runs(inside, outside)]
    stretches = [stretch for stretch in stretches if stretch]
    if not stretches:
        return None
    best = max(stretches, key=_worth)
    best = _cut_compound(best, start, end)
    return (best[0].target[0], best[-1].target[1]) if best else None


def _drop_contested(
    inside: Iterable[WordLink], links: Iterable[WordLink]
) -> list[WordLink]:
    """Return the links whose English is not far surer to be of an outside word."""
    inside = list(inside)
    sources = {link.source for link in inside}
    rivals: dict[Span, float] = {}
    for link in links:
        if link.source not in sources:
            rivals[link.target] = max(rivals.get(link.target, 0.0), link.confidence)
    return [
        link
        for link in inside
        if rivals.get(link.target, 0.0) <= _CONTESTED * link.confidence
    ]


def _find_runs(
    inside: Sequence[WordLink], outside: Iterable[Span]
) -> list[list[WordLink]]:
    """Return the links cut where another word's English or a long gap is between."""
    borders = sorted(outside)
    runs: list[list[WordLink]] = []
    for link in sorted(inside, key=lambda link: link.target):
        if runs:
            left, right = runs[-1][-1].target[1], link.target[0]
            is_cut = any(left <= border[0] < right for border in borders)
            if not is_cut and right - left <= _BRIDGE:
                runs[-1].append(link)
                continue
        runs.append([link])
    return runs


def _trim(run: list[WordLink]) -> list[WordLink]:
    """Return the run without articles at its edges."""
    first, last = 0, len(run)
    while first < last and run[first].is_article:
        first += 1
    while first < last and run[last - 1].is_article:
        last -= 1
    return run[first:last]


def _worth(run: Sequence[WordLink]) -> tuple[int, float]:
    """Return what makes one run better: more of the German words, then confidence."""
    return len({link.source for link in run}), sum(link.confidence for link in run)


def _cut_compound(run: list[WordLink], start: int, end: int) -> list[WordLink]:
    """Return the part of a run that belongs to a part of one closed compound.

    English says the parts in the same order. A single English word for the whole
    compound is the English of none of its parts.
    """
    sources = {link.source for link in run}
    if len(sources) != 1:
        return run
    (word,) = sources
    before, behind = start - word[0], word[1] - end
    if before <= 0 and behind <= _INFLECTION:
        return run
    if len(run) == 1:
        return []
    length = word[1] - word[0]
    count = round(len(run) * (min(end, word[1]) - max(start, word[0])) / length)
    count = min(max(count, 1), len(run) - 1)
    first = 0 if before <= 0 else len(run) - count
    if before > 0 and behind > _INFLECTION:
        first = min(round(len(run) * before / length), len(run) - count)
    return run[first : first + count]
