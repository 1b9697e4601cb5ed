"""The gender of German nouns, learned from the articles beside them.

Needed for citation forms: "großes Sprachmodell", "große Rechenleistung". Owns what an
article says about the noun behind it, for texts and for the training of the background
list alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from math import log
from typing import Literal

Gender = Literal["m", "f", "n", ""]
"""Masculine, feminine, neuter; "" where it cannot be told."""

_LIKELY: dict[str, dict[str, float]] = {
    "m": {"der": 0.40, "den": 0.16, "dem": 0.16, "ein": 0.11, "einen": 0.09}
    | {"einem": 0.06},
    "f": {"die": 0.46, "der": 0.33, "eine": 0.12, "einer": 0.08},
    "n": {"das": 0.47, "dem": 0.24, "ein": 0.18, "einem": 0.09},
}
"""How often a singular noun has which article."""
_UNLIKELY = 0.005
_CONTRACTED = {
    "zum": "dem", "vom": "dem", "am": "dem", "im": "dem", "beim": "dem",
    "ins": "das", "ans": "das", "aufs": "das", "zur": "der",
    "kein": "ein", "keine": "eine", "keinen": "einen", "keinem": "einem",
    "dieser": "der", "diese": "die", "dieses": "das", "diesem": "dem",
    "diesen": "den", "jeder": "der", "jede": "die", "jedes": "das", "jedem": "dem",
}  # fmt: skip
_SAME_PLURAL = re.compile(r"(?:er|el|en|chen|lein)$")
_AMBIGUOUS = frozenset(("der", "die", "den"))
_SURE = 2.0
"""Natural logarithm of how much likelier the best gender must be."""

_SUFFIXES: tuple[tuple[str, Gender], ...] = (
    ("ung", "f"),  # Verordnung
    ("heit", "f"),
    ("keit", "f"),  # Geschwindigkeit
    ("schaft", "f"),
    ("ion", "f"),  # Emission
    ("tät", "f"),  # Kapazität
    ("ik", "f"),  # Sensorik
    ("enz", "f"),  # Frequenz
    ("anz", "f"),  # Bilanz
    ("ie", "f"),  # Energie
    ("chen", "n"),  # Teilchen
    ("ment", "n"),  # Element
    ("um", "n"),  # Zentrum
    ("ismus", "m"),
    ("or", "m"),  # Sensor
    ("er", "m"),  # Verdichter
    ("en", "n"),  # das Takten
    ("e", "f"),  # Pumpe
)


class GenderEvidence:
    """Collects which articles stand before which nouns, and guesses their gender."""

    def __init__(self) -> None:
        self._articles: dict[str, Counter[str]] = {}

    def add(self, noun: str, article: str) -> None:
        """Note that `article` stands before the singular of `noun`."""
        article = _CONTRACTED.get(article, article)
        if article in _AMBIGUOUS and _SAME_PLURAL.search(noun):
            # "die Fahrer" are many, and "der Fahrer" may be theirs.
            return
        if any(article in likely for likely in _LIKELY.values()):
            self._articles.setdefault(noun, Counter())[article] += 1

    def guess(self, noun: str) -> Gender:
        """Return the gender that the articles of `noun` speak for.

        >>> evidence = GenderEvidence()
        >>> for article in ("das", "dem", "ein"): evidence.add("Modell", article)
        >>> evidence.guess("Modell"), evidence.guess("Leistung")
        ('n', '')
        """
        articles = self._articles.get(noun)
        if not articles:
            return ""
        scores: list[tuple[float, Gender]] = [
            (_likelihood(articles, _LIKELY["m"]), "m"),
            (_likelihood(articles, _LIKELY["f"]), "f"),
            (_likelihood(articles, _LIKELY["n"]), "n"),
        ]
        scores.sort(reverse=True)
        is_sure = scores[0][0] - scores[1][0] >= _SURE
        return scores[0][1] if is_sure else ""


def guess_by_suffix(noun: str) -> Gender:
    """Return the gender that the end of a noun speaks for.

    >>> guess_by_suffix("Abtauung"), guess_by_suffix("Verdichter")
    ('f', 'm')
    """
    return next((gender for end, gender in _SUFFIXES if noun.endswith(end)), "")


def _likelihood(articles: Mapping[str, int], likely: Mapping[str, float]) -> float:
    return sum(
        count * log(likely.get(article, _UNLIKELY))
        for article, count in articles.items()
    )
