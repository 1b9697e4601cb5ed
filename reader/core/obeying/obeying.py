"""English that obeys the glossary, for the failing sentences of one batch.

Owns the way from plain English that fails to the best that there is: the second pass,
then replacement, then honesty. The result depends on the tasks in their order and on
nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import Span, TermHit
from reader.core.interfaces import Inflector, Translation, Translator
from reader.core.obeying.attempts import Attempt, Search, Task, judge
from reader.core.obeying.replacing import find_substitute, replace_words
from reader.core.obeying.second_pass import Aligner, SecondPass

__all__ = ["Obeyed", "Step", "Task", "obey"]

Step = Literal["engine", "second-pass", "replacement", "missing"]
"""Where the English of a hit comes from: the plain translation, the engine when asked
again, or words put in by hand; "missing" where it is not there. A hit of a forbidden
term has the step that took the forbidden word away, "missing" where it still stands."""


@dataclass(frozen=True, slots=True)
class Obeyed:
    """What became of a task."""

    translation: Translation
    steps: tuple[Step, ...]
    """One for each hit."""


def obey(
    work: Sequence[Task],
    translator: Translator,
    aligner: Aligner,
    inflector: Inflector,
) -> list[Obeyed]:
    """Return English for each task that obeys its hits as far as possible.

    Raises:
        BackendError: the engine failed.
    """
    forms = EnglishForms(inflector)
    searches = [Search(task, judge(task, task.plain, forms)) for task in work]
    second_pass = SecondPass(translator, aligner, inflector, forms)
    second_pass.run(searches)
    answers = [search.best for search in searches]
    for search in searches:
        _replace(search, second_pass, inflector, forms)
    return [
        Obeyed(search.best.translation, _find_steps(search, answer))
        for search, answer in zip(searches, answers, strict=True)
    ]


def _replace(
    search: Search, second_pass: SecondPass, inflector: Inflector, forms: EnglishForms
) -> None:
    """Put the terms that still fail in place of the words that stand for them."""
    for number in range(len(search.task.hits)):
        found = _find_words(search, number, second_pass)
        if found is None:
            continue
        span, wanted = found
        english = search.best.translation
        replaced = replace_words(english.target, span, wanted, inflector)
        if replaced is not None:
            # The engine's links count the words as they were.
            changed = replace(english, target=replaced[0], links=None)
            search.add(judge(search.task, changed, forms))


def _find_words(
    search: Search, number: int, second_pass: SecondPass
) -> tuple[Span, TermHit] | None:
    """Return the words that a failing hit wants replaced, and the hit to put there."""
    hits, verdict = search.task.hits, search.best.verdict
    if number in verdict.missing:
        place = second_pass.find_place(search, hits[number])
        return None if place is None else (place, hits[number])
    for violation in verdict.violations:
        wanted = find_substitute(violation, hits)
        if violation.hit == hits[number] and wanted is not None:
            return violation.span, wanted
    return None


def _find_steps(search: Search, answer: Attempt) -> tuple[Step, ...]:
    """Return where the English of each hit comes from; `answer` is the engine's last.

    What was there, went and came back is the later step's.
    """
    made: list[tuple[Step, Attempt]] = [
        ("replacement", search.best),
        ("second-pass", answer),
        ("engine", search.first),
    ]
    steps: list[Step] = []
    for number in range(len(search.task.hits)):
        step: Step = "missing"
        for name, attempt in made:
            if number in _find_failing(search.task, attempt):
                break
            step = name
        steps.append(step)
    return tuple(steps)


def _find_failing(task: Task, attempt: Attempt) -> set[int]:
    """Return the numbers of the hits that are not obeyed."""
    broken = [violation.hit for violation in attempt.verdict.violations]
    numbers = {number for number, hit in enumerate(task.hits) if hit in broken}
    return numbers | {*attempt.verdict.missing}
