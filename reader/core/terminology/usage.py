"""What became of each glossary term in a set of pairs, counted.

Owns the counting and the order by what needs attention. Where the pairs come from is
`reader.service.reporting`'s job.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.core.glossary.hits import Matches
from reader.core.glossary.terms import Term, Usage
from reader.core.pairs import STATUSES, Pair

STEPS = ("engine", "second-pass", "replacement", "missing")
"""Where the English of a hit comes from (`TermUse.step`)."""


@dataclass(slots=True)
class TermReport:
    """One term: how often it was found, and what became of it."""

    term: Term
    hits: int = 0
    """In sentences that have English."""
    statuses: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    candidates: Counter[str] = field(default_factory=Counter)
    """Compounds that hold the term and that nobody has said the English of."""

    @property
    def urgency(self) -> tuple[int, int, int, int]:
        """What needs attention, the most urgent first when sorted downwards."""
        broken = self.statuses["missing"] + self.statuses["forbidden"]
        return (
            broken,
            self.statuses["enforced"],
            self.candidates.total(),
            self.hits,
        )


@dataclass(slots=True)
class UsageReport:
    """All terms of a glossary in all pairs counted so far."""

    pairs: int = 0
    untranslated: int = 0
    """Sentences without English that the counts leave out."""
    _terms: dict[tuple[str, str, bool], TermReport] = field(default_factory=dict)

    def count(self, pair: Pair, matches: Matches) -> None:
        """Count a proved pair; `matches` is what the glossary finds in it."""
        if not pair.target:
            self.untranslated += 1
            return
        self.pairs += 1
        for hit in matches.hits:
            self._of(hit.term).hits += 1
        for candidate in matches.candidates:
            self._of(candidate.term).candidates[candidate.word] += 1
        for use in pair.terms:
            is_forbidden = use.status == "forbidden"
            known = self._terms.get((use.source, use.target, is_forbidden))
            if known is not None:
                known.statuses[use.status] += 1
                if not is_forbidden:
                    known.steps[use.step] += 1

    @property
    def terms(self) -> list[TermReport]:
        """The terms that were found, what needs attention first.

        A forbidden one is among them when its English was used.
        """
        found = (
            one
            for one in self._terms.values()
            if one.term.usage is not Usage.FORBIDDEN or one.statuses["forbidden"]
        )
        return sorted(
            found,
            key=lambda one: (*(-n for n in one.urgency), one.term.source),
        )

    def total(self) -> dict[str, int]:
        """Return the hits that want English, and the sums of statuses and steps."""
        wanted = [
            one for one in self._terms.values() if one.term.usage is not Usage.FORBIDDEN
        ]
        sums = {"hits": sum(one.hits for one in wanted)}
        for status in STATUSES:
            sums[status] = sum(one.statuses[status] for one in self._terms.values())
        sums["candidates"] = sum(one.candidates.total() for one in self._terms.values())
        return sums

    def steps(self) -> dict[str, float]:
        """Return the share of each step in all hits that want English, 0 to 1."""
        counts = _add(one.steps for one in self._terms.values())
        total = counts.total()
        return {step: counts[step] / total if total else 0.0 for step in STEPS}

    def _of(self, term: Term) -> TermReport:
        key = (term.source, term.target, term.usage is Usage.FORBIDDEN)
        return self._terms.setdefault(key, TermReport(term))


def _add(counters: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counter in counters:
        total.update(counter)
    return total
