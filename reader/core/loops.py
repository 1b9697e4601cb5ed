"""Whether an engine has got stuck: the same words or letters again and again.

Owns repetition only; the other checks are in `reader.core.guard`. What the German
repeats, the English may repeat as often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Words that stand twice in good English: "all that that implies", "very very good".
_DOUBLES = frozenset(
    "had that very really so no yes is do her bye ha far long many more much blah dear "
    "now never never well there please big oh la go who it you".split()
)
_FRAME = frozenset("and und by or oder".split())
_GROWING = re.compile(
    r"(?:\w+er|more|less|again|over|on|out|through|round|up|down|mehr|immer|wieder)$"
)
# Longer phrases than this do not loop within what an engine puts out.
_LONGEST_PHRASE = 60
# Within a word: one letter five times, two letters four times, more letters thrice.
_LETTER_LOOPS = re.compile(
    r"([^\W\d])\1{4,}|([^\W\d_]{2})\2{3,}|([^\W\d_]{3,20}?)\3{2,}"
    r"|([^\W\d_]{5,20}?)\4|([^\w\s])(?:\s*\5){5,}",
    re.IGNORECASE,
)
_FEW_WORDS = 16


@dataclass(frozen=True, slots=True)
class Loop:
    """A phrase that is repeated without anything in between."""

    words: tuple[str, ...]
    count: int


def has_loop(source: str, target: str) -> bool:
    """Tell whether `target` repeats itself where `source` does not.

    >>> has_loop("Er ging nach Hause.", "He went home, went home, went home.")
    True
    >>> has_loop("Es war sehr, sehr, sehr kalt.", "It was very, very, very cold.")
    False
    """
    if _has_letter_loop(source, target):
        return True
    loops = find_loops(target)
    most = max((loop.count for loop in find_loops(source)), default=1)
    if any(loop.count > most for loop in loops):
        return True
    if _find_doubled_words(target) and not _find_doubled_words(source):
        return True
    return _is_monotonous(source, target)


def find_loops(text: str) -> list[Loop]:
    """Return the phrases that follow upon themselves: three times a word, twice more.

    >>> find_loops("Und so weiter und so weiter.")
    [Loop(words=('und', 'so', 'weiter'), count=2)]
    """
    matches = list(_WORD.finditer(text.casefold()))
    words = [match[0] for match in matches]
    loops = []
    for size in _find_distances(words):
        length = 0
        # The last `length` words are those that stand one phrase further back.
        for at in range(size, len(words) + 1):
            if at < len(words) and words[at] == words[at - size]:
                length += 1
                continue
            count = 1 + length // size
            start, seam = at - length - size, at - length
            if count >= (3 if size == 1 else 2):
                loop = Loop(tuple(words[start:seam]), count)
                gap = text[matches[seam - 1].end() : matches[seam].start()]
                behind = text[matches[at - 1].end() :][: len(gap)]
                if not _is_good(loop, gap.strip(), behind.strip()):
                    loops.append(loop)
            length = 0
    return loops


def _find_distances(words: Sequence[str]) -> list[int]:
    """Return how long a loop's phrase can be: how far apart equal pairs stand."""
    seen: dict[tuple[str, str], int] = {}
    distances = set()
    for at, pair in enumerate(pairwise(words)):
        if pair in seen:
            distances.add(at - seen[pair])
        seen[pair] = at
    return sorted(size for size in distances if size <= _LONGEST_PHRASE)


def _is_good(loop: Loop, gap: str, behind: str) -> bool:
    """Tell whether a loop is good language; `gap` stands before its second round.

    "more and more and more"; "… whatever it is, it is late"; "… the guru. The guru is"
    """
    if loop.count > 2 or len(loop.words) > 4:
        return False
    if len(loop.words) == 2 and not _FRAME.isdisjoint(loop.words):
        return any(_GROWING.match(word) for word in loop.words)
    # A loop of the engine repeats the mark too: "he said, he said, ".
    return bool(gap) and gap != behind[: len(gap)]


def _find_doubled_words(text: str) -> list[str]:
    words = list(_WORD.finditer(text))
    return [
        first[0]
        for first, second in pairwise(words)
        if first[0] == second[0]
        and text[first.end() : second.start()].isspace()
        and not first[0].isdigit()
        and first[0].casefold() not in _DOUBLES
    ]


def _has_letter_loop(source: str, target: str) -> bool:
    loops = Counter(_loop_unit(match) for match in _LETTER_LOOPS.finditer(target))
    if not loops:
        return False
    known = {_loop_unit(match) for match in _LETTER_LOOPS.finditer(source)}
    return any(unit not in known for unit in loops)


def _loop_unit(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None).casefold()


def _is_monotonous(source: str, target: str) -> bool:
    """Tell whether phrases come back, but not next to one another.

    A loop with small changes: "the first of the men, the second of the men, …".
    """
    words = _WORD.findall(target.casefold())
    if len(words) < _FEW_WORDS:
        return False
    variety, often = _measure_variety(words), _count_phrases(words, 4)
    if often == 1 and variety >= 0.7:
        return False
    source_words = _WORD.findall(source.casefold())
    if _count_phrases(source_words, 3) > 1:
        return False
    if often >= 3 or _count_phrases(words, 8) >= 2:
        return True
    return variety < 0.7 < _measure_variety(source_words)


def _count_phrases(words: Sequence[str], size: int) -> int:
    """Return how often the most frequent phrase of `size` words stands there."""
    phrases = Counter(zip(*(words[at:] for at in range(size)), strict=False))
    return max(phrases.values(), default=0)


def _measure_variety(words: Sequence[str]) -> float:
    """Return which part of the pairs of neighbours are different ones, 0 to 1."""
    pairs = list(pairwise(words))
    return len(set(pairs)) / len(pairs) if pairs else 1.0
