"""The English of a hit in the form that its place asks for.

Owns number, tense, capital and article of a term that is handed to the engine; a term
put into finished English is `reader.core.obeying.replacing`'s job.
"""

from __future__ import annotations

import re

from reader.core.english.forms import word_class
from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Usage
from reader.core.interfaces import Inflector

_ARTICLE = re.compile(r"\b(an?)(\W*)$", re.IGNORECASE)
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
            form = _verb_form(source[hit.start : hit.end].lower(), plain.lower())
            verb = english.removeprefix("to ")
            return verb if form is None else inflector.verb_forms(verb)[form]
    return english


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


def _verb_form(german: str, plain: str) -> int | None:
    """Return which of `Inflector.verb_forms` is wanted; None for the infinitive."""
    word = (plain.split() or [""])[-1]
    for ending, form in (("ing", 3), ("ed", 1), ("s", 0)):
        if word.endswith(ending):
            return form
    if word:
        return None
    if re.search(r"(?:^|[a-z])ge\w+(?:t|en)$", german):
        return 2
    if re.search(r"te(?:n|st|t)?$", german):
        return 1
    return 0 if german.endswith("t") else None
