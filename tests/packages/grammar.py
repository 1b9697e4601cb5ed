"""Technology news by template: German and English sentences with true word links.

Owns phrases and sentences; the words are `tests.packages.lexicon`'s, the templates
`tests.packages.templates`'s. Every phrase is written in marks, "[neuen|3a] [Chip|3n]",
and stretches of the two languages that carry the same mark are linked: the links are
known, not guessed.
"""

from __future__ import annotations

import random
import re
import string
import zlib
from collections.abc import Callable, Iterator
from functools import cache

from tests.packages import lexicon
from tests.packages.linked import LinkedPair, Span
from tests.packages.phrases import Noun, make_noun_phrase, make_verb
from tests.packages.templates import CLAUSES, INVERTED, SENTENCES, SUBCLAUSES

Forms = dict[str, str]
"""A phrase in all forms that templates ask for, by the name of the form."""

_MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
# At the beginning and behind an opening quotation mark; "iFlyTek" stays as it is.
_FIRST_LETTER = re.compile(r"(?:^|(?<=„)|(?<= “)|(?<=^“))[a-zäöü](?=[a-zäöüß ])")
_NOUNS = tuple(Noun(*row) for row in lexicon.rows(lexicon.NOUNS))
_AGENTS = tuple(Noun(*row) for row in lexicon.rows(lexicon.AGENTS))
_RESERVED_ONE_IN = 25


