"""Attempts: translations of one sentence, judged by the glossary and by the guard.

Owns the comparison of two of them. How attempts are made is
`reader.core.obeying.second_pass`'s job.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import TermHit
from reader.core.guard import badness, inspect_output
from reader.core.interfaces import Translation
from reader.core.obeying.checking import Verdict, check_terms
from reader.core.tidying import tidy_target

DOUBTFUL = 0.2
"""English is doubtful that is by so much less likely, a piece, than the plain one."""


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
        best, plain = self.best.translation.score, self.first.translation.score
        if self.best.failures:
            return False
        return best is None or plain is None or best >= plain - DOUBTFUL

    def add(self, attempt: Attempt) -> None:
        """Take `attempt` if it obeys better, or as well with a better score.

        It must obey better than the plain English, and the guard must find it no worse.
        """
        if attempt.failures >= self.first.failures:
            return
        if attempt.badness <= self.first.badness and _rank(attempt) < _rank(self.best):
            self.best = attempt


def judge(task: Task, translation: Translation, forms: EnglishForms) -> Attempt:
    """Return `translation` as an attempt at `task`, tidied as all output is."""
    target = tidy_target(task.source, translation.target)
    return Attempt(
        replace(translation, target=target),
        check_terms(task.hits, target, forms=forms, source=task.source),
        badness(inspect_output(task.source, target)),
    )


def _rank(attempt: Attempt) -> tuple[int, float]:
    score = attempt.translation.score
    return attempt.failures, -(score if score is not None else 0.0)
