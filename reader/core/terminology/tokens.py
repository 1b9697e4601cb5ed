"""Tokens of a sentence with a coarse part of speech, told by capitals and endings.

Owns what can be told without a trained tagger: German writes nouns with a capital and
gives attributive adjectives an ending, and the dictionary rules out most verbs.
Which tokens make a term is `reader.core.terminology.phrases`'s job.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.closed_classes import DETERMINERS
from reader.core.matching.words import HYPHENS, Word, split_words
from reader.core.terminology.genders import GenderEvidence
from reader.core.terminology.lexemes import Lexemes, is_abbreviation

_PREPOSITIONS = frozenset(
    "für von vom mit auf in im ins an am ans zu zum zur bei beim aus nach über unter "
    "gegen durch ohne um vor hinter neben zwischen seit bis per pro je statt trotz "
    "wegen während laut gegenüber ab außer".split()
)
_OTHERS = frozenset(
    "aber oder weder immer wieder heute gerne beinahe ohne jene nie sie wir ihr er es "
    "ihnen ihm ihn euch andere anderen anderer anderes anderem zwei drei vier fünf "
    "sechs sieben acht neun zehn elf zwölf hundert tausend mehr genug etwa eher sehr "
    "daher leider unter hinter über später früher wäre hätte würde sowie selber "
    "möchte könne müsse sollte wollte musste konnte durfte werden wurden waren hatten "
    "haben sind können müssen sollen wollen dürfen mögen sagte sagten meinte "
    "statt allerdings derzeit beispielsweise lediglich bereits bislang".split()
)
_ADJECTIVE_ENDINGS = ("e", "en", "em", "er", "es")
_ADJECTIVE_ENDING = re.compile(r"(?:e[nmrs]?)$")
_ADJECTIVE_SUFFIX = re.compile(
    r"(?:isch|lich|ig|bar|sam|haft|los|iv|al|ell|är|ent|ant|iert|end|frei|fähig|arm"
    r"|reich|fest|stark|weit|gestützt|basiert)$"
)
_PARTICIPLE = re.compile(r"(?:t|en)$")


class Tag(StrEnum):
    """A coarse part of speech."""

    NOUN = "noun"
    NAME = "name"
    """A capitalised word that no dictionary has: a name, or a new noun."""
    ADJECTIVE = "adjective"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or words that hyphens join: "KI-Chips"."""

    text: str
    words: tuple[Word, ...]
    is_after_blank: bool
    """Whether nothing but a blank parts it from the token before."""
    is_cut: bool
    """Whether it leaves out a part: "Bild-" and "Ton-" in "Bild- und Tonqualität"."""
    tag: Tag = Tag.OTHER

    @property
    def start(self) -> int:
        """Offset of the first character in the sentence."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.words[-1].end

    @property
    def is_initial(self) -> bool:
        """Whether a capital says nothing here."""
        return self.words[0].is_initial

    @property
    def is_nominal(self) -> bool:
        """Whether it may be the head of a term."""
        return self.tag in (Tag.NOUN, Tag.NAME)


def split_tokens(sentence: str) -> list[Token]:
    """Return the tokens of a sentence, not tagged yet.

    >>> [token.text for token in split_tokens("Die KI-Chips der Bild- und Tontechnik.")]
    ['Die', 'KI-Chips', 'der', 'Bild', 'und', 'Tontechnik']
    """
    groups: list[list[Word]] = []
    for word in split_words(sentence):
        if groups and word.is_hyphenated:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_make_token(group, sentence) for group in groups]


def tag_tokens(
    tokens: Sequence[Token], lexemes: Lexemes, capitalised: Collection[str] = ()
) -> list[Token]:
    """Return the tokens of one sentence with their tags.

    `capitalised` has words that stand with a capital elsewhere in the same text where
    they need not, so that they are nouns at the beginning of a sentence, too.
    """
    tagged: list[Token] = []
    for token in reversed(tokens):
        is_before_noun = (
            bool(tagged)
            and tagged[-1].is_after_blank
            and (tagged[-1].is_nominal or tagged[-1].tag is Tag.ADJECTIVE)
        )
        tag = _find_tag(token, lexemes, is_before_noun, capitalised)
        tagged.append(replace(token, tag=tag))
    tagged.reverse()
    return [
        replace(token, tag=Tag.OTHER)
        if token.tag is Tag.ADJECTIVE and not _may_stand(tagged, place, lexemes)
        else token
        for place, token in enumerate(tagged)
    ]


def find_capitalised(tokens: Sequence[Token]) -> set[str]:
    """Return the words that have a capital though no sentence begins there."""
    return {
        token.text
        for token in tokens
        if token.text[:1].isupper()
        and not token.is_initial
        and not token.words[0].is_shouted
    }


def key_of(word: Word, lexemes: Lexemes) -> str:
    """Return the lexeme that a word is counted as; see `Lexemes.key`."""
    if word.is_shouted:
        return lexemes.key(word.text.capitalize())
    if word.is_initial and word.text[:1].isupper() and not is_abbreviation(word.text):
        if lexemes.noun(word.text) is None or word.folded in _FUNCTION:
            return lexemes.key(word.text.lower())
    return lexemes.key(word.text)


def note_genders(
    tokens: Sequence[Token], lexemes: Lexemes, evidence: GenderEvidence
) -> None:
    """Note the article of each noun that stands in its citation form."""
    for place, token in enumerate(tokens):
        last = token.words[-1].text
        if not last[:1].isupper() or lexemes.noun(last) != last:
            continue
        first = place
        while first and tokens[first].is_after_blank:
            first -= 1
            before = tokens[first].text.lower()
            if before in _FUNCTION or not before.endswith(_ADJECTIVE_ENDINGS):
                evidence.add(last, before)
                break


_FUNCTION = DETERMINERS | _PREPOSITIONS | _OTHERS


def _make_token(words: Sequence[Word], sentence: str) -> Token:
    first, last = words[0], words[-1]
    is_cut = sentence[last.end : last.end + 1] in tuple(HYPHENS) or (
        sentence[max(0, first.start - 1) : first.start] in tuple(HYPHENS)
    )
    text = "-".join(word.text for word in words)
    return Token(text, tuple(words), first.gap.isspace(), is_cut)


def _find_tag(
    token: Token, lexemes: Lexemes, is_before_noun: bool, capitalised: Collection[str]
) -> Tag:
    low = token.text.lower()
    if token.is_cut:
        return Tag.OTHER
    if not any(char.isalpha() for char in low):
        return Tag.NUMBER
    if low in _FUNCTION and not is_abbreviation(token.text):
        return _find_function(low)
    if token.text[:1].isupper():
        return _find_capital_tag(token, lexemes, is_before_noun, capitalised)
    is_adjective = is_before_noun and _looks_adjectival(low, lexemes)
    return Tag.ADJECTIVE if is_adjective else Tag.OTHER


def _find_function(low: str) -> Tag:
    if low in DETERMINERS:
        return Tag.DETERMINER
    return Tag.PREPOSITION if low in _PREPOSITIONS else Tag.OTHER


def _find_capital_tag(
    token: Token, lexemes: Lexemes, is_before_noun: bool, capitalised: Collection[str]
) -> Tag:
    last = token.words[-1].text
    low = token.text.lower()
    if is_abbreviation(last):
        return Tag.NOUN
    if is_before_noun and _looks_adjectival(low, lexemes) and not lexemes.noun(last):
        # "Europäische Union", or any adjective that begins a sentence.
        return Tag.ADJECTIVE
    is_doubtful = token.is_initial and token.text not in capitalised
    if is_doubtful and len(token.words) == 1 and lexemes.is_known(low):
        return Tag.OTHER
    if lexemes.noun(last) is not None:
        return Tag.NOUN
    if lexemes.is_known(low):
        return Tag.OTHER
    return Tag.NAME


def _looks_adjectival(low: str, lexemes: Lexemes) -> bool:
    """Tell whether a word in small letters may be an adjective before a noun."""
    ending = _ADJECTIVE_ENDING.search(low)
    if ending is None or low in _FUNCTION or len(low) < 4:
        return False
    bare = low[: ending.start()]
    lemma = lexemes.vocabulary.lemma(low.rpartition("-")[2])
    if lemma is None:
        return _ADJECTIVE_SUFFIX.search(bare) is not None
    if lemma == low or lemma[:1].isupper():
        # An infinitive or an adverb; an adjective has no ending in its lemma.
        return False
    if lemma.endswith("n") and not bare.endswith(lemma):
        # A verb: its participles may be adjectives, "liefern" and "lieferten" not.
        return bare.endswith("end") or _PARTICIPLE.search(bare) is not None
    return True


def _may_stand(tagged: Sequence[Token], place: int, lexemes: Lexemes) -> bool:
    """Tell whether a verb in the past is not taken for a participle.

    "erteilte Strafen" may be both; behind an article or a preposition it is none.
    """
    token = tagged[place]
    low = token.text.lower()
    lemma = lexemes.vocabulary.lemma(low)
    is_verb = lemma is not None and lemma.endswith("n") and not low.startswith(lemma)
    if not is_verb or low.endswith(("ende", "enden", "ender", "endes", "endem")):
        return True
    if place == 0 or not token.is_after_blank:
        return False
    return tagged[place - 1].tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.ADJECTIVE)
