"""Citation forms: what stands in a term base for the forms that stand in a text.

"großen Sprachmodelle" is cited as "großes Sprachmodell": the head in the nominative
singular, adjectives with the ending that they have without an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.core.terminology.background import Background
from reader.core.terminology.genders import Gender, GenderEvidence
from reader.core.terminology.lexemes import Lexemes
from reader.core.terminology.phrases import strip_ending
from reader.core.terminology.tokens import Tag, Token

_ENDINGS: dict[Gender, str] = {"m": "er", "f": "e", "n": "es"}


class Citer:
    """Makes citation forms, with what the dictionary, the list and the text know."""

    def __init__(
        self, lexemes: Lexemes, background: Background, evidence: GenderEvidence
    ) -> None:
        self._lexemes = lexemes
        self._background = background
        self._evidence = evidence

    def cite(self, forms: Sequence[Sequence[Token]]) -> str:
        """Return the citation form of one candidate that stands as `forms` in a text.

        The head is the first noun behind the adjectives; what follows it stays.
        """
        tokens = forms[0]
        head = next(n for n, token in enumerate(tokens) if token.is_nominal)
        if head == 0 and len(tokens) > 1 and tokens[1].tag in _NAME_PARTS:
            return _most_common([_spell(form) for form in forms])
        noun = self._cite_noun([form[head] for form in forms])
        described = [
            self._cite_adjective([form[place] for form in forms], noun)
            for place in range(head)
        ]
        rest = _most_common([_spell(form[head + 1 :]) for form in forms])
        return " ".join(filter(None, (*described, noun, rest)))

    def _cite_noun(self, forms: Sequence[Token]) -> str:
        words = [token.words[-1] for token in forms]
        first = words[0].text.capitalize() if words[0].is_shouted else words[0].text
        known = self._lexemes.noun(first)
        if known is None:
            key = self._lexemes.key(first)
            known = key if not key.endswith("-") else _guess_singular(forms)
        if all(word.text.endswith(_PLURAL_NOUNS) for word in words):
            known = first
        parts = [word.text for word in forms[0].words[:-1]]
        return "-".join((*parts, known))

    def _cite_adjective(self, forms: Sequence[Token], noun: str) -> str:
        stem = strip_ending(forms[0].text)
        # "Künstliche Intelligenz" is a heading's or a fashion's capital.
        if any(token.is_initial or token.text[:1].islower() for token in forms):
            stem = stem.lower()
        return stem + _ENDINGS[self._find_gender(noun)]

    def _find_gender(self, noun: str) -> Gender:
        last = noun.rpartition("-")[2]
        last = last[:1].upper() + last[1:]
        # Most of what neither list nor text tells is masculine or neuter.
        return self._evidence.guess(last) or self._background.gender(last) or "m"


_PLURAL_NOUNS = ("Daten", "daten", "Medien", "medien", "Kosten", "kosten", "leute")
"""Cited in the plural, whatever the dictionary says of a singular: "Datum" is a day."""
_NAME_PARTS = (Tag.NOUN, Tag.NAME, Tag.NUMBER)


def _guess_singular(forms: Sequence[Token]) -> str:
    """Return the singular of a word that no dictionary has: its shortest form.

    Of "Objektcontroller" and "Objektcontrollern" the first; "Nvidias" without the
    s of a genitive where the text has "Nvidia".
    """
    texts = Counter(token.words[-1].text for token in forms)
    return min(texts, key=lambda text: (len(text), -texts[text]))


def _spell(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _most_common(texts: Sequence[str]) -> str:
    return Counter(texts).most_common(1)[0][0]
