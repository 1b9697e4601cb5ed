"""The last resort: terms put into finished English by hand.

Owns when that is done and with which of the English; putting one term in place of some
words is `reader.core.obeying.replacing`'s job.
"""

from __future__ import annotations

from dataclasses import replace

from reader.core.glossary.hits import Span, TermHit
from reader.core.obeying.attempts import BROKEN, Attempt, Judge, Search, Task
from reader.core.obeying.replacing import find_substitute, replace_words


def replace_terms(search: Search, judge: Judge) -> None:
    """Put the terms that still fail in place of the words that stand for them.

    Into the plain English, too, where what the engine said may well be garbled. What
    is replaced keeps the score of the English that it was.
    """
    if search.has_lost(BROKEN):
        search.add(_replace_all(search.task, search.first, judge))
    if search.best.failures:
        search.add(_replace_all(search.task, search.best, judge))


def _replace_all(task: Task, attempt: Attempt, judge: Judge) -> Attempt:
    for number in range(len(task.hits)):
        found = _find_words(task, attempt, number, judge)
        if found is None:
            continue
        span, wanted = found
        english = attempt.translation
        replaced = replace_words(english.target, span, wanted, judge.inflector)
        if replaced is not None:
            # The engine's links count the words as they were.
            changed = replace(english, target=replaced[0], links=None)
            new = judge.judge(task, changed, "replacement", attempt)
            if new.failures < attempt.failures:
                attempt = new
    return attempt


def _find_words(
    task: Task, attempt: Attempt, number: int, judge: Judge
) -> tuple[Span, TermHit] | None:
    """Return the words that a failing hit wants replaced, and the hit to put there."""
    hit = task.hits[number]
    if number in attempt.verdict.missing:
        place = judge.find_place(task, attempt, hit)
        return None if place is None else (place, hit)
    for violation in attempt.verdict.violations:
        wanted = find_substitute(violation, task.hits)
        if violation.hit == hit and wanted is not None:
            return violation.span, wanted
    return None
