"""German articles read for the glossary's commands: sentences, and what failed.

Owns which files count and the note of what is left out. `reader.service.runs` does the
same for outputs on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from reader.core.documents import Kind, Sentence
from reader.core.language import looks_german
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.errors import DocumentError, ReaderError
from reader.formats.folders import find_documents
from reader.service.pipeline import STANDARD_INPUT, Service


@dataclass(slots=True)
class Articles:
    """The articles that paths name; the lists grow as the sentences are taken."""

    service: Service
    paths: Sequence[Path]
    read: int = 0
    failed: list[ReaderError] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of all articles, boilerplate left out."""
        for path in self._find():
            try:
                text = self.service.read_document(path)
            except DocumentError as error:
                self.failed.append(error)
                continue
            if not looks_german(text):
                self.skipped.append((path, "does not look German"))
                continue
            self.read += 1
            for sentence in self.service.segment(text, str(path)):
                if sentence.kind is not Kind.BOILERPLATE:
                    yield sentence

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs of all articles; what the memory knows is not decoded again.

        Raises:
            PackageError, BackendError: no engine, or it failed.
        """
        pairs = self.service.translate_sentences(self.sentences())
        for document, some in groupby(pairs, lambda pair: pair.sentence.document):
            found = list(some)
            if document != str(STANDARD_INPUT):
                # So that `memory forget` knows whose sentences these are.
                sources = {normalize_source(pair.sentence.source) for pair in found}
                self.service.memory.note_uses(Path(document), sources)
            yield from found

    def _find(self) -> Iterator[Path]:
        for path in self.paths:
            if not path.is_dir():
                yield path
                continue
            search = find_documents([path])
            self.skipped += search.skipped
            yield from (document for document, _ in search.found)


def no_articles(paths: Sequence[Path]) -> DocumentError:
    """Return the error for folders that hold nothing to read."""
    return DocumentError(
        f"no German articles in {', '.join(map(str, paths))}",
        "name a text file, or a folder that holds some",
    )
