"""What the dictionaries say, asked once in the life of a word.

Owns which of `reader.backends` answers which question. simplemma and LemmInflect load
their tables at the first word that nobody asked about before.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from reader.backends.inflection import EnglishInflector
from reader.backends.lemmas import load_lemmas
from reader.store.answers import SavedAnswers

_LIBRARIES = ("simplemma", "nltk", "lemminflect")


class Dictionaries(EnglishInflector):
    """A `Lemmatize` for German and an `Inflector` for English that remember."""

    def __init__(self, path: Path) -> None:
        names = " ".join(f"{name}-{version(name)}" for name in _LIBRARIES)
        self._answers = SavedAnswers(path, names)

    def lemmatize(self, word: str) -> str:
        """Return the citation form of a German word."""
        return self._answers.ask("lemma", word, lambda word: load_lemmas()(word))

    def plural(self, noun: str) -> str:
        """Return the plural of an English noun or noun phrase."""
        return self._answers.ask("plural", noun, super().plural)

    def verb_forms(self, verb: str) -> tuple[str, str, str, str]:
        """Return the forms in -s, of the past, of the participle, and in -ing."""
        ask = super().verb_forms
        forms = self._answers.ask("verb", verb, lambda verb: "\t".join(ask(verb)))
        s, past, participle, ing = forms.split("\t")
        return s, past, participle, ing

    def save(self) -> None:
        """Keep for the next run what was looked up in this one."""
        self._answers.save()
