"""The glossary in force: every layer read, and merged entry by entry.

    shipped < the user's < the project's < --glossary FILE

Changing a file is `reader.service.glossary_changes`'s job.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.glossary.layers import Layer, LayeredTerm, find_effective
from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import Term
from reader.errors import GlossaryError
from reader.formats.glossary_files import read_glossary
from reader.store.glossaries import find_places
from reader.store.paths import Paths
from reader.store.settings import Settings

if TYPE_CHECKING:
    from reader.core.glossary.lint import FindsItself


@dataclass(frozen=True, slots=True)
class LoadedGlossary:
    """Every entry of every layer, and those that are in force."""

    terms: tuple[LayeredTerm, ...]
    """All entries, the first layer first, in the order of their files."""
    effective: tuple[LayeredTerm, ...]
    """The entries in force, with their places."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with single lines."""

    @property
    def merged(self) -> list[Term]:
        """The terms in force; what a matcher takes."""
        return [entry.term for entry in self.effective]

    @property
    def notices(self) -> list[GlossaryError]:
        """The lines that were left out, each as one message."""
        return [
            make_error(problem)
            for problem in self.problems
            if problem.severity is Severity.ERROR
        ]


def load_glossary(
    paths: Paths,
    settings: Settings,
    files: Iterable[Path] = (),
    with_shipped: bool = True,
) -> LoadedGlossary:
    """Return the glossary of these settings, with `files` as its last layer.

    A bad line is a notice and stops only itself.

    Raises:
        GlossaryError: a file that was asked for cannot be read.
    """
    entries: list[LayeredTerm] = []
    problems: list[Problem] = []
    for place in find_places(paths, settings, files):
        if place.layer is Layer.SHIPPED and not with_shipped:
            continue
        read_entries, read_problems = load_file(place.path, place.layer)
        entries += read_entries
        problems += read_problems
    return LoadedGlossary(
        tuple(entries), tuple(find_effective(entries)), tuple(problems)
    )


def load_file(
    path: Path, layer: Layer = Layer.GIVEN, form: str = ""
) -> tuple[list[LayeredTerm], tuple[Problem, ...]]:
    """Return the entries of one file, and what is wrong with its lines.

    Raises:
        GlossaryError: it cannot be read.
    """
    # Our own files are tab-separated whatever the user calls them.
    if not form and layer in (Layer.SHIPPED, Layer.USER):
        form = "tsv"
    read = read_glossary(path, form)
    entries = [LayeredTerm(term, path, line, layer) for term, line in read.entries]
    return entries, read.problems


def make_error(problem: Problem) -> GlossaryError:
    """Return a problem as the error that tells it with its place."""
    return GlossaryError(problem.message, problem.hint, problem.path, problem.line)


def lint_files(
    paths: Paths,
    settings: Settings,
    files: Sequence[Path] = (),
    given: Iterable[Path] = (),
    finds_itself: FindsItself | None = None,
) -> list[Problem]:
    """Return what is wrong with `files`; without any, with all layers.

    Raises:
        GlossaryError: a file cannot be read.
    """
    from reader.core.glossary.lint import lint_terms

    if not files:
        loaded = load_glossary(paths, settings, given, settings.shipped_glossary)
        return lint_terms(loaded.terms, loaded.problems, finds_itself=finds_itself)
    entries: list[LayeredTerm] = []
    problems: list[Problem] = []
    for path in files:
        read_entries, read_problems = load_file(path)
        entries += read_entries
        problems += read_problems
    return lint_terms(entries, problems, finds_itself=finds_itself)
