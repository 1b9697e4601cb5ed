"""The library: every text opened or translated, its place, bookmarks and notes.

Front ends use it by the texts' paths, from any thread. Owns how texts come in; the
file is `reader.store.library`'s job, and which text a few words mean
`reader.core.texts`'s.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from reader.core.documents import Kind, Sentence, fold_blanks
from reader.core.pairs import Pair
from reader.core.places import Place, PlaceFinder, mark_place
from reader.core.texts import (
    Front,
    Text,
    find_front,
    find_front_of_sentences,
    find_nearest,
    find_texts,
)
from reader.errors import DocumentError, LibraryError
from reader.store.library import SqliteLibrary
from reader.store.paths import find_paths

Tell = Callable[[Path], None]
"""Hears which document is about to be read."""


@dataclass(slots=True)
class Import:
    """What came of adding files and folders to the library."""

    added: list[Path] = field(default_factory=list)
    """In the order in which they were named; those known before included."""
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    """Files of a folder that are no documents, and why."""
    failed: list[tuple[Path, DocumentError]] = field(default_factory=list)


class Library(SqliteLibrary):
    """The texts of one home; positions survive a changed article."""

    def __init__(self, path: Path) -> None:
        """Open the library, or make it.

        Raises:
            LibraryError: the file cannot be used.
        """
        super().__init__(path)
        self._finder: tuple[Sequence[Sentence], PlaceFinder] | None = None

    def find(self, words: str) -> list[Text]:
        """Return the texts whose title or file name contains `words`."""
        return find_texts(self.texts(), words)

    def find_one(self, words: str) -> Text:
        """Return the one text that `words` mean.

        Raises:
            LibraryError: none or several; the hint names the nearest.
        """
        texts = self.texts()
        found = find_texts(texts, words)
        if len(found) == 1:
            return found[0]
        if found:
            raise LibraryError(
                f"{len(found)} texts are called '{words}'",
                f"more words of the one that you mean: {_list(found)}",
            )
        message = f"there is no file '{words}', and no text of that title"
        if not texts:
            raise LibraryError(
                f"{message}: the library is empty", "reader read FILE or FOLDER"
            )
        near = find_nearest(texts, words) or texts
        raise LibraryError(message, f"words of a title: {_list(near)}")

    def import_paths(
        self,
        paths: Iterable[Path],
        encoding: str | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
        tell: Tell = lambda path: None,
    ) -> Import:
        """Add the documents that `paths` name: files as they are, folders searched.

        Nothing is translated, not even cut into sentences, so that it is fast. `tell`
        hears of each document before it is read.

        Raises:
            LibraryError: the library cannot be used.
            SettingsError: `encoding` is not known.
        """
        from reader.formats.folders import find_documents

        done, now = Import(), datetime.now(UTC)
        for path in paths:
            if path.is_dir():
                search = find_documents([path])
                documents = [document for document, _ in search.found]
                done.skipped += search.skipped
            else:
                documents = [path]
            for document in documents:
                if is_cancelled():
                    return done
                tell(document)
                try:
                    self._import_file(document, encoding, now)
                except DocumentError as error:
                    done.failed.append((document, error))
                else:
                    done.added.append(document)
        return done

    def _import_file(self, path: Path, encoding: str | None, now: datetime) -> None:
        # Imported late: a reader that imports nothing begins sooner.
        from reader.core.blocks import find_blocks
        from reader.formats.pair_files import read_pairs
        from reader.formats.plain import read_text

        if holds_pairs(path):
            tally = Tally(path)
            for _, pair in read_pairs(path):
                tally.count(pair)
            self.note(tally, now)
            return
        text = read_text(path, encoding)
        front = find_front(
            (block.kind, fold_blanks(text[block.start : block.end]))
            for block in find_blocks(text)
        )
        self.add(path, front, added=now)

    def note(self, tally: Tally, now: datetime | None = None) -> None:
        """Add a text whose pairs were counted, or bring it up to date."""
        counts = (tally.sentences, tally.translated, tally.flags)
        self.add(tally.path, tally.front, *counts, added=now)

    def is_translated(self, text: Path) -> bool:
        """Tell whether the text had all of its English when it was last looked at."""
        found = self.find_text(text)
        if found is None or found.sentences is None:
            return False
        return found.translated >= found.sentences

    def remember_position(
        self, text: Path, index: int, sentences: Sequence[Sentence]
    ) -> None:
        """Remember that the reader of `text` is at `sentences[index]`."""
        sources = [sentence.source for sentence in sentences]
        is_body = [sentence.kind is not Kind.BOILERPLATE for sentence in sentences]
        progress = sum(is_body[: index + 1]) / max(1, sum(is_body))
        self.save_place(text, mark_place(sources, index), progress)

    def position(self, text: Path, sentences: Sequence[Sentence]) -> int:
        """Return the index at which the reader of `text` was; 0 at first."""
        place = self.find_place(text)
        return self._index_of(place, sentences) if place else 0

    def bookmarked(self, text: Path, sentences: Sequence[Sentence]) -> frozenset[int]:
        """Return the indexes of the sentences with a bookmark."""
        places = self.bookmarks(text)
        return frozenset(self._index_of(place, sentences) for place in places)

    def toggle_bookmark(
        self, text: Path, index: int, sentences: Sequence[Sentence]
    ) -> bool:
        """Set a bookmark at `sentences[index]`, or take it away; say if it is set."""
        there = [
            place
            for place in self.bookmarks(text)
            if self._index_of(place, sentences) == index
        ]
        for place in there:
            self.remove_bookmark(text, place)
        if not there:
            self.add_bookmark(text, _mark(sentences, index))
        return not there

    def noted(self, text: Path, sentences: Sequence[Sentence]) -> Mapping[int, str]:
        """Return the notes by index; what meets at one sentence, line by line."""
        found: dict[int, list[str]] = {}
        for place, note in self.notes(text):
            found.setdefault(self._index_of(place, sentences), []).append(note)
        return {index: "\n".join(notes) for index, notes in found.items()}

    def write_note(
        self, text: Path, index: int, sentences: Sequence[Sentence], note: str
    ) -> None:
        """Let `note` be the note at `sentences[index]`; "" takes it away."""
        for place, _ in self.notes(text):
            if self._index_of(place, sentences) == index:
                self.set_note(text, place, "")
        if note.strip():
            self.set_note(text, _mark(sentences, index), note.strip())

    def _index_of(self, place: Place, sentences: Sequence[Sentence]) -> int:
        if self._finder is None or self._finder[0] is not sentences:
            sources = [sentence.source for sentence in sentences]
            self._finder = (sentences, PlaceFinder(sources))
        return self._finder[1].find(place) or 0


def choose_texts(
    library: Library,
    words: Sequence[str],
    encoding: str | None = None,
    tell: Tell = lambda path: None,
) -> list[Path]:
    """Return the texts that the words of a command line name, none for no words.

    Files and folders are added to the library. Where no word is one of them, all of
    the words together are a part of a title.

    Raises:
        LibraryError: a word names nothing, or several texts.
        DocumentError: none of the files can be read.
    """
    # A pasted title may be longer than any file's name, which `Path.exists` minds.
    if words and not any(os.path.exists(word) for word in words):
        return [_check_there(library.find_one(" ".join(words)))]
    chosen: list[Path] = []
    for word in words:
        if os.path.exists(word):
            chosen += _add(library, Path(word), encoding, tell)
        else:
            chosen.append(_check_there(library.find_one(word)))
    return list(dict.fromkeys(chosen))


def _add(library: Library, path: Path, encoding: str | None, tell: Tell) -> list[Path]:
    done = library.import_paths([path], encoding, tell=tell)
    if done.added:
        return done.added
    for _, error in done.failed:
        raise error
    raise LibraryError(
        f"{path} has no documents", "a folder with .txt files, or a file by its name"
    )


def _check_there(text: Text) -> Path:
    if not text.path.exists():
        raise LibraryError(
            f"the file of '{text.name}' is no longer there: {text.path}",
            "reader read FILE, with its new place",
        )
    return text.path


@dataclass(slots=True)
class Tally:
    """One text's pairs, counted on their way, for a single note in the library."""

    path: Path
    sentences: int = 0
    translated: int = 0
    flags: int = 0
    _first: list[Sentence] = field(default_factory=list)

    def count(self, pair: Pair) -> Pair:
        """Count `pair` and hand it on."""
        sentence = pair.sentence
        if sentence.kind is not Kind.BOILERPLATE:
            self.sentences += 1
            self.translated += pair.target is not None
            self.flags += bool(pair.flags)
            if self.sentences <= _FRONT_SENTENCES:
                self._first.append(sentence)
        return pair

    @property
    def front(self) -> Front:
        """What the text is called."""
        return find_front_of_sentences(self._first)


_FRONT_SENTENCES = 30


def holds_pairs(path: Path) -> bool:
    """Tell whether a file has pairs, as `translate` writes them, or German alone."""
    from reader.formats.pair_files import PAIR_SUFFIXES

    return path.suffix.lower() in PAIR_SUFFIXES


def open_library() -> Library:
    """Return the library of this home.

    Raises:
        LibraryError: it cannot be used.
    """
    return Library(find_paths(os.environ).library)


def _mark(sentences: Sequence[Sentence], index: int) -> Place:
    return mark_place([sentence.source for sentence in sentences], index)


def _list(texts: Sequence[Text], most: int = 5) -> str:
    """Return names for a hint, as in "'A', 'B' … (7 more)"."""
    named = ", ".join(f"'{text.name}'" for text in texts[:most])
    more = len(texts) - most
    return named + (f" … ({more} more)" if more > 0 else "")
