"""Batch runs: files and folders in, bilingual files out.

Owns the way of many documents through one stream of pairs. Each output is written
atomically, and everything translated is in the memory first, so a run that was
killed goes on where it was. What a run did is counted in `reader.service.summary`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from reader.core.batches import cut_windows
from reader.core.documents import Sentence
from reader.core.language import looks_german
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.translating import Options, Progress
from reader.errors import DocumentError, LibraryError, OutputError, SettingsError
from reader.formats.folders import (
    DOCUMENT_SUFFIXES,
    DocumentSearch,
    find_documents,
)
from reader.formats.writers import SUFFIXES, PairWriter, open_writer
from reader.service.library import Tally
from reader.service.pipeline import STANDARD_INPUT, Service
from reader.service.summary import Summary
from reader.service.writing import write_document
from reader.store.files import open_atomic, remove_stale_temporaries


@dataclass(frozen=True, slots=True)
class Target:
    """Which files a run makes of each document."""

    formats: tuple[str, ...] = ("html",)
    layout: str = "side-by-side"

    def name_outputs(self, stem: Path) -> list[Path]:
        """Return the outputs of one document; "a.txt" gives "a.txt.html"."""
        return [stem.with_name(f"{stem.name}.{SUFFIXES[to]}") for to in self.formats]


@dataclass(frozen=True, slots=True)
class Job:
    """One document of a run."""

    source: Path
    output: Path
    """Where its outputs go, still without the format's suffix."""


def measure_size(paths: Iterable[Path]) -> int | None:
    """Return the bytes of all documents; None where they cannot be known."""
    try:
        return sum(path.stat().st_size for path in paths)
    except OSError:
        return None


