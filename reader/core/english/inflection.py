"""Regular English inflection, and what a word's class lets it become.

Generous on purpose: these forms are looked for, never written, so a form too many
("planed" beside "planned") costs nothing. Forms to be written, and irregular ones,
come from an `Inflector`.
"""

from __future__ import annotations

import re

from reader.core.interfaces import Inflector

NO_SINGULAR = frozenset("news series species means lens gas bus chaos atlas".split())
"""Nouns that end in s and are no plurals."""

IRREGULAR_DEGREES = {
    "good": ("better", "best"),
    "well": ("better", "best"),
    "bad": ("worse", "worst"),
    "little": ("less", "least"),
    "many": ("more", "most"),
    "much": ("more", "most"),
    "far": ("further", "furthest", "farther", "farthest"),
}
"""Comparative and superlative, then what else they may be."""
_IRREGULAR_ADVERBS = {"good": "well", "fast": "fast", "hard": "hard", "late": "late"}
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ics)$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLES = re.compile(r"[aeiou][bcdfgklmnprtvz]$")


def plural_forms(noun: str) -> set[str]:
    """Return what the regular plural of `noun` may be; abbreviations included.

    >>> sorted(plural_forms("company"))
    ['companies', 'companys']
    """
    forms = {noun + "s"}
    if _SIBILANT.search(noun):
        forms.add(noun + "es")
    if _CONSONANT_Y.search(noun):
        forms.add(noun[:-1] + "ies")
    return forms


def singular_forms(noun: str) -> set[str]:
    """Return what the singular of `noun` may be, nothing if it is no plural.

    >>> sorted(singular_forms("controls")), singular_forms("logistics")
    (['control'], set())
    """
    if not noun.endswith("s") or noun in NO_SINGULAR or _NOT_PLURAL.search(noun):
        return set()
    if noun.endswith("ies") and len(noun) > 4:
        return {noun[:-3] + "y"}
    if re.search(r"(?:sse|xe|che|she)s$", noun):
        return {noun[:-2]}
    return {noun[:-1]}


def regular_verb_forms(verb: str) -> set[str]:
    """Return what the regular forms of `verb` may be.

    >>> sorted(regular_verb_forms("plan"))
    ['planed', 'planing', 'planned', 'planning', 'plans']
    """
    forms = plural_forms(verb) - ({verb + "s"} if _CONSONANT_Y.search(verb) else set())
    stems = {verb}
    if verb.endswith("e"):
        stems = {verb[:-1]}
    elif _DOUBLES.search(verb):
        stems.add(verb + verb[-1])
    elif verb.endswith("c"):
        stems.add(verb + "k")
    for stem in stems:
        past = stem[:-1] + "ied" if _CONSONANT_Y.search(stem) else stem + "ed"
        forms |= {past, stem + "ing"}
    if verb.endswith("ie"):
        forms.add(verb[:-2] + "ying")
    if verb.endswith("ee"):
        forms.add(verb + "ing")
    return forms


def adverb(adjective: str) -> str:
    """Return the adverb; German says both with one word ("fährt autonom").

    >>> adverb("autonomous"), adverb("automatic"), adverb("sustainable")
    ('autonomously', 'automatically', 'sustainably')
    """
    if adjective in _IRREGULAR_ADVERBS:
        return _IRREGULAR_ADVERBS[adjective]
    if adjective.endswith("ic"):
        return adjective + "ally"
    if re.search(r"[^aeiou]le$", adjective):
        return adjective[:-1] + "y"
    if _CONSONANT_Y.search(adjective):
        return adjective[:-1] + "ily"
    return adjective + "ly"


def adjective_forms(adjective: str) -> set[str]:
    """Return what the adverb and the degrees of `adjective` may be.

    >>> sorted(adjective_forms("ripe"))
    ['ripe', 'ripely', 'riper', 'ripest']
    """
    forms = {adjective, adverb(adjective), *IRREGULAR_DEGREES.get(adjective, ())}
    stems = {adjective.removesuffix("e")}
    if _CONSONANT_Y.search(adjective):
        stems = {adjective[:-1] + "i"}
    elif _DOUBLES.search(adjective):
        stems.add(adjective + adjective[-1])
    return forms | {stem + ending for stem in stems for ending in ("er", "est")}


def noun_forms(noun: str, inflector: Inflector | None) -> set[str]:
    """Return singular and plural of `noun`, whichever of them it is."""
    forms = {noun, *plural_forms(noun), *singular_forms(noun)}
    if inflector is not None:
        forms.add(inflector.plural(noun))
    return forms


def verb_forms(verb: str, inflector: Inflector | None) -> set[str]:
    """Return all forms of `verb`; irregular ones only with an inflector.

    The inflector knows one spelling of each form ("modeled").
    """
    if verb == "be":
        return set("be am is are was were been being".split())
    forms = {verb, *regular_verb_forms(verb)}
    if inflector is not None:
        forms.update(inflector.verb_forms(verb))
    return forms
