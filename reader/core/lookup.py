"""Looking up a word: what an entry of a dictionary says, and which ones are asked.

Owns the records. Which headwords are asked for is `reader.core.headwords`'s business,
opening dictionaries `reader.service.dictionary`'s, and reading them `reader.formats`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_ARTICLES = {"masculine": "der", "feminine": "die", "neuter": "das"}


class Relation(StrEnum):
    """Why a headword is part of an answer."""

    FORM = "form"
    """It is the word itself."""
    LEMMA = "lemma"
    """It is the word's citation form: "Markt" for "Märkten", "vorstellen" for "stellte"
    where "vor" ends the clause."""
    PHRASE = "phrase"
    """It is how the word is used: "sich freuen" for "freut"."""
    PART = "part"
    """It is a part of the compound: "Leistung" for "Rechenleistungsbedarf"."""


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """One entry, with what could be read out of its text."""

    headword: str
    text: str
    """As the dictionary has it, without control characters."""
    gender: str = ""
    """"masculine", "feminine", "neuter", or "" where the text does not say."""
    pos: str = ""
    """"noun", "verb", "adjective", "adverb", or ""."""
    is_plural: bool = False
    plural: str = ""
    translations: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    """Other headwords that the text names."""
    dictionary: str = ""
    """Its title."""

    @property
    def article(self) -> str:
        """The German article, "" where no gender is known."""
        return "die" if self.is_plural else _ARTICLES.get(self.gender, "")


@dataclass(frozen=True, slots=True)
class Finding:
    """The entries of one headword."""

    word: str
    relation: Relation
    entries: tuple[DictionaryEntry, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the dictionaries say about a word."""

    word: str
    lemma: str = ""
    """Its citation form, "" where nobody knows it."""
    parts: tuple[str, ...] = ()
    """Of a compound that no dictionary has as a whole, unknown ones as they stand."""
    findings: tuple[Finding, ...] = ()

    @property
    def article(self) -> str:
        """That of a compound, which is its last part's; "" where nobody knows it."""
        if not self.parts or not self.findings:
            return ""
        first = self.findings[0]
        return first.entries[0].article if first.word == self.parts[-1] else ""

    @property
    def entries(self) -> tuple[tuple[Relation, DictionaryEntry], ...]:
        """Every entry, the nearest first."""
        return tuple(
            (finding.relation, entry)
            for finding in self.findings
            for entry in finding.entries
        )
