"""Whether an engine has got stuck: the same words or letters again and again.

Owns repetition only; the other checks are in `reader.core.guard`. What the German
repeats, the English may repeat as often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# Words that stand twice in good English: "all that that implies", "very very good".
_DOUBLES = frozenset(
    "had that very really so no yes is do her bye ha far long many more much blah dear "
    "now never never well there please big oh la go who it you".split()
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
    source_words = _WORD.findall(source.casefold())
    target_words = _WORD.findall(target.casefold())
    most = max((loop.count for loop in find_loops(source_words)), default=1)
    if any(loop.count > most for loop in find_loops(target_words)):
        return True
    if most == 1 and _has_doubled_word(target):
        return True
    return _is_monotonous(source_words, target_words)


def find_loops(words: Sequence[str]) -> list[Loop]:
    """Return the phrases that follow upon themselves: three times a word, twice more.

    >>> find_loops("und so weiter und so weiter".split())
    [Loop(words=('und', 'so', 'weiter'), count=2)]
    """
    loops = []
    for size in range(1, min(_LONGEST_PHRASE, len(words) // 2) + 1):
        length = 0
        # `length` words before here are equal to those one phrase further back.
        for at in range(size, len(words) + 1):
            if at < len(words) and words[at] == words[at - size]:
                length += 1
                continue
            count = 1 + length // size
            if count >= (3 if size == 1 else 2):
                start = at - length - size
                loops.append(Loop(tuple(words[start : start + size]), count))
            length = 0
    return [loop for loop in loops if not _is_idiom(loop)]


def _is_idiom(loop: Loop) -> bool:
    """Tell whether a loop is good language: "again and again and again"."""
    return (
        loop.count == 2 and len(loop.words) == 2 and not _FRAME.isdisjoint(loop.words)
    )


_FRAME = frozenset("and und by to or oder für for in".split())


def _has_doubled_word(target: str) -> bool:
    words = list(_WORD.finditer(target.casefold()))
    return any(
        first[0] == second[0]
        and target[first.end() : second.start()].isspace()
        and not first[0].isdigit()
        and first[0] not in _DOUBLES
        for first, second in zip(words, words[1:], strict=False)
    )


def _has_letter_loop(source: str, target: str) -> bool:
    loops = Counter(_loop_unit(match) for match in _LETTER_LOOPS.finditer(target))
    if not loops:
        return False
    known = {_loop_unit(match) for match in _LETTER_LOOPS.finditer(source)}
    return any(unit not in known for unit in loops)


def _loop_unit(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None).casefold()


def _is_monotonous(source: Sequence[str], target: Sequence[str]) -> bool:
    """Tell whether long phrases come back, not next to each other, or pairs of words.

    A loop with small changes: "the first of the men, the second of the men, …".
    """
    if len(target) < _FEW_WORDS:
        return False
    if _count_phrases(source, 3) > 1:
        return False
    often = _count_phrases(target, 4) >= 3 or _count_phrases(target, 7) >= 2
    return often or _measure_variety(target) < 0.7 < _measure_variety(source)


def _count_phrases(words: Sequence[str], size: int) -> int:
    """Return how often the most frequent phrase of `size` words stands there."""
    phrases = Counter(zip(*(words[at:] for at in range(size)), strict=False))
    return max(phrases.values(), default=0)


def _measure_variety(words: Sequence[str]) -> float:
    """Return which part of the pairs of neighbours are different ones, 0 to 1."""
    pairs = list(zip(words, words[1:], strict=False))
    return len(set(pairs)) / len(pairs) if pairs else 1.0
