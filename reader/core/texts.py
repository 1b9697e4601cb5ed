"""Texts as the library lists them: what each is called, and which one is meant.

Owns the record and the finding by a few words. Keeping the texts is
`reader.store.library`'s job.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from reader.core.documents import Kind, Sentence

_FRONT_BLOCKS = 8
"""A title stands among the first blocks or nowhere."""
_LONGEST_OPENING = 160
_LEAST_LIKENESS = 0.6
"""Between two words, for "did you mean": "sorra" and "sora" have 0.89."""


@dataclass(frozen=True, slots=True)
class Front:
    """How a text introduces itself."""

    title: str = ""
    """"" where the text has none; its file name stands in."""
    opening: str = ""
    """The first words of its first paragraph."""

    def name(self, path: Path) -> str:
        """Return what the text in the file at `path` is called."""
        return self.title or path.name


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the library."""

    path: Path
    front: Front
    added: datetime
    last_read: datetime | None = None
    """None until it was opened in the reader."""
    is_read: bool = False
    """True once its end was reached, or when a person says so."""
    progress: float = 0.0
    """Share of its sentences up to where the reader is, 0 to 1."""
    sentences: int | None = None
    """Without boilerplate; None until they were counted."""
    translated: int = 0
    flags: int = 0
    """Sentences whose English has a flag."""

    @property
    def name(self) -> str:
        """What lists and messages call it."""
        return self.front.name(self.path)


def find_front(blocks: Iterable[tuple[Kind, str]]) -> Front:
    """Return what the first blocks of a text, as (kind, words), say it is.

    >>> find_front([(Kind.BOILERPLATE, "Logo"), (Kind.TITLE, "KI in China")]).title
    'KI in China'
    """
    title = heading = opening = ""
    seen = 0
    for kind, words in blocks:
        if kind is Kind.BOILERPLATE:
            continue
        seen += 1
        if kind is Kind.TITLE:
            title = title or words
        elif kind is Kind.HEADING and seen == 1:
            heading = words
        elif kind is Kind.PARAGRAPH:
            opening = opening or words[:_LONGEST_OPENING]
        if seen == _FRONT_BLOCKS or (title and opening):
            break
    return Front(title or heading, opening)


def find_front_of_sentences(sentences: Iterable[Sentence]) -> Front:
    """Return what the first sentences of a text say it is."""
    blocks = groupby(sentences, lambda sentence: (sentence.block, sentence.kind))
    return find_front(
        (kind, " ".join(sentence.source for sentence in some))
        for (_, kind), some in blocks
    )


def find_texts(texts: Iterable[Text], words: str) -> list[Text]:
    """Return the texts whose title or file name contains `words`.

    Those that have them in a row hide those that have them somewhere; one that is
    called exactly so hides all others. Case, accents and umlauts do not matter.
    """
    wanted = _fold(words)
    if not wanted:
        return []
    found = [text for text in texts if contains_words(text, words)]
    in_a_row = [t for t in found if any(wanted in name for name in _names(t))]
    exact = [t for t in in_a_row if wanted in (*_names(t), _fold(t.path.stem))]
    return (exact if len(exact) == 1 else in_a_row) or found


def contains_words(text: Text, words: str) -> bool:
    """Tell whether each of `words` is in the text's title or file name.

    An empty filter lets everything through.
    """
    names = " ".join(_names(text))
    return all(word in names for word in _fold(words).split())


def find_nearest(texts: Iterable[Text], words: str, count: int = 5) -> list[Text]:
    """Return the texts that may be meant by `words`, the likeliest first."""
    wanted = _fold(words).split()
    scored = [(_likeness(text, wanted), text) for text in texts]
    near = [(score, text) for score, text in scored if score >= _LEAST_LIKENESS]
    near.sort(key=lambda one: (-one[0], one[1].name))
    return [text for _, text in near[:count]]


def _likeness(text: Text, wanted: Sequence[str]) -> float:
    """Return how well the best of `wanted` fits a word of the text's names."""
    there = {word for name in _names(text) for word in name.replace(".", " ").split()}
    return max(
        (
            SequenceMatcher(None, word, other).ratio()
            for word in wanted
            for other in there
        ),
        default=0.0,
    )


def _names(text: Text) -> tuple[str, str]:
    return _fold(text.front.title), _fold(text.path.name)


def _fold(words: str) -> str:
    """Return `words` without case and accents: "Öl für Größe" as "ol fur grosse"."""
    pieces = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(c for c in pieces if not unicodedata.combining(c))
    return " ".join(plain.split())
