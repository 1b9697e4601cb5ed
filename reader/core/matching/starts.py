"""Capitals at the beginning of a sentence: "Macht Nvidia Fortschritte?" has no power.

Inside a sentence a capital makes a noun. Where every word has one, the sentence has to
tell whether a word that could also be a verb, an adjective or a preposition is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import Word

_SUBJECTS = frozenset(
    "er sie es wir ihr man ich du das dies dieser diese dieses jemand niemand alle"
    " viele einige sich nicht ein eine mich dich uns euch ihn ihm ihnen".split()
)
_BEFORE_NOUN_PHRASE = frozenset("laut dank kraft trotz statt zeit".split())
_AFTER_ADJECTIVE = frozenset("für an in mit von zu auf wie und oder als genug".split())


def begins_as_noun(
    words: Sequence[Word], place: int, text: str, vocabulary: Vocabulary
) -> bool:
    """Say whether the first word of a sentence is a noun as far as one can see."""
    word = words[place]
    low = word.text.lower()
    lemma = vocabulary.lemma(low)
    if lemma is None or lemma[:1].isupper():
        return True
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or following.is_hyphenated or following.gap.strip():
        # A heading of one word, "Macht-Frage", "Macht, Geld und …".
        return True
    if low in _BEFORE_NOUN_PHRASE:
        return False
    if vocabulary.is_verb(lemma):
        # The form of a verb: a question, or a subject behind it.
        is_asked = lemma != low and _is_question(words, place, text)
        return not (is_asked or following.folded in _SUBJECTS)
    if lemma == low and not lemma.endswith("en"):
        return following.text not in _AFTER_ADJECTIVE and not low.endswith("s")
    return True


def _is_question(words: Sequence[Word], place: int, text: str) -> bool:
    """Say whether the sentence that begins at `place` ends with a question mark."""
    for word in words[place + 1 :]:
        if word.is_initial and any(mark in word.gap for mark in ".!?"):
            return "?" in word.gap
    return "?" in text[words[-1].end :]
