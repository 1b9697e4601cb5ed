"""English that obeys the glossary, for the failing sentences of one batch.

Owns the way from plain English that fails to the best that there is: the second pass,
then replacement, then honesty. The result depends on the tasks in their order and on
nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.core.english.forms import EnglishForms
from reader.core.interfaces import Inflector, Translation, Translator
from reader.core.obeying.attempts import Attempt, Search, Task, judge
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
    SecondPass(translator, aligner, inflector, forms).run(searches)
    return [Obeyed(search.best.translation, _find_steps(search)) for search in searches]


def _find_steps(search: Search) -> tuple[Step, ...]:
    task = search.task
    failed_before, failed = _failures(task, search.first), _failures(task, search.best)
    return tuple(
        "missing"
        if number in failed
        else "second-pass"
        if number in failed_before
        else "engine"
        for number in range(len(task.hits))
    )


def _failures(task: Task, attempt: Attempt) -> set[int]:
    """Return the numbers of the hits that are not obeyed."""
    broken = {violation.hit for violation in attempt.verdict.violations}
    return {n for n, hit in enumerate(task.hits) if hit in broken} | {
        *attempt.verdict.missing
    }
