"""What an English sentence asks of the words at one place.

Owns reading the surroundings: which words really are replaced, their number, their
verb form, whether another noun follows. `reader.core.obeying.replacing` writes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from reader.core.english.closed_classes import (
    ARTICLES,
    AUXILIARIES,
    BEFORE_INFINITIVE,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    MODALS,
    PARTICLES,
    PERFECT_OR_PASSIVE,
    PLURAL_DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SINGULAR_DETERMINERS,
    SINGULAR_VERBS,
    SUBJECT_PRONOUNS,
)
from reader.core.english.words import Word, fold_gap, is_hyphen, split_words
from reader.core.glossary.hits import Span
from reader.core.interfaces import Inflector

_STOPS = re.compile(r"[,.;:!?()%\[\]]")
_SYMBOLS = re.compile(r"[$€£¥#+*=<>@]")
"""Signs that are part of a word, and would be left behind: "US$100"."""
NOUN_TAGS = frozenset({"NN", "NNS", "JJ", "VBG"})
"""Readings of a word that can stand where a noun does."""
_LONGEST_REGION = 6
_DETERMINER_REACH = 3


@dataclass(frozen=True, slots=True)
class Region:
    """Some words of a sentence that are to be replaced."""

    text: str
    words: Sequence[Word]
    first: int
    last: int
    """The last word itself, not the one behind it."""
    inflector: Inflector

    @property
    def span(self) -> Span:
        """Where the region stands."""
        return self.words[self.first].start, self.words[self.last].end

    @property
    def keys(self) -> list[str]:
        """The words of the region, in lower case."""
        return [word.key for word in self.words[self.first : self.last + 1]]

    def key(self, offset: int) -> str:
        """Return a word by its distance: -1 is before the region, 1 behind it."""
        index = self.first + offset if offset < 0 else self.last + offset
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def is_joined(self, offset: int) -> bool:
        """Return whether only a blank or a hyphen parts the neighbour at ±1 from it."""
        return bool(self.key(offset)) and fold_gap(self._gap(offset)) == " "

    def is_hyphened(self, offset: int) -> bool:
        """Return whether a hyphen joins the neighbour at ±1."""
        return bool(self.key(offset)) and is_hyphen(self._gap(offset))

    def readings(self, index: int) -> frozenset[str]:
        """Return the tags that a word of the sentence may have."""
        return self.inflector.readings(self.words[index].text)

    @property
    def head(self) -> int:
        """The word that carries the number: the last, or the one before "of"."""
        for index in range(self.first + 1, self.last):
            if self.words[index].key in PREPOSITIONS:
                return index - 1
        return self.last

    @property
    def is_attributive(self) -> bool:
        """Whether another noun follows that the region describes: "chip maker"."""
        if self.is_hyphened(1):
            return True
        if not self.is_joined(1) or self.key(1) in FUNCTION_WORDS:
            return False
        tags = self.readings(self.last + 1)
        is_plural = self.is_plural_word(self.head)
        return bool({"NN", "NNS", "VBG"} & tags or not tags) and not is_plural

    def is_plural_word(self, index: int) -> bool:
        """Return whether a word looks like a plural."""
        word, tags = self.words[index], self.readings(index)
        if tags & {"NN", "NNS"}:
            return "NNS" in tags and ("NN" not in tags or word.text.endswith("s"))
        return bool(re.search(r"[^su'i]s$", word.text))

    def find_determiner(self) -> int | None:
        """Return the determiner in front of the region, adjectives between allowed."""
        for index in range(self.first - 1, self.first - 1 - _DETERMINER_REACH, -1):
            if index < 0 or self._is_cut_behind(index):
                return None
            key = self.words[index].key
            if key in DETERMINERS or key.isdigit():
                return index
            if key in FUNCTION_WORDS or key == "s":
                return None
        return None

    def find_number(self) -> str:
        """Return "singular" or "plural" where the surroundings ask for it, else ""."""
        index = self.find_determiner()
        key = self.words[index].key if index is not None else ""
        if key in SINGULAR_DETERMINERS or key == "1":
            return "singular"
        if key in PLURAL_DETERMINERS or key.isdigit():
            return "plural"
        if self.is_subject:
            if self.key(1) in SINGULAR_VERBS.values():
                return "singular"
            if self.key(1) in SINGULAR_VERBS:
                return "plural"
        return ""

    @property
    def is_subject(self) -> bool:
        """Whether a verb right behind the region can agree with it.

        In "the first days of the year are" it does not.
        """
        first = self.find_determiner()
        before = (self.first if first is None else first) - 1
        is_object = before >= 0 and self.words[before].key in PREPOSITIONS
        return self.is_joined(1) and not is_object

    def find_verb_tag(self) -> str:
        """Return the form that the first word of the region has as a verb, or ""."""
        tags = self.readings(self.first) or _guess_tags(self.words[self.first].key)
        before = self._auxiliary()
        if before in PERFECT_OR_PASSIVE and "VBN" in tags:
            return "VBN"
        if before in BEFORE_INFINITIVE and "VB" in tags:
            return "VB"
        if self.key(-1) in DETERMINERS and "VBN" in tags:
            return "VBN"
        for tag in ("VBD", "VBN", "VBZ", "VBG", "VB", "VBP"):
            if tag in tags:
                return tag
        return ""

    def _auxiliary(self) -> str:
        """Return the nearest auxiliary or "to" before the region, adverbs skipped."""
        for offset in (-1, -2, -3):
            key = self.key(offset)
            if key in (PERFECT_OR_PASSIVE | BEFORE_INFINITIVE) - {"not"}:
                return key
            if key != "not" and "RB" not in self.inflector.readings(key):
                return ""
        return ""

    def is_noun(self) -> bool:
        """Return whether the region can be a noun, as far as one can see."""
        tags = self.readings(self.head)
        if self.key(-1) in SUBJECT_PRONOUNS | MODALS:
            return False
        if self.words[self.head].text[0].isupper() and self.head:
            # A name: "the Fed" has nothing to do with "feed".
            return True
        # "computing", but not "is computing"
        is_participle = tags & NOUN_TAGS == {"VBG"} and self._auxiliary() in AUXILIARIES
        return (not tags or bool(tags & NOUN_TAGS)) and not is_participle

    def is_verb(self) -> bool:
        """Return whether the region can be a verb, as far as one can see.

        "The controls", "border control", but "they control" and "Nvidia controls".
        """
        tag, tags = self.find_verb_tag(), self.readings(self.first)
        if tag not in ("VB", "VBP", "VBZ") or not tags & {"NN", "NNS"}:
            return bool(tag)
        before = self.key(-1)
        if before in BEFORE_INFINITIVE | PRONOUNS:
            return True
        if self.first == 0 or before in FUNCTION_WORDS or not self.is_joined(-1):
            return False
        of_subject = self.readings(self.first - 1)
        if of_subject and (not of_subject & {"NN", "NNS"} or "JJ" in of_subject):
            return False
        return self.is_plural_word(self.first - 1) == (tag != "VBZ")

    def _gap(self, offset: int) -> str:
        if offset < 0:
            return self.text[self.words[self.first - 1].end : self.span[0]]
        return self.text[self.span[1] : self.words[self.last + 1].start]

    def _is_cut_behind(self, index: int) -> bool:
        gap = self.text[self.words[index].end : self.words[index + 1].start]
        return bool(_STOPS.search(gap))


def find_region(
    target: str,
    span: Span,
    pos: str,
    own_words: Collection[str],
    inflector: Inflector,
) -> Region | None:
    """Return the words at `span` that stand for a term, None if there are none.

    Whole words; articles, auxiliaries and prepositions at the edges stay where they
    are, and neighbours that are words of the term (`own_words`) are taken in, so that
    "computing capacity" does not become "computing computing power".
    """
    words = split_words(target)
    if _SYMBOLS.search(target[slice(*span)]):
        return None
    inside = [n for n, w in enumerate(words) if w.start < span[1] and span[0] < w.end]
    if not inside:
        return None
    region = _trim(
        Region(target, words, inside[0], inside[-1], inflector), pos, own_words
    )
    if region is None:
        return None
    region = _absorb(region, own_words)
    return region if _is_one_phrase(region, own_words) else None


def _trim(region: Region, pos: str, own_words: Collection[str]) -> Region | None:
    if pos in ("adverb", "phrase"):
        # "at present" consists of small words.
        return region
    words, first, last = region.words, region.first, region.last
    kept = PARTICLES if pos == "verb" else frozenset()
    while first <= last and words[first].key in FUNCTION_WORDS - set(own_words):
        first += 1
    while first < last and words[last].key in FUNCTION_WORDS - set(own_words) - kept:
        last -= 1
    return replace(region, first=first, last=last) if first <= last else None


def _absorb(region: Region, own_words: Collection[str]) -> Region:
    content = set(own_words) - FUNCTION_WORDS
    while region.is_joined(-1) and region.key(-1) in content:
        region = replace(region, first=region.first - 1)
    while region.is_joined(1) and region.key(1) in content:
        region = replace(region, last=region.last + 1)
    return region


def _is_one_phrase(region: Region, own_words: Collection[str]) -> bool:
    """Return whether nothing else would be lost with the region."""
    start, end = region.span
    lost = (AUXILIARIES | CONJUNCTIONS) - set(own_words)
    return not (
        _STOPS.search(region.text[start:end])
        or len(region.keys) > _LONGEST_REGION
        or lost & set(region.keys)
    )


def _guess_tags(key: str) -> frozenset[str]:
    """Return the verb forms that an unknown word may be, by its ending."""
    for ending, tags in (("ing", "VBG"), ("ed", "VBD VBN"), ("s", "VBZ")):
        if key.endswith(ending):
            return frozenset(tags.split())
    return frozenset()


def has_article(region: Region) -> bool:
    """Return whether the word in front of the region is "a" or "an"."""
    return region.is_joined(-1) and region.key(-1) in ARTICLES - {"the"}
