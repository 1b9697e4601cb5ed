"""A report on the glossary: articles or finished pairs in, counts by term out.

Owns where the pairs come from. Articles are translated (through the memory), finished
files are proved anew, because a record is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.terminology.auditing import prove_anew
from reader.core.terminology.usage import UsageReport
from reader.errors import DocumentError, ExitCode, GlossaryError, ReaderError
from reader.formats.folders import find_documents
from reader.formats.pair_files import PAIR_SUFFIXES, find_pair_files, read_pairs
from reader.service.articles import Articles, no_articles
from reader.service.pipeline import Service

if TYPE_CHECKING:
    from reader.core.obeying.keeper import TermKeeper


@dataclass(slots=True)
class GlossaryReport:
    """The counts, and what could not be read for them."""

    usage: UsageReport = field(default_factory=UsageReport)
    entries: int = 0
    """Of the glossary in force."""
    files: int = 0
    failed: list[ReaderError] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)

    @property
    def exit_code(self) -> ExitCode:
        """What the process ends with."""
        if not self.files:
            return ExitCode.USAGE
        return ExitCode.FAILED if self.failed else ExitCode.DONE


def report_terms(service: Service, paths: Sequence[Path]) -> GlossaryReport:
    """Return what became of the glossary's terms in articles and finished pairs.

    A folder with articles stands for them, one without for its files of pairs.

    Raises:
        GlossaryError: the glossary has no entry.
        PackageError, BackendError: articles need an engine, and it is not there or
            failed.
    """
    keeper = service.keeper
    if keeper is None:
        raise GlossaryError(
            "the glossary has no entry, so there is nothing to report",
            "name one with --glossary FILE",
        )
    report = GlossaryReport(entries=len(service.glossary.merged))
    articles, finished = _divide(paths)
    for path in finished:
        _count_file(path, keeper, report)
    if articles:
        source = Articles(service, articles)
        for pair in source.pairs():
            _count(pair, keeper, report)
        report.files += source.read
        report.failed += source.failed
        # What a folder holds besides its articles needs no word here.
        report.skipped += [entry for entry in source.skipped if entry[0] in articles]
    if not (report.files or report.failed or report.skipped):
        report.failed.append(no_articles(paths))
    return report


def _count_file(path: Path, keeper: TermKeeper, report: GlossaryReport) -> None:
    try:
        for _, pair in read_pairs(path):
            _count(prove_anew(pair, keeper.prove), keeper, report)
        report.files += 1
    except DocumentError as error:
        report.failed.append(error)


def _count(pair: Pair, keeper: TermKeeper, report: GlossaryReport) -> None:
    matches = keeper.match(normalize_source(pair.sentence.source))
    report.usage.count(pair, matches)


def _divide(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the articles and the files of pairs that `paths` name.

    Of a document that a folder has in several formats only the richest counts.
    """
    articles: list[Path] = []
    finished: list[Path] = []
    for path in paths:
        if path.is_dir():
            documents = [document for document, _ in find_documents([path]).found]
            articles += documents
            finished += [] if documents else _pick_richest(find_pair_files([path]))
        elif path.suffix.lower() in PAIR_SUFFIXES:
            finished.append(path)
        else:
            articles.append(path)
    return articles, finished


def _pick_richest(files: Iterable[Path]) -> list[Path]:
    chosen: dict[Path, Path] = {}
    for path in files:
        stem = path.with_suffix("")
        other = chosen.get(stem, path)
        chosen[stem] = min(path, other, key=_poverty)
    return list(chosen.values())


def _poverty(path: Path) -> int:
    return PAIR_SUFFIXES.index(path.suffix.lower())
