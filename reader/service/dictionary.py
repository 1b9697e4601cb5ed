"""Looking up German words in the dictionaries that the user has.

Owns which headwords are asked: the word as it stands, its citation form, and the parts
of a compound that no dictionary has. Not to be confused with `Dictionaries` of
`reader.service.dictionaries`, which knows forms and no meanings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.documents import fold_blanks
from reader.core.interfaces import Lemmatize
from reader.core.lookup import (
    Answer,
    DictionaryEntry,
    Finding,
    Relation,
    cut_compound,
    find_tail,
)
from reader.errors import DictionaryError
from reader.formats.dictd import DictdFile
from reader.formats.freedict import read_entry
from reader.formats.stardict import INFO_SUFFIX, StarDictFile
from reader.store.dictionaries import find_dictionaries

if TYPE_CHECKING:
    from reader.service.pipeline import Service

GET_DICTIONARY = (
    "apt install dict-freedict-deu-eng (Debian, Ubuntu); elsewhere get deu-eng for "
    "dictd from freedict.org"
)
"""What to type where there is no dictionary."""
_LONGEST_WORD = 80
_QUOTES = "\"'„“”‚‘’«»‹›()[]…"


_Book = DictdFile | StarDictFile


class DictionaryShelf:
    """The user's dictionaries, opened at the first question."""

    def __init__(
        self,
        index_paths: list[Path],
        lemmatize: Lemmatize,
        notify: Callable[[str], None] = lambda text: None,
        home: Path | None = None,
    ) -> None:
        self._index_paths = index_paths
        self._lemmatize = lemmatize
        self._notify = notify
        self._home = home
        self._opened: list[tuple[str, _Book]] | None = None

    @property
    def titles(self) -> list[str]:
        """The names of the dictionaries that can be read."""
        return [title for title, _ in self._open()]

    def look_up(self, word: str) -> Answer:
        """Return what the dictionaries say about a German word.

        The word may be inflected and stand in quotation marks; of a compound that
        nobody has, the parts are looked up, else its longest known end.

        Raises:
            DictionaryError: there is no dictionary; the hint says how to get one.
        """
        word = fold_blanks(word).strip(_QUOTES)[:_LONGEST_WORD]
        if not self._open():
            raise self._none_installed()
        lemma = self._find_lemma(word)
        findings = self._find_whole(word, lemma)
        parts: tuple[str, ...] = ()
        if not findings and word:
            parts = self._cut(word)
            # The head says what the whole is, and comes first.
            for part in dict.fromkeys(reversed(parts)):
                findings += (
                    replace(finding, relation=Relation.PART)
                    for finding in self._find_whole(part, self._find_lemma(part))
                )
        return Answer(word, lemma, parts, tuple(findings))

    def _find_whole(self, word: str, lemma: str) -> list[Finding]:
        """Return the entries of a word and of its lemma.

        Those of other words that differ in their capitals, "Macht" for "macht", come
        behind all others.
        """
        asked = {word: Relation.FORM}
        if lemma:
            asked.setdefault(lemma, Relation.LEMMA)
        near: list[Finding] = []
        far: list[Finding] = []
        seen: set[str] = set()
        for headword, relation in asked.items():
            entries = [e for e in self._find_entries(headword) if e.text not in seen]
            seen.update(entry.text for entry in entries)
            for findings, is_near in ((near, True), (far, False)):
                some = [e for e in entries if (e.headword == headword) == is_near]
                if some:
                    findings.append(Finding(headword, relation, tuple(some)))
        return near + far

    def _find_entries(self, headword: str) -> tuple[DictionaryEntry, ...]:
        """Return the entries of a headword, in the order of the dictionaries."""
        entries: list[DictionaryEntry] = []
        for title, dictionary in self._open():
            try:
                texts = dictionary.find(headword)
            except DictionaryError as error:
                self._notify(error.message)
                continue
            entries += (read_entry(text, title) for text in texts if text.strip())
        return tuple(self._add_plural(entry) for entry in entries)

    def _add_plural(self, entry: DictionaryEntry) -> DictionaryEntry:
        """Return an entry with the plural that it refers to: "see: {Märkte}"."""
        if entry.is_plural or not entry.gender:
            return entry
        for reference in entry.references:
            is_near = reference[:1].isupper() and " " not in reference
            if (
                is_near
                and reference != entry.headword
                and self._lemmatize(reference) == entry.headword
            ):
                return replace(entry, plural=reference)
        return entry

    def _cut(self, word: str) -> tuple[str, ...]:
        known: dict[str, str | None] = {}

        def find_headword(form: str) -> str | None:
            if form not in known:
                known[form] = self._find_headword(form)
            return known[form]

        parts: list[str] = []
        for piece in filter(None, word.split("-")):
            whole = find_headword(piece) if piece != word else None
            cut = (whole,) if whole else cut_compound(piece, find_headword)
            *modifiers, head = cut or ("",)
            # "Sprach-" is of "Sprache"; the head's own form may have an entry.
            parts += (self._find_noun(modifier) for modifier in modifiers)
            parts += filter(None, (head,))
        if not parts:
            tail = find_tail(word, find_headword)
            return (tail,) if tail else ()
        return tuple(parts)

    def _find_headword(self, form: str) -> str | None:
        """Return the headword of a form, None where no dictionary has it."""
        for headword in (form, self._find_lemma(form)):
            if headword and any(book.has(headword) for _, book in self._open()):
                return headword
        return None

    def _find_noun(self, modifier: str) -> str:
        lemma = self._find_lemma(modifier)
        return lemma if lemma[:1].isupper() else modifier

    def _find_lemma(self, word: str) -> str:
        found = self._lemmatize(word) if word and " " not in word else ""
        return "" if found.endswith("-") else found

    def _open(self) -> list[tuple[str, _Book]]:
        """Return the dictionaries with their titles; a bad one is told and left out."""
        if self._opened is None:
            self._opened = []
            for path in self._index_paths:
                try:
                    book = _open_book(path)
                    self._opened.append((book.title, book))
                except DictionaryError as error:
                    self._notify(error.message)
        return self._opened

    def _none_installed(self) -> DictionaryError:
        where = f" and put its files into {self._home}" if self._home else ""
        return DictionaryError("no dictionary is installed", GET_DICTIONARY + where)


def _open_book(path: Path) -> _Book:
    return StarDictFile(path) if path.suffix == INFO_SUFFIX else DictdFile(path)


def open_shelf(service: Service) -> DictionaryShelf:
    """Return the dictionaries of a service's settings.

    Raises:
        DictionaryError: the settings name a place where there is nothing.
    """
    return DictionaryShelf(
        find_dictionaries(service.paths, service.settings),
        service.dictionaries.lemmatize,
        service.notify,
        service.paths.dictionaries,
    )
