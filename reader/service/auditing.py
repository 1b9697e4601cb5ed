"""Finished translations checked against the glossary in force, file by file.

Owns which files were read and which failed. What is wrong with a pair is
`reader.core.terminology.auditing`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.documents import Kind
from reader.core.glossary.terms import Usage
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.terminology.auditing import Finding, audit_pair
from reader.errors import DocumentError, ExitCode, GlossaryError, ReaderError
from reader.formats.pair_files import find_pair_files, read_pairs
from reader.service.pipeline import Service

if TYPE_CHECKING:
    from reader.core.obeying.keeper import TermKeeper


@dataclass(frozen=True, slots=True)
class Violation:
    """A finding and where it stands."""

    path: Path
    place: str
    """As in "b0007s02", "row 12" or "unit 3"."""
    pair: Pair
    finding: Finding
    expected: str = ""
    """The English that the glossary asks for; "" where it only forbids some."""


@dataclass(slots=True)
class Audit:
    """One check of many files; the counts grow as the findings are taken."""

    keeper: TermKeeper
    preferred: Mapping[str, str]
    """The English of each German term that has some."""
    files: int = 0
    pairs: int = 0
    hits: int = 0
    """Places in those pairs that want the English of a term."""
    without_english: int = 0
    violations: int = 0
    untrue: int = 0
    failed: list[ReaderError] = field(default_factory=list)

    def run(self, paths: Sequence[Path]) -> Iterator[Violation]:
        """Yield what is wrong, in the order of the files; unreadable ones fail.

        Raises:
            DocumentError: the folders hold no files of pairs.
        """
        found = list(find_pair_files(paths))
        if not found:
            raise no_pair_files(paths)
        for path in found:
            try:
                yield from self._check_file(path)
                self.files += 1
            except DocumentError as error:
                self.failed.append(error)

    @property
    def exit_code(self) -> ExitCode:
        """What the process ends with."""
        if not self.files and not self.pairs:
            return ExitCode.USAGE
        if self.failed or self.violations or self.untrue:
            return ExitCode.FAILED
        return ExitCode.DONE

    def _check_file(self, path: Path) -> Iterator[Violation]:
        for place, pair in read_pairs(path):
            self._count(pair)
            for finding in audit_pair(pair, self.keeper.prove):
                if finding.kind == "untrue":
                    self.untrue += 1
                else:
                    self.violations += 1
                expected = self.preferred.get(finding.use.source, "")
                yield Violation(path, place, pair, finding, expected)

    def _count(self, pair: Pair) -> None:
        self.pairs += 1
        if pair.target:
            source = normalize_source(pair.sentence.source)
            hits = self.keeper.match(source).hits
            self.hits += sum(hit.term.usage is not Usage.FORBIDDEN for hit in hits)
        elif pair.sentence.kind is not Kind.BOILERPLATE:
            self.without_english += 1


def open_audit(service: Service) -> Audit:
    """Return a check against the glossary of `service`.

    Raises:
        GlossaryError: there is no term to check against, or no glossary to read.
    """
    keeper = service.keeper
    if keeper is None:
        raise GlossaryError(
            "the glossary has no entry, so there is nothing to check",
            "name one with --glossary FILE",
        )
    preferred = {
        term.source: term.target
        for term in service.glossary.merged
        if term.usage is not Usage.FORBIDDEN
    }
    return Audit(keeper, preferred)


def no_pair_files(paths: Sequence[Path]) -> DocumentError:
    """Return the error for folders that hold no finished pairs."""
    return DocumentError(
        f"no files of pairs in {', '.join(map(str, paths))}",
        "write some: reader translate DIR -o OUT --to jsonl",
    )
