"""The vocabulary: words that somebody wants to learn, each with its sentence.

Owns the record. The file is `reader.service.vocabulary`'s, its formats are
`reader.formats`'s job. (`reader.core.matching.vocabulary` is what a lemmatizer knows.)
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """A word to learn, where it was met."""

    word: str
    """As it stands in the sentence: "Märkten"."""
    lemma: str = ""
    """Its citation form, "Markt"; "" where it is not known."""
    article: str = ""
    """Of a noun: "der", "die", "das"."""
    plural: str = ""
    translation: str = ""
    """The English of the word, or a definition."""
    source: str = ""
    """The German sentence."""
    target: str = ""
    document: str = ""
    added: str = ""
    """The day, as in "2026-11-22"."""

    @property
    def headword(self) -> str:
        """The form to learn."""
        return self.lemma or self.word

    @property
    def card(self) -> str:
        """The headword as it is learnt: "der Markt, Märkte"."""
        named = f"{self.article} {self.headword}".strip()
        return f"{named}, {self.plural}" if self.plural else named

    @property
    def key(self) -> tuple[str, str]:
        """What makes two entries the same one, whatever their English is."""
        return self.headword, self.source
