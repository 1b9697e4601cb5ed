"""English that obeys the glossary, for the failing sentences of one batch.

Owns the way from plain English that fails to the best that there is: the second pass,
then replacement, then honesty. The result depends on the tasks in their order and on
nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.interfaces import Inflector, Translation, Translator
from reader.core.obeying.attempts import Aligner, Judge, Search, Step, Task
from reader.core.obeying.last_resort import replace_terms
from reader.core.obeying.second_pass import SecondPass

__all__ = ["Obeyed", "Step", "Task", "obey"]


@dataclass(frozen=True, slots=True)
class Obeyed:
    """What became of a task."""

    translation: Translation
    """Its score is what the engine gave it for the German that it was given, which may
    have English terms in it."""
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
    judge = Judge(aligner, inflector)
    searches = [
        Search(task, judge.judge(task, task.plain, "engine", None)) for task in work
    ]
    SecondPass(translator, judge).run(searches)
    for search in searches:
        replace_terms(search, judge)
    return [Obeyed(search.best.translation, search.best.steps) for search in searches]
