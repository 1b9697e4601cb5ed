"""The English of a hit in the form that its place asks for.

Owns number, tense, capital and article of a term that is handed to the engine; a term
put into finished English is `reader.core.obeying.replacing`'s job.
"""

from __future__ import annotations

import re

from reader.core.english.forms import word_class
from reader.core.english.writing import write_degree
from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Usage
from reader.core.interfaces import Inflector

_ARTICLE = re.compile(r"\b(an?)(\W*)$", re.IGNORECASE)
_THIRD_PERSON, _PAST, _PARTICIPLE = 0, 1, 2
"""Places in `Inflector.verb_forms`."""
# gekauft, hochgefahren; not "gehört … an", which is rare beside them.
_GE = re.compile(r"(?:^|[a-zäöüß]{2})ge[a-zäöüß]{2,}(?:t|en)$")
_WEAK_PAST = re.compile(r"te(?:n|st|t)?$")
_UNSTRESSED = re.compile(r"be|emp|ent|er|ge|miss|über|unter|ver|zer")
_AUXILIARY = re.compile(
    r" (?:ha(?:t|ben|tten?)|wird|w[eu]rden?|worden|ist|sind|war(?:en)?)\b"
)
_ADJECTIVE_ENDING = re.compile(r"(?<=..)e[mnrs]?$")
_THAN = re.compile(r" als\b")
_PLURAL = re.compile(r"(?<![su'’])s\W*$")


def word_hit(hit: TermHit, source: str, plain: str, inflector: Inflector) -> str:
    """Return the preferred English of `hit` in number and tense.

    `plain` is what stands for it in the plain English, "" where nothing does; it tells
    the number where the German form does not.
    """
    english = hit.term.target
    if hit.term.usage is Usage.KEEP:
        return english
    match word_class(hit.term):
        case "noun":
            is_plural = hit.number == "plural" or (
                not hit.number and bool(_PLURAL.search(plain))
            )
            return inflector.plural(english) if is_plural else english
        case "verb":
            form = _find_tense(hit, source, _read_tense(plain, inflector))
            verb = english.removeprefix("to ")
            return verb if form is None else inflector.verb_forms(verb)[form]
        case "adjective":
            return write_degree(english, _find_degree(hit, source))
    return english


def _find_degree(hit: TermHit, source: str) -> int:
    """Return 0 for "schnell" and "schnelle", 1 for "schneller", 2 for "schnellste".

    "schneller" alone is a comparative, "ein schneller Chip" is none: only where the
    ending stands behind it ("schnellere") or "als" follows is it sure.
    """
    german = source[hit.start : hit.end].lower()
    bare, citation = _ADJECTIVE_ENDING.sub("", german), hit.term.source.lower()
    if german.startswith(("beste", "meiste", "höchste", "nächste")):
        return 2
    if bare in ("besser", "mehr", "höher", "näher"):
        return 1
    if bare.endswith(("st", "ßt")) and len(bare) >= len(citation) + 1 + (
        bare[-2] == "s"
    ):
        return 2
    if german.endswith("er") and len(german) > len(citation):
        if _THAN.match(source, hit.end):
            return 1
    is_longer = bare.endswith("er") and len(bare) > len(citation)
    return int(is_longer and german != bare)


def continue_with(beginning: str, english: str, inflector: Inflector) -> str:
    """Return `beginning` with `english` behind it, article and capital made right."""
    if not any(char.isalnum() for char in beginning):
        return beginning + english[:1].upper() + english[1:]
    article = _ARTICLE.search(beginning)
    if article is not None:
        right = inflector.article(english)
        right = right.capitalize() if article[1][0].isupper() else right
        beginning = beginning[: article.start()] + right + article[2]
    return beginning + english


def _find_tense(hit: TermHit, source: str, of_plain: int | None) -> int | None:
    """Return which of `Inflector.verb_forms` is wanted; None for the infinitive.

    The German tells, unless its form has two readings ("entwickelt", "verboten").
    """
    german = source[hit.start : hit.end].lower()
    infinitive = hit.term.source.split()[-1].lower()
    if infinitive.endswith(german):
        return _PARTICIPLE if of_plain == _PARTICIPLE else None
    if _GE.search(german):
        return _PARTICIPLE
    if _is_weak_past(german, infinitive):
        return _PAST
    if german.endswith("t"):
        is_participle = bool(_AUXILIARY.match(source, hit.end))
        if not hit.rest and _UNSTRESSED.match(german):
            is_participle |= of_plain in (_PAST, _PARTICIPLE)
        return _PARTICIPLE if is_participle else _THIRD_PERSON
    if german.endswith("e"):
        return None
    return _PARTICIPLE if _UNSTRESSED.match(german) and german[-2:] == "en" else _PAST


def _is_weak_past(german: str, infinitive: str) -> bool:
    """Return whether a form ends as "stellten" does; "verboten" only looks like it."""
    ending = _WEAK_PAST.search(german)
    if ending is None:
        return False
    root = german[: ending.start()].removesuffix("e")
    return not german.endswith("en") or re.sub(r"e?n$", "", infinitive).endswith(root)


def _read_tense(plain: str, inflector: Inflector) -> int | None:
    """Return the form of the verb that stands in the plain English, None if unclear."""
    for word in plain.split():
        tags = inflector.readings(word)
        for tag, form in (("VBN", _PARTICIPLE), ("VBD", _PAST), ("VBZ", _THIRD_PERSON)):
            if tag in tags:
                return form
    return None
