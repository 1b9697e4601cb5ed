"""What the lemmatizer knows, asked in the ways that the rules need.

A lemma that ends with a hyphen is the stem of an unknown word
(`reader.core.interfaces.Lemmatize`).
"""

from __future__ import annotations

from functools import lru_cache

from reader.core.interfaces import Lemmatize
from reader.core.matching.words import fold

_SHORTEST_HEAD = 4
_SHORTEST_MODIFIER = 3
_CACHED = 1 << 16


class Vocabulary:
    """A lemmatizer with its questions and a memory for the slow ones."""

    def __init__(self, lemmatize: Lemmatize) -> None:
        self._lemmatize = lemmatize
        self.head = lru_cache(_CACHED)(self._find_head)

    def lemma(self, word: str) -> str | None:
        """Return the citation form of a word as it is written, if it is known."""
        found = self._lemmatize(word)
        return None if found.endswith("-") else found

    def stem(self, word: str) -> str:
        """Return the stem of an unknown word, "" of a known one."""
        found = self._lemmatize(word)
        return found[:-1] if found.endswith("-") else ""

    def noun(self, word: str) -> str | None:
        """Return the folded lemma of a noun or of a compound with a known head.

        "Laserdruckern" gives "laserdrucker", whether or not it is in a dictionary.
        """
        word = word[:1].upper() + word[1:].lower()
        known = self.lemma(word)
        if known is not None:
            return fold(known)
        start = self.head(word)
        if not start:
            return None
        head = self.lemma(word[start:].capitalize())
        return None if head is None else fold(word[:start] + head)

    def has_noun(self, word: str) -> bool:
        """Say whether `word` is a form of a known noun, compounds not counted."""
        word = word.capitalize()
        known = self.lemma(word)
        if known is None:
            return False
        # A dictionary may take "Beutel" for a form of "beuteln": the genitive tells.
        return known[:1].isupper() or self.lemma(f"{word}s") == word

    def is_verb(self, word: str) -> bool:
        """Say whether `word`, in small letters, is a known infinitive."""
        return word.endswith(("en", "ern", "eln", "tun", "sein")) and (
            self.lemma(word) == word
        )

    def _find_head(self, word: str) -> int:
        """Return where the longest known noun that ends `word` begins, or 0."""
        for start in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1):
            if self.has_noun(word[start:]):
                return start
        return 0
