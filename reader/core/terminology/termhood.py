"""How much of a term a candidate is: unithood times domain specificity.

Owns the measure, a product of three factors from the literature:

- C-value (Frantzi, Ananiadou and Mima 2000): how often a candidate stands by itself and
  not inside a longer one, and how long it is. As in Barrón-Cedeño et al. (2009) the
  length has one added, so that single words have a value; German writes terms of
  several words in one, so the parts of a compound count as words. Texts are short: the
  count goes in by its logarithm, or common nouns would lead.
- cohesion (Park, Byrd and Boguraev 2002, a generalised Dice coefficient): whether the
  words of a phrase stand together rather than apart.
- weirdness (Ahmad, Gillam and Tostevin 1999): how much more often the words stand in
  the text than in general language (`reader.core.terminology.background`), the mean of
  the logarithms.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import log2, sqrt

MIN_WEIRDNESS = 2.0
"""The binary logarithm of how much more often a term must stand in the text."""
ONCE = 0.5
"""What a single occurrence is worth as evidence that words belong together."""


def c_value(length: int, count: int, longer: Collection[int]) -> float:
    """Return the C-value of a candidate, its count by the logarithm.

    `length` is in words, `count` how often it stands in the text, `longer` how often
    each candidate that contains it does.

    >>> round(c_value(2, 4, [1, 1]), 2), c_value(1, 3, [3])
    (3.17, 0.0)
    """
    nested = sum(longer) / len(longer) if longer else 0.0
    return log2(1 + length) * log2(1 + max(0.0, count - nested))


def discount_once(length: int, count: int) -> float:
    """Return the factor for phrases that stand only once: most are free ones.

    `length` is in tokens, since a compound is no phrase.
    """
    return ONCE if length > 1 and count == 1 else 1.0


def cohesion(count: int, parts: Sequence[int]) -> float:
    """Return from 0 to 1 how far the words of a phrase stand together.

    The root, because a term's head is a term as well and stands by itself.

    >>> cohesion(3, [3, 3]), round(cohesion(2, [2, 14]), 2)
    (1.0, 0.5)
    """
    return sqrt(min(1.0, len(parts) * count / sum(parts)))


def termhood(unithood: float, weirdness: Sequence[float]) -> float:
    """Return the product of both, 0 for what is not specific at all."""
    specific = sum(weirdness) / len(weirdness)
    return unithood * max(0.0, specific - MIN_WEIRDNESS)


def find_longer(
    counts: Mapping[tuple[str, ...], int],
) -> dict[tuple[str, ...], list[int]]:
    """Return for each candidate the counts of those that contain it.

    What stands only once takes nothing away from its parts: nobody knows yet whether
    it is a phrase.
    """
    longer: dict[tuple[str, ...], list[int]] = {}
    for key, count in counts.items():
        if count == 1:
            continue
        size = len(key)
        inside = {
            key[start:end]
            for start in range(size)
            for end in range(start + 1, size + 1)
            if end - start < size
        }
        for part in inside & counts.keys():
            longer.setdefault(part, []).append(count)
    return longer
