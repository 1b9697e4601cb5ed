"""Verbs in two places: "stellte … vor" for "vorstellen".

The particle closes its clause. "nahm … in Betrieb" is the same thing with two words,
so that entries such as "in Betrieb nehmen" are found, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_SAME = ("dieselb", "derselb", "dasselb", "denselb", "demselb", "desselb")
_AND = frozenset(("und", "oder", "aber", "sondern", "doch", "denn"))
_SENTENCE_END = re.compile(r"[.;:!?]")
_LONGEST_ABBREVIATION = 4
_COMMA = re.compile(r",|\s[–—-]\s")


_Particle = tuple[str, ...]
"""The folded words at the end of a clause: "vor", or "in", "betrieb"."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A verb in two places."""

    entry: Entry
    verb: Word
    particle: tuple[Word, ...]


class SeparableVerbs:
    """The entries of which the verb may stand apart from its particle."""

    def __init__(self, entries: Iterable[Entry], forms: Forms) -> None:
        self._forms = forms
        # By the last word of the particle, the particle and the folded infinitive.
        self._verbs: defaultdict[str, dict[_Particle, dict[str, list[Entry]]]]
        self._verbs = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
        for entry in entries:
            for particle, infinitive in self._read(entry):
                self._verbs[particle[-1]][particle][fold(infinitive)].append(entry)

    def find(self, words: Sequence[Word], text: str) -> Iterator[Apart]:
        """Yield every verb of which the particle stands further on in its clause."""
        for end, word in enumerate(words):
            if word.folded not in self._verbs or not _closes_clause(words, end, text):
                continue
            for particle, verbs in self._verbs[word.folded].items():
                start = end - len(particle) + 1
                stretch = words[max(0, start) : end + 1]
                if tuple(other.folded for other in stretch) != particle:
                    continue
                if not are_joined(stretch):
                    continue
                for entry, verb in self._find_verb(verbs, words, start):
                    yield Apart(entry, verb, tuple(stretch))

    def has_other_particle(
        self, infinitive: str, words: Sequence[Word], place: int, text: str
    ) -> bool:
        """Say whether a particle makes another verb: "baut … ab" is not "bauen"."""
        if fold(infinitive) not in self._forms.verbs.finite(words[place].text):
            return False
        for end in range(place + 1, min(len(words), place + _REACH)):
            if _ends_sentence(words, end) or self._is_rival(words, end):
                # "kauft Firmen und baut Werke auf"
                return False
            if words[end].text in PARTICLES and _closes_clause(words, end, text):
                return self._forms.vocabulary.is_verb(words[end].text + infinitive)
        return False

    def _read(self, entry: Entry) -> Iterator[tuple[_Particle, str]]:
        """Yield what may stand apart, and the verb that it leaves.

        "in Betrieb nehmen" leaves "nehmen", "Berufung einlegen" leaves "legen", too.
        """
        last = entry.words[-1]
        if last.part is not Part.VERB:
            return
        before = tuple(word.folded for word in entry.words[:-1])
        if before:
            yield before, last.text
        particle, rest = self._forms.verbs.separate(last.text)
        if particle:
            yield (*before, fold(particle)), rest

    def _find_verb(
        self, verbs: Mapping[str, list[Entry]], words: Sequence[Word], particle: int
    ) -> Iterator[tuple[Entry, Word]]:
        """Yield the entries whose verb the particle belongs to, with the verb.

        It is the nearest finite verb that does not stand in a clause of its own:
        "stellte Baidu, das in Peking sitzt, ein Modell vor". A subordinate clause has
        its verb at the end, and the particle with it.
        """
        is_last_clause = True
        for place in range(particle - 1, max(-1, particle - _REACH), -1):
            word = words[place]
            may_be_verb = not word.is_capitalized or word.is_initial or word.is_shouted
            # "zu nehmen – noch lässt es Kontrollen zu": no infinitive is meant.
            if may_be_verb and not (place and words[place - 1].folded == "zu"):
                finite = self._forms.verbs.finite(word.text)
                joined = words[particle].text
                found = verbs.keys() & (
                    finite | self._forms.verbs.finite_with(joined, word.text)
                )
                yield from ((entry, word) for f in sorted(found) for entry in verbs[f])
                if found or (is_last_clause and self._is_rival(words, place)):
                    return
            if _ends_sentence(words, place):
                return
            is_last_clause = is_last_clause and not _COMMA.search(word.gap)

    def _is_rival(self, words: Sequence[Word], place: int) -> bool:
        """Say whether the particle can only belong to this other verb.

        "stellte fest und schlug vor", "stellte fest, dass …, und schlug vor".
        """
        word = words[place]
        follows_and = place > 0 and words[place - 1].folded in _AND
        if not (follows_and or _COMMA.search(word.gap)):
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


def _ends_sentence(words: Sequence[Word], place: int) -> bool:
    """Say whether a sentence ends before the word at `place`.

    The stops of "am 1. Mai", "Dr. Kern" and "ca. 20" end none.
    """
    end = _SENTENCE_END.search(words[place].gap)
    if end is None or end[0] != "." or not place:
        return end is not None
    before = words[place - 1].text
    return not (before.isdigit() or len(before) <= _LONGEST_ABBREVIATION)


def _closes_clause(words: Sequence[Word], end: int, text: str) -> bool:
    """Say whether a clause ends behind the word at `end`."""
    if _CLAUSE_END.match(text, words[end].end):
        return True
    following = [word.folded for word in words[end + 1 : end + 3]]
    # "führt auf ein und dieselbe Person zurück"
    is_article = following[1:] and following[1].startswith(_SAME)
    return bool(following) and following[0] in _GOES_ON and not is_article
