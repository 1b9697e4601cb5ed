"""Which words carry meaning, and which only hold a sentence together.

Owns the difference for alignment. The lists of `reader.core.function_words` are made
to tell languages apart; what is frequent there but has a meaning is taken out here.
"""

from __future__ import annotations

from reader.core.function_words import FUNCTION_WORDS

_FREQUENT_SOURCES = frozenset(
    "neue neuen neuer jahr jahre jahren uhr gut ganz nie rund zwei drei fünf heute "
    "gestern morgen jetzt sagt sagte sagen geht ging macht machen kommt gibt gab "
    "weiter andere anderen viel viele erst bereits immer wieder laut beide "
    "etwas nichts niemand mal".split()
)
_FREQUENT_TARGETS = frozenset(
    "new two years year day people children thing things first last good love lived "
    "coming takes took made went left found keep used need needs said says know think "
    "want go get make like many every everyone everybody nobody always never without "
    "against now still".split()
)

SOURCE_FUNCTION_WORDS = FUNCTION_WORDS["de"] - _FREQUENT_SOURCES
TARGET_FUNCTION_WORDS = FUNCTION_WORDS["en"] - _FREQUENT_TARGETS


def is_source_content(word: str) -> bool:
    """Return whether a German word in lower case carries meaning.

    >>> is_source_content("chip"), is_source_content("neue"), is_source_content("der")
    (True, True, False)
    """
    return word not in SOURCE_FUNCTION_WORDS


def is_target_content(word: str) -> bool:
    """Return whether an English word in lower case carries meaning.

    >>> is_target_content("people"), is_target_content("the"), is_target_content("'s")
    (True, False, False)
    """
    return word not in TARGET_FUNCTION_WORDS and word[-1].isalnum() and word[0] != "'"
