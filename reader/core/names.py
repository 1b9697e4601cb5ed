"""Names: whether the English of a German sentence has lost one.

Owns what surely is a name; the verdict is `reader.core.guard`'s. German writes every
noun with a capital, so only a word counts that is known to stay as it is ("Siemens",
not "Wien" or "Kanzler"), or that is spelled like no noun ("OpenAI"). That finds about
a third of the names that are lost, and is nearly always right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.core.alignment.likeness import shared_prefix
from reader.core.known_names import KNOWN_NAMES

_WORD = re.compile(r"[^\W\d_]+")
# A capital says nothing of a word that begins a sentence, a quotation or a list.
_START = re.compile(r"(?:^|[.!?:;\"„“”‚‘’«»(–—])\s*$")
# "OpenAI", "YouTube", "MetroPlus"; not "BaFöG", "StGB", "MitarbeiterInnen".
_MIXED = re.compile(r"\b(?=\w*[a-z]{2})(?:[a-z]|[A-Z][a-z]+)[A-Z][^\W\d_]+\b")
# "ACTA", "WADA"; not "DIE MAUERN", "KI-Modell".
_ACRONYM = re.compile(r"(?<![\w-])(?<![A-ZÄÖÜ] )[A-Z]{3,6}(?![\w-])(?! [A-ZÄÖÜ]{2})")
_CAPITALS = re.compile(r"\b[A-Z]{2,}")
# What English spells out, or in other words.
_GERMAN_ACRONYMS = frozenset(
    "USA UNO DDR BRD BIP KMU LKW PKW SMS EDV FCKW MEZ IHK DRK EZB IWF OSZE IGH EGMR "
    "VPI AIEA BVT BGH BAG BSG BVG EUGH DSGVO BSI BKA BND LKA GEZ TÜV HNO EKG MRT WLAN "
    "FSJ USD EUR GBP CHF NRW MDR NDR WDR SWR ÖPNV IST WAR WAS DER DIE DAS DEM DEN UND "
    "NIE NUR EIN".split()
)
_GENDER = re.compile(r"[a-zäöüß]In(?:nen)?$")
_LEAST_SHARED = 3
_LONGEST_ENDING = 2


def find_lost_names(source: str, target: str) -> list[str]:
    """Return the names of the German that the English has in no form.

    >>> find_lost_names("Er traf in Berlin den Chef von OpenAI.", "He met the boss.")
    ['Berlin', 'OpenAI']
    >>> find_lost_names("Er war Berlins Mann bei OpenAI.", "Berlin's man at Open AI.")
    []
    """
    english = {word.casefold() for word in _WORD.findall(target)}
    # "Open AI", "U.S."
    joined = "".join(_WORD.findall(target)).casefold()
    names = dict.fromkeys(_find_known(source))
    names |= dict.fromkeys(_find_mixed(source))
    if not set(_CAPITALS.findall(target)) - set(_CAPITALS.findall(source)):
        # "EZB" may have become "ECB".
        names |= dict.fromkeys(_find_acronyms(source))
    return [
        name
        for name in names
        if name.casefold().removesuffix("s") not in joined
        and not any(is_like(name.casefold(), word) for word in english)
    ]


def find_capitals(sentence: str) -> Iterator[str]:
    """Yield the words with a capital that they have in the midst of a sentence.

    >>> list(find_capitals("Der Chef sagte: „Siemens baut in Mainz.“"))
    ['Chef', 'Mainz']
    """
    for found in _WORD.finditer(sentence):
        if found[0][0].isupper() and not _START.search(sentence, 0, found.start()):
            yield found[0]


def is_like(name: str, word: str) -> bool:
    """Tell whether two words in lower case may be forms of one.

    >>> is_like("pakistans", "pakistan"), is_like("iran", "iranian")
    (True, True)
    >>> is_like("paris", "poland"), is_like("allen", "a")
    (False, False)
    """
    shared = shared_prefix(name, word)
    return shared >= max(_LEAST_SHARED, min(len(name), len(word)) - _LONGEST_ENDING)


def _find_known(source: str) -> Iterator[str]:
    known = _read_names()
    for word in find_capitals(source):
        if word in known or word.removesuffix("s") in known:
            yield word


def _find_mixed(source: str) -> Iterator[str]:
    return (name for name in _MIXED.findall(source) if not _GENDER.search(name))


def _find_acronyms(source: str) -> Iterator[str]:
    return (name for name in _ACRONYM.findall(source) if name not in _GERMAN_ACRONYMS)


@cache
def _read_names() -> frozenset[str]:
    return frozenset(KNOWN_NAMES.split())
