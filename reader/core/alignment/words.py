"""The words that links connect, and the stems by which rare forms are known.

Owns what counts as a word and what two forms of one word share. The lexical table
is trained on these words (`reader.training.lexicon`) and looked up by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.core.glossary.hits import Span

SHORTEST_STEM = 4

_WORD = re.compile(
    # 1.200 and 2,4 are one word each; "can't" is "ca n't", "Nvidia's" "Nvidia 's".
    r"\d+(?:[.,]\d+)*|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+|[%€$£]"
)
_ENDING_DE = re.compile(r"(?:e[mnrs]?|[nst])$")
_ENDING_EN = re.compile(r"(?:(?<=[^suai])s|es|e|ed|ing)$")
_UMLAUTS = str.maketrans("äöü", "aou")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: where it stands, and its letters in lower case."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


def find_words(sentence: str) -> list[Word]:
    """Return the words of a sentence; a hyphen separates, punctuation is none.

    >>> [word.text for word in find_words("KI-Chips kosten 2,4 Mio. €.")]
    ['ki', 'chips', 'kosten', '2,4', 'mio', '€']
    >>> [word.text for word in find_words("Nvidia's chips don't cost that.")]
    ['nvidia', "'s", 'chips', 'do', "n't", 'cost', 'that']
    """
    return [
        Word(*match.span(), match[0].lower().replace("’", "'"))
        for match in _WORD.finditer(sentence)
    ]


def stem_source(word: str) -> str:
    """Return what the forms of a German word share, umlauts folded.

    Ending by ending is taken off, as Cistem does (Weissweiler and Fraser 2017), but
    at least `SHORTEST_STEM` letters stay.

    >>> {stem_source(word) for word in ("markt", "marktes", "märkten", "märkte")}
    {'mark'}
    >>> stem_source("sprachmodelle"), stem_source("ist")
    ('sprachmodell', 'ist')
    """
    return _strip(word.replace("ß", "ss").translate(_UMLAUTS), _ENDING_DE)


def stem_target(word: str) -> str:
    """Return what the forms of an English word share.

    >>> {stem_target(word) for word in ("train", "trains", "trained", "training")}
    {'train'}
    >>> {stem_target(word) for word in ("company", "companies")}
    {'compani'}
    """
    stem = _strip(word, _ENDING_EN)
    return stem[:-1] + "i" if len(stem) > SHORTEST_STEM and stem[-1] == "y" else stem


def _strip(word: str, ending: re.Pattern[str]) -> str:
    while match := ending.search(word):
        if match.start() < SHORTEST_STEM:
            break
        word = word[: match.start()]
    return word
