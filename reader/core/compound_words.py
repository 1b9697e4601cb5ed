"""The parts of a compound that no dictionary has as a whole.

Owns the cutting. `reader.core.matching.compounds` looks for glossary terms in
compounds instead, and never needs the whole of one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

FindHeadword = Callable[[str], str | None]
"""Returns the headword of a form, None for a word that is none; capitals count."""

_SHORTEST_PART = 4
_SHORTEST_MODIFIER = 3
_SHORTEST_TAIL = 5
_MOST_PARTS = 4
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_RARE_LINKS = ("er", "e")

_Cut = tuple[int, int, int, tuple[str, ...]]
"""The number of parts, that of rare links, the length of the shortest part (negative),
and the headwords."""


def cut_compound(
    word: str, find_head: FindHeadword, find_modifier: FindHeadword | None = None
) -> tuple[str, ...]:
    """Return the headwords of a compound's parts, () where it cannot be cut.

    The head is inflected, a modifier has linking letters at most; both are asked for
    by different functions. The fewest parts win, then the usual links ("Video" and
    "Erstellung", no "Stellung"), then the cut whose shortest part is longest; of two
    such, the longer beginning, since short ones are more often words by chance.

    >>> known = {"Rechenleistung", "Bedarf", "Rechen", "Leistung", "stark", "Finanz"}
    >>> find = lambda word: word if word in known else None
    >>> cut_compound("Rechenleistungsbedarf", find), cut_compound("finanzstark", find)
    (('Rechenleistung', 'Bedarf'), ('Finanz', 'stark'))
    >>> cut_compound("Bedarf", find), cut_compound("leistungsbedarf", find)
    ((), ())
    """
    find_modifier = find_modifier or find_head
    write = str.capitalize if word[:1].isupper() else str.lower

    @cache
    def cut(start: int) -> _Cut | None:
        """Return the best parts of what begins at `start`."""
        found: list[_Cut] = []
        if start and (head := find_head(write(word[start:]))):
            found.append((1, 0, start - len(word), (head,)))
        for end in range(len(word) - _SHORTEST_PART, start + 1, -1):
            modifier, link = _find_modifier(word[start:end], find_modifier)
            rest = cut(end) if modifier else None
            if modifier and rest and rest[0] < _MOST_PARTS:
                rare = rest[1] + (link in _RARE_LINKS)
                shortest = max(start - end, rest[2])
                found.append((rest[0] + 1, rare, shortest, (modifier, *rest[3])))
        return min(found, key=lambda cut: cut[:3], default=None)

    best = cut(0)
    return best[3] if best else ()


def find_tail(word: str, find_head: FindHeadword) -> str | None:
    """Return the longest known noun that ends one which cannot be cut as a whole.

    >>> find_tail("Bihlmayerfotografie", {"Fotografie": "Fotografie"}.get)
    'Fotografie'
    """
    if not word[:1].isupper():
        return None
    for place in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_TAIL + 1):
        tail = find_head(word[place:].capitalize())
        if tail is not None:
            return tail
    return None


def _find_modifier(letters: str, find: FindHeadword) -> tuple[str | None, str]:
    """Return the headword of a first part, and the linking letters behind it."""
    for link in _LINKS:
        bare = letters.removesuffix(link)
        if letters.endswith(link) and len(bare) >= _SHORTEST_MODIFIER:
            found = find(bare.capitalize())
            if found is not None:
                return found, link
    # "Sprachmodell", "Schulleiterin".
    is_long = len(letters) >= _SHORTEST_MODIFIER
    return (find(letters.capitalize() + "e") if is_long else None), ""