class Grammar:
    """An endless source of sentence pairs; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._marks = 0
        self._verbs: list[str] = []
        self._nouns: list[str] = []
        self._is_female = False

    def pairs(self, *, reserved: bool) -> Iterator[LinkedPair]:
        """Yield sentence pairs without end, all of them reserved or none.

        One in 25 combinations of a verb and a noun is reserved for the held-out
        slice: a pair with `reserved` has such a combination, the others never do.
        """
        while True:
            pair, is_reserved = self._sentence()
            if is_reserved == reserved:
                yield pair

    def _sentence(self) -> tuple[LinkedPair, bool]:
        self._marks, self._verbs, self._nouns = 0, [], []
        self._is_female = self._random.random() < 0.5
        source, target = self._fill(self._random.choice(SENTENCES))
        is_reserved = any(
            zlib.crc32(f"{verb} {noun}".encode()) % _RESERVED_ONE_IN == 0
            for verb in self._verbs
            for noun in self._nouns
        )
        return _read_marks(source, target), is_reserved

    def _fill(self, template: tuple[str, str]) -> tuple[str, str]:
        """Return both sides of a template with its slots filled, in marks."""
        slots: dict[str, Forms] = {}
        own = self._next_mark()
        sides = [_MARK.sub(rf"[\1|{own}\2]", side) for side in template]
        for side in sides:
            for _, field, _, _ in string.Formatter().parse(side):
                if field:
                    name = field.partition("[")[0]
                    if name not in slots:
                        slots[name] = self._slot(name.rstrip("23"))
        return sides[0].format(**slots), sides[1].format(**slots)

    def _slot(self, kind: str) -> Forms:
        makers: dict[str, Callable[[], Forms]] = {
            "agent": self._agent,
            "thing": lambda: self._noun_phrase(_NOUNS, plural=None),
            "item": lambda: self._noun_phrase(_NOUNS, plural=False),
            "items": lambda: self._noun_phrase(_NOUNS, plural=True),
            "owner": lambda: self._noun_phrase(_AGENTS, plural=False),
            "owners": lambda: self._noun_phrase(_AGENTS, plural=True),
            "firm": lambda: self._name(self._firm()),
            "product": lambda: self._name(self._product()),
            "person": lambda: self._name(self._person()),
            "verb": self._verb,
            "adj": lambda: self._row(lexicon.ADJECTIVES),
            "role": self._role,
            "move": lambda: self._row(lexicon.MOVES),
            "grow": lambda: self._row(lexicon.GROWTH),
            "rise": lambda: self._row(lexicon.RISES),
            "figure": lambda: self._row(lexicon.FIGURES),
            "adverb": lambda: self._row(lexicon.ADVERBS),
            "modal": lambda: self._row(lexicon.MODALS),
            "more": lambda: self._row(lexicon.COMPARATIVES),
            "place": lambda: self._row(lexicon.PLACES),
            "money": lambda: self._row(lexicon.CURRENCIES),
            "month": lambda: self._row(lexicon.MONTHS),
            "year": lambda: self._name(str(self._random.randint(1990, 2035))),
            "date": self._date,
            "count": self._count,
            "decimal": self._decimal,
            "clause": lambda: self._clause(CLAUSES),
            "sub": lambda: self._clause(SUBCLAUSES),
            "inverted": lambda: self._clause(INVERTED),
        }
        return makers[kind]()

    def _next_mark(self) -> str:
        self._marks += 1
        return f"{self._marks}."

    def _both(self, source: str, target: str) -> Forms:
        mark = self._next_mark()
        return {"de": f"[{source}|{mark}]", "en": f"[{target}|{mark}]"}

    def _row(self, table: str) -> Forms:
        source, target = self._random.choice(_entries(table))
        return self._both(source, target)

    def _name(self, name: str) -> Forms:
        return self._both(name, name)

    def _clause(self, templates: tuple[tuple[str, str], ...]) -> Forms:
        source, target = self._fill(self._random.choice(templates))
        return {"de": source, "en": target}

    def _agent(self) -> Forms:
        if self._random.random() < 0.45:
            name = self._name(self._firm())
            return {case: name["de"] for case in ("nom", "acc", "dat")} | name
        return self._noun_phrase(_AGENTS, plural=False)

    def _noun_phrase(self, nouns: tuple[Noun, ...], *, plural: bool | None) -> Forms:
        noun = self._random.choice(
            [
                noun
                for noun in nouns
                if plural is None
                or (plural and noun.plural != "-")
                or (not plural and noun.gender != "p")
            ]
        )
        if plural is None:
            plural = noun.gender == "p" or (
                noun.plural != "-" and self._random.random() < 0.4
            )
        self._nouns.append(noun.singular if noun.gender != "p" else noun.plural)
        adjective: tuple[str, str] | None = None
        if self._random.random() < 0.5:
            source, target = self._random.choice(_entries(lexicon.ADJECTIVES))
            adjective = (source, target)
        return make_noun_phrase(
            noun,
            adjective,
            plural,
            self._next_mark(),
            self._random,
            negated=nouns is _NOUNS,
        )

    def _verb(self) -> Forms:
        row = self._random.choice(_rows(lexicon.VERBS))
        self._verbs.append(row[0])
        return make_verb(row, self._next_mark())

    def _invented(self) -> str:
        syllables = [
            self._random.choice(lexicon.ONSETS)
            + self._random.choice(lexicon.VOWELS)
            + self._random.choice(("", self._random.choice(lexicon.CODAS)))
            for _ in range(self._random.choice((2, 2, 3)))
        ]
        return "".join(syllables).capitalize()

    def _firm(self) -> str:
        if self._random.random() < 0.5:
            return self._random.choice(lexicon.FIRMS)
        ending = self._random.choice(("", "", "", " AG", " GmbH", " Inc", " Data"))
        return self._invented() + ending

    def _product(self) -> str:
        known = self._random.random() < 0.5
        name = self._random.choice(lexicon.PRODUCTS) if known else self._invented()
        version = self._random.choice(("", " {}", " {}.{}", " {}{}0"))
        digits = (self._random.randint(1, 9), self._random.randint(0, 9))
        return name + version.format(*digits)

    def _person(self) -> str:
        known = self._random.random() < 0.6
        last = self._random.choice(lexicon.LAST_NAMES) if known else self._invented()
        first = lexicon.WOMEN if self._is_female else lexicon.MEN
        return f"{self._random.choice(first)} {last}"

    def _role(self) -> Forms:
        man, woman, target = self._random.choice(_rows(lexicon.ROLES))
        return self._both(woman if self._is_female else man, target)

    def _date(self) -> Forms:
        day, month = str(self._random.randint(1, 30)), self._row(lexicon.MONTHS)
        number = self._both(f"{day}.", day)
        return {
            "de": f"{number['de']} {month['de']}",
            "en": f"{month['en']} {number['en']}",
        }

    def _count(self) -> Forms:
        size = self._random.choice((20, 100, 1_000, 10_000, 1_000_000))
        number = f"{self._random.randint(2, size):,}"
        return self._both(number.replace(",", "."), number)

    def _decimal(self) -> Forms:
        number = f"{self._random.randint(1, 99)}"
        if self._random.random() < 0.6:
            number += f".{self._random.randint(1, 9)}"
        return self._both(number.replace(".", ","), number)


@cache
def _rows(table: str) -> list[list[str]]:
    return lexicon.rows(table)


@cache
def _entries(table: str) -> tuple[tuple[str, str], ...]:
    return tuple((source, target) for source, target in _rows(table))


def _read_marks(source: str, target: str) -> LinkedPair:
    """Return the pair that two marked sides stand for."""
    source_text, source_spans = _strip_marks(source)
    target_text, target_spans = _strip_marks(target)
    links = [
        (there, here)
        for mark, there in source_spans
        for other, here in target_spans
        if mark == other
    ]
    # The stop, question mark or quotation mark at the very end.
    links.append(
        (
            (len(source_text) - 1, len(source_text)),
            (len(target_text) - 1, len(target_text)),
        )
    )
    return LinkedPair(source_text, target_text, tuple(links))


def _strip_marks(side: str) -> tuple[str, list[tuple[str, Span]]]:
    """Return the text of a marked side, a capital in front, and the marks' spans."""
    text, spans, place = "", [], 0
    for found in _MARK.finditer(side):
        text += side[place : found.start()]
        spans.append((found[2], (len(text), len(text) + len(found[1]))))
        text += found[1]
        place = found.end()
    text += side[place:]
    return _FIRST_LETTER.sub(lambda found: found[0].upper(), text), spans
