"""A sentence pair of the tiny package's training text, with its known links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.interfaces import Links

Span = tuple[int, int]
"""Offsets of characters, half-open."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """A German sentence, its English, and which stretch became which."""

    source: str
    target: str
    links: tuple[tuple[Span, Span], ...] = ()
    """Pairs of spans, one in `source` and one in `target`."""

    def word_links(self) -> Links:
        """Return the links between words that blanks separate; punctuation has none.

        >>> LinkedPair("KI wächst.", "AI grows.", (((0, 2), (0, 2)),)).word_links()
        ((0, 0),)
        """
        found = set()
        for source_span, target_span in self.links:
            for i in _words_at(self.source, source_span):
                for j in _words_at(self.target, target_span):
                    found.add((i, j))
        return tuple(sorted(found))


def _words_at(text: str, span: Span) -> Iterator[int]:
    """Yield the numbers of the words in which `span` has letters or digits."""
    for number, word in enumerate(_WORD.finditer(text)):
        shared = text[max(word.start(), span[0]) : min(word.end(), span[1])]
        if any(character.isalnum() for character in shared):
            yield number
