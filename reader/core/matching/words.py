"""The words of a sentence, as the matching rules need them.

A hyphen is a word boundary: "KI-Chip" is two words, and the text between them tells
that they are one. Offsets are those of the sentence as it was handed in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.core.glossary.hits import Span

# Combining marks, soft hyphens and zero-width characters stand inside a word.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_LETTERS = rf"[^\W_](?:[^\W_]|[{_INSIDE}])*"
_WORD = re.compile(
    rf"{_LETTERS}"
    # "4.5", "AT&T", "F&E"; the house style of "C++" and "C#".
    rf"(?:(?<=\d)[.,](?=\d){_LETTERS}|&(?=[^\W\d_]){_LETTERS})*"
    r"(?:\+\+|#)?"
    # "Nvidia's": a genitive that German does not ask for and often writes.
    r"(?:['’]s(?!\w))?"
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")

HYPHENS = "-\u2010\u2011"
_QUOTES = "\"'„“”‚‘’«»‹›"
_BLANK = re.compile(rf"[{_QUOTES}]*\s+[{_QUOTES}]*")
_HYPHEN = re.compile(rf"[{_QUOTES}]*[{HYPHENS}][{_QUOTES}]*")
_OPENING = re.compile(rf"[.?!:;…([{_QUOTES}–—•]\s*[{_QUOTES}]*$")
_SHOUT_LENGTH = 6
"""A word in capitals of this length is no abbreviation."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence, and the little that can be seen around it."""

    text: str
    """Composed, without soft hyphens."""
    folded: str
    start: int
    end: int
    gap: str
    """What stands between it and the word before, or before the first one."""
    is_initial: bool
    """Whether a sentence may begin here, so that a capital says nothing."""
    is_shouted: bool = False
    """Whether it is in capitals because its surroundings are."""

    @property
    def is_capitalized(self) -> bool:
        """Whether the first letter is a capital."""
        return self.text[:1].isupper()

    @property
    def is_hyphenated(self) -> bool:
        """Whether a hyphen joins it to the word before."""
        return self.gap != " " and _HYPHEN.fullmatch(self.gap) is not None


# Spellings that one text has and another has not, all of them allowed at some time:
# Straße, Strasse; Tomographie, Tomografie; Potential, Potenzial; rauh, rau. "ph" alone
# would not do, for there are makers of chips ("Chiphersteller").
_SPELLINGS = (
    ("ß", "ss"),
    ("graph", "graf"),
    ("phon", "fon"),
    ("phot", "fot"),
    ("delphin", "delfin"),
    ("tial", "zial"),
    ("tiell", "ziell"),
    ("rauh", "rau"),
)


@lru_cache(1 << 16)
def fold(text: str) -> str:
    """Return the spelling that is compared: small letters, one way to write a sound.

    >>> fold("GROẞE Straße"), fold("Tomographie")
    ('grosse strasse', 'tomografie')
    """
    folded = unicodedata.normalize("NFC", text).lower()
    for one, other in _SPELLINGS:
        if one in folded:
            folded = folded.replace(one, other)
    return folded


def split_words(sentence: str) -> list[Word]:
    """Return the words of `sentence`, hyphenated ones part by part.

    >>> [word.text for word in split_words("KI-gestützte „Sora“-Videos, F&E, GPT-4.")]
    ['KI', 'gestützte', 'Sora', 'Videos', 'F&E', 'GPT', '4']
    """
    words: list[Word] = []
    last = 0
    for found in _WORD.finditer(sentence):
        text = found[0]
        if not text.isascii():
            text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
        gap = sentence[last : found.start()]
        initial = not words or (gap != " " and _OPENING.search(gap) is not None)
        last = found.end()
        words.append(Word(text, fold(text), found.start(), last, gap, initial))
    return _mark_shouted(words)


def are_joined(words: Sequence[Word]) -> bool:
    """Say whether only blanks, hyphens and quotes stand between `words`."""
    return all(
        word.gap == " " or _BLANK.fullmatch(word.gap) or _HYPHEN.fullmatch(word.gap)
        for word in words[1:]
    )


def find_part(word: Word, sentence: str, start: int, end: int) -> Span:
    """Return where the folded letters `start` to `end` of `word` stand in `sentence`.

    Folding makes "ß" longer, and decomposed letters and soft hyphens take more room
    in the sentence than in the word.
    """
    written = sentence[word.start : word.end]
    if len(written) == len(word.folded):
        return word.start + start, word.start + end
    lengths = [
        len(fold(_UNSEEN.sub("", written[:size]))) for size in range(len(written) + 1)
    ]
    # A combining mark adds no length: the last place of a length is meant.
    places = {length: size for size, length in enumerate(lengths)}
    first, last = (
        places.get(offset, next(s for s, n in enumerate(lengths) if n >= offset))
        for offset in (start, end)
    )
    return word.start + (first if start else 0), word.start + last


def _mark_shouted(words: list[Word]) -> list[Word]:
    """Return `words` with those marked that are in capitals for emphasis.

    "KÜNSTLICHE INTELLIGENZ" is shouted, the "GPU" of a usual sentence is not.
    """
    capitals = [len(word.text) > 1 and word.text.isupper() for word in words]
    if not any(capitals):
        return words
    counted = sum(len(word.text) > 1 and word.text.isalpha() for word in words)
    is_heading = counted > 1 and 2 * sum(capitals) > counted
    return [
        Word(
            word.text,
            word.folded,
            word.start,
            word.end,
            word.gap,
            word.is_initial,
            is_capital and (is_heading or _is_emphatic(words, capitals, place)),
        )
        for place, (word, is_capital) in enumerate(zip(words, capitals, strict=True))
    ]


def _is_emphatic(words: list[Word], capitals: list[bool], place: int) -> bool:
    """Say whether a word in capitals is long, or has such a word beside it."""
    beside = range(max(0, place - 1), min(len(words), place + 2))
    return any(
        capitals[other] and len(words[other].text) >= _SHOUT_LENGTH for other in beside
    )
