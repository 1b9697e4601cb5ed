"""Replacement, the last resort: the term put in place of the words aligned to it.

Owns the new sentence. What its surroundings ask for is read in
`reader.core.obeying.context`, the term's own forms are written in
`reader.core.english.writing`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.english.closed_classes import (
    ARTICLES,
    FUNCTION_WORDS,
    PARTICLES,
    PLURAL_DETERMINERS,
    SINGULAR_OF_DETERMINERS,
    SINGULAR_VERBS,
)
from reader.core.english.forms import word_class
from reader.core.english.inflection import noun_forms
from reader.core.english.nouns import is_mass_noun
from reader.core.english.spelling import fold_spelling
from reader.core.english.words import split_words
from reader.core.english.writing import (
    capitalize_first,
    capitalize_title,
    write_adverb,
    write_noun,
    write_verb,
)
from reader.core.glossary.hits import Span, TermHit
from reader.core.glossary.terms import Usage
from reader.core.interfaces import Inflector
from reader.core.obeying.checking import Violation
from reader.core.obeying.context import Region, find_region, has_article

_SENTENCE_BREAK = re.compile(r"(?:^|[.!?…][\"'”’»)]*\s+)[\"'“„‘«»(\[–\-\s]*$")
_FEWEST_TITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The term as it will stand, and what it does to its surroundings."""

    text: str
    is_plural: bool = False
    has_no_article: bool = False
    """For a plural, a mass noun or a name: "a" in front of it goes away."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def replace_words(
    target: str, span: Span, hit: TermHit, inflector: Inflector
) -> tuple[str, Span] | None:
    """Return `target` with the term of `hit` instead of the words at `span`.

    The second value is where the term stands in the new sentence. The number is that
    which the English around it asks for, else that of the German, else that of the
    replaced words; a verb keeps its form; "a" or "an", capitals and possessive endings
    are made right. None where nothing good can come of it: the words are of another
    part of speech, belong to several phrases, or other words would be lost.
    """
    pos = word_class(hit.term)
    term = hit.term.target
    region = find_region(target, span, pos, _own_words(term, pos), inflector)
    if region is None or not _fits(region, pos):
        return None
    phrase = _write(region, hit, pos, term)
    if phrase is None:
        return None
    text = _capitalize(region, phrase)
    edits = _edit_around(region, phrase, text)
    if edits is None:
        return None
    return _apply(target, [*edits, _Edit(*region.span, text)], text)


def find_substitute(violation: Violation, hits: Sequence[TermHit]) -> TermHit | None:
    """Return the hit whose English should stand where a forbidden word does.

    It is the one of the same German; None where the glossary only forbids.
    """
    forbidden = violation.hit
    for hit in hits:
        is_same = hit.start < forbidden.end and forbidden.start < hit.end
        if is_same and hit.term.usage is not Usage.FORBIDDEN:
            return hit
    return None


def _own_words(term: str, pos: str) -> frozenset[str]:
    keys = {word.key for word in split_words(term)}
    if pos == "noun":
        keys |= {fold_spelling(form) for key in keys for form in noun_forms(key, None)}
    return frozenset(keys)


def _fits(region: Region, pos: str) -> bool:
    """Return whether the words of the region can be of the part of speech."""
    if pos == "verb":
        return region.is_verb()
    if pos in ("noun", "name"):
        return region.is_noun()
    tags = region.readings(region.head)
    if pos in ("adjective", "adverb"):
        return tags != {"NNS"} and not tags & {"JJR", "JJS"} and tags != {"VBD", "VB"}
    return True


def _write(region: Region, hit: TermHit, pos: str, term: str) -> _Phrase | None:
    if pos == "verb":
        text = write_verb(term, region.find_verb_tag(), region.inflector)
        rest = _object_of(region)
        return None if rest is None else _Phrase(text + rest)
    if pos == "noun":
        return _write_noun(region, hit, term)
    if pos in ("adjective", "adverb"):
        tags = region.readings(region.last)
        is_adverb = pos == "adjective" and "RB" in tags and "JJ" not in tags
        return _Phrase(write_adverb(term) if is_adverb else term)
    is_alone = pos == "name" and not region.is_attributive
    return _Phrase(term, has_no_article=is_alone)


def _write_noun(region: Region, hit: TermHit, term: str) -> _Phrase:
    if region.is_attributive:
        return _Phrase(term)
    of_words = "plural" if region.is_plural_word(region.head) else "singular"
    number = region.find_number() or hit.number or of_words
    text = write_noun(term, number == "plural", region.inflector)
    is_plural = text != term or region.inflector.plural(term) == term
    is_mass = is_mass_noun(term)
    return _Phrase(text, is_plural and not is_mass, is_plural or is_mass)


def _object_of(region: Region) -> str | None:
    """Return the object inside a split verb with its blank, None if it is not clear.

    "rolled the update out" has " the update"; "" is that of "rolled out".
    """
    middle = region.words[region.first + 1 : region.last + 1]
    if not middle:
        return ""
    has_particle = middle[-1].key in PARTICLES
    middle = middle[: -1 if has_particle else None]
    if not middle:
        return ""
    if not has_particle or middle[0].key not in FUNCTION_WORDS:
        return None
    return " " + region.text[middle[0].start : middle[-1].end]


def _capitalize(region: Region, phrase: _Phrase) -> str:
    text, start = phrase.text, region.span[0]
    if region.text.isupper() and len(region.words) > 1:
        return text.upper()
    if phrase.has_no_article and has_article(region):
        # "A capacity of …" begins with the next word when its article goes.
        start = region.words[region.first - 1].start
    if not region.text[start].isupper():
        return text
    if _is_title(region) or _is_written_as_name(region):
        return capitalize_title(text)
    is_first = _SENTENCE_BREAK.search(region.text[:start])
    return capitalize_first(text) if is_first else text


def _is_title(region: Region) -> bool:
    """Return whether the sentence is a heading that is Written Like This."""
    content = [w.text for w in region.words if w.key not in FUNCTION_WORDS]
    return len(content) >= _FEWEST_TITLE_WORDS and all(
        not word[0].islower() for word in content
    )


def _is_written_as_name(region: Region) -> bool:
    """Return whether each of the words has its capital: "the Managing Director"."""
    words = region.words[region.first : region.last + 1]
    return len(words) > 1 and all(word.text[0].isupper() for word in words)


def _edit_around(region: Region, phrase: _Phrase, text: str) -> list[_Edit] | None:
    """Return what changes beside the phrase: article, possessive, agreement."""
    edits = _edit_possessive(region, phrase)
    index = region.find_determiner()
    if index is not None:
        word = region.words[index]
        is_next = index == region.first - 1
        if word.key in ("a", "an"):
            edits += _edit_article(region, index, phrase, text)
        elif word.key == "the" and is_next and text.lower().startswith("the "):
            edits.append(_Edit(word.start, region.span[0], ""))
        elif phrase.has_no_article and not phrase.is_plural:
            agreed = _edit_plural_determiner(region, index)
            if agreed is None:
                return None
            edits += agreed
    if phrase.has_no_article and not phrase.is_plural and region.is_subject:
        verb = region.words[region.last + 1]
        if verb.key in SINGULAR_VERBS:
            edits.append(_Edit(verb.start, verb.end, SINGULAR_VERBS[verb.key]))
    return edits


def _edit_article(
    region: Region, index: int, phrase: _Phrase, text: str
) -> list[_Edit]:
    """Return the edit of "a" or "an": another one, or none at all."""
    word = region.words[index]
    if phrase.has_no_article or text.lower().split()[0] in ARTICLES:
        following = region.words[index + 1]
        if not word.text[0].isupper() or following.start == region.span[0]:
            return [_Edit(word.start, following.start, "")]
        first = capitalize_first(following.text)
        return [_Edit(word.start, following.end, first)]
    if index != region.first - 1:
        return []
    article = region.inflector.article(text)
    if word.text[0].isupper():
        article = article.upper() if region.text.isupper() else article.capitalize()
    return [_Edit(word.start, word.end, article)] if article != word.text else []


def _edit_plural_determiner(region: Region, index: int) -> list[_Edit] | None:
    """Return what makes "these" right before a noun without plural, None if nothing."""
    word = region.words[index]
    if word.key in SINGULAR_OF_DETERMINERS:
        singular = SINGULAR_OF_DETERMINERS[word.key]
        text = capitalize_first(singular) if word.text[0].isupper() else singular
        return [_Edit(word.start, word.end, text)]
    return None if word.key in PLURAL_DETERMINERS or word.key.isdigit() else []


def _edit_possessive(region: Region, phrase: _Phrase) -> list[_Edit]:
    """Return the edit that makes "firms'" into "firm's" or the other way round."""
    end = region.span[1]
    found = re.match(r"(['’])(s\b)?(?=\s)", region.text[end:])
    if found is None:
        return []
    is_short = phrase.text.endswith("s") and phrase.is_plural
    wanted = found[1] if is_short else found[1] + "s"
    return [_Edit(end, end + found.end(), wanted)] if found[0] != wanted else []


def _apply(target: str, edits: list[_Edit], text: str) -> tuple[str, Span]:
    """Return the edited sentence, and where the longest insertion `text` stands."""
    parts: list[str] = []
    done, at, phrase = 0, 0, max(edits, key=lambda edit: edit.text == text)
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [target[done : edit.start], edit.text]
        if edit is phrase:
            at = len("".join(parts[:-1]))
        done = edit.end
    new = "".join([*parts, target[done:]])
    return new, (at, at + len(text))
