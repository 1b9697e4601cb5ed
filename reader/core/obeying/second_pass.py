"""The second pass: the engine is asked again for sentences that do not obey.

Owns the order of the stages, cheapest first, each for the sentences that the ones
before did not settle. In each stage all sentences are decoded together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Usage
from reader.core.interfaces import Translator
from reader.core.obeying.attempts import Judge, Search
from reader.core.obeying.substituting import substitute
from reader.core.obeying.wording import continue_with, word_hit

FORCED_ROUNDS = 3
"""How many terms of a sentence are forced, one after the other."""
FORCED_OPTIONS = 4
WIDE_OPTIONS = 4
"""How many translations of the German with English terms in it."""
WIDEST_OPTIONS = 8
"""How many of the German as it is."""


@dataclass(frozen=True, slots=True)
class _Request:
    """One question to the engine."""

    search: Search
    source: str
    beginning: str = ""


class SecondPass:
    """Asks one engine for English that obeys."""

    def __init__(self, translator: Translator, judge: Judge) -> None:
        self._translator = translator
        self._judge = judge

    def run(self, searches: Sequence[Search]) -> None:
        """Give each of `searches` the best English that the engine says."""
        for every in (True, False):
            unsettled = [search for search in searches if not search.is_settled]
            self._ask([self._substituted(s, every) for s in unsettled], options=1)
        for _ in range(FORCED_ROUNDS):
            unsettled = [search for search in searches if not search.is_settled]
            if not self._ask([self._forced(s) for s in unsettled], FORCED_OPTIONS):
                break
        failing = [search for search in searches if search.best.failures]
        self._ask([self._substituted(s, True) for s in failing], WIDE_OPTIONS)
        failing = [search for search in failing if search.best.failures]
        self._ask([_Request(s, s.task.source) for s in failing], WIDEST_OPTIONS)

    def _ask(self, requests: Sequence[_Request | None], options: int) -> bool:
        """Judge what the engine says; return whether it got any English to obey."""
        asked = [request for request in requests if request is not None]
        if not asked:
            return False
        before = [request.search.best for request in asked]
        default = self._translator.signature.decoding
        beam = max(default.beam, options)
        proposed = self._translator.propose(
            [request.source for request in asked],
            replace(default, beam=beam, hypotheses=options),
            [request.beginning for request in asked],
        )
        for request, translations in zip(asked, proposed, strict=True):
            for translation in translations:
                search = request.search
                search.add(
                    self._judge.judge(
                        search.task, translation, "second-pass", search.first
                    )
                )
        return before != [request.search.best for request in asked]

    def _substituted(self, search: Search, every: bool) -> _Request | None:
        """Return the German with English terms in it, None if that changes nothing.

        With `every` the terms that are not missing are put in, too, so that they do
        not go while the others come.
        """
        verdict, source = search.first.verdict, search.task.source
        if not every and len(verdict.missing) == len(search.task.hits):
            return None
        hits = [
            hit
            for number, hit in enumerate(search.task.hits)
            if hit.term.usage is not Usage.FORBIDDEN
            and (every or number in verdict.missing)
        ]
        changed = substitute(source, hits, [self._word(search, hit) for hit in hits])
        return _Request(search, changed) if changed != source else None

    def _forced(self, search: Search) -> _Request | None:
        """Return the best English up to the first thing that is wrong with it.

        Behind it comes the term that is missing there; in place of a forbidden word
        comes what the engine has to say instead.
        """
        base = search.best if search.best.failures else search.first
        target = base.translation.target
        starts = [(v.span[0], "") for v in base.verdict.violations]
        for number in base.verdict.missing:
            hit = search.task.hits[number]
            place = self._judge.find_place(search.task, base, hit)
            if place is not None:
                starts.append((place[0], self._word(search, hit)))
        if not starts:
            return None
        start, english = min(starts)
        beginning = target[:start].rstrip()
        if english:
            beginning = continue_with(target[:start], english, self._judge.inflector)
        return _Request(search, search.task.source, beginning)

    def _word(self, search: Search, hit: TermHit) -> str:
        number = search.task.hits.index(hit)
        place = search.first.verdict.spans[number]
        place = place or self._judge.find_place(search.task, search.first, hit)
        plain = "" if place is None else search.first.translation.target[slice(*place)]
        return word_hit(hit, search.task.source, plain, self._judge.inflector)
