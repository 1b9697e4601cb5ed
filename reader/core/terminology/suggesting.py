"""Term candidates of German sentences, the best first.

Owns the way from sentences to suggestions. Finding phrases, citing and scoring are the
jobs of `phrases`, `citing` and `termhood` beside it; the English is the service's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.core.terminology.background import Background
from reader.core.terminology.citing import Citer
from reader.core.terminology.excluding import find_persons, find_places, find_units
from reader.core.terminology.genders import GenderEvidence
from reader.core.terminology.lexemes import Lexemes
from reader.core.terminology.phrases import Occurrence, Pattern, find_phrases
from reader.core.terminology.termhood import (
    c_value,
    cohesion,
    discount_once,
    find_longer,
    termhood,
)
from reader.core.terminology.tokens import (
    Token,
    find_capitalised,
    key_of,
    note_genders,
    split_tokens,
    tag_tokens,
)

_REPEATED = (Pattern.GENITIVE, Pattern.PREPOSITION)
"""Patterns that most free phrases have, too: once is no evidence."""
_LONGEST_NAME = 3
"""Tokens of a name that stands only once: longer rows are accidents."""

Key = tuple[str, ...]


class Place(NamedTuple):
    """One occurrence: the number of its sentence, and offsets in that."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term candidate."""

    source: str
    """Its citation form."""
    pos: str
    """A guess: "noun" or "name", as in `Term.pos`."""
    count: int
    score: float
    places: tuple[Place, ...]
    """Where it stands, in reading order."""
    forms: tuple[str, ...]
    """The spellings that stand in the text, the most frequent first."""


@dataclass(slots=True)
class _Candidate:
    pattern: Pattern
    occurrences: list[tuple[int, Occurrence]] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.occurrences)


class Suggester:
    """Ranks what stands in sentences."""

    def __init__(self, lexemes: Lexemes, background: Background) -> None:
        self._lexemes = lexemes
        self._background = background

    def suggest(self, sentences: Sequence[str]) -> list[Suggestion]:
        """Return all candidates of normalised `sentences`, the best first."""
        tokens = [split_tokens(sentence) for sentence in sentences]
        capitalised = set().union(*map(find_capitalised, tokens))
        tagged = [tag_tokens(some, self._lexemes, capitalised) for some in tokens]
        candidates = self._collect(tagged)
        ranking = _Ranking(self._lexemes, self._background, tagged, candidates)
        found = [ranking.rate(key) for key in candidates]
        ordered = sorted(found, key=lambda one: (-one.score, one.source))
        # Two candidates may be cited alike: "Nvidia-GPU" and "Nvidia GPU" are not.
        unique = {one.source: one for one in reversed(ordered) if one.score > 0}
        return [one for one in ordered if unique.get(one.source) is one]

    def _collect(self, tagged: Sequence[Sequence[Token]]) -> dict[Key, _Candidate]:
        unwanted = find_persons(tagged) | find_places(tagged) | find_units(tagged)
        unwanted |= {f"{name}s" for name in unwanted}
        candidates: dict[Key, _Candidate] = {}
        for number, tokens in enumerate(tagged):
            for found in find_phrases(tokens):
                if any(token.text in unwanted for token in found.content):
                    continue
                key = found.key(self._lexemes)
                candidate = candidates.setdefault(key, _Candidate(found.pattern))
                candidate.occurrences.append((number, found))
        return _drop_fragments(_drop_accidents(_join_genitives(candidates)))


