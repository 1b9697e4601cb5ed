"""Sentences that are longer than an engine takes, cut where a clause ends.

Owns where to cut. Who counts the pieces is the engine's tokenizer
(`reader.backends`); finding the sentences is `reader.core.sentences`'s job.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from reader.core.closed_classes import ARTICLES, CONTRACTIONS, PREPOSITIONS
from reader.core.documents import fold_blanks

_RELATIVES = frozenset(
    "der die das dem den deren dessen denen welche welcher welches welchem "
    "welchen".split()
)
_CONJUNCTIONS = _RELATIVES | frozenset(
    "aber als bevor bis da damit dass daß denn doch ehe falls indem jedoch nachdem ob "
    "obgleich obschon obwohl ohne sobald sodass sodaß solange sondern soweit sowie um "
    "und oder statt während weil wenn wenngleich wie wo wobei wodurch wofür wogegen "
    "woher wohin womit wonach woran worauf woraus worin worüber wovon wozu zumal "
    "weshalb weswegen des wer wen wem was".split()
)
_JOINERS = frozenset("und oder sowie aber bzw. beziehungsweise sondern".split())
# A cut behind one of these tears it from its noun: "in der | Stadt".
_BOUND = (
    PREPOSITIONS
    | ARTICLES
    | CONTRACTIONS
    | frozenset(
        "ans kein keine keinen keinem keiner sein seine seinen seinem seiner ihr ihre "
        "ihren ihrem ihrer dieser diese dieses diesem diesen sehr so zu nicht".split()
    )
)

# The classes of borders, best first; `_WORD` is the last resort at a blank.
_STRONG, _CLAUSE, _COMMA, _JOINED, _BLANK, _WORD = range(6)
_CLOSERS = "\"'“”‘’»«)]›‹"
_ORDINAL = re.compile(r"\d\.$")


def cut_at_clauses(
    source: str, count_pieces: Callable[[str], int], limit: int
) -> list[str]:
    """Return `source` in parts of at most `limit` pieces, cut at its best borders.

    Best are ";", ":" and dashes, then a comma before a conjunction or a relative
    pronoun, any comma, "und" and "oder", any blank. The parts are roughly of one
    size. Joined with one blank they are the source again (white space folded),
    unless a single word was longer than `limit` and had to be cut inside; a single
    character stays whole, whatever it counts.

    >>> count = lambda text: len(text.split())
    >>> cut_at_clauses("Er blieb zu Hause, weil es stark geregnet hat.", count, 6)
    ['Er blieb zu Hause,', 'weil es stark geregnet hat.']

    Raises:
        ValueError: `limit` is less than one.
    """
    if limit < 1:
        raise ValueError(f"a part needs room for one piece, not {limit}")
    text = fold_blanks(source)
    cutter = _Cutter(text, _find_borders(text))
    parts = []
    # A stack instead of recursion: the leftmost open stretch is on top.
    stretches = [(0, len(text))] if text else []
    while stretches:
        start, end = stretches.pop()
        count = count_pieces(text[start:end])
        if count <= limit or end - start == 1:
            parts.append(text[start:end])
            continue
        cut = cutter.find_cut(start, end, -(-count // limit))
        if cut is None:
            parts.append(text[start:end])
            continue
        behind = cut + 1 if text[cut] == " " else cut
        stretches += [(behind, end), (start, cut)]
    return parts


@dataclass(frozen=True, slots=True)
class _Cutter:
    """A text and the offsets of its blanks, by class of border."""

    text: str
    borders: Sequence[Sequence[int]]

    def find_cut(self, start: int, end: int, parts: int) -> int | None:
        """Return where to cut a stretch that should become so many `parts`.

        Only the middle of the stretch is searched for good borders. That keeps the
        parts balanced, and the number of cuts above one another logarithmic.
        """
        goal = start + (end - start) * (parts // 2) // parts
        low = start + (goal - start) // 2
        high = goal + (end - goal) // 2
        for blanks in self.borders:
            cut = _find_nearest(blanks, goal, low, high)
            if cut is not None:
                return cut
        far = (_find_nearest(blanks, goal, start, end) for blanks in self.borders)
        cuts = [cut for cut in far if cut is not None]
        if cuts:
            return min(cuts, key=lambda cut: abs(cut - goal))
        return self._cut_word(start, end, max(goal, start + 1))

    def _cut_word(self, start: int, end: int, goal: int) -> int | None:
        """Return a cut inside a word, never between a letter and its accent."""
        for cut in range(min(goal + 1, end - 1), start + (goal - start) // 2, -1):
            if self.text[cut - 1] in "-/_":
                return cut
        for cut in chain(range(goal, start, -1), range(goal + 1, end)):
            if not unicodedata.combining(self.text[cut]):
                return cut
        return None


def _find_nearest(offsets: Sequence[int], goal: int, low: int, high: int) -> int | None:
    """Return the one of the ascending `offsets` in [low, high) nearest to `goal`."""
    at = bisect_left(offsets, goal)
    near = [
        offset for offset in offsets[max(at - 1, 0) : at + 1] if low <= offset < high
    ]
    return min(near, key=lambda offset: abs(offset - goal)) if near else None


def _find_borders(text: str) -> list[list[int]]:
    """Return the offsets of the blanks of `text`, one ascending list a class."""
    borders: list[list[int]] = [[] for _ in range(_WORD + 1)]
    words = text.split(" ")
    offset = -1
    for at in range(len(words) - 1):
        offset += len(words[at]) + 1
        after = words[at + 2] if at + 2 < len(words) else ""
        borders[_rank_border(words[at], words[at + 1], after)].append(offset)
    return borders


def _rank_border(before: str, behind: str, after: str) -> int:
    """Return the class of the blank between `before` and `behind`."""
    bare = before.rstrip(_CLOSERS)
    word = behind.lstrip(_CLOSERS + "(„").lower()
    if bare.endswith((";", ":", "–", "—", "!", "?")):
        return _STRONG
    if bare.endswith(","):
        begins_clause = word in _CONJUNCTIONS or (
            word in PREPOSITIONS and after.lower() in _RELATIVES
        )
        return _CLAUSE if begins_clause else _COMMA
    if behind.startswith(("(", "[")) or before.endswith((")", "]")):
        return _COMMA
    if word in _JOINERS:
        return _JOINED
    if bare.lower() in _BOUND or _ORDINAL.search(bare) or behind in ("–", "—"):
        return _WORD
    return _BLANK
