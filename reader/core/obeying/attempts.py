"""Attempts: translations of one sentence, judged by the glossary and by the guard.

Owns the comparison of two of them and the record of where each term's English comes
from. Attempts are made by `reader.core.obeying.second_pass` and, as the last resort,
by `reader.core.obeying.last_resort`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from reader.core.alignment.counterparts import find_counterpart
from reader.core.alignment.links import WordLink
from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import Span, TermHit
from reader.core.guard import badness, inspect_output
from reader.core.interfaces import Inflector, Links, Translation
from reader.core.obeying.checking import Verdict, check_terms
from reader.core.tidying import tidy_target

DOUBTFUL = 0.2
"""English is doubtful that is by so much less likely, a piece, than the plain one."""
BROKEN = 0.5
"""By so much less likely, it may well be garbled: an engine forced to say a word that
it does not know loses its thread."""

Step = Literal["engine", "second-pass", "replacement", "missing"]
"""Where the English of a hit comes from: the plain translation, the engine when asked
again, or words put in by hand; "missing" where it is not there. A hit of a forbidden
term has the step that took the forbidden word away, "missing" where it still stands."""


class Aligner(Protocol):
    """What finds the links of a sentence pair (`reader.core.alignment`)."""

    def align(
        self, source: str, target: str, attention: Links | None = None
    ) -> Sequence[WordLink]:
        """Return the links of a sentence pair."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence whose plain English does not obey."""

    source: str
    """The normalised sentence, in which the hits' offsets count."""
    plain: Translation
    hits: tuple[TermHit, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One translation with its verdicts."""

    translation: Translation
    verdict: Verdict
    badness: int
    """What the output guard says; 0 is good."""
    steps: tuple[Step, ...]
    """One for each hit."""

    @property
    def failures(self) -> int:
        """How many hits are missing or have a forbidden word."""
        return len(self.verdict.missing) + len(self.verdict.violations)


@dataclass(slots=True)
class Search:
    """What has been tried for one sentence, and the best of it."""

    task: Task
    first: Attempt
    """The plain English."""
    best: Attempt = field(init=False)

    def __post_init__(self) -> None:
        self.best = self.first

    @property
    def is_settled(self) -> bool:
        """Whether there is English that obeys and that the engine likes about as well.

        English with a much worse score is kept, but something better is looked for.
        """
        return not self.best.failures and not self.has_lost(DOUBTFUL)

    def has_lost(self, much: float) -> bool:
        """Return whether the best English scores by `much` less than the plain one."""
        best, plain = self.best.translation.score, self.first.translation.score
        return best is not None and plain is not None and best < plain - much

    def add(self, attempt: Attempt) -> None:
        """Take `attempt` if it obeys better, or as well with a better score.

        It must obey better than the plain English, and the guard must find it no worse.
        """
        if attempt.failures >= self.first.failures:
            return
        if attempt.badness <= self.first.badness and _rank(attempt) < _rank(self.best):
            self.best = attempt


class Judge:
    """Judges attempts, and knows which of their words stand for a hit."""

    def __init__(self, aligner: Aligner, inflector: Inflector) -> None:
        self._aligner = aligner
        self._forms = EnglishForms(inflector)
        self.inflector = inflector

    def judge(
        self, task: Task, translation: Translation, step: Step, base: Attempt | None
    ) -> Attempt:
        """Return `translation` as an attempt, tidied as all output is.

        `step` has made it of `base`, whose terms were there before.
        """
        target = tidy_target(task.source, translation.target)
        verdict = check_terms(task.hits, target, (), self._forms, task.source)
        failing = set(verdict.missing)
        for violation in verdict.violations:
            failing |= {n for n, hit in enumerate(task.hits) if hit == violation.hit}
        before: Sequence[Step] = base.steps if base else ["missing"] * len(task.hits)
        steps: list[Step] = [
            "missing" if number in failing else step if old == "missing" else old
            for number, old in enumerate(before)
        ]
        bad = badness(inspect_output(task.source, target))
        return Attempt(replace(translation, target=target), verdict, bad, tuple(steps))

    def find_place(self, task: Task, attempt: Attempt, hit: TermHit) -> Span | None:
        """Return where `attempt` has the words that stand for `hit`."""
        english = attempt.translation
        links = self._aligner.align(task.source, english.target, english.links)
        return find_counterpart(links, hit.start, hit.end)


def _rank(attempt: Attempt) -> tuple[int, float]:
    score = attempt.translation.score
    return attempt.failures, -(score if score is not None else 0.0)
