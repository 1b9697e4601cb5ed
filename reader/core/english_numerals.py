"""Number words of English, and the values that they may stand for.

The counterpart of `reader.core.numerals`: a word or a run of words may have several
values ("quarter": a fourth, 15 minutes, three months).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from reader.core.numerals import Values

_ENGLISH_ONES = {
    word: value
    for value, words in enumerate(
        "zero|nil|nought one|first|once two|second|twice|secondly three|third|thrice "
        "four|fourth five|fifth six|sixth seven|seventh eight|eighth nine|ninth "
        "ten|tenth eleven|eleventh twelve|twelfth thirteen|thirteenth "
        "fourteen|fourteenth fifteen|fifteenth sixteen|sixteenth "
        "seventeen|seventeenth eighteen|eighteenth nineteen|nineteenth".split()
    )
    for word in words.split("|")
}
_ENGLISH_TENS = {
    word: value
    for value, words in zip(
        range(20, 100, 10),
        "twenty|twentieth|twenties thirty|thirtieth|thirties forty|fortieth|forties "
        "fifty|fiftieth|fifties sixty|sixtieth|sixties seventy|seventieth|seventies "
        "eighty|eightieth|eighties ninety|ninetieth|nineties".split(),
        strict=True,
    )
    for word in words.split("|")
}
_ENGLISH_SPECIAL: dict[str, tuple[float, ...]] = {
    "a": (1,),
    "an": (1,),
    "single": (1,),
    "sole": (1,),
    "both": (2,),
    "pair": (2,),
    "couple": (2,),
    "double": (2,),
    "doubled": (2,),
    "doubling": (2,),
    "dual": (2,),
    "twin": (2,),
    "twins": (2,),
    "twofold": (2,),
    "either": (2,),
    "another": (2,),
    "half": (0.5, 30, 50, 6),
    "halved": (0.5, 50),
    "halves": (0.5, 2),
    "square": (2,),
    "squared": (2,),
    "cubic": (3,),
    "dioxide": (2,),
    "triple": (3,),
    "tripled": (3,),
    "threefold": (3,),
    "trio": (3,),
    "quadruple": (4,),
    "quarter": (0.25, 4, 15, 25, 45, 3),
    "quarters": (0.25, 4, 0.75, 75),
    "thirds": (1 / 3, 2 / 3, 3),
    "third": (1 / 3, 3),
    "fifths": (0.2, 5),
    "tenths": (0.1, 10),
    "dozen": (12,),
    "dozens": (12,),
    "decade": (10,),
    "decades": (10,),
    "century": (100,),
    "centuries": (100,),
    "millennium": (1000,),
    "fortnight": (14, 2),
    "noon": (12,),
    "midday": (12,),
    "midnight": (0, 12, 24),
    "teens": (10,),
}
_ENGLISH_MONTHS = {
    word: -value
    for value, words in enumerate(
        "january|jan february|feb march|mar april|apr may june|jun july|jul "
        "august|aug september|sept|sep october|oct november|nov december|dec".split(),
        start=1,
    )
    for word in words.split("|")
}
ENGLISH_SCALES = {
    "hundred": 1e2,
    "hundreds": 1e2,
    "thousand": 1e3,
    "thousands": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "billions": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "trillions": 1e12,
    "tn": 1e12,
    "quadrillion": 1e15,
    "quintillion": 1e18,
    "dozen": 12,
    "dozens": 12,
}


def english_values(words: list[str]) -> Values:
    """Return the values of a run of English number words: its sum, and its parts.

    >>> {2, 50, 250} <= english_values("two hundred and fifty".split())
    True
    >>> 1984 in english_values(["nineteen", "eighty", "four"])
    True
    """
    values: set[float] = set()
    if words in (["a"], ["an"], ["and"]):
        return frozenset()
    for word in words:
        values.update(_english_parts(word))
    if len(words) > 1:
        values.update(_english_totals(words))
    return frozenset(values)


@lru_cache(maxsize=1 << 14)
def is_english_number(word: str) -> bool:
    """Tell whether `word` can be a part of an English number."""
    return bool(_english_parts(word))


def _english_parts(word: str) -> set[float]:
    values: set[float] = set(_ENGLISH_SPECIAL.get(word, ()))
    for table in (_ENGLISH_ONES, _ENGLISH_TENS, _ENGLISH_MONTHS, ENGLISH_SCALES):
        if word in table:
            values.add(table[word])
    if word in _ENGLISH_TENS and word.endswith("ties"):
        values.add(1900 + _ENGLISH_TENS[word])
    if word.endswith("th") and word.removesuffix("th") in ENGLISH_SCALES:
        values.add(ENGLISH_SCALES[word.removesuffix("th")])
    return values


def _english_totals(words: list[str]) -> set[float]:
    """Return the sums of a run, read as a count and read as a year."""
    words = [word for word in words if word != "and"]
    totals: set[float] = set()
    total = current = 0.0
    for at, word in enumerate(words):
        small = _ENGLISH_ONES.get(word, _ENGLISH_TENS.get(word))
        if small is not None:
            current += small
        elif word in ("a", "an") and words[at + 1 : at + 2] == ["half"]:
            continue
        elif word == "half":
            current += 0.5
        elif word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            current = (current or 1) * scale
            totals.update((current, total + current))
            if scale >= 1000:
                total, current = total + current, 0.0
        totals.update((current, total + current))
    tens = [_ENGLISH_ONES.get(word, _ENGLISH_TENS.get(word, 0)) for word in words]
    for first, second in pairwise(tens):
        if 10 < first <= 20 and second >= 10:
            ones = tens[-1] if tens[-1] < 10 and tens[-1] != second else 0
            totals.update((first * 100 + second, first * 100 + second + ones))
    return totals - {0.0}
