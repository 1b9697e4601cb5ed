"""Which words of a sentence may be a term: single nouns, and phrases around nouns.

Owns the patterns. Most terms are noun phrases (Justeson and Katz 1995); in German: a
noun, adjectives and a noun, a noun with a genitive or a preposition behind it, and
what names are made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.core.closed_classes import CONTRACTIONS, GENITIVE_ARTICLES
from reader.core.terminology.lexemes import Lexemes, is_abbreviation
from reader.core.terminology.tokens import Tag, Token

_LONGEST = 4
"""Tokens of a phrase, articles and prepositions not counted."""
_JOINING = frozenset(("für", "mit", "auf", "zur", "zum"))
"""Prepositions inside terms ("Modell zur Spracherkennung"). Phrases with "von" and "in"
are nearly always free: "Entwicklung von Chips"."""


class Pattern(StrEnum):
    """How a candidate is built."""

    NOUN = "noun"
    NAME = "name"
    """Names, abbreviations and numbers in a row: "ETCS Level 2"."""
    ADJECTIVE = "adjective noun"
    GENITIVE = "noun of noun"
    PREPOSITION = "noun preposition noun"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A candidate as it stands in a sentence."""

    pattern: Pattern
    tokens: tuple[Token, ...]
    is_determined: bool = False
    """Whether an article or an adjective stands before it, as before no name."""

    def key(self, lexemes: Lexemes) -> tuple[str, ...]:
        """Return what all forms of the candidate share."""
        return tuple(token_key(token, lexemes) for token in self.tokens)

    @property
    def content(self) -> tuple[Token, ...]:
        """The tokens that carry the meaning."""
        small = (Tag.DETERMINER, Tag.PREPOSITION)
        return tuple(token for token in self.tokens if token.tag not in small)


def find_phrases(tokens: Sequence[Token]) -> Iterator[Occurrence]:
    """Yield every candidate of a tagged sentence, nested ones as well."""
    for place, token in enumerate(tokens):
        if token.is_nominal:
            pattern = Pattern.NAME if token.tag is Tag.NAME else Pattern.NOUN
            yield Occurrence(pattern, (token,), _is_determined(tokens, place))
            yield from _find_names(tokens, place)
            yield from _find_described(tokens, place)
            yield from _find_attached(tokens, place)


def token_key(token: Token, lexemes: Lexemes) -> str:
    """Return what all forms of a token share; of a joined word the last part bends."""
    last = token.words[-1]
    if token.tag is Tag.ADJECTIVE:
        return strip_ending(token.text.lower())
    if token.tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.NUMBER):
        return token.text.lower()
    text = last.text.capitalize() if last.is_shouted else last.text
    return "-".join((*(word.text for word in token.words[:-1]), lexemes.key(text)))


def strip_ending(adjective: str) -> str:
    """Return an adjective as it stands before a noun, without its ending.

    >>> strip_ending("großen"), strip_ending("hybrides"), strip_ending("hohe")
    ('groß', 'hybrid', 'hoh')
    """
    for ending in ("en", "em", "er", "es", "e"):
        if adjective.endswith(ending):
            return adjective[: -len(ending)]
    return adjective


def _is_determined(tokens: Sequence[Token], place: int) -> bool:
    if not place or not tokens[place].is_after_blank:
        return False
    before = tokens[place - 1]
    is_contracted = before.text.lower() in CONTRACTIONS
    return is_contracted or before.tag in (Tag.DETERMINER, Tag.ADJECTIVE)


def _find_names(tokens: Sequence[Token], place: int) -> Iterator[Occurrence]:
    """Yield rows that begin here: "Radio Block Centre", "GoA 2", "TA Lärm"."""
    first = tokens[place]
    if not _is_namelike(first) and not _is_number(tokens, place + 1):
        return
    for end in range(place + 1, min(place + _LONGEST, len(tokens))):
        token = tokens[end]
        if not token.is_after_blank or not (token.is_nominal or _is_code(token)):
            return
        if _is_number(tokens, end + 1) and not _is_code(token):
            # "ETCS Level" is no name without its number.
            continue
        row = tuple(tokens[place : end + 1])
        is_named = sum(map(_is_namelike, row)) * 2 >= len(row) or _is_code(token)
        if is_named:
            yield Occurrence(Pattern.NAME, row)


def _find_described(tokens: Sequence[Token], place: int) -> Iterator[Occurrence]:
    """Yield the noun here with the adjectives before it, one and more."""
    start = place
    while start and tokens[start].is_after_blank and place - start < _LONGEST - 1:
        start -= 1
        if tokens[start].tag is not Tag.ADJECTIVE:
            return
        yield Occurrence(Pattern.ADJECTIVE, tuple(tokens[start : place + 1]))


def _find_attached(tokens: Sequence[Token], place: int) -> Iterator[Occurrence]:
    """Yield the noun here with what is attached behind it.

    "Haltepunkt der Fahrterlaubnis", "Modell des maschinellen Lernens", "System auf
    Chip".
    """
    link = tokens[place + 1 : place + 2]
    if not link or not link[0].is_after_blank:
        return
    word = link[0].text
    if word not in GENITIVE_ARTICLES and word not in _JOINING:
        return
    end = place + 2
    while end < len(tokens) and tokens[end].tag is Tag.ADJECTIVE and end < place + 3:
        end += 1
    stretch = tokens[place + 1 : end + 1]
    if end >= len(tokens) or not all(token.is_after_blank for token in stretch):
        return
    if tokens[end].is_nominal:
        is_genitive = word in GENITIVE_ARTICLES
        pattern = Pattern.GENITIVE if is_genitive else Pattern.PREPOSITION
        yield Occurrence(pattern, tuple(tokens[place : end + 1]))


def _is_namelike(token: Token) -> bool:
    return token.tag is Tag.NAME or (
        token.tag is Tag.NOUN and is_abbreviation(token.words[-1].text)
    )


def _is_code(token: Token) -> bool:
    """Tell whether a token is a number that may belong to a name: "2", "3.5"."""
    return token.tag is Tag.NUMBER and len(token.text) <= 4


def _is_number(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and _is_code(tokens[place])
