"""The numbers of a sentence, in digits and in words, and whether two sentences agree.

Owns what a run of digits may mean in German ("1.677", "14.30 Uhr", "16.02.2024") and
in English. The words are the job of `reader.core.numerals` and
`english_numerals`, the verdict is `reader.core.guard`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reader.core.english_numerals import (
    ENGLISH_SCALES,
    english_values,
    is_english_number,
)
from reader.core.numerals import (
    GERMAN_SCALES,
    Values,
    german_values,
    read_german,
    read_roman,
)

Language = Literal["de", "en"]
Reading = tuple[Values, ...]
"""One meaning of a number: each of its parts may have any of some values."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence."""

    text: str
    readings: tuple[Reading, ...]
    is_firm: bool
    """Whether the other language must have it too; "ein" or "halb" need not."""

    @property
    def values(self) -> Values:
        """Everything that the number may mean."""
        return frozenset().union(*(part for parts in self.readings for part in parts))


# "10 000", "1.677", "1,234.5", "16.02.2024", "7,6"; what ":", "-" and "/" join are
# numbers of their own.
_BLANKS = " '’\u00a0\u202f\u2009"
_FIGURE = re.compile(
    rf"(?<![\d.,])[1-9]\d{{0,2}}(?:[{_BLANKS}]\d{{3}})+(?![\d])(?:[.,]\d{{1,2}}(?!\d))?"
    r"|\d+(?:[.,]\d+)*"
)
_WORD = re.compile(r"[^\W\d_]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$")
_PAIR = re.compile(r"(\d{1,2})\.(\d{1,2})$")
_CLOCK = re.compile(r"([01]?\d|2[0-4])([0-5]\d)$")

_DECADE = re.compile(r"(?:er|ern|s|'s|’s)\b", re.IGNORECASE)
_CENTURY = re.compile(r"(?:st|nd|rd|th)?\.?[\s-]*(?:Jahrhundert|Jh\b|centur)", re.I)
_AFTERNOON = re.compile(r"\s*(?::\d\d)?(?:\.\d\d)?\s*(?:p\.?\s?m\b|noon)", re.I)
_MORNING = re.compile(r"\s*(?::\d\d)?(?:\.\d\d)?\s*a\.?\s?m\b", re.I)
_OCLOCK = re.compile(r"(?:[:.]\d\d)?(?:\s*(?:-|–|bis|und)\s*\d+(?:[.:]\d\d)?)?\s*Uhr")
_MILITARY = re.compile(r"\s*(?:UTC|GMT|Z\b|[Hh]ours|hrs|h\b|Uhr|local)")
_MINUTES = re.compile(r":[0-5]\d(?!\d)")
_SCALE = re.compile(r"[\s-]*([^\W\d_]+)")
_ATTACHED = {"k": 1e3, "m": 1e6, "b": 1e9}
_RANGE = re.compile(
    r"[^\d\w]*(?:bis|und|oder|beziehungsweise|bzw|zu|von|auf|to|and|or|from|versus|vs)?"
    r"[^\d\w]*(?:zu|auf|über|fast|nearly|almost|even|sogar)?[^\d\w]*$"
)
_LONGEST_RANGE = 40
# Longer figures are no counts; their ends tell them apart, and floats stay exact.
_MOST_DIGITS = 15
# "ein" is an article, "erst" and "hundert" are figures of speech, and "Acht geben" and
# "achten" have nothing to do with 8.
_FIRM_WORD = re.compile(r"(?![Ee]in|[Ee]rst|[Aa]chte|Acht$|[HhTt](?:undert|ausend))")
_SIGNS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "²": 2,
    "³": 3,
    "₂": 2,
    "₃": 3,
    "₄": 4,
}
_ROMAN = re.compile(r"\b[IVXLCDM]+\b")
_FRACTION = re.compile(r"(?<![\d/])(\d)\s?[/⁄]\s?(\d\d?)(?![\d/])")


def find_numbers(text: str, language: Language) -> list[Number]:
    """Return the numbers of a sentence, those in digits first."""
    words = _find_german if language == "de" else _find_english
    return [*_find_figures(text, language), *_find_marks(text), *words(text)]


def find_mismatches(source: str, target: str) -> tuple[list[str], list[str]]:
    """Return the numbers that the English has lost, and those that it invented.

    >>> find_mismatches("7,6 Milliarden Euro", "7.6 million euros")
    (['7,6'], ['7.6'])
    >>> find_mismatches("am 16.02.2024 um 14.30 Uhr", "on February 16, 2024 at 2:30 pm")
    ([], [])
    """
    here = find_numbers(source, "de")
    there = find_numbers(target, "en")
    lost = _find_unmatched(here, there)
    invented = _find_unmatched(there, here)
    return lost, invented


