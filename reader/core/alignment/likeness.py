"""How much two words look alike: numbers, names and cognates.

Owns what spelling alone tells about a pair of words. What was learned from texts is
the lexical table's job (`reader.core.interfaces.Lexicon`).
"""

from __future__ import annotations

IDENTICAL = 0.9
COGNATE = 0.4
"""What the likeness of two words that begin alike is at the most."""

_MIN_COGNATE = 4
_MIN_SHARED = 0.6


def likeness(source: str, target: str) -> float:
    """Return how likely two words in lower case are one by their spelling, 0 to 1.

    >>> likeness("openai", "openai"), likeness("2,4", "2.4"), likeness("14", "15")
    (0.9, 0.9, 0.0)
    >>> likeness("nvidias", "nvidia") > 0.3
    True
    >>> likeness("energie", "energy") > 0.2, likeness("haus", "house")
    (True, 0.0)
    """
    if source == target:
        # "die", "in", "an" and "so" are words of both languages.
        return IDENTICAL if len(source) > 3 or not source.isalpha() else 0.1
    if source[0].isdigit() or target[0].isdigit():
        return IDENTICAL if _digits(source) == _digits(target) else 0.0
    if len(source) < _MIN_COGNATE or len(target) < _MIN_COGNATE:
        return 0.0
    shared = shared_prefix(source, target) / max(len(source), len(target))
    return COGNATE * shared if shared >= _MIN_SHARED else 0.0


def _digits(word: str) -> str:
    """Return a number without its separators: "1.200" and "1,200" are one."""
    return word.replace(".", "").replace(",", "")


def shared_prefix(source: str, target: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    length = 0
    for one, other in zip(source, target, strict=False):
        if one != other:
            break
        length += 1
    return length
