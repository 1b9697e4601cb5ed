"""Entries as the matcher uses them: a term, and what each of its words may look like.

Owns reading a citation form: which word is an adjective, which a noun, which a name.
`reader.core.matching.forms` decides about a word of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from reader.core.closed_classes import ARTICLES, CONTRACTIONS
from reader.core.glossary.terms import Case, Match, Term, Usage
from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import Word, fold, split_words


class Part(Enum):
    """How a word of an entry is inflected."""

    NOUN = auto()
    ADJECTIVE = auto()
    VERB = auto()
    NAME = auto()
    """Takes a genitive -s and nothing else, as abbreviations do."""
    TITLE = auto()
    """Stands before a name, and may have the -n of a case: "Herrn Müller"."""
    FIXED = auto()
    """The "der" of "Stand der Technik"."""
    EXACT = auto()


class Capital(Enum):
    """Whether a word of the text must begin with a capital letter."""

    NEEDED = auto()
    REFUSED = auto()
    """But for the beginning of a sentence."""
    FREE = auto()


@dataclass(frozen=True, slots=True)
class EntryWord:
    """One word of an entry."""

    text: str
    folded: str
    part: Part
    capital: Capital
    is_alone: bool
    """Whether it is all of the entry."""


# Looked up by the million: one entry is the same as itself alone.
@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A term that is looked for word by word."""

    term: Term
    words: tuple[EntryWord, ...]

    @property
    def anchor(self) -> int:
        """The place of the word that the index knows it by: the longest one."""
        sizes = [
            (word.part is not Part.FIXED, len(word.folded), place)
            for place, word in enumerate(self.words)
        ]
        return max(sizes)[2]

    @property
    def head(self) -> int | None:
        """The place of the noun that has the entry's number, if there is one.

        The "Stand" of "Stand der Technik", the "Netz" of "neuronales Netz".
        """
        place = None
        for other, word in enumerate(self.words):
            if word.part is Part.FIXED and place is not None:
                break
            if word.part is Part.NOUN:
                place = other
        return place

    @property
    def is_compoundable(self) -> bool:
        """Whether it can be part of a closed compound."""
        return (
            len(self.words) == 1
            and self.words[0].part in {Part.NOUN, Part.ADJECTIVE}
            and self.term.case is not Case.SENSITIVE
            and len(self.words[0].folded) >= _SHORTEST_PART
        )


_SHORTEST_PART = 3
# "prompten", "skalieren"
_VERBAL = ("en", "eln", "ern")
_ADJECTIVAL = ("t", "ig", "isch", "lich", "bar", "sam", "frei", "los", "en", "iv", "al")
# "Generative KI": no dictionary has every adjective.
_LOOKS_ADJECTIVAL = re.compile(
    r"(?:iv|al|ell|isch|lich|ig|end|t|bar|sam|ös|är)(?:e|er|es|en|em)$"
)
_ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")

FUNCTION_WORDS = (
    ARTICLES
    | CONTRACTIONS
    | frozenset(
        "aber als an ans auf aus außer bei bis durch für gegen hinter in mit nach neben"
        " nicht oder ohne seit sich sowie statt trotz über um und unter von vor wegen"
        " während wie zu zwischen".split()
    )
)
"""They stay as they are inside a term."""


def read_entry(term: Term, vocabulary: Vocabulary) -> Entry:
    """Return the words of a term that is not a regular expression."""
    words = split_words(term.source)
    if len(words) > 1 and words[0].text == "sich":
        # "passt sich … an", "sich schnell anpassen": it stands where it likes.
        words = words[1:]
    if term.match in {Match.EXACT, Match.PREFIX}:
        parts = [Part.EXACT] * len(words)
    else:
        parts = [
            _find_part(term, words, place, vocabulary) for place in range(len(words))
        ]
    is_alone = len(words) == 1
    found = [
        EntryWord(
            word.text,
            word.folded,
            part,
            _find_capital(term, word, part, is_alone),
            is_alone,
        )
        for word, part in zip(words, parts, strict=True)
    ]
    return Entry(term, tuple(found))


