"""Number words of German and English, and the values that they may stand for.

Owns words only; digits are `reader.core.figures`'s job. A word may have several
values ("quarter": a fourth, 15 minutes, three months), because it is only asked
whether a number of the other language can be the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

Values = frozenset[float]

_GERMAN_UNITS = {
    "eins": 1,
    "eine": 1,
    "ein": 1,
    "erst": 1,
    "zwei": 2,
    "zwo": 2,
    "drei": 3,
    "dritt": 3,
    "vier": 4,
    "fünf": 5,
    "fuenf": 5,
    "sechs": 6,
    "sieben": 7,
    "siebt": 7,
    "acht": 8,
    "neun": 9,
}
_GERMAN_TEENS = {
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "zwoelf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "fuenfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}
_GERMAN_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "fuenfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}


def _choose(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_BELOW_HUNDRED = re.compile(
    f"(?P<teen>{_choose(_GERMAN_TEENS)})"
    f"|(?:(?P<one>{_choose(_GERMAN_UNITS)})und)?(?P<ten>{_choose(_GERMAN_TENS)})"
    f"|(?P<unit>{_choose(_GERMAN_UNITS)})"
)
# What may follow a number in a word that is nothing but a number.
_GERMAN_ENDINGS = re.compile(
    r"(?:s?te[nmrs]?|e[nmrs]?|s?tens|[nmrs]|mal|fach(?:e[nmrs]?)?|einhalb|"
    r"(?:jährig|tägig|stündig|monatig|wöchig|köpfig|stellig|stöckig|teilig|seitig)"
    r"(?:e[nmrs]?)?|)$"
)
_GERMAN_SPECIAL: dict[str, tuple[float, ...]] = {
    "null": (0,),
    "beid": (2,),
    "paar": (2,),
    "zweit": (2,),
    "doppel": (2,),
    "verdoppel": (2,),
    "zwilling": (2,),
    "halb": (0.5, 30, 50, 6),
    "hälft": (0.5, 50),
    "halbier": (0.5, 50),
    "anderthalb": (1.5, 18, 90),
    "drittel": (1 / 3, 3),
    "viertel": (0.25, 4, 15, 25, 45),
    "quartal": (0.25, 4),
    "fünftel": (0.2, 5, 20),
    "sechstel": (1 / 6, 6),
    "achtel": (0.125, 8),
    "zehntel": (0.1, 10),
    "dutzend": (12,),
    "jahrzehnt": (10,),
    "dekade": (10,),
    "jahrhundert": (100,),
    "jahrtausend": (1000,),
    "mitternacht": (0, 12, 24),
    "mittag": (12,),
    "teenager": (13,),
    "einzig": (1,),
    "allein": (1,),
    "solo": (1,),
    "verdreifach": (3,),
    "vervierfach": (4,),
    "quadrat": (2,),
    "kubik": (3,),
    "dioxid": (2,),
    "zwie": (2,),
    "erneut": (2,),
}
_GERMAN_MONTHS = (
    "januar|jänner februar|feber märz|maerz april mai juni juli august september "
    "oktober november dezember"
).split()

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
GERMAN_SCALES = {
    "hundert": 1e2,
    "hunderte": 1e2,
    "hunderten": 1e2,
    "tausend": 1e3,
    "tausende": 1e3,
    "tausenden": 1e3,
    "tsd": 1e3,
    "million": 1e6,
    "millionen": 1e6,
    "mio": 1e6,
    "mill": 1e6,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "mrd": 1e9,
    "md": 1e9,
    "billion": 1e12,
    "billionen": 1e12,
    "bio": 1e12,
    "billiarde": 1e15,
    "billiarden": 1e15,
    "trillion": 1e18,
    "trillionen": 1e18,
    "dutzend": 12,
    "dutzende": 12,
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
# Most words are no numbers; this says so at once.
_MAYBE_NUMBER = re.compile(
    "|".join(
        sorted(
            {
                *_GERMAN_UNITS,
                *_GERMAN_TEENS,
                *_GERMAN_TENS,
                *_GERMAN_SPECIAL,
                *(stem for stem in GERMAN_SCALES if len(stem) > 5),
                *(name for names in _GERMAN_MONTHS for name in names.split("|")),
                "hundert",
                "erste",
            }
        )
    )
)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})$|[MDCL]+X{0,3}(?:IX|IV|V?I{0,3})$")


@lru_cache(maxsize=1 << 16)
def read_german(word: str) -> tuple[int | None, bool]:
    """Return the number that a word begins with, and whether that is all it is.

    >>> read_german("zweiundzwanzigste")
    (22, True)
    >>> read_german("Dreifamilienhaus")
    (3, False)
    >>> read_german("neunzehnhundertneunundachtzig")
    (1989, True)
    """
    rest = word.lower()
    total = current = 0
    found = False
    while True:
        match = _BELOW_HUNDRED.match(rest)
        if match:
            current += _value_below_hundred(match)
            rest = rest[match.end() :]
            found = True
        scale = _take_scale(rest)
        if not scale:
            break
        found = True
        if scale == "hundert":
            current = max(current, 1) * 100
        else:
            total, current = total + max(current, 1) * 1000, 0
        rest = rest[len(scale) :]
        if _BELOW_HUNDRED.match(rest.removeprefix("und")):
            rest = rest.removeprefix("und")
    exact = found and _GERMAN_ENDINGS.match(rest) is not None
    return (total + current if found else None), exact


def _take_scale(rest: str) -> str:
    return next((s for s in ("hundert", "tausend") if rest.startswith(s)), "")


def _value_below_hundred(match: re.Match[str]) -> int:
    if match["teen"]:
        return _GERMAN_TEENS[match["teen"]]
    if match["ten"]:
        one = _GERMAN_UNITS[match["one"]] if match["one"] else 0
        return one + _GERMAN_TENS[match["ten"]]
    return _GERMAN_UNITS[match["unit"]]


@lru_cache(maxsize=1 << 16)
def german_values(word: str) -> Values:
    """Return everything that a German word may mean as a number.

    >>> sorted(german_values("Neunziger"))
    [90, 1990]

    A month is a negative number, so that "Oktober" is no 10, but the 10 of "1.10.".

    >>> sorted(german_values("Oktober"))
    [-10]
    """
    folded = word.lower()
    values: set[float] = set()
    if not _MAYBE_NUMBER.search(folded):
        return frozenset()
    number, _ = read_german(folded)
    if number is not None:
        values.add(number)
        if folded.endswith(("einhalb", "einhalbe")) and number < 100:
            values.add(number + 0.5)
        if 20 <= number < 100 and re.search(r"ig(?:er|ern)", folded):
            values.add(1900 + number)
    elif folded.endswith(("erste", "ersten", "erster", "erstes")):
        values.add(1)
    for stem, meanings in _GERMAN_SPECIAL.items():
        if folded.startswith(stem) or (len(stem) > 4 and stem in folded):
            values.update(meanings)
    for month, names in enumerate(_GERMAN_MONTHS, start=1):
        if folded.startswith(tuple(names.split("|"))):
            values.add(-month)
    for stem, scale in GERMAN_SCALES.items():
        if len(stem) > 5 and stem in folded:
            values.add(scale)
    return frozenset(values)


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
        elif word in ("half",):
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


def read_roman(word: str) -> int | None:
    """Return the value of a Roman numeral, None where `word` is none.

    >>> read_roman("XIV")
    14
    >>> read_roman("CIA")
    """
    if not word or not _ROMAN.match(word):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in word]
    return sum(
        -digit if digit < behind else digit for digit, behind in pairwise([*digits, 0])
    )
