"""Citation forms of German words, from simplemma's dictionary and NLTK's stemmer.

Owns loading them: the dictionary has more than a million forms and takes seconds, so
nothing here runs before somebody has a glossary. What a lemma is good for is
`reader.core.matching`'s job.
"""

from __future__ import annotations

from functools import cache, lru_cache

from reader.backends.nltk_parts import import_part
from reader.core.interfaces import Lemmatize

_CACHED_WORDS = 1 << 17


@cache
def load_lemmas() -> Lemmatize:
    """Return the lemmatizer, ready; the first call takes seconds.

    The dictionary is asked for the word as it is written, because a capital tells a
    noun from a verb: "Macht" (power) is its own lemma, "macht" is one of "machen".
    """
    from simplemma.strategies import DictionaryLookupStrategy, RulesStrategy

    dictionary, rules = DictionaryLookupStrategy(), RulesStrategy()
    stemmer = import_part("nltk.stem.cistem").Cistem()

    @lru_cache(_CACHED_WORDS)
    def lemmatize(word: str) -> str:
        known = dictionary.exact_lemma(word, "de") or rules.get_lemma(word, "de")
        return known or f"{stemmer.stem(word)}-"

    # The dictionary is read at the first question, and loading is what this is.
    lemmatize("Wort")
    return lemmatize