def is_abbreviation(text: str) -> bool:
    """Say whether a word has capitals where a usual word has none.

    >>> [is_abbreviation(word) for word in ("KI", "GPUs", "OpenAI", "H100", "Chip")]
    [True, True, True, True, False]
    """
    return any(char.isupper() or char.isdigit() for char in text[1:])


def _find_part(
    term: Term, words: list[Word], place: int, vocabulary: Vocabulary
) -> Part:
    word = words[place]
    if is_abbreviation(word.text):
        return Part.NAME
    if len(words) == 1:
        return _find_only_part(term, word, vocabulary)
    is_last = place == len(words) - 1
    if word.text in FUNCTION_WORDS or word.text[0].isdigit():
        return Part.FIXED
    if not word.is_capitalized:
        if is_last and word.is_hyphenated and words[0].is_capitalized:
            # "Know-how", "Start-up", unless it is "KI-gestützt".
            return Part.ADJECTIVE if term.pos == "adjective" else _find_tail(word)
        if is_last and term.pos != "adjective" and vocabulary.is_verb(word.text):
            return Part.VERB
        return Part.ADJECTIVE
    if _is_adjective(words, place, vocabulary):
        return Part.ADJECTIVE
    if is_last or words[place + 1].text in FUNCTION_WORDS:
        return Part.NAME if _is_name(term) else Part.NOUN
    return Part.TITLE if _is_weak(word, vocabulary) else Part.NAME


def _is_weak(word: Word, vocabulary: Vocabulary) -> bool:
    """Say whether a noun has forms in -n: "Herrn", "Präsidenten"."""
    forms = (f"{word.text}n", f"{word.text}en")
    return any(vocabulary.lemma(form) == word.text for form in forms)


def _find_tail(word: Word) -> Part:
    """Tell the noun "Start-up" from the adjective "KI-gestützt" by its ending."""
    return Part.ADJECTIVE if word.folded.endswith(_ADJECTIVAL) else Part.NOUN


def _find_capital(term: Term, word: Word, part: Part, is_alone: bool) -> Capital:
    if part in {Part.NAME, Part.TITLE}:
        return Capital.FREE
    if part is Part.NOUN and not word.is_capitalized:
        return Capital.FREE
    # "die Künstliche Intelligenz" is written as often as the small letter, but there
    # are German railways ("deutsche Bahnen") beside Deutsche Bahn.
    if part is Part.ADJECTIVE and not is_alone and not _is_name(term):
        return Capital.FREE
    return Capital.NEEDED if word.is_capitalized else Capital.REFUSED


def _find_only_part(term: Term, word: Word, vocabulary: Vocabulary) -> Part:
    if _is_name(term):
        return Part.NAME
    if term.pos == "noun" or (word.is_capitalized and not term.pos):
        return Part.NOUN
    if term.pos in {"verb", "adjective"}:
        return Part.VERB if term.pos == "verb" else Part.ADJECTIVE
    if word.is_capitalized:
        return Part.NOUN
    if term.pos in {"adverb", "phrase"}:
        return Part.FIXED
    is_unknown = vocabulary.lemma(word.text) is None
    if vocabulary.is_verb(word.text) or (is_unknown and word.text.endswith(_VERBAL)):
        return Part.VERB
    return Part.ADJECTIVE


def _is_name(term: Term) -> bool:
    return term.pos == "name" or term.usage is Usage.KEEP


def _is_adjective(words: list[Word], place: int, vocabulary: Vocabulary) -> bool:
    """Say whether a word with a capital is an adjective: "Künstliche Intelligenz".

    The "Deutsche" of "Deutsche Telekom" is one, the "Stand" of "Stand der Technik" and
    the "Open" of "Open Source" are none.
    """
    word = words[place]
    if place == len(words) - 1 or not words[place + 1].is_capitalized:
        return False
    if words[place + 1].is_hyphenated or not word.folded.endswith(_ADJECTIVE_ENDINGS):
        return False
    lemma = vocabulary.lemma(word.text.lower())
    if lemma is None:
        return _LOOKS_ADJECTIVAL.search(word.folded) is not None
    return fold(lemma) != word.folded
