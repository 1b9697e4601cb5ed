"""Looking up German words in the dictionaries that the user has.

Owns the order of the questions: the word and its citation forms, what it looks like a
form of, and the parts of a compound that no dictionary has. Not to be confused with
`Dictionaries` of `reader.service.dictionaries`, which knows forms and no meanings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.compound_words import cut_compound, find_tail
from reader.core.documents import fold_blanks
from reader.core.headwords import cite, find_apart, guess, has_reflexive, phrase
from reader.core.interfaces import Lemmatize
from reader.core.lookup import Answer, DictionaryEntry, Finding, Relation
from reader.core.matching.adjectives import adjective_bases
from reader.core.matching.forms import Forms
from reader.core.matching.vocabulary import Vocabulary
from reader.errors import DictionaryError
from reader.service.books import Books, is_entry_of
from reader.store.dictionaries import find_dictionaries

if TYPE_CHECKING:
    from reader.service.pipeline import Service

GET_DICTIONARY = (
    "apt install dict-freedict-deu-eng (Debian, Ubuntu); elsewhere get deu-eng for "
    "dictd or StarDict from freedict.org"
)
"""What to do where there is no dictionary."""
_LONGEST_WORD = 80
_MOST_PHRASES = 12
_QUOTES = "\"'„“”‚‘’«»‹›()[]…"
_SHORTEST_NAME = 3


class DictionaryShelf:
    """The user's dictionaries, opened at the first question."""

    def __init__(
        self,
        find_paths: Callable[[], Sequence[Path]],
        lemmatize: Lemmatize,
        notify: Callable[[str], None] = lambda text: None,
        advice: str = GET_DICTIONARY,
    ) -> None:
        """Take who knows where the dictionaries lie, and who knows citation forms.

        `advice` says how to get a dictionary where there is none.
        """
        self._books = Books(find_paths, notify)
        self._forms = Forms(Vocabulary(lemmatize))
        self._advice = advice

    @property
    def titles(self) -> list[str]:
        """The names of the dictionaries that can be read."""
        return self._books.titles

    def look_up(self, word: str, sentence: str = "", start: int = 0) -> Answer:
        """Return what the dictionaries say about a German word.

        The word may be inflected and stand in quotation marks; of a compound that
        nobody has, the parts are looked up, else its longest known end. `sentence`
        is where it was met, from `start` on: "stellte" may be one of "vorstellen".

        Raises:
            DictionaryError: there is no dictionary; the hint says how to get one.
        """
        word = fold_blanks(word).strip(_QUOTES)[:_LONGEST_WORD]
        if not self.titles:
            raise DictionaryError("no dictionary is installed", self._advice)
        if not sentence.startswith(word, start):
            sentence, start = "", 0
        apart = find_apart(sentence, start, self._forms, self._books.has)
        findings = self._find_whole(word, apart, sentence, start)
        parts: tuple[str, ...] = ()
        if word and not findings:
            parts = self._cut(word)
            # The head says what the whole is, and comes first.
            for part in dict.fromkeys(reversed(parts)):
                findings += self._find_part(part)
        lemma = next(
            (f.word for f in findings if f.relation is Relation.LEMMA),
            self._forms.vocabulary.lemma(word) or "",
        )
        return Answer(word, apart or lemma, parts, tuple(findings))

    def _find_whole(
        self, word: str, apart: str, sentence: str, start: int
    ) -> list[Finding]:
        """Return the entries of a word, and of the verb that it is a part of."""
        cited = cite(word, self._forms)
        # A capital may only begin the sentence: "Macht" is of "machen" there.
        small = cite(word[:1].lower() + word[1:], self._forms)
        if sentence and not any(map(str.isalnum, sentence[:start])):
            cited = [*cited, *small] if self._is_known(word) else [*small, *cited]
        cited = [apart, *cited] if apart else cited
        return (
            self._find_all(cited, word, has_reflexive(sentence, start))
            or self._find_all(small, word)
            or self._find_guessed(word)
        )

    def _find_all(
        self, headwords: Sequence[str], word: str, is_reflexive: bool = False
    ) -> list[Finding]:
        """Return the entries of headwords and of the phrases that they stand in.

        Those of other words that differ in their capitals, "Macht" for "macht", come
        behind all others.
        """
        near: list[Finding] = []
        far: list[Finding] = []
        seen: set[str] = set()

        def keep(headword: str, relation: Relation) -> None:
            found = [e for e in self._find_entries(headword) if e.text not in seen]
            seen.update(entry.text for entry in found)
            for findings, is_near in ((near, True), (far, False)):
                some = [e for e in found if is_entry_of(headword, e) == is_near]
                if some:
                    findings.append(Finding(headword, relation, tuple(some)))

        phrases = [
            other
            for headword in headwords
            for other in islice(
                self._find_phrases(headword, is_reflexive), _MOST_PHRASES
            )
        ]
        # "stellt sich vor" is "sich vorstellen" before it is "vorstellen".
        for other in phrases if is_reflexive else ():
            if other.startswith("sich "):
                keep(other, Relation.PHRASE)
        for headword in headwords:
            is_form = headword == word
            keep(headword, Relation.FORM if is_form else Relation.LEMMA)
        for other in phrases:
            keep(other, Relation.PHRASE)
        return near + far

    def _find_phrases(self, headword: str, is_reflexive: bool) -> Iterator[str]:
        return filter(self._books.has, phrase(headword, is_reflexive))

    def _find_guessed(self, word: str) -> list[Finding]:
        """Return the entries of what the word looks like a form of."""
        for headword in guess(word, self._forms):
            if self._is_headword(headword):
                return self._find_all([headword], word)
        return []

    def _find_part(self, part: str) -> list[Finding]:
        """Return the entries of a compound's part."""
        return [
            replace(finding, relation=Relation.PART)
            for finding in self._find_all([part], part)
            if any(is_entry_of(part, entry) for entry in finding.entries)
        ]

    def _find_entries(self, headword: str) -> list[DictionaryEntry]:
        return [self._add_plural(entry) for entry in self._books.find(headword)]

    def _add_plural(self, entry: DictionaryEntry) -> DictionaryEntry:
        """Return an entry with the plural that it refers to: "see: {Märkte}"."""
        if entry.is_plural or not entry.gender:
            return entry
        for reference in entry.references:
            is_near = reference[:1].isupper() and " " not in reference
            if (
                is_near
                and reference != entry.headword
                and self._forms.vocabulary.lemma(reference) == entry.headword
            ):
                return replace(entry, plural=reference)
        return entry

    def _cut(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound; of a hyphenated one, unknown ones, too."""
        pieces = [piece for piece in word.split("-") if piece]
        parts: list[str] = []
        for piece in pieces:
            whole = self._find_head(piece) if len(pieces) > 1 else None
            parts += (whole,) if whole else self._cut_closed(piece) or (piece,)
        if len(parts) > 1:
            return tuple(parts) if any(map(self._is_headword, parts)) else ()
        # Of a word that is no compound, the end would be another word by chance.
        tail = None if self._is_known(word) else find_tail(word, self._find_head)
        return (tail,) if tail else ()

    def _cut_closed(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound; its modifiers may be in no dictionary."""
        if word[:1].islower() and self._is_known(word):
            # "sogenannt" has no "Sog" in it.
            return ()
        cut = cut_compound(word, self._find_head, self._find_noted)
        return cut or cut_compound(word, self._find_head, self._find_modifier)

    def _find_head(self, form: str) -> str | None:
        """Return the headword of an inflected form, None where no dictionary has it."""
        forms = [form, self._forms.vocabulary.lemma(form) or ""]
        if form[:1].islower():
            # The "gestützte" of "KI-gestützte"; its verb is no part of a compound.
            forms += sorted(adjective_bases(form), key=len, reverse=True)
        return next(filter(None, map(self._find_noted, filter(None, forms))), None)

    def _find_noted(self, form: str) -> str | None:
        return form if self._books.has_exactly(form) else None

    def _find_modifier(self, form: str) -> str | None:
        """Return what may begin a compound without being a headword itself."""
        if self._books.has_exactly(f"{form}…"):
            return f"{form}…"
        is_noun = len(form) > _SHORTEST_NAME and self._forms.vocabulary.has_noun(form)
        return form if is_noun else None

    def _is_known(self, word: str) -> bool:
        return self._forms.vocabulary.lemma(word) is not None

    def _is_headword(self, word: str) -> bool:
        """Say whether a dictionary has the word, alone or in a phrase."""
        return self._books.has_exactly(word) or any(self._find_phrases(word, False))


def open_shelf(service: Service) -> DictionaryShelf:
    """Return the dictionaries of a service's settings, not yet looked for."""
    paths = service.paths
    return DictionaryShelf(
        lambda: find_dictionaries(paths, service.settings),
        service.dictionaries.lemmatize,
        service.notify,
        f"{GET_DICTIONARY} and unpack it into {paths.dictionaries}",
    )
