"""The parts of German compounds that nobody has seen as a whole.

Owns cutting a word into known parts, for the lexical table's lookups. Whether a
glossary's term is inside a compound is `reader.core.matching`'s question, which asks
for more certainty.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.core.alignment.words import stem_source

SHORTEST_PART = 4
_LINKING = ("", "s", "n", "en", "es", "er", "e")
_MOST_PARTS = 3


def split_compound(
    word: str, is_known: Callable[[str], bool], most_parts: int = _MOST_PARTS
) -> tuple[str, ...]:
    """Return the stems of a compound's parts, () for a word that is none.

    Fewest parts win, then the cut whose shorter part is longest.

    >>> known = {stem_source(word) for word in ("daten", "schutz", "behörde")}
    >>> split_compound("datenschutzbehörden", known.__contains__)
    ('daten', 'schutz', 'behord')
    >>> split_compound("schutzes", known.__contains__)
    ()
    """
    best: tuple[int, int, tuple[str, ...]] = (most_parts + 1, 0, ())
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        tail = stem_source(word[cut:])
        if not is_known(tail):
            continue
        head = word[:cut]
        parts = _find_head(head, is_known)
        if not parts and most_parts > 2:
            parts = split_compound(head, is_known, most_parts - 1)
        if parts:
            # Negative, so that the smallest of all is the one to take.
            candidate = (len(parts) + 1, -min(len(head), len(word) - cut))
            if candidate < best[:2]:
                best = (*candidate, (*parts, tail))
    return best[2]


def _find_head(head: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the stem of a first part without its linking letters."""
    for linking in _LINKING:
        bare = head.removesuffix(linking)
        if head.endswith(linking) and len(bare) >= SHORTEST_PART:
            stem = stem_source(bare)
            if is_known(stem):
                return (stem,)
    return ()
