"""What stands like a term and is none: persons, places, and units of measurement.

Owns the cues. A person says something or has a profession beside the name; a place
stands behind a bare "in", where a German noun would have its article; a unit stands
behind a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.core.terminology.lexemes import is_abbreviation
from reader.core.terminology.tokens import Tag, Token

_SAYING = frozenset(
    "sagt sagte sagten erklärt erklärte berichtet berichtete meint meinte betont "
    "betonte kommentierte warnt warnte fügte glaubt glaubte schrieb schreibt sprach "
    "nannte rät lobte kritisierte kündigte bestätigte räumte forderte äußerte "
    "begründete erzählt erzählte ergänzte hofft hoffte".split()
)
_PERSON = re.compile(
    r"(?:chef|leiter|minister|präsident|sprecher|kanzler|meister|direktor|professor"
    r"|analyst|gründer|berater|forscher|experte|ingenieur|planer|manager|anwalt"
    r"|vorstand|vorsitzender?|rat|rätin|autor|journalist|wissenschaftler|doktor"
    r"|physiker|informatiker|ökonom|juriste?|arzt|ärztin|unternehmer|herr|frau"
    r"|kollege|kollegin)(?:in)?s?$",
    re.IGNORECASE,
)
_LONGEST_NAME = 3
_PLACE_SHARE = 0.3
_UNIT_SHARE = 0.6
_NUMBER = re.compile(
    r"(?!(?:ein|und)$)(?:ein|zwei|drei|vier|fünf|sechs|sieb|sieben|acht|neun|zehn|elf|zwölf|sech"
    r"|zwan|und|zig|ßig|hundert|tausend)+"
)
_BARE = frozenset(("in", "nach", "aus"))


def find_persons(sentences: Iterable[Sequence[Token]]) -> set[str]:
    """Return every word of the full names of persons in tagged sentences."""
    found: set[str] = set()
    for tokens in sentences:
        for start, end in _find_rows(tokens):
            if _is_person(tokens, start, end):
                found.update(token.text for token in tokens[start:end])
    return found


def find_places(sentences: Iterable[Sequence[Token]]) -> set[str]:
    """Return the words that stand behind a bare "in" too often for a common noun.

    Abbreviations and joined words are never among them: "in Monoblock-Bauweise".
    """
    found = _find_behind(sentences, _is_bare, _PLACE_SHARE)
    return {text for text in found if not is_abbreviation(text)}


def find_units(sentences: Iterable[Sequence[Token]]) -> set[str]:
    """Return the words that mostly stand behind a number: "Kilowatt", "Prozent"."""
    return _find_behind(sentences, _is_number, _UNIT_SHARE)


def _find_behind(
    sentences: Iterable[Sequence[Token]],
    is_sign: Callable[[Token], bool],
    share: float,
) -> set[str]:
    """Return the single nouns that stand behind a sign in this share of all cases."""
    totals: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for tokens in sentences:
        for place, token in enumerate(tokens):
            if not token.is_nominal or len(token.words) > 1:
                continue
            totals[token.text] += 1
            if place and token.is_after_blank and is_sign(tokens[place - 1]):
                behind[token.text] += 1
    return {text for text, count in behind.items() if count >= share * totals[text]}


def _is_bare(token: Token) -> bool:
    return token.text.lower() in _BARE


def _is_number(token: Token) -> bool:
    return token.tag is Tag.NUMBER or bool(_NUMBER.fullmatch(token.text))


def _find_rows(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the spans of two or three capitalised words in a row."""
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and _may_name(tokens[end]):
            if end > start and not tokens[end].is_after_blank:
                break
            end += 1
        for first in range(start, end - 1):
            if end - first <= _LONGEST_NAME:
                yield first, end
        start = max(end, start + 1)


def _may_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag in (Tag.NOUN, Tag.NAME, Tag.OTHER)


def _is_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    row = tokens[start:end]
    if any(is_abbreviation(token.text) or _is_title(token) for token in row):
        return False
    if not any(token.tag is Tag.NAME for token in row):
        return False
    before = tokens[start - 1] if start else None
    behind = tokens[end : end + 3]
    has_title = before is not None and row[0].is_after_blank and _is_title(before)
    has_title = has_title or any(_is_title(token) for token in behind)
    around = [*tokens[max(0, start - 2) : start], *behind[:2]]
    return has_title or any(token.text.lower() in _SAYING for token in around)


def _is_title(token: Token) -> bool:
    return token.text[:1].isupper() and bool(_PERSON.search(token.text))
