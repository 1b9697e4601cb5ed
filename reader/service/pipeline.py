"""The service: one object that has engine, memory and splitter ready when needed.

Owns what is opened and closed. Nothing is loaded before it is used: a run that finds
everything in the memory never starts the engine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from reader.service import engines
from reader.store.paths import Paths, find_paths
from reader.store.settings import Settings, change_settings, load_settings

if TYPE_CHECKING:
    from reader.core.documents import Sentence
    from reader.core.glossary.problems import Problem
    from reader.core.interfaces import BoundaryFinder, Translator
    from reader.core.obeying.keeper import TermKeeper
    from reader.core.pairs import Pair
    from reader.core.translating import Options, Progress
    from reader.service.dictionaries import Dictionaries
    from reader.service.dictionary import DictionaryShelf
    from reader.service.glossary import LoadedGlossary
    from reader.service.library import Library
    from reader.service.packages import InstalledPackage, PackageShelf
    from reader.service.vocabulary import VocabularyFile
    from reader.store.memory import SqliteMemory

STANDARD_INPUT = Path("-")
"""What stands for standard input wherever a document's path is asked for."""

Notify = Callable[[str], None]


class Meter(Protocol):
    """A progress bar that a front end draws."""

    def advance(self, amount: int, text: str = "") -> None:
        """Move on by `amount`."""
        ...


ShowProgress = Callable[[str, int | None], AbstractContextManager[Meter]]


class _NoMeter:
    def advance(self, amount: int, text: str = "") -> None:
        """Show nothing."""


@contextmanager
def show_nothing(label: str, total: int | None) -> Iterator[Meter]:
    """Draw no progress bar."""
    yield _NoMeter()


