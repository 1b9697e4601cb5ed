"""Words as they are counted and cited: the lexeme behind an inflected form.

Owns the citation form of single nouns, compounds and abbreviations; of phrases it is
`reader.core.terminology.citing`'s job. Forms are looked up through the lemmatizer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.core.interfaces import Lemmatize
from reader.core.matching.vocabulary import Vocabulary

_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9]+|[A-Z][a-z]?[A-Z][A-Za-z0-9]*")
_CAMEL = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
_PLURAL_ABBREVIATION = re.compile(r"([A-ZÄÖÜ]{2,})s")
_LINKS = ("", "s", "es", "n", "en", "er")
_SHORTEST_MODIFIER = 3
_CACHED = 1 << 16


class Lexemes:
    """A lemmatizer asked for keys to count by, and for citation forms."""

    def __init__(self, lemmatize: Lemmatize) -> None:
        self.vocabulary = Vocabulary(lemmatize)
        self.key = lru_cache(_CACHED)(self._find_key)
        self.noun = lru_cache(_CACHED)(self._find_noun)

    def is_known(self, word: str) -> bool:
        """Tell whether the dictionary has the word as it is written."""
        return self.vocabulary.lemma(word) is not None

    def is_compound(self, word: str) -> bool:
        """Tell whether a word is two in one, both known, and no mere prefix and noun.

        "Flusspumpe", "Leistungszahl" with a linking s, "Schaltschrank" with a verb's
        stem; not "Entwicklung".
        """
        start = self._head(word)
        return start > 0 and self._is_modifier(word[:start])

    def _is_modifier(self, first: str) -> bool:
        if self.vocabulary.is_verb(f"{first.lower()}en") and len(first) > 3:
            return True
        return any(
            self.vocabulary.has_noun(first.removesuffix(link))
            for link in _LINKS
            if first.endswith(link) and len(first) - len(link) >= _SHORTEST_MODIFIER
        )

    def _find_key(self, word: str) -> str:
        """Return what all forms of a word share: its lemma, or a stem and a hyphen."""
        if is_abbreviation(word):
            return _strip_plural(word)
        if word[:1].isupper():
            return self.noun(word) or self._stem(word)
        return self.vocabulary.lemma(word) or self._stem(word)

    def _find_noun(self, word: str) -> str | None:
        """Return the citation form of a noun; None where nothing is known of it.

        >>> lemmas = {"Pumpen": "Pumpe", "Wärme": "Wärme"}
        >>> lexemes = Lexemes(lambda word: lemmas.get(word, f"{word.lower()}-"))
        >>> lexemes.noun("Flusswärmepumpen"), lexemes.noun("Aydin")
        ('Flusswärmepumpe', None)
        """
        lemma = self.vocabulary.lemma(word)
        if lemma is not None:
            return lemma if lemma[:1].isupper() else None
        start = self._head(word)
        if not start:
            return None
        head = self.vocabulary.lemma(word[start:].capitalize()) or word[start:]
        return word[:start] + head.lower()

    def _head(self, word: str) -> int:
        """Return where the head of a compound begins, 0 where there is none."""
        if is_abbreviation(word) or not word[:1].isupper():
            return 0
        return self.vocabulary.head(word)

    def _stem(self, word: str) -> str:
        return f"{self.vocabulary.stem(word) or word.lower()}-"


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is written like an abbreviation or a code.

    >>> words = ("GPU", "GPUs", "GoA", "R290", "OpenAI", "Chip", "A")
    >>> [word for word in words if is_abbreviation(word)]
    ['GPU', 'GPUs', 'GoA', 'R290', 'OpenAI']
    """
    return bool(
        _ABBREVIATION.fullmatch(_strip_plural(word))
        or (word[:1].isupper() and any(char.isdigit() for char in word))
        or (_CAMEL.search(word) and not word.endswith(("Innen", "In")))
    )


def _strip_plural(word: str) -> str:
    plural = _PLURAL_ABBREVIATION.fullmatch(word)
    return plural[1] if plural else word
