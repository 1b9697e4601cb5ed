"""Adjectives in all their endings, and in their degrees.

"großes" is cited, "großen" is found. "größere" is a form of the adjective, too; inside
a longer term it says something else: a larger model is no large language model.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import fold

_ENDINGS = ("e", "er", "es", "en", "em", "n", "r", "s", "m")
# dunkel, dunkle; eben, ebne; teuer, teure
_DROPPED_E = re.compile(r"(?:[^aeiouy]|eu|au)[lrn]$")


@lru_cache(1 << 16)
def adjective_bases(form: str) -> frozenset[str]:
    """Return what a folded word would be without an ending, if it is an adjective.

    >>> sorted(adjective_bases("teuren"))
    ['teuer', 'teur', 'teure', 'teuren']
    """
    bases = {form}
    for ending in _ENDINGS:
        # "leisen" is "leise" and an n: one letter goes only from behind an e.
        is_bare = ending in {"n", "r", "s", "m"} and form[-2:-1] != "e"
        if form.endswith(ending) and not is_bare:
            bases.add(form[: -len(ending)])
    bases |= {f"{base[:-1]}e{base[-1]}" for base in bases if _DROPPED_E.search(base)}
    bases |= {f"{base[:-1]}ch" for base in bases if base.endswith("hoh")}
    return frozenset(base for base in bases if len(base) > 1)


class Adjectives:
    """Finds the base of an adjective that is cited with an ending."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.base = lru_cache(1 << 14)(self._find_base)

    def is_form(self, citation: str, form: str) -> bool:
        """Say whether `form` is `citation` with another ending, or none."""
        return self.base(citation) in adjective_bases(fold(form))

    def is_degree(self, citation: str, form: str) -> bool:
        """Say whether `form` is a comparative or superlative: "teuerste" of "teuer"."""
        lemma = self._vocabulary.lemma(form.lower())
        return lemma is not None and fold(lemma) == self.base(citation)

    def _find_base(self, citation: str) -> str:
        """Return the folded form without an ending: "groß" of "großes"."""
        folded = fold(citation)
        bases = adjective_bases(folded)
        lemma = self._vocabulary.lemma(citation.lower())
        if lemma is not None and fold(lemma) in bases:
            return fold(lemma)
        for ending in ("es", "er", "en", "em", "e"):
            if folded.endswith(ending):
                return folded[: -len(ending)]
        return folded