class Service:
    """Translates German text to pairs, with the settings it was opened with."""

    def __init__(
        self,
        settings: Settings,
        paths: Paths,
        notify: Notify = lambda text: None,
        progress: ShowProgress = show_nothing,
        glossary_files: Sequence[Path] = (),
    ) -> None:
        self.settings = settings
        self.paths = paths
        self.notify = notify
        self.progress = progress
        self.glossary_files = tuple(glossary_files)
        """Term bases for this run alone, which win over all others."""

    def redirect(self, notify: Notify, progress: ShowProgress = show_nothing) -> None:
        """Tell notes and progress elsewhere from now on."""
        self.notify, self.progress = notify, progress
        self.__dict__.pop("shelf", None)

    def reload_glossary(self) -> None:
        """Read the glossary's files again when the terms are needed next."""
        for name in ("glossary", "keeper"):
            self.__dict__.pop(name, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the engine's process and give the memory back."""
        opened = self.__dict__
        translator = opened.pop("translator", None)
        if hasattr(translator, "close"):
            translator.close()
        dictionaries = opened.pop("dictionaries", None)
        if dictionaries is not None:
            dictionaries.save()
        for name in ("memory", "library"):
            store = opened.pop(name, None)
            if store is not None:
                store.close()

    @cached_property
    def shelf(self) -> PackageShelf:
        """The engines that are installed in this home."""
        from reader.service.packages import PackageShelf

        return PackageShelf(self.paths, self.notify, self.progress)

    @cached_property
    def memory(self) -> SqliteMemory:
        """The translation memory of this home."""
        from reader.store.memory import SqliteMemory

        memory = SqliteMemory(self.paths.memory)
        for notice in memory.notices:
            self.notify(notice)
        return memory

    @cached_property
    def library(self) -> Library:
        """The texts of this home; any thread may use it.

        Raises:
            LibraryError: the file cannot be used.
        """
        from reader.service.library import Library

        library = Library(self.paths.library)
        for notice in library.notices:
            self.notify(notice)
        return library

    @cached_property
    def choice(self) -> engines.EngineChoice:
        """The engine that runs; the built-in one is prepared here if need be.

        Raises:
            PackageMissingError: there is none; the hint says how to get one.
        """
        if self.settings.engine == "fake":
            return engines.choose_fake(self.settings)
        package = self.find_package() or self.shelf.prepare_builtin()
        choice = engines.choose_package(self.settings, package)
        if self.settings.engine == "auto":
            self.notify(f"engine: {choice.signature.name}")
        return choice

    def find_package(self) -> InstalledPackage | None:
        """Return the package that runs; None when the built-in engine must be made.

        Raises:
            PackageMissingError: the settings ask for one that is not installed.
        """
        return engines.find_package(self.settings, self.shelf.read_usable())

    def foresee_engine(self) -> str:
        """Return the name of the engine that would run, and prepare nothing.

        Raises:
            PackageMissingError: none can run.
        """
        if self.settings.engine == "fake":
            return self.choice.signature.name
        package = self.find_package()
        if package is None:
            self.shelf.check_builtin_parts()
            return "builtin, to be prepared at its first use"
        return engines.choose_package(self.settings, package).signature.name

    @cached_property
    def translator(self) -> Translator:
        """The engine, started when it gets its first batch."""
        return self.choice.start()

    @cached_property
    def glossary(self) -> LoadedGlossary:
        """The terms in force, every layer read; bad lines are told in notes.

        Raises:
            GlossaryError: a file that was asked for cannot be read.
        """
        from reader.service.glossary import load_glossary

        loaded = load_glossary(
            self.paths,
            self.settings,
            self.glossary_files,
            self.settings.shipped_glossary,
        )
        for notice in loaded.notices:
            self.notify(notice.message)
        return loaded

    @cached_property
    def keeper(self) -> TermKeeper | None:
        """What makes the English obey the glossary; None where there are no terms."""
        terms = self.glossary.merged
        if not terms:
            return None
        from reader.service.obedience import make_keeper

        return make_keeper(terms, self.dictionaries, self.notify)

    @cached_property
    def dictionaries(self) -> Dictionaries:
        """What is known of German and English words."""
        from reader.service.dictionaries import Dictionaries

        return Dictionaries(self.paths.words)

    @cached_property
    def bookshelf(self) -> DictionaryShelf:
        """The dictionaries that the user has, for looking up German words.

        Raises:
            DictionaryError: the settings name a place where there is nothing.
        """
        from reader.service.dictionary import open_shelf

        return open_shelf(self)

    @cached_property
    def vocabulary(self) -> VocabularyFile:
        """The words that the user wants to learn."""
        from reader.service.vocabulary import VocabularyFile

        return VocabularyFile(self.paths)

    def lint_glossary(self, files: Sequence[Path] = ()) -> list[Problem]:
        """Return what is wrong with `files`; without any, with every layer.

        Raises:
            GlossaryError: a file cannot be read.
        """
        from reader.service.glossary import lint_files
        from reader.service.obedience import finds_itself

        return lint_files(
            self.paths,
            self.settings,
            files,
            self.glossary_files,
            lambda term: finds_itself(term, self.dictionaries),
        )

    @cached_property
    def find_boundaries(self) -> BoundaryFinder:
        """The sentence splitter, loaded at its first use."""
        from reader.backends.punkt import load_boundaries

        return load_boundaries()

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The user's own abbreviations, none without a file."""
        if not self.settings.abbreviations:
            return frozenset()
        from reader.core.abbreviations import read_abbreviations
        from reader.formats.plain import read_text

        path = Path(self.settings.abbreviations)
        return read_abbreviations(read_text(path).splitlines())

    def read_document(self, path: Path) -> str:
        """Return the text of a file, decoded as the settings say.

        Raises:
            DocumentError: it is not there, cannot be read, or is not text.
        """
        from reader.formats.plain import decode_text, read_text

        encoding = self.settings.encoding or None
        if path == STANDARD_INPUT:
            return decode_text(sys.stdin.buffer.read(), "standard input", encoding)
        return read_text(path, encoding)

    def segment(self, text: str, document: str = "-") -> Iterator[Sentence]:
        """Yield the sentences of `text` with their exact spans."""
        from reader.core.segmentation import segment

        return segment(document, text, self.find_boundaries, self.abbreviations)

    def translate_sentences(
        self,
        sentences: Iterable[Sentence],
        options: Options | None = None,
        report: Callable[[Progress], None] = lambda done: None,
    ) -> Iterator[Pair]:
        """Yield a pair for each sentence, batch by batch; boilerplate has no English.

        Raises:
            PackageError: there is no usable engine.
            BackendError: the engine failed; what was finished is in the memory.
        """
        from reader.core.translating import Options, translate_sentences

        stream = iter(sentences)
        # An engine is made ready for sentences, not for files that have none.
        first = list(islice(stream, 1))
        if first:
            yield from translate_sentences(
                chain(first, stream),
                self.translator,
                self.memory,
                replace(options or Options(), with_retry=self.settings.retry),
                report,
                self.keeper,
            )

    def translate_text(
        self, text: str, document: str = "-", options: Options | None = None
    ) -> Iterator[Pair]:
        """Yield the pairs of a German text in reading order."""
        return self.translate_sentences(self.segment(text, document), options)

    def translate_file(
        self, path: Path, options: Options | None = None
    ) -> Iterator[Pair]:
        """Yield the pairs of a German file; see `read_document` for its errors."""
        return self.translate_text(self.read_document(path), str(path), options)

    def write_pairs(
        self,
        pairs: Iterable[Pair],
        path: Path,
        to: str = "",
        layout: str = "side-by-side",
    ) -> None:
        """Write pairs to a file, whole or not at all.

        `to` is a format of `--to`; "" takes it from the file's suffix.
        """
        from reader.formats.writers import format_of, open_writer
        from reader.service.writing import write_document
        from reader.store.files import open_atomic

        with open_atomic(path) as stream:
            name = to or format_of(path)
            writer = open_writer(name, stream, layout)
            write_document([(name, writer)], pairs, path.stem, str(path))


def open_service(
    notify: Notify = lambda text: None,
    progress: ShowProgress = show_nothing,
    glossary_files: Sequence[Path] = (),
    **chosen: Any,
) -> Service:
    """Return a service with the settings in force here; use it in a `with` block.

    `chosen` overrides single settings, as in `open_service(engine="builtin",
    beam=1)`; the names are those of reader.toml. `glossary_files` are term bases that
    win over the shipped one, the user's and the project's.

    Raises:
        SettingsError: a setting is unknown or wrong.
    """
    paths = find_paths(os.environ)
    settings = load_settings(paths.settings, Path.cwd())
    settings = change_settings(settings, chosen)
    return Service(settings, paths, notify, progress, glossary_files)
