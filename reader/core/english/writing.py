"""Writes a term's English in the form that a sentence asks for.

Owns the single phrase: plural, verb form, adverb, capitals. What form it has to be is
read from the sentence in `reader.core.obeying.context`.
"""

from __future__ import annotations

import re

from reader.core.english.closed_classes import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from reader.core.english.inflection import IRREGULAR_DEGREES, adverb
from reader.core.interfaces import Inflector

_SMALL_IN_TITLES = CONJUNCTIONS | DETERMINERS | PREPOSITIONS


def write_noun(noun: str, is_plural: bool, inflector: Inflector) -> str:
    """Return `noun` in the number that is asked for, as far as it has it."""
    return inflector.plural(noun) if is_plural else noun


def write_verb(verb: str, tag: str, inflector: Inflector) -> str:
    """Return `verb` in the form of a Penn Treebank tag ("VBD"); "VB" leaves it."""
    verb = verb.removeprefix("to ")
    tags = ("VBZ", "VBD", "VBN", "VBG")
    return inflector.verb_forms(verb)[tags.index(tag)] if tag in tags else verb


def write_adverb(adjective: str) -> str:
    """Return the adverb of an adjective; a phrase or an adverb stays.

    >>> [write_adverb(word) for word in ("safe", "fast", "weekly", "on time")]
    ['safely', 'fast', 'weekly', 'on time']
    """
    is_one_word = re.fullmatch(r"[a-z]+", adjective)
    return adverb(adjective) if is_one_word and adjective[-2:] != "ly" else adjective


def write_degree(adjective: str, degree: int) -> str:
    """Return the positive (0), comparative (1) or superlative (2) of an adjective.

    >>> words = ("big", "easy", "safe", "decent", "far")
    >>> [write_degree(word, 2) for word in words]
    ['biggest', 'easiest', 'safest', 'most decent', 'furthest']
    """
    if not degree:
        return adjective
    if adjective in IRREGULAR_DEGREES:
        return IRREGULAR_DEGREES[adjective][degree - 1]
    ending = ("er", "est")[degree - 1]
    vowels = re.findall(r"[aeiouy]+", adjective.removesuffix("e"))
    if re.fullmatch(r"[a-z]+[^aeiou]y", adjective) and len(vowels) <= 2:
        return f"{adjective[:-1]}i{ending}"
    if not re.fullmatch(r"[a-z]+", adjective) or len(vowels) > 1:
        return f"{('more', 'most')[degree - 1]} {adjective}"
    if re.search(r"[^aeiou][aeiou][bdgmnpt]$", adjective):
        return adjective + adjective[-1] + ending
    return adjective.removesuffix("e") + ending


def capitalize_first(text: str) -> str:
    """Return `text` with a capital at the beginning, as a sentence needs it.

    Names that begin with a small letter keep it: "iPhone".
    """
    first = re.match(r"[^\W_]+", text)
    if first is None or first.group() != first.group().lower():
        return text
    return text[0].upper() + text[1:]


def capitalize_title(text: str) -> str:
    """Return `text` as in a heading that is written Like This One."""
    return re.sub(
        r"[^\W_]+",
        lambda m: (
            m.group() if m.group() in _SMALL_IN_TITLES else capitalize_first(m.group())
        ),
        text,
    )