def plan_jobs(
    paths: Sequence[Path],
    out_dir: Path,
    target: Target,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> tuple[list[Job], list[tuple[Path, str]]]:
    """Return the jobs of a run in the order of their paths, and what is left out.

    Raises:
        SettingsError: two documents share an output, one would overwrite a source,
            or there is no document at all.
    """
    search = find_documents(paths, include, exclude, out_dir)
    if not search.found:
        raise _nothing_found(paths, search)
    jobs = [
        Job(source, out_dir / ("stdin" if source == STANDARD_INPUT else relative))
        for source, relative in search.found
    ]
    _check_folder(out_dir)
    sources = {job.source.resolve() for job in jobs}
    for job in jobs:
        for output in target.name_outputs(job.output):
            if output.resolve() in sources or _is_anothers(output, job):
                raise SettingsError(
                    f"{output} is a document, and would be overwritten",
                    "choose another folder with -o",
                )
    return sorted(jobs, key=lambda job: job.source.as_posix()), search.skipped


class Run:
    """One batch run over many documents."""

    def __init__(
        self,
        service: Service,
        target: Target,
        options: Options,
        report: Callable[[Progress], None] = lambda done: None,
    ) -> None:
        self.summary = Summary()
        self._service = service
        self._target = target
        self._options = options
        self._report = report
        self._cleaned: set[Path] = set()
        self._has_library = True

    def translate(self, jobs: Iterable[Job]) -> Summary:
        """Translate every document of `jobs` and write its outputs.

        A document that cannot be read or written is counted as failed, and the others
        go on.

        Raises:
            PackageError, BackendError: no engine, or it failed; finished sentences
                are in the memory and finished files in their place.
        """
        outputs: dict[str, Job] = {}
        for document, pairs in self._documents(jobs, outputs):
            job = outputs.pop(document)
            try:
                self._write(job, pairs)
            except OutputError as error:
                self.summary.failed.append((job.source, error))
        return self.summary

    def print_document(self, path: Path, stream: IO[str]) -> Summary:
        """Translate one document to `stream`, in the target's first format.

        Raises:
            DocumentError: it cannot be read.
        """
        to = self._target.formats[0]
        for document, pairs in self._documents([Job(path, path)], {}):
            writer = open_writer(to, stream, self._target.layout)
            self._write_pairs([(to, writer)], path, document, pairs)
        for _, error in self.summary.failed:
            raise error
        return self.summary

    def _documents(
        self, jobs: Iterable[Job], outputs: dict[str, Job]
    ) -> Iterator[tuple[str, Iterator[Pair]]]:
        """Yield each readable document's name with its pairs, in order."""
        pairs = self._service.translate_sentences(
            self._read(jobs, outputs), self._options, self._count
        )
        yield from groupby(pairs, lambda pair: pair.sentence.document)

    def _read(self, jobs: Iterable[Job], outputs: dict[str, Job]) -> Iterator[Sentence]:
        for job in jobs:
            text = self._read_german(job.source)
            if text is not None:
                outputs[str(job.source)] = job
                yield from self._service.segment(text, str(job.source))

    def _read_german(self, path: Path) -> str | None:
        try:
            text = self._service.read_document(path)
        except DocumentError as error:
            self.summary.failed.append((path, error))
            return None
        if not self._options.anew and not looks_german(text):
            reason = "does not look German; --force translates it"
            self.summary.skipped.append((path, reason))
            return None
        return text

    def _count(self, done: Progress) -> None:
        self.summary.translated += done.translated
        self.summary.recalled += done.recalled
        self._report(done)

    def _write(self, job: Job, pairs: Iterable[Pair]) -> None:
        """Write a document's outputs: all of them whole, or none is touched."""
        paths = self._target.name_outputs(job.output)
        self._make_folder(job.output.parent)
        with ExitStack() as stack:
            writers = []
            for to, path in zip(self._target.formats, paths, strict=True):
                stream = stack.enter_context(open_atomic(path))
                writers.append((to, open_writer(to, stream, self._target.layout)))
            self._write_pairs(writers, job.source, str(job.source), pairs)
        self.summary.outputs += paths

    def _write_pairs(
        self,
        writers: list[tuple[str, PairWriter]],
        path: Path,
        document: str,
        pairs: Iterable[Pair],
    ) -> None:
        tally = Tally(path)
        noted = self._note_uses(path, pairs) if path != STANDARD_INPUT else pairs
        counted = (
            self.summary.count(tally.count(pair), self._options) for pair in noted
        )
        everything = self._options.with_boilerplate
        write_document(writers, counted, path.stem, document, everything)
        self.summary.documents += 1
        if path != STANDARD_INPUT:
            self._note_text(tally)

    def _note_text(self, tally: Tally) -> None:
        """Put a document into the library; a run does not fail for that."""
        if self._has_library:
            try:
                self._service.library.note(tally)
            except LibraryError as error:
                self._has_library = False
                self._service.notify(error.message)

    def _make_folder(self, folder: Path) -> None:
        if folder not in self._cleaned:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise OutputError(
                    f"{folder} cannot be made: {error.strerror}",
                    "choose another folder with -o",
                ) from error
            remove_stale_temporaries(folder)
            self._cleaned.add(folder)

    def _note_uses(self, path: Path, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Note in the memory which document uses which sentences, on the way."""
        for some in cut_windows(pairs):
            self._service.memory.note_uses(
                path,
                {normalize_source(pair.sentence.source) for pair in some},
            )
            yield from some


def _check_folder(out_dir: Path) -> None:
    """See before the first sentence whether anything can be written to `out_dir`."""
    place = next(p for p in (out_dir, *out_dir.absolute().parents) if p.exists())
    if not (place.is_dir() and os.access(place, os.W_OK | os.X_OK)):
        raise SettingsError(
            f"nothing can be written to {out_dir}", "choose another folder with -o"
        )


def _is_anothers(output: Path, job: Job) -> bool:
    """Tell whether `output` is a text that stood there before: "k" and "k.txt"."""
    return (
        output.suffix in DOCUMENT_SUFFIXES
        and job.source.suffix.lower() not in DOCUMENT_SUFFIXES
        and output.exists()
    )


def _nothing_found(paths: Sequence[Path], search: DocumentSearch) -> SettingsError:
    names = ", ".join(map(str, paths))
    if search.skipped:
        path, reason = search.skipped[0]
        reason = f" ({len(search.skipped)} left out, the first: {path}: {reason})"
    else:
        reason = ""
    return SettingsError(
        f"no documents in {names}{reason}", "name a .txt file, or mend the patterns"
    )
