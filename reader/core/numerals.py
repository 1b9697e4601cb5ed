"""Number words of German, Roman numerals, and the values that they may stand for.

Owns words only; digits are `reader.core.figures`'s job, English words
`reader.core.english_numerals`'s. A word may have several values ("Viertel": a fourth,
15 minutes, 25 percent), because it is only asked whether a number of the other
language can be the same.
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