def _find_unmatched(numbers: list[Number], others: list[Number]) -> list[str]:
    pool = {value for number in others for value in number.values}
    return [
        number.text
        for number in numbers
        if number.is_firm
        and not any(
            all(not pool.isdisjoint(part) for part in parts)
            for parts in number.readings
        )
    ]


def _find_figures(text: str, language: Language) -> list[Number]:
    """Return the numbers in digits; from the right, for "3 bis 5 Millionen"."""
    numbers: list[Number] = []
    behind: tuple[int, float] | None = None
    for match in reversed(list(_FIGURE.finditer(text))):
        start, end = match.span()
        if _is_silent(match, text):
            continue
        readings = _read_figure(match[0], language)
        readings += _read_context(match, text, language)
        scales, is_sure = _find_scale(text, end, language)
        is_near = behind is not None and behind[0] - end <= _LONGEST_RANGE
        reach = is_near and behind and _RANGE.match(text[end : behind[0]])
        if not scales and behind and reach:
            scales, is_sure = (behind[1],), False
        scaled = tuple(
            tuple(frozenset(value * scale for value in part) for part in parts)
            for parts in readings
            for scale in scales
        )
        readings = scaled if is_sure else readings + scaled
        behind = (start, scales[0]) if scales else None
        numbers.append(Number(match[0], _round(readings), is_firm=True))
    return numbers[::-1]


def _is_silent(match: re.Match[str], text: str) -> bool:
    """Tell whether digits say nothing: the minutes of "11:00"."""
    before = text[max(match.start() - 1, 0) : match.start()]
    return match[0] == "00" and before in (":", "h")


def _read_figure(figure: str, language: Language) -> tuple[Reading, ...]:
    """Return what a run of digits, stops and commas means by itself."""
    date = _DATE.match(figure)
    if date:
        parts = (_only(date[1]), _read_month(date[2]), _read_year(date[3]))
        return (parts,)
    if set(figure) & set(_BLANKS):
        figure = re.sub(rf"[{_BLANKS}]", "", figure)
        return ((frozenset({float(figure.replace(",", "."))}),),)
    if figure.isdigit():
        return ((_only(figure),),)
    decimal, grouping = (",", ".") if language == "de" else (".", ",")
    thousands = _THOUSANDS.match(figure)
    if thousands and thousands[1] == grouping and figure[0] != "0":
        return ((_only(figure.replace(grouping, "")),),)
    last = max(figure.rfind("."), figure.rfind(","))
    whole, mark, rest = figure[:last], figure[last], figure[last + 1 :]
    if figure.count(mark) == 1:
        number = float(re.sub(r"[.,]", "", whole) + "." + rest)
        readings: tuple[Reading, ...] = ((frozenset({number}),),)
        pair = _PAIR.match(figure)
        if pair:
            minutes = () if pair[2] == "00" else (_only(pair[2]),)
            readings += ((_read_hour(pair[1]), *minutes),)
            readings += ((_only(pair[1]), _read_month(pair[2])),)
        return readings
    if thousands and mark == decimal:
        return ((_only(re.sub(r"[.,]", "", figure)),),)
    return (tuple(_only(part) for part in re.split(r"[.,]", figure)),)


def _read_context(
    match: re.Match[str], text: str, language: Language
) -> tuple[Reading, ...]:
    """Return what digits may mean beside their plain value, by what stands around."""
    start, end = match.span()
    if not match[0].isdigit() or len(match[0]) > _MOST_DIGITS:
        return ()
    value = int(match[0])
    more: set[float] = set()
    before, digits = text[max(start - 6, 0) : start], len(match[0])
    if _DECADE.match(text, end) and digits == 2:
        more |= {1800 + value, 1900 + value, 2000 + value}
    if digits == 2 and before[-1:] in ("'", "’", "‘", "/", "-", "–"):
        more |= {1800 + value, 1900 + value, 2000 + value}
    if _CENTURY.match(text, end):
        # „die 80er Jahre des 19. Jahrhunderts“ are the 1880s.
        more |= {(value - 1) * 100 + 10 * decade for decade in range(10)}
    if _AFTERNOON.match(text, end) and value <= 12:
        more |= {value + 12, value % 12 + 12}
    if _MORNING.match(text, end) and value == 12:
        more |= {0, 24}
    if value > 12 and value <= 24:
        is_clock = _OCLOCK.match(text, end) or _MINUTES.match(text, end)
        more |= {value - 12} if is_clock else set()
    if value in range(1, 13) and ("/" in before[-1:] or text[end : end + 1] in "/-"):
        more.add(-value)
    if value == 0 and (_OCLOCK.match(text, end) or _MINUTES.match(text, end)):
        more |= {12, 24}
    readings: tuple[Reading, ...] = ((frozenset(more),),) if more else ()
    clock = _CLOCK.match(match[0]) if digits == 4 else None
    if clock and (match[0][0] == "0" or _MILITARY.match(text, end)):
        minutes = () if clock[2] == "00" else (_only(clock[2]),)
        readings += ((_read_hour(clock[1]), *minutes),)
    mark = _SIGNS.get(text[end : end + 1], 1)
    if mark < 1:
        readings += ((frozenset({value + mark}),),)
    return readings


