"""Looking up a word: what an entry of a dictionary says, and which ones are asked.

Owns the records, and cutting a compound into words that a dictionary has. Opening
dictionaries is `reader.service.dictionary`'s job, reading them `reader.formats`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_SHORTEST_PART = 4
_MOST_PARTS = 4
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_ARTICLES = {"masculine": "der", "feminine": "die", "neuter": "das"}


class Relation(StrEnum):
    """Why a headword is part of an answer."""

    FORM = "form"
    """It is the word itself."""
    LEMMA = "lemma"
    """It is the word's citation form: "Markt" for "Märkten"."""
    PART = "part"
    """It is a part of the compound: "Leistung" for "Rechenleistungsbedarf"."""


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """One entry, with what could be read out of its text."""

    headword: str
    text: str
    """As the dictionary has it, without control characters."""
    gender: str = ""
    """"masculine", "feminine", "neuter", or "" where the text does not say."""
    pos: str = ""
    """"noun", "verb", "adjective", "adverb", or ""."""
    is_plural: bool = False
    plural: str = ""
    translations: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    """Other headwords that the text names."""
    dictionary: str = ""
    """Its title."""

    @property
    def article(self) -> str:
        """The German article, "" where no gender is known."""
        return "die" if self.is_plural else _ARTICLES.get(self.gender, "")


@dataclass(frozen=True, slots=True)
class Finding:
    """The entries of one headword."""

    word: str
    relation: Relation
    entries: tuple[DictionaryEntry, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the dictionaries say about a word."""

    word: str
    lemma: str = ""
    """Its citation form, "" where nobody knows it."""
    parts: tuple[str, ...] = ()
    """Of a compound that no dictionary has as a whole."""
    findings: tuple[Finding, ...] = ()

    @property
    def entries(self) -> tuple[tuple[Relation, DictionaryEntry], ...]:
        """Every entry, the nearest first."""
        return tuple(
            (finding.relation, entry)
            for finding in self.findings
            for entry in finding.entries
        )


def cut_compound(
    word: str, find_headword: Callable[[str], str | None], most_parts: int = _MOST_PARTS
) -> tuple[str, ...]:
    """Return the headwords of a compound's parts, () where it cannot be cut.

    `find_headword` returns the headword of a form, None for a word that is none. The
    fewest parts win, then the cut whose shorter part is longest; of two such, the
    longer beginning, since short ones are more often other words by chance.

    >>> known = {"rechenleistung": "Rechenleistung", "bedarf": "Bedarf"}
    >>> known |= {"rechen": "Rechen", "leistungsbedarf": "Leistungsbedarf"}
    >>> cut_compound("Rechenleistungsbedarf", lambda word: known.get(word.lower()))
    ('Rechenleistung', 'Bedarf')
    >>> cut_compound("Bedarf", lambda word: known.get(word.lower()))
    ()
    """
    best: tuple[int, int, tuple[str, ...]] = (most_parts + 1, 0, ())
    places = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    for place in reversed(places) if most_parts > 1 else ():
        tail = find_headword(word[place:].capitalize())
        if tail is None:
            continue
        first = _find_modifier(word[:place], find_headword)
        before: tuple[str, ...] = (first,) if first else ()
        if not before:
            before = cut_compound(word[:place], find_headword, most_parts - 1)
        if before:
            rank = (len(before) + 1, -min(place, len(word) - place))
            if rank < best[:2]:
                best = (*rank, (*before, tail))
    return best[2]


def find_tail(word: str, find_headword: Callable[[str], str | None]) -> str | None:
    """Return the longest known end of a word that cannot be cut as a whole.

    >>> find_tail("Xyzmarkt", {"Markt": "Markt"}.get)
    'Markt'
    """
    for place in range(1, len(word) - _SHORTEST_PART + 1):
        tail = find_headword(word[place:].capitalize())
        if tail is not None:
            return tail
    return None


def _find_modifier(head: str, find_headword: Callable[[str], str | None]) -> str | None:
    """Return the headword of a first part, without its linking letters."""
    for link in _LINKS:
        bare = head.removesuffix(link)
        if head.endswith(link) and len(bare) >= _SHORTEST_PART - 1:
            found = find_headword(bare)
            if found is not None:
                return found
    # "Sprachmodell", "Schulleiterin".
    return find_headword(head + "e") if len(head) >= _SHORTEST_PART - 1 else None
