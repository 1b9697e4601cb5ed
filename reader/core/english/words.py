"""The words of an English text, with their places.

Owns the word boundary: a hyphen, an apostrophe and a dot between letters are
boundaries, a decimal point is not. "AI" is a word of "AI-powered", not of "CHAIR".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.core.english.spelling import fold_spelling

_WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")
_BLANK_OR_HYPHEN = re.compile(r"\s+|[-‐‑–]|\s*[\"“”„«»]+\s*")
APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    text: str
    start: int
    end: int
    key: str
    """In lower case and with American spelling."""


class Words(list[Word]):
    """The words of one text, which also knows where each of them stands."""

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the words by `Word.key`."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self):
            places.setdefault(word.key, []).append(number)
        return places


def split_words(text: str) -> Words:
    """Return the words of `text` in their order.

    >>> [word.text for word in split_words("OpenAI's GPT-3.5, AI-powered")]
    ['OpenAI', 's', 'GPT', '3.5', 'AI', 'powered']
    """
    return Words(
        Word(m.group(), m.start(), m.end(), fold_spelling(m.group()))
        for m in _WORD.finditer(text)
    )


def fold_gap(gap: str) -> str:
    """Return what stands between two words so that equal gaps are equal strings.

    Blanks, line breaks, a hyphen and double quotes are one blank: "data center" is
    "data-center"; anything else ("&", ".", a comma) stays.
    """
    if _BLANK_OR_HYPHEN.fullmatch(gap):
        return " "
    return gap.strip().replace("’", "'")


def gap_before(text: str, words: Sequence[Word], index: int) -> str:
    """Return what stands before word `index`, from the word in front of it on."""
    start = words[index - 1].end if index else 0
    return text[start : words[index].start]


def is_hyphen(gap: str) -> bool:
    """Return whether a gap joins two words to one."""
    return gap in {"-", "‐", "‑"}