def _read_hour(digits: str) -> Values:
    hour = int(digits)
    hours = {hour, hour - 12} if hour > 12 else {hour, hour + 12}
    return frozenset(float(hour) for hour in hours)


def _read_month(digits: str) -> Values:
    """Return a month's number as digits and, negative, as its name has it."""
    return frozenset({float(int(digits)), -float(int(digits))})


def _read_year(digits: str) -> Values:
    year = int(digits)
    return frozenset({year} if len(digits) == 4 else {year, 1900 + year, 2000 + year})


def _find_scale(
    text: str, end: int, language: Language
) -> tuple[tuple[float, ...], bool]:
    """Return by what the number ending at `end` may be multiplied, and if surely."""
    match = _SCALE.match(text, end)
    if not match:
        return (), False
    word = match[1]
    table = GERMAN_SCALES if language == "de" else ENGLISH_SCALES
    scale = table.get(word.lower())
    if scale is None:
        if match.start(1) == end and word.lower() in _ATTACHED:
            return (_ATTACHED[word.lower()],), False
        return (), False
    following = _SCALE.match(text, match.end())
    second = table.get(following[1].lower()) if following else None
    if second is not None and second > scale:
        return (scale * second,), True
    return (scale,), True


def _find_marks(text: str) -> Iterator[Number]:
    """Yield Roman numerals and signs for fractions and powers."""
    for match in _ROMAN.finditer(text):
        roman = read_roman(match[0])
        if roman is not None:
            is_firm = len(match[0]) > 1 and set(match[0]) <= set("IVX")
            reading = (frozenset({float(roman), (roman - 1) * 100.0}),)
            yield Number(match[0], (reading,), is_firm)
    for sign in _SIGNS.keys() & set(text):
        yield Number(sign, ((frozenset({_SIGNS[sign]}),),), is_firm=False)
    for match in _FRACTION.finditer(text):
        if int(match[2]):
            value = int(match[1]) / int(match[2])
            yield Number(match[0], ((frozenset({value}),),), is_firm=False)


def _find_german(text: str) -> Iterator[Number]:
    words = list(_WORD.finditer(text))
    for at, match in enumerate(words):
        values = german_values(match[0])
        if not values:
            continue
        following = words[at + 1][0].lower() if at + 1 < len(words) else ""
        scale = GERMAN_SCALES.get(following)
        readings: tuple[Reading, ...] = ((values,),)
        before = words[at - 1][0].lower() if at else ""
        number, is_exact = read_german(match[0])
        if before == "halb" and number:
            # „halb drei“ is half past two.
            readings += ((frozenset({number - 1.0, number + 11.0, 30.0}),),)
        if following.startswith(("jahrhundert", "jh")) and number:
            readings += ((frozenset({(number - 1) * 100.0}),),)
        is_firm = is_exact and _FIRM_WORD.match(match[0]) is not None
        yield Number(match[0], _round(readings), is_firm and not scale)
        if scale:
            scaled = frozenset(value * scale for value in values)
            yield Number(match[0], _round(((scaled,),)), is_firm)


def _find_english(text: str) -> Iterator[Number]:
    run: list[str] = []
    start = end = 0
    for match in _WORD.finditer(text):
        word = match[0].lower()
        gap = text[end : match.start()]
        joins = bool(run) and gap.strip() in ("", "-", "‑")
        if is_english_number(word) or (joins and word == "and"):
            if not joins:
                yield from _read_run(run, text[start:end], "")
                run, start = [], match.start()
            run.append(word)
            end = match.end()
            continue
        yield from _read_run(run, text[start:end], word)
        run = []
    yield from _read_run(run, text[start:end], "")


def _read_run(run: list[str], text: str, following: str) -> Iterator[Number]:
    values = english_values(run)
    if following.startswith("centur"):
        values |= {(value - 1) * 100 for value in values}
    if values:
        yield Number(text, _round(((values,),)), is_firm=False)


def _only(digits: str) -> Values:
    if len(digits) > _MOST_DIGITS:
        digits = "1" + digits[-_MOST_DIGITS:]
    return frozenset({float(digits)})


def _round(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Make 2.3 × 10⁹ and 2,300,000,000 the same number."""
    return tuple(
        tuple(frozenset(round(value, 6) for value in part) for part in parts)
        for parts in readings
    )
