"""Term pairs of a sentence pair: German words, and what their English is called.

Owns which of a pair's words can carry a hint, and the citation form of the English:
the hint says "build" where the English has "built", so that the engine learns to
inflect. The links are the aligner's (`reader.core.alignment`), the form of a hint is
`reader.core.hints`'s. A term is one word or up to three neighbours that together are
one stretch of English ("künstliche Intelligenz"), and nothing outside has a part of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.core.alignment.content import is_source_content, is_target_content
from reader.core.alignment.links import WordLink
from reader.core.alignment.words import Word, find_words
from reader.core.interfaces import Inflector, Lemmatize, Lexicon

MOST_WORDS = 3
_GAP = re.compile(r"[ -]")
_ADJECTIVE = re.compile(r"e[mnrs]?$")


@dataclass(frozen=True, slots=True)
class TermPair:
    """A stretch of the German, and its English in citation form."""

    start: int
    end: int
    english: str
    surprise: float
    """From 0 to 1; near 0 for what one would have said anyway."""


class TermFinder:
    """Finds term pairs with the tables that ship with the program."""

    def __init__(
        self, lexicon: Lexicon, inflector: Inflector, lemmatize: Lemmatize
    ) -> None:
        self._lexicon = lexicon
        self._inflector = inflector
        self._lemmatize = lemmatize

    def find(
        self, source: str, target: str, links: Sequence[WordLink], confidence: float
    ) -> list[TermPair]:
        """Return all terms whose links are worth `confidence`; they may overlap."""
        sources, targets = find_words(source), find_words(target)
        linked = _Links(sources, targets, links, confidence)
        terms = []
        for first in range(len(sources)):
            for last in range(first, min(first + MOST_WORDS, len(sources))):
                if last > first and not _is_joined(source, sources, last):
                    break
                if last > first and not _is_phrase(source, sources[first : last + 1]):
                    continue
                places = linked.find_places(first, last)
                english = [targets[place] for place in places]
                if not english or not _is_term(target, english):
                    continue
                words = sources[first : last + 1]
                terms.append(self._cite(source, words, target, english))
        return terms

    def _cite(
        self,
        source: str,
        words: Sequence[Word],
        target: str,
        english: Sequence[Word],
    ) -> TermPair:
        start, end = words[0].start, words[-1].end
        text = target[english[0].start : english[-1].end]
        german = source[words[-1].start : end]
        is_attribute = re.match(r"\s[A-ZÄÖÜ]", source[end:]) and _ADJECTIVE.search(
            german
        )
        if english[0].start == 0 and not _is_name(text, source[start:end]):
            text = text[:1].lower() + text[1:]
        cited = text
        if german[:1].isupper():
            cited = self._cite_noun(text)
        elif not is_attribute and self._is_verb(german):
            cited = self._cite_verb(text)
        known = max(
            self._lexicon.probability(word.text, other.text)
            for word in words
            for other in english
        )
        return TermPair(start, end, cited, round(1 - min(known, 1.0), 2))

    def _is_verb(self, german: str) -> bool:
        # "trainiert" → "trainieren"; adjectives keep their stem.
        return self._lemmatize(german).endswith(("en", "eln", "ern"))

    def _cite_verb(self, text: str) -> str:
        verb, blank, rest = text.partition(" ")
        if not any(tag.startswith("VB") for tag in self._inflector.readings(verb)):
            return text
        return _lemma(verb, "VERB") + blank + rest

    def _cite_noun(self, text: str) -> str:
        found = re.search(r"[^\s-]+$", text)
        head = found[0] if found else ""
        readings = self._inflector.readings(head)
        if not head.islower() or "NNS" not in readings or "NN" in readings:
            return text
        singular = _lemma(head, "NOUN")
        is_plain = self._inflector.plural(singular) == head
        return text.removesuffix(head) + (singular if is_plain else head)


class _Links:
    """The sure links between the words of two sentences."""

    def __init__(
        self,
        sources: Sequence[Word],
        targets: Sequence[Word],
        links: Sequence[WordLink],
        confidence: float,
    ) -> None:
        source_places = {word.span: place for place, word in enumerate(sources)}
        target_places = {word.span: place for place, word in enumerate(targets)}
        self._sources, self._targets = sources, targets
        self._to_targets: dict[int, set[int]] = defaultdict(set)
        self._to_sources: dict[int, set[int]] = defaultdict(set)
        self._unsure: set[int] = set()
        for link in links:
            if link.is_article:
                continue
            one, other = source_places[link.source], target_places[link.target]
            self._to_targets[one].add(other)
            self._to_sources[other].add(one)
            if link.confidence < confidence:
                self._unsure.add(one)

    def find_places(self, first: int, last: int) -> list[int]:
        """Return the neighbouring target words of source words, [] if there are none.

        Each source word has a meaning and sure links, the targets are one stretch,
        and no other source word is linked into it.
        """
        inside = range(first, last + 1)
        places: set[int] = set()
        for place in inside:
            word = self._sources[place].text
            if place in self._unsure or not self._to_targets[place]:
                return []
            if not word[0].isalpha() or len(word) < 2 or not is_source_content(word):
                return []
            places |= self._to_targets[place]
        stretch = range(min(places), max(places) + 1)
        is_closed = all(
            self._to_sources[place] and self._to_sources[place] <= set(inside)
            for place in stretch
        )
        return list(stretch) if is_closed else []


def _is_joined(sentence: str, words: Sequence[Word], place: int) -> bool:
    """Return whether only a blank or a hyphen stands before a word."""
    gap = sentence[words[place - 1].end : words[place].start]
    return _GAP.fullmatch(gap) is not None


def _is_phrase(sentence: str, words: Sequence[Word]) -> bool:
    """Return whether German neighbours end in a noun, and what is before fits to it.

    "künstliche Intelligenz" is a phrase; "lobt Wissings" and "Tom geht" are none.
    """
    return sentence[words[-1].start].isupper() and all(
        sentence[word.start].isupper() or _ADJECTIVE.search(word.text)
        for word in words[:-1]
    )


def _is_term(target: str, english: Sequence[Word]) -> bool:
    """Return whether English words are one term: up to four, with a meaning at ends."""
    return (
        len(english) <= MOST_WORDS + 1
        and is_target_content(english[0].text)
        and is_target_content(english[-1].text)
        and all(_is_joined(target, english, place) for place in range(1, len(english)))
    )


def _is_name(english: str, german: str) -> bool:
    """Return whether English at a sentence's beginning has its capital for itself.

    >>> _is_name("Rosberg", "Rosbergs"), _is_name("Car", "Auto")
    (True, False)
    """
    return german.casefold().startswith(english.casefold()) or english[1:] != (
        english[1:].lower()
    )


def _lemma(word: str, kind: str) -> str:
    """Return a form's lemma; `kind` is "NOUN" or "VERB"."""
    lemmas = _lemmatizer().getLemma(word, upos=kind)
    return str(lemmas[0]) if lemmas else word


@cache
def _lemmatizer() -> Any:
    from lemminflect.core.Lemmatizer import Lemmatizer

    return Lemmatizer()