class _Ranking:
    """What all candidates of a text share when they are rated."""

    def __init__(
        self,
        lexemes: Lexemes,
        background: Background,
        tagged: Iterable[Sequence[Token]],
        candidates: dict[Key, _Candidate],
    ) -> None:
        self._lexemes = lexemes
        self._background = background
        self._candidates = candidates
        self._longer = find_longer({k: c.count for k, c in candidates.items()})
        self._words: Counter[str] = Counter()
        evidence = GenderEvidence()
        for tokens in tagged:
            note_genders(tokens, lexemes, evidence)
            for token in tokens:
                self._words.update(key_of(word, lexemes) for word in token.words)
        self._size = self._words.total()
        self._citer = Citer(lexemes, background, evidence)

    def rate(self, key: Key) -> Suggestion:
        """Return a candidate with its citation form and its score."""
        candidate = self._candidates[key]
        first = candidate.occurrences[0][1]
        unithood = c_value(
            self._length(first), candidate.count, self._longer.get(key, ())
        )
        if candidate.pattern is Pattern.ADJECTIVE:
            unithood *= discount_once(len(first.tokens), candidate.count)
        apart = [self._words[word] for word in self._keys(first)]
        score = termhood(
            unithood * cohesion(candidate.count, apart), self._find_weirdness(first)
        )
        forms = [occurrence.tokens for _, occurrence in candidate.occurrences]
        spelled = Counter(" ".join(token.text for token in form) for form in forms)
        return Suggestion(
            source=self._citer.cite(forms),
            pos="name" if _is_name(candidate) else "noun",
            count=candidate.count,
            score=round(score, 2),
            places=tuple(
                Place(number, found.tokens[0].start, found.tokens[-1].end)
                for number, found in candidate.occurrences
            ),
            forms=tuple(form for form, _ in spelled.most_common()),
        )

    def _keys(self, found: Occurrence) -> list[str]:
        return [
            key_of(word, self._lexemes)
            for token in found.content
            for word in token.words
        ]

    def _find_weirdness(self, found: Occurrence) -> list[float]:
        return [
            self._background.weirdness(key, self._words[key], self._size)
            for key in self._keys(found)
        ]

    def _length(self, found: Occurrence) -> int:
        """Return how many words a candidate has, parts of compounds counted."""
        return sum(
            1 + self._lexemes.is_compound(word.text)
            for token in found.content
            for word in token.words
        )


def _is_name(candidate: _Candidate) -> bool:
    """Tell whether articles are rare before it: "der Nvidia-Chef" has one by chance."""
    determined = sum(found.is_determined for _, found in candidate.occurrences)
    return candidate.pattern is Pattern.NAME and 3 * determined < candidate.count


def _join_genitives(candidates: dict[Key, _Candidate]) -> dict[Key, _Candidate]:
    """Return the candidates with "Nvidias" counted as "Nvidia", where that stands, too.

    Dictionaries list the genitives of many names as words of their own.
    """
    single = {_fold(key[0]): key for key in candidates if len(key) == 1}
    for folded, key in single.items():
        bare = single.get(folded.removesuffix("s"), key)
        if bare != key:
            candidates[bare].occurrences += candidates.pop(key).occurrences
            candidates[bare].occurrences.sort(key=lambda pair: pair[0])
    return candidates


def _drop_accidents(candidates: dict[Key, _Candidate]) -> dict[Key, _Candidate]:
    """Return the candidates without phrases that stand once and prove nothing."""
    return {
        key: candidate
        for key, candidate in candidates.items()
        if candidate.count > 1
        or not (
            candidate.pattern in _REPEATED
            or (candidate.pattern is Pattern.NAME and len(key) > _LONGEST_NAME)
        )
    }


def _drop_fragments(candidates: dict[Key, _Candidate]) -> dict[Key, _Candidate]:
    """Return the candidates without words that stand in longer names alone.

    "Technologies" of "Horizon Technologies" and "Lumen Technologies" is no term.
    """
    taken = {
        (number, token.start)
        for key, candidate in candidates.items()
        if candidate.pattern is Pattern.NAME and len(key) > 1
        for number, found in candidate.occurrences
        for token in found.tokens
    }
    return {
        key: candidate
        for key, candidate in candidates.items()
        if len(key) > 1
        or any(
            (number, found.tokens[0].start) not in taken
            for number, found in candidate.occurrences
        )
    }


def _fold(key: str) -> str:
    return key.removesuffix("-").casefold()
