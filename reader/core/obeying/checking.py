"""The check: a translation has the English of its terms, and nothing forbidden.

Owns the proof, a span for each hit. Finding the hits is `reader.core.matching`'s job,
mending what is missing the rest of this package's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from reader.core.english.forms import EnglishForms, Form, word_class
from reader.core.english.places import Place, find_parted, find_whole
from reader.core.english.words import Words, split_words
from reader.core.glossary.hits import Span, TermHit
from reader.core.glossary.terms import Usage
from reader.core.obeying.allotting import allot_places

_LIST_DE = re.compile(
    # "[KI]-Chips, [KI]…", "[KI]-Chips/[KI]…"
    r"\S*[,/] ?(?:\S+ ){0,2}"
    # "[KI]-gestützte Chips und große [KI]…"
    r"|\S*(?: \S+){0,2} (?:und|oder|sowie|bzw\.|wie auch|als auch) (?:\S+ ){0,2}"
)


class Link(Protocol):
    """A word link of `reader.core.alignment`."""

    @property
    def source(self) -> Span:
        """Where the German word stands."""
        ...

    @property
    def target(self) -> Span:
        """Where the English word stands."""
        ...

    @property
    def confidence(self) -> float:
        """How sure the aligner is, from 0 to 1."""
        ...


class Violation(NamedTuple):
    """A forbidden word that stands in the English, or the German noun itself."""

    hit: TermHit
    """The German that it must not stand for."""
    span: Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the terms of one sentence."""

    spans: tuple[Span | None, ...]
    """For each hit, in their order: where its English stands; None where it is
    missing, and for hits of forbidden terms, which want nothing."""
    missing: tuple[int, ...] = ()
    """The hits, by number, whose English is missing."""
    violations: tuple[Violation, ...] = ()
    is_ambiguous: bool = False
    """Whether a hit had more places than one, so that links between the words could
    tell the right one."""

    @property
    def is_good(self) -> bool:
        """Whether nothing is missing and nothing forbidden is there."""
        return not self.missing and not self.violations


def check_terms(
    hits: Sequence[TermHit],
    target: str,
    links: Sequence[Link] = (),
    forms: EnglishForms | None = None,
    source: str = "",
) -> Verdict:
    """Return where `target` has the English of each hit, and what is forbidden in it.

    Each hit wants a place of its own, except in lists that share words ("text and
    image synthesis"). With `links` a hit gets the place that its words are linked
    to, otherwise the places go round in the order of the text. `source` is the
    sentence that the hits' offsets count in; with it a name may also stand in English
    as it stands in German, a noun whose English is forbidden may not, and a repeated
    term in a list may be said once.

    Irregular forms are looked up only where a regular one is missing, because their
    tables take a while to load.
    """
    forms = forms or EnglishForms()
    words = split_words(target)
    for is_complete in (False, True):
        sentence = _Sentence(hits, target, words, links, forms, source, is_complete)
        verdict = sentence.judge()
        if not verdict.missing:
            break
    return verdict


