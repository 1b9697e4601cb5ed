"""How often a word stands in general German: what a domain's words are held against.

Owns the record and the questions. The list is read by `reader.backends.background`
and made by `reader.training.background`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from reader.core.terminology.genders import Gender, guess_by_suffix

_SHORTEST_HEAD = 3


@dataclass(frozen=True, slots=True)
class Background:
    """Counts of lexemes (`Lexemes.key`) and genders of nouns in general texts."""

    counts: Mapping[str, int]
    genders: Mapping[str, Gender]
    size: int
    """Words of the texts, counted as often as they stand there."""

    def weirdness(self, key: str, count: float, size: int) -> float:
        """Return how much more often a lexeme stands in a text than in general ones.

        The binary logarithm of Ahmad et al.'s (1999) weirdness, with one occurrence
        more in the background, so that a word that is not there has a value, too.
        `size` has the words of the text.
        """
        general = (self.counts.get(key, 0) + 1) / self.size
        return log2(count / size / general)

    def gender(self, noun: str) -> Gender:
        """Return the gender of a noun, of a compound that of its head; "" if unknown.

        The head is the longest end that is a noun: "Sprachmodell" is a "Modell".
        """
        for start in range(len(noun) - _SHORTEST_HEAD + 1):
            head = noun[start:] if start == 0 else noun[start:].capitalize()
            if head in self.genders:
                return self.genders[head]
        return guess_by_suffix(noun)
