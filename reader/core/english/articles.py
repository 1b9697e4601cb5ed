"""Whether English says "a" or "an" before a phrase.

The sound decides, not the letter: "an hour", "a unit", "an LLM", "an 8-bit chip". Own
rules, because the library for this takes seconds to import and says "a EU", "a H100".
"""

from __future__ import annotations

import re

_VOWEL_SOUND = re.compile(r"(?:hour|honest|hono|heir|nvidia)")
_YOU_OR_ONE = re.compile(
    r"(?:uni(?:[cfloqstv])|us(?:a|e|ua|ur)|ut[aio]|uk|ur[ai]|ubi|eu|ewe|once|one(?:$|[^i]))"
)
_EIGHT_OR_ELEVEN = re.compile(r"(?:8|1[18](?!\d))")
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: "an F", "an H"."""
_SPOKEN_AS_WORDS = frozenset(
    "FIFA HEPA HIPAA LAN LASER LIDAR LORA MIMO NAND NASA NASDAQ NATO NOR RADAR RAG RAM "
    "REIT RISC ROM SAP SAAS SARS SIM SONAR SQUID SWIFT".split()
)
_LONGEST_ABBREVIATION = 5


def indefinite_article(phrase: str) -> str:
    """Return "a" or "an", whichever stands before `phrase`.

    >>> [indefinite_article(p) for p in ("hour", "unit", "LLM", "8-bit chip")]
    ['an', 'a', 'an', 'an']
    """
    found = re.search(r"[^\W_]+", phrase)
    if found is None:
        return "a"
    word = found.group()
    if word[0].isdigit():
        return "an" if _EIGHT_OR_ELEVEN.match(word) else "a"
    if _is_spelled(word):
        return "an" if word[0].upper() in _VOWEL_LETTERS else "a"
    word = word.lower()
    if _VOWEL_SOUND.match(word):
        return "an"
    return "an" if word[0] in "aeiou" and not _YOU_OR_ONE.match(word) else "a"


def _is_spelled(word: str) -> bool:
    """Return whether a word is said letter by letter: "LLM", "x86", "mRNA", "H100"."""
    if word.upper() in _SPOKEN_AS_WORDS:
        return False
    letters = word.rstrip("s")
    if letters.isupper() and sum(map(str.isalpha, letters)) <= _LONGEST_ABBREVIATION:
        return True
    return len(word) == 1 or bool(re.match(r"[a-z](?:[A-Z]{2}|\d)", word))