class _Sentence:
    """One check: the sentence, and the places of each hit."""

    def __init__(
        self,
        hits: Sequence[TermHit],
        target: str,
        words: Words,
        links: Sequence[Link],
        forms: EnglishForms,
        source: str,
        is_complete: bool,
    ) -> None:
        self._hits = hits
        self._target = target
        self._words = words
        self._links = links
        self._source = source
        self._forms = forms
        self._is_complete = is_complete
        self._choices = [self._find_places(hit) for hit in hits]

    def judge(self) -> Verdict:
        allotted = allot_places(self._choices, self._order())
        spans = [None if place is None else place.span for place in allotted]
        wanted = [n for n, hit in enumerate(self._hits) if not _is_forbidden(hit)]
        for number in wanted:
            if spans[number] is None:
                spans[number] = self._repeated(number, spans)
        return Verdict(
            tuple(spans),
            tuple(number for number in wanted if spans[number] is None),
            tuple(self._violations()),
            self._is_ambiguous(),
        )

    def _is_ambiguous(self) -> bool:
        """Return whether a hit could stand at more places than there are hits there.

        Where "KI" and "AI" stand twice each, the first is the first.
        """
        spans = [{place.span for place in places} for places in self._choices]
        return any(
            len(mine) > sum(bool(mine & others) for others in spans) for mine in spans
        )

    def _find_places(self, hit: TermHit) -> list[Place]:
        """Return the places of a hit, from best to worst."""
        if _is_forbidden(hit):
            return []
        found = {
            place: rank
            for rank, form in reversed(list(enumerate(self._all_forms(hit))))
            for place in self._find_form(form)
        }
        return sorted(
            found,
            key=lambda place: (
                -self._closeness(hit, place),
                not place.is_whole,
                place.span[0],
                -place.span[1],
                found[place],
            ),
        )

    def _all_forms(self, hit: TermHit) -> tuple[Form, ...]:
        forms = self._forms.of_term(hit.term, self._is_complete)
        if hit.term.usage is Usage.KEEP and self._source:
            stands = self._source[hit.start : hit.end]
            forms += self._forms.of_texts((stands,), "", is_complete=False)
        return forms

    def _find_form(self, form: Form) -> list[Place]:
        whole = find_whole(form, self._target, self._words)
        return whole + find_parted(form, self._target, self._words)

    def _closeness(self, hit: TermHit, place: Place) -> float:
        """Return how much of the alignment leads from `hit` to `place`."""
        parts = [(hit.start, hit.end), *hit.rest]
        taken = [(self._words[n].start, self._words[n].end) for n in place.words]
        return sum(
            link.confidence
            for link in self._links
            if any(_overlap(link.source, part) for part in parts)
            and any(_overlap(link.target, word) for word in taken)
        )

    def _order(self) -> list[int]:
        """Return the hits, longest English first, then the surest, then as they stand.

        So "model" is not taken out of "language model" where both are wanted.
        """

        def urgency(number: int) -> tuple[float, float, int]:
            hit, places = self._hits[number], self._choices[number]
            longest = max((len(place.words) for place in places), default=0)
            surest = self._closeness(hit, places[0]) if places else 0.0
            return -longest, -surest, hit.start

        return sorted(range(len(self._hits)), key=urgency)

    def _repeated(self, number: int, spans: Sequence[Span | None]) -> Span | None:
        """Return the place of the same term in the same list, said once in English.

        "KI-Chips und KI-Modelle" may be "AI chips and models".
        """
        hit = self._hits[number]
        for other, span in zip(self._hits, spans, strict=True):
            is_same = other is not hit and other.targets == hit.targets
            if span and is_same and self._is_listed(hit, other):
                around = self._target[max(0, span[0] - 40) : span[1] + 40]
                if re.search(r"\b(?:and|or)\b", around):
                    return span
        return None

    def _is_listed(self, one: TermHit, other: TermHit) -> bool:
        first, second = sorted((one, other), key=lambda hit: hit.start)
        between = self._source[first.end : second.start]
        return bool(_LIST_DE.fullmatch(between))

    def _violations(self) -> list[Violation]:
        """Return what is forbidden outside of the accepted English of other hits."""
        accepted = [
            place.words
            for places in self._choices
            for place in places
            if place.is_whole
        ]
        found: dict[Span, Violation] = {}
        for hit in filter(_is_forbidden, self._hits):
            for form in (*self._forms.of_term(hit.term), *self._left_german(hit)):
                for place in find_whole(form, self._target, self._words):
                    if not any(place.words <= words for words in accepted):
                        found.setdefault(place.span, Violation(hit, place.span))
        return [
            found[span]
            for span in sorted(found)
            if not any(other != span and _holds(other, span) for other in found)
        ]

    def _left_german(self, hit: TermHit) -> tuple[Form, ...]:
        """Return how the noun of a hit would stand in English untranslated.

        "The Bürgermeister" is no way round a forbidden "mayor"; a name ("Bundestag"
        as an entry of pos "name"), an abbreviation ("EU") and what English has, too
        ("Kindergarten"), are none of it.
        """
        if word_class(hit.term) != "noun":
            return ()
        stands = self._source[hit.start : hit.end]
        whole = _whole_words(self._source, hit) if stands else ""
        nouns = {
            text.lower()
            for text in (hit.term.source, stands, whole)
            if text and self._is_german(text)
        }
        return self._forms.of_texts(tuple(sorted(nouns)), "", is_complete=False)

    def _is_german(self, text: str) -> bool:
        head = text.split()[-1] if text.split() else ""
        return head[1:].islower() and not self._forms.is_english(head)


def _whole_words(source: str, hit: TermHit) -> str:
    """Return the words that a hit is part of: "Oberbürgermeister"."""
    start, end = hit.start, hit.end
    while start and source[start - 1].isalpha():
        start -= 1
    while end < len(source) and source[end].isalpha():
        end += 1
    return source[start:end]


def _is_forbidden(hit: TermHit) -> bool:
    return hit.term.usage is Usage.FORBIDDEN


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _holds(one: Span, other: Span) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]
