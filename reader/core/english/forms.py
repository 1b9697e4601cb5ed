"""The accepted forms of a term's English, compiled once per term.

Owns what is accepted: plural and singular, verb forms, adverbs and degrees of
adjectives, British or American spelling, hyphen or blank, capitals. Where they stand in
a sentence is `reader.core.english.places`'s job; writing a term is
`reader.core.english.writing`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reader.core.english.closed_classes import PREPOSITIONS
from reader.core.english.inflection import adjective_forms, noun_forms, verb_forms
from reader.core.english.spelling import fold_spelling
from reader.core.english.words import Word, fold_gap, split_words
from reader.core.glossary.terms import Term
from reader.core.interfaces import Inflector


@dataclass(frozen=True, slots=True)
class WordForms:
    """What one word of a term may look like."""

    keys: frozenset[str]
    """For a word in small letters: `Word.key`, so that capitals do not count."""
    texts: frozenset[str]
    """For a word with capitals ("GPU", "Nvidia"): the exact spellings."""

    def accepts(self, word: Word) -> bool:
        """Return whether `word` is one of these forms."""
        return word.text in self.texts if self.texts else word.key in self.keys


@dataclass(frozen=True, slots=True)
class Form:
    """One English wording of a term, in all its inflections."""

    words: tuple[WordForms, ...]
    gaps: tuple[str, ...]
    """What stands between the words, folded by `fold_gap`."""
    lead: str = ""
    """What stands before the first word: the dot of ".NET"."""
    tail: str = ""
    """What stands behind the last word: the "++" of "C++"."""
    verb_size: int = 0
    """How many words are the verb itself, behind which an object may stand: one of
    "roll out", two of "fine-tune"; 0 where it is no verb."""


def word_class(term: Term) -> str:
    """Return the part of speech; where the entry has none, what its German says.

    The last word tells: "großes Sprachmodell" is a noun, "in Betrieb nehmen" a verb.
    """
    if term.pos:
        return term.pos
    last = term.source.split()[-1] if term.source.split() else ""
    if last[:1].isupper():
        return "noun"
    return "verb" if last.endswith(("en", "ern", "eln")) else "adjective"


class EnglishForms:
    """Compiles the accepted forms of terms and remembers them."""

    def __init__(self, inflector: Inflector | None = None) -> None:
        self._inflector = inflector
        self._known: dict[tuple[tuple[str, ...], str, bool], tuple[Form, ...]] = {}

    def of_term(self, term: Term, is_complete: bool = True) -> tuple[Form, ...]:
        """Return one form for each target of `term`, the preferred one first.

        Irregular ones ("built", "analyses") are in it when `is_complete` is set;
        without it the inflector, whose tables take a while to load, is not asked.
        """
        return self.of_texts(term.targets, word_class(term), is_complete)

    def of_texts(
        self, texts: tuple[str, ...], pos: str, is_complete: bool = True
    ) -> tuple[Form, ...]:
        """Return one form for each of `texts`, which are words of class `pos`."""
        key = (texts, pos, is_complete)
        if key not in self._known:
            inflector = self._inflector if is_complete else None
            spelled = (*texts, *filter(None, map(_with_stops, texts)))
            forms = (_compile(text, pos, inflector) for text in spelled)
            self._known[key] = tuple(form for form in forms if form.words)
        return self._known[key]

    def is_english(self, word: str) -> bool:
        """Return whether English has `word`; without an inflector all are taken for it.

        "Kindergarten" and "Chip" are English, "Bürgermeister" is not.
        """
        return self._inflector is None or bool(self._inflector.readings(word.lower()))


def _with_stops(text: str) -> str:
    """Return an abbreviation as many newspapers write it, "" for other words.

    >>> _with_stops("US"), _with_stops("chip")
    ('U.S.', '')
    """
    is_short = text.isalpha() and text.isascii() and text.isupper()
    return (
        "".join(f"{letter}." for letter in text)
        if 1 < len(text) < 4 and is_short
        else ""
    )


def _compile(text: str, pos: str, inflector: Inflector | None) -> Form:
    text = text.removeprefix("to ") if pos == "verb" else text
    words = split_words(text)
    if not words:
        return Form((), ())
    verb_size = len(split_words(text.split()[0])) if pos == "verb" else 0
    heads = {verb_size - 1} if verb_size else _noun_heads(words)
    return Form(
        words=tuple(
            _word_forms(word.text, pos if index in heads else "", inflector)
            for index, word in enumerate(words)
        ),
        gaps=tuple(fold_gap(text[a.end : b.start]) for a, b in pairwise(words)),
        lead=text[: words[0].start].strip(),
        tail=text[words[-1].end :].strip(),
        verb_size=verb_size,
    )


def _noun_heads(words: list[Word]) -> set[int]:
    """Return which words are inflected: the last, and one before a preposition.

    In "center of excellence" both may carry the plural.
    """
    heads = {len(words) - 1}
    for index, word in enumerate(words[1:], 1):
        if word.text in PREPOSITIONS:
            heads.add(index - 1)
            break
    return heads


def _word_forms(text: str, pos: str, inflector: Inflector | None) -> WordForms:
    if text != text.lower():
        return WordForms(frozenset(), _capital_forms(text, pos))
    forms = {text}
    if pos == "noun":
        forms = noun_forms(text, inflector)
    elif pos == "verb":
        forms = verb_forms(text, inflector)
    elif pos in ("adjective", "adverb"):
        forms = adjective_forms(text)
    return WordForms(frozenset(map(fold_spelling, forms)), frozenset())


def _capital_forms(text: str, pos: str) -> frozenset[str]:
    forms = {text}
    if pos == "noun" or (pos == "name" and text.isupper()):
        forms |= noun_forms(text, None)
    return frozenset(forms | {form.upper() for form in forms})
