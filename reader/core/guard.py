"""What is wrong with an engine's English, told from the two sentences alone.

Owns the verdict: which flags a pair gets, and which of two outputs is worse. The
evidence comes from `reader.core.figures`, `loops`, `leftovers`, `names` and
`negations`; the flag "terms" is the glossary's.
"""

from __future__ import annotations

import re

from reader.core.documents import fold_blanks
from reader.core.figures import find_mismatches
from reader.core.leftovers import is_plainly_german, measure_german
from reader.core.loops import has_loop
from reader.core.names import find_lost_names
from reader.core.negations import find_lost_negations
from reader.core.normalize import normalize_source
from reader.core.pairs import FLAGS

# How much a flag counts against an output; no English at all is worst.
_BADNESS = {
    "untranslated": 9,
    "repeated": 8,
    "length": 4,
    "negation": 3,
    "numbers": 2,
    "names": 2,
    "terms": 1,
}

_CLEARLY_GERMAN = 0.7
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")


def inspect_output(source: str, target: str) -> tuple[str, ...]:
    """Return what is wrong with `target` as the English of `source`, as flags.

    >>> inspect_output("Rund 1.677 Menschen kamen.", "Some 1,677 people came.")
    ()
    >>> inspect_output("Rund 1.677 Menschen kamen.", "Some 1,667 people came.")
    ('numbers',)
    """
    source, target = normalize_source(source), normalize_source(target)
    if not _WORD.search(source):
        return ()
    if not _WORD.search(target):
        return ("untranslated",)
    if _is_copy(source, target):
        return ("untranslated",) if is_plainly_german(source) else ()
    found = {
        "untranslated": _is_left_german(source, target),
        "repeated": has_loop(source, target),
        "length": _is_out_of_bounds(len(source), len(target)),
        "numbers": any(find_mismatches(source, target)),
        "names": any(find_lost_names(source, target)),
        "negation": any(find_lost_negations(source, target)),
    }
    return tuple(flag for flag in FLAGS if found.get(flag))


def badness(flags: tuple[str, ...]) -> int:
    """Return how bad an output with these flags is; 0 is good, more is worse.

    >>> badness(("numbers",)) < badness(("repeated",)) < badness(("repeated", "length"))
    True
    """
    return sum(_BADNESS[flag] for flag in flags)


def _is_copy(source: str, target: str) -> bool:
    return _strip_marks(source) == _strip_marks(target)


def _strip_marks(text: str) -> str:
    return fold_blanks(" ".join(_WORD.findall(text.casefold())))


def _is_left_german(source: str, target: str) -> bool:
    if measure_german(source, target) >= _CLEARLY_GERMAN:
        return True
    return _is_foreign_script(source, target)


def _is_foreign_script(source: str, target: str) -> bool:
    """Tell whether the engine wrote letters that are neither Latin nor the source's."""
    letters = _LETTERS.findall(target)
    foreign = [
        letter for letter in letters if letter > "\u024f" and letter not in source
    ]
    return len(foreign) > max(2, len(letters) / 10)


def _is_out_of_bounds(source: int, target: int) -> bool:
    """Tell whether the lengths, in characters, cannot belong together.

    Outside are 0.3 % of WMT's human references and 0.02 % of machine translations:
    below 0.55 or above 1.28 times the German at 200 characters, 0.34 and 2.0 at 30.
    """
    low = 0.60 - 11 / (source + 12)
    high = 1.15 + 25 / source
    return not low <= target / source <= high
