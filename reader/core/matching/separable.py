"""Verbs in two places: "stellte … vor" for "vorstellen".

The particle closes its clause. "nahm … in Betrieb" is the same thing with two words,
so that entries such as "in Betrieb nehmen" are found, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.core.matching.entries import Entry, Part
from reader.core.matching.forms import Forms
from reader.core.matching.verbs import PARTICLES
from reader.core.matching.words import Word, are_joined, fold

_REACH = 40
"""Words between a verb and its particle; German allows many, but not any number."""
_CLAUSE_END = re.compile(r"[\"'“”’»«)]*\s*(?:[.,;:!?…)–—]|$|\(|\s-\s)")
_GOES_ON = frozenset(
    "und oder aber sondern sowie als wie denn doch weil dass bis bevor nachdem um"
    " während wenn wobei indem damit".split()
)
"""What may follow a particle without a comma."""
_AND = frozenset(("und", "oder", "aber", "sondern", "doch", "denn"))
_SENTENCE_END = re.compile(r"[.;:!?]")
_COMMA = re.compile(r",|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Separable:
    """An entry whose verb may stand apart."""

    entry: Entry
    infinitive: str
    """Of the part that is inflected: "stellen"."""
    particle: tuple[str, ...]
    """The folded words at the end of the clause: "vor", or "in", "betrieb"."""


class SeparableVerbs:
    """The entries of which the verb may stand apart from its particle."""

    def __init__(self, entries: Iterable[Entry], forms: Forms) -> None:
        self._forms = forms
        self._by_particle: defaultdict[str, list[Separable]] = defaultdict(list)
        for entry in entries:
            if (found := self._read(entry)) is not None:
                self._by_particle[found.particle[-1]].append(found)

    def find(self, words: Sequence[Word], text: str) -> Iterator[_Apart]:
        """Yield every verb of which the particle stands further on in its clause."""
        for end, word in enumerate(words):
            for separable in self._by_particle.get(word.folded, ()):
                size = len(separable.particle)
                particle = words[max(0, end - size + 1) : end + 1]
                if tuple(other.folded for other in particle) != separable.particle:
                    continue
                if not (are_joined(particle) and _closes_clause(words, end, text)):
                    continue
                verb = self._find_verb(separable, words, end - size + 1)
                if verb is not None:
                    yield _Apart(separable.entry, verb, tuple(particle))

    def has_other_particle(
        self, infinitive: str, words: Sequence[Word], place: int, text: str
    ) -> bool:
        """Say whether a particle makes another verb: "baut … ab" is not "bauen"."""
        verb = words[place]
        if not self._forms.verbs.is_finite(infinitive, verb.text):
            return False
        for end in range(place + 1, min(len(words), place + _REACH)):
            other = words[end].text + infinitive
            if (
                words[end].text in PARTICLES
                and _closes_clause(words, end, text)
                and self._forms.vocabulary.is_verb(other)
                and not any(
                    _SENTENCE_END.search(word.gap) for word in words[place + 1 : end]
                )
            ):
                return True
        return False

    def _read(self, entry: Entry) -> Separable | None:
        last = entry.words[-1]
        if last.part is not Part.VERB:
            return None
        if len(entry.words) > 1:
            others = tuple(w.folded for w in entry.words[:-1] if w.folded != "sich")
            return Separable(entry, last.text, others) if others else None
        particle, rest = self._forms.verbs.separate(last.text)
        return Separable(entry, rest, (fold(particle),)) if particle else None

    def _find_verb(
        self, separable: Separable, words: Sequence[Word], particle: int
    ) -> Word | None:
        """Return the verb that a particle belongs to, if it is the entry's.

        It is the nearest finite verb that does not stand in a clause of its own:
        "stellte Baidu, das in Peking sitzt, ein Modell vor". A subordinate clause has
        its verb at the end, and the particle with it.
        """
        is_last_clause = True
        for place in range(particle - 1, max(-1, particle - _REACH), -1):
            word = words[place]
            may_be_verb = not word.is_capitalized or word.is_initial or word.is_shouted
            if may_be_verb and self._forms.verbs.is_finite(
                separable.infinitive, word.text
            ):
                return word
            if may_be_verb and self._is_rival(words, place, is_last_clause):
                return None
            if _SENTENCE_END.search(word.gap):
                return None
            is_last_clause = is_last_clause and not _COMMA.search(word.gap)
        return None

    def _is_rival(
        self, words: Sequence[Word], place: int, is_last_clause: bool
    ) -> bool:
        """Say whether the particle can only belong to this other verb.

        "stellte fest und schlug vor", "stellte fest, dass …, und schlug vor".
        """
        word = words[place]
        before = words[place - 1].folded if place else ""
        follows_and = before in _AND
        if not is_last_clause or not (follows_and or _COMMA.search(word.gap)):
            return False
        if word.folded.endswith(("e", "en", "er", "es", "em")):
            # "und neue Chips": adjectives look like verbs.
            following = words[place + 1 : place + 2]
            is_past = word.folded.endswith(("te", "ten"))
            if following and following[0].is_capitalized and not is_past:
                return False
        lemma = self._forms.vocabulary.lemma(word.text)
        return (
            lemma is not None
            and lemma != word.text
            and self._forms.vocabulary.is_verb(lemma)
        )


@dataclass(frozen=True, slots=True)
class _Apart:
    entry: Entry
    verb: Word
    particle: tuple[Word, ...]


def _closes_clause(words: Sequence[Word], end: int, text: str) -> bool:
    """Say whether a clause ends behind the word at `end`."""
    if _CLAUSE_END.match(text, words[end].end):
        return True
    return end + 1 < len(words) and words[end + 1].folded in _GOES_ON
