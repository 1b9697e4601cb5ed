"""English inflection from the tables of LemmInflect (the NIH SPECIALIST lexicon).

Owns the library and what is put over it: abbreviations, mass nouns, particle verbs.
Importing it and reading its tables takes about half a second, so both wait for the
first word that is asked for. Checking a translation needs it only where a regular form
is missing, replacing words always (`reader.core.obeying`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from reader.core.english.articles import indefinite_article
from reader.core.english.nouns import is_mass_noun
from reader.core.interfaces import Inflector

_VERB_TAGS = ("VBZ", "VBD", "VBN", "VBG")
_PREPOSITION = re.compile(r"(?<=\w) (?:of|for|in|on|at|to|with|without|per|under) ")
_UNCOUNTED = frozenset("people police series species means".split())
_PLURALS = {"axis": "axes", "person": "people", "focus": "focuses"}
"""Where the dictionary's first form is not the usual one."""


class EnglishInflector(Inflector):
    """The shipped inflector."""

    def plural(self, noun: str) -> str:
        """Return the plural of a noun or noun phrase.

        Mass nouns and words that are in the plural stay: "data", "export controls".
        """
        found = _PREPOSITION.search(noun)
        if found:
            return self.plural(noun[: found.start()]) + noun[found.start() :]
        rest, head = _split_head(noun)
        if is_mass_noun(head) or head in _UNCOUNTED:
            return noun
        if head[-1:].isupper() or head[-1:].isdigit():
            return noun + "s"
        if head in _PLURALS:
            return rest + _PLURALS[head]
        if "NNS" in self.readings(head) and "NN" not in self.readings(head):
            return noun
        forms = _inflections().getInflection(head.lower(), "NNS")
        plurals = [form for form in forms if form != head.lower()]
        return rest + (_like(head, plurals[0]) if plurals else head)

    def article(self, phrase: str) -> str:
        """Return the indefinite article before `phrase`: "a" or "an"."""
        return indefinite_article(phrase)

    def verb_forms(self, verb: str) -> tuple[str, str, str, str]:
        """Return the forms in -s, of the past, of the participle, and in -ing.

        Of "roll out" the first word is inflected, of "fine-tune" the last.
        """
        first, blank, particles = verb.partition(" ")
        s, past, participle, ing = (
            _inflections().getInflection(first, tag)[0] + blank + particles
            for tag in _VERB_TAGS
        )
        return s, past, participle, ing

    def readings(self, word: str) -> frozenset[str]:
        """Return the Penn Treebank tags that `word` may have; none if not known."""
        return _readings(word.lower())


@lru_cache(maxsize=65_536)
def _readings(word: str) -> frozenset[str]:
    tags: set[str] = set()
    for category, lemmas in _lemmatizer().getAllLemmas(word).items():
        for lemma in lemmas:
            forms = _inflections().getAllInflections(lemma, category)
            tags |= {tag for tag, known in forms.items() if word in known}
            # The table leaves out a participle that is the past form.
            if "VBN" not in forms and word in forms.get("VBD", ()):
                tags.add("VBN")
    return frozenset(tags)


def _like(word: str, form: str) -> str:
    """Return `form`, in small letters, with the capitals of the word it belongs to."""
    return word + form[len(word) :] if form.startswith(word.lower()) else form


def _split_head(noun: str) -> tuple[str, str]:
    """Return what stands before the last word, and that word.

    >>> _split_head("supply chain"), _split_head("start-up")
    (('supply ', 'chain'), ('start-', 'up'))
    """
    found = re.search(r"[^\s-]+$", noun)
    start = found.start() if found else 0
    return noun[:start], noun[start:]


@cache
def _inflections() -> Any:
    from lemminflect.core.Inflections import Inflections

    return Inflections()


@cache
def _lemmatizer() -> Any:
    from lemminflect.core.Lemmatizer import Lemmatizer

    return Lemmatizer()
