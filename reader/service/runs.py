"""Batch runs: files and folders in, bilingual files out.

Owns the way of many documents through one stream of pairs, and the honest summary.
Each output is written atomically, and everything translated is in the memory first,
so a run that was killed goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from pathlib import Path

from reader.core.batches import cut_windows
from reader.core.documents import Kind, Sentence
from reader.core.language import looks_german
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.translating import Options, Progress
from reader.errors import ReaderError
from reader.formats.writers import SUFFIXES, PairWriter, open_writer
from reader.service.pipeline import Service
from reader.store.files import open_atomic

TITLE_PAIRS = 8
"""A title stands among the first pairs or nowhere."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document of a run and where its outputs go."""

    source: Path
    output: Path
    """Without the format's suffix, as in "out/a.txt"."""


@dataclass(slots=True)
class Summary:
    """What a run did, counted as it went."""

    documents: int = 0
    sentences: int = 0
    """Sentences with English."""
    boilerplate: int = 0
    translated: int = 0
    """Different sentences that the engine translated in this run."""
    recalled: int = 0
    flagged: int = 0
    untranslated: int = 0
    """Sentences that should have English and have none."""
    flags: dict[str, int] = field(default_factory=dict)
    outputs: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    failed: list[tuple[Path, ReaderError]] = field(default_factory=list)

    def count(self, pair: Pair, options: Options) -> Pair:
        """Count `pair` and hand it on."""
        is_left_alone = (
            pair.sentence.kind is Kind.BOILERPLATE and not options.with_boilerplate
        )
        if pair.target is not None:
            self.sentences += 1
        elif is_left_alone:
            self.boilerplate += 1
        else:
            self.untranslated += 1
        self.flagged += bool(pair.flags)
        for flag in pair.flags:
            self.flags[flag] = self.flags.get(flag, 0) + 1
        return pair


@dataclass(frozen=True, slots=True)
class Target:
    """Which files a run makes of each document."""

    formats: tuple[str, ...] = ("html",)
    layout: str = "side-by-side"


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

    def translate(self, jobs: Iterable[Job]) -> Summary:
        """Translate every document of `jobs` and write its outputs.

        A document that cannot be read is counted as failed, and the others go on.

        Raises:
            PackageError, BackendError: no engine, or it failed; finished sentences
                are in the memory and finished files in their place.
        """
        outputs: dict[str, Job] = {}
        pairs = self._service.translate_sentences(
            self._read(jobs, outputs), self._options, self._count
        )
        for document, group in groupby(pairs, lambda pair: pair.sentence.document):
            self._write(outputs.pop(document), group)
        return self.summary

    def read_text(self, path: Path) -> str | None:
        """Return a document's text; None when it failed or is not German."""
        try:
            text = self._service.read_document(path)
        except ReaderError as error:
            self.summary.failed.append((path, error))
            return None
        if not self._options.anew and not looks_german(text):
            reason = "does not look German; --force translates it"
            self.summary.skipped.append((path, reason))
            return None
        return text

    def _read(
        self, jobs: Iterable[Job], outputs: dict[str, Job]
    ) -> Iterator[Sentence]:
        for job in jobs:
            text = self.read_text(job.source)
            if text is not None:
                outputs[str(job.source)] = job
                yield from self._service.segment(text, str(job.source))

    def _count(self, done: Progress) -> None:
        self.summary.translated += done.translated
        self.summary.recalled += done.recalled
        self._report(done)

    def _write(self, job: Job, pairs: Iterable[Pair]) -> None:
        paths = [
            job.output.with_name(f"{job.output.name}.{SUFFIXES[name]}")
            for name in self._target.formats
        ]
        job.output.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            writers = [
                open_writer(
                    name, stack.enter_context(open_atomic(path)), self._target.layout
                )
                for name, path in zip(self._target.formats, paths, strict=True)
            ]
            counted = (self.summary.count(pair, self._options) for pair in pairs)
            write_document(
                writers,
                self._remembered(job.source, counted),
                job.source.stem,
                str(job.source),
                self._options.with_boilerplate,
            )
        self.summary.documents += 1
        self.summary.outputs += paths

    def _remembered(self, path: Path, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Note in the memory which document uses which sentences, on the way."""
        for some in cut_windows(pairs):
            self._service.memory.note_uses(
                path.absolute(),
                (normalize_source(pair.sentence.source) for pair in some),
            )
            yield from some


def write_document(
    writers: Iterable[PairWriter],
    pairs: Iterable[Pair],
    name: str,
    document: str,
    with_boilerplate: bool = False,
) -> None:
    """Write one document's pairs with every writer, in one pass over the pairs.

    Boilerplate stays in the records and out of what is made for reading, unless it
    is asked for. `name` is the title where the text has none.
    """
    writers = list(writers)
    stream = iter(pairs)
    first = list(islice(stream, TITLE_PAIRS))
    title = next((p for p in first if p.sentence.kind is Kind.TITLE), None)
    for writer in writers:
        writer.begin(title.sentence.source if title else name, document)
    for pair in chain(first, stream):
        is_hidden = pair.sentence.kind is Kind.BOILERPLATE and not with_boilerplate
        for writer in writers:
            if writer.is_record or not is_hidden:
                writer.write(pair)
    for writer in writers:
        writer.end()
