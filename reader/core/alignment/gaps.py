"""Links of words that the lexical table does not know, from what stands around them.

Owns the guesses by elimination: a German word alone between linked ones most likely
became what is left over between their English words, and an English word left over
in front of a compound's English most likely is the compound's first part.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from reader.core.alignment.beliefs import CellSet
from reader.core.alignment.content import is_source_content, is_target_content
from reader.core.alignment.words import Word

_NEAR = 3
"""How many words away the linked neighbours may stand."""
_MOST_LEFT_OVER = 3
_SHORTEST_COMPOUND = 8


def fill_gaps(
    sources: Sequence[Word],
    targets: Sequence[Word],
    links: AbstractSet[tuple[int, int]],
) -> CellSet:
    """Return the links together with the guessed ones.

    "Moderne Halbleiter altern" and "Modern semiconductors age": with both neighbours
    linked, "Halbleiter" is "semiconductors".
    """
    filled = set(links)
    content = [is_source_content(word.text) for word in sources]
    other_content = [is_target_content(word.text) for word in targets]
    for i in range(len(sources)):
        linked = {k for k, _ in filled}
        if content[i] and i not in linked:
            taken = {j for _, j in filled}
            left_over = [
                j
                for j in _find_gap(i, content, len(targets), filled)
                if other_content[j] and j not in taken
            ]
            if _are_together(left_over):
                filled |= {(i, j) for j in left_over}
    return filled


def _are_together(places: Sequence[int]) -> bool:
    """Return whether the places are a few and follow each other."""
    return bool(places) and places[-1] - places[0] + 1 == len(places) <= _MOST_LEFT_OVER


def _find_gap(place: int, content: Sequence[bool], width: int, links: CellSet) -> range:
    """Return the English words between those of the nearest linked neighbours.

    Nothing is between them where another content word without link is near, or where
    the neighbours changed places.
    """
    linked = {i for i, j in links}
    left = _nearest(place, -1, content, linked)
    right = _nearest(place, 1, content, linked)
    if left is None or right is None:
        return range(0)
    first = max((j + 1 for i, j in links if i == left), default=0)
    last = min((j for i, j in links if i == right), default=width)
    return range(first, last)


def _nearest(
    place: int, step: int, content: Sequence[bool], linked: AbstractSet[int]
) -> int | None:
    """Return the nearest linked content word; the sentence's ends count as linked."""
    for distance in range(1, _NEAR + 1):
        other = place + step * distance
        if not 0 <= other < len(content):
            return other
        if content[other]:
            return other if other in linked else None
    return None


def join_modifiers(
    sentence: str, sources: Sequence[Word], targets: Sequence[Word], links: CellSet
) -> CellSet:
    """Return the links with those to the first parts of compounds.

    "Fachzeitschrift" and "scientific journal": "scientific" has no other German word
    that it could come from.
    """
    joined = set(links)
    linked = {i for i, _ in links}
    open_places = {
        i
        for i, word in enumerate(sources)
        if i not in linked and is_source_content(word.text)
    }
    for i, word in enumerate(sources):
        is_noun = sentence[word.start].isupper()
        if i not in linked or not is_noun or len(word.text) < _SHORTEST_COMPOUND:
            continue
        if any(abs(i - place) <= 2 for place in open_places):
            continue
        own = [j for k, j in links if k == i]
        taken = {j for _, j in joined}
        sides = [(min(own) - 1, min(own))]
        if not open_places:
            sides.append((max(own) + 1, max(own)))
        for other, neighbour in sides:
            if (
                0 <= other < len(targets)
                and other not in taken
                and is_target_content(targets[other].text)
                and _touch(targets[other], targets[neighbour])
            ):
                joined.add((i, other))
    return joined


def _touch(one: Word, other: Word) -> bool:
    """Return whether only a blank or a hyphen is between two words."""
    return max(one.start, other.start) - min(one.end, other.end) <= 1
