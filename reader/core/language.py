"""Whether a text is German, decided by its small words.

Owns the guess for whole documents: one that is not German is skipped with a note.
In doubt a text is German, because a skipped article is worse than a strange one.
Short leftovers of German inside English are `reader.core.leftovers`'s job.
"""

from __future__ import annotations

import re
from collections import Counter

from reader.core.function_words import FUNCTION_WORDS

GERMAN = "de"

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ELISION = re.compile(r"\b([cdjlmnst]|qu)'(?=\w)")
# Letters that few languages write, but in foreign names.
_FOREIGN_LETTERS = {
    "ł": ("pl",),
    "ż": ("pl",),
    "ś": ("pl",),
    "ą": ("pl",),
    "ę": ("pl",),
    "å": ("da", "no", "sv"),
    "ø": ("da", "no"),
    "æ": ("da", "no"),
    "ñ": ("es",),
    "ã": ("pt",),
    "õ": ("pt",),
    "ě": ("cs",),
    "ř": ("cs",),
    "ů": ("cs",),
    "ő": ("hu",),
    "ű": ("hu",),
    "ë": ("lb",),
    "ä": ("de", "sv", "lb"),
    "ö": ("de", "sv", "hu"),
    "ü": ("de", "hu"),
    "ß": ("de",),
}
# A title or a motto in quotes may be in any language: „The Lord of the Rings“.
_QUOTED = re.compile(r"[„“»«\"][^„“”»«\"]{1,80}[“”»«\"]")
# The initial of a name is no word: "N. Rehberg", "a" in "A. Merkel".
_INITIAL = re.compile(r"\b[^\W\d_]\.")


def _invert_lists() -> dict[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return {word: tuple(names) for word, names in languages.items()}


_LANGUAGES = _invert_lists()

# Less evidence than this is none: two plain small words, "the" and "is".
_ENOUGH = 1.5
_LETTER_WEIGHT = 0.5
# A document's beginning says what it is; a book need not be read to its end.
_SAMPLE = 20_000


def looks_german(text: str) -> bool:
    """Tell whether `text` is German, or might be: in doubt the answer is yes.

    >>> looks_german("Die Bank senkt die Zinsen.")
    True
    >>> looks_german("The bank is cutting its rates.")
    False
    >>> looks_german("Börse bricht ein")
    True
    """
    sample = text[:_SAMPLE]
    if _is_foreign_script(sample):
        return False
    if guess_language(sample) in (None, GERMAN):
        return True
    return guess_language(_QUOTED.sub(" ", sample)) == GERMAN


def guess_language(text: str) -> str | None:
    """Return the code of the language of `text`, None where it cannot be told.

    >>> guess_language("Il governo ha detto che non ci sono soldi.")
    'it'
    >>> guess_language("Stable Diffusion 3.5")
    """
    scores = _score_languages(text[:_SAMPLE])
    german = scores.pop(GERMAN, 0.0)
    other, score = max(scores.items(), key=lambda item: item[1], default=("", 0.0))
    if score >= _ENOUGH and score > 1.5 * german:
        return other
    if german >= 1 and german > score:
        return GERMAN
    return None


def _score_languages(text: str) -> dict[str, float]:
    """Return the evidence for each language: small words and telling letters."""
    scores: dict[str, float] = dict.fromkeys(FUNCTION_WORDS, 0.0)
    folded = _INITIAL.sub(" ", text).lower().replace("’", "'")
    words = Counter(_WORD.findall(_ELISION.sub(r"\1 ", folded)))
    words += Counter(word for word in _WORD.findall(folded) if "'" in word)
    for word, count in words.items():
        languages = _LANGUAGES.get(word, ())
        for language in languages:
            scores[language] += count / len(languages)
    for letter, languages in _FOREIGN_LETTERS.items():
        count = folded.count(letter)
        for language in languages if count else ():
            scores[language] += _LETTER_WEIGHT * count
    return scores


def _is_foreign_script(text: str) -> bool:
    """Tell whether most letters of `text` are not Latin: "Привет, мир"."""
    letters = [character for character in text if character.isalpha()]
    # Latin with all its accents ends at U+024F; U+1E00 is for Vietnamese.
    foreign = sum(
        not (letter < "\u0250" or "\u1e00" <= letter < "\u1f00") for letter in letters
    )
    return foreign > len(letters) / 2
