"""Where the sentences of a block end.

Every mark that can end a sentence is a candidate (`reader.core.candidates`); the
German rules of `reader.core.sentence_rules` decide it, and Punkt those that they
leave open. Owns the way through a block; blocks are `reader.core.blocks`'s job.
"""

from __future__ import annotations

from collections.abc import Collection

from reader.core.candidates import CANDIDATE, describe, find_brackets, trim_mark
from reader.core.interfaces import BoundaryFinder
from reader.core.sentence_rules import ends_sentence


def split_sentences(
    text: str, find_boundaries: BoundaryFinder, abbreviations: Collection[str] = ()
) -> list[tuple[int, int]]:
    """Return the spans of the sentences in one block, without white space around.

    Every character that is not white space lies in exactly one span.
    `abbreviations` are a user's own, see `reader.core.abbreviations`.
    """
    spans: list[tuple[int, int]] = []
    start = _skip_blanks(text, 0)
    punkt = find_boundaries(text)
    brackets = find_brackets(text)
    for found in CANDIDATE.finditer(text):
        end = trim_mark(text, found.start(), found.end())
        if end <= start or end >= len(text):
            continue
        candidate = describe(
            text, start, found.start(), end, punkt, brackets, abbreviations
        )
        if candidate is not None and ends_sentence(candidate):
            spans.append((start, end))
            start = _skip_blanks(text, end)
    last = len(text.rstrip())
    if start < last:
        spans.append((start, last))
    return _join_scraps(text, spans)


def _join_scraps(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans without letter and digit to a neighbour; nothing is left alone."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not has_content(text[start:end]):
            joined[-1] = (joined[-1][0], end)
        elif joined and not has_content(text[joined[-1][0] : joined[-1][1]]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def has_content(text: str) -> bool:
    """Say whether `text` holds a letter or a digit, which an engine could translate."""
    return any(character.isalnum() for character in text)


def _skip_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
