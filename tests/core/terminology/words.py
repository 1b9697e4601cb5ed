"""A small dictionary for tests, in place of the one that takes seconds to load."""

from __future__ import annotations

from reader.core.terminology.background import Background
from reader.core.terminology.lexemes import Lexemes

LEMMAS = {
    "Modell": "Modell", "Modelle": "Modell", "Modellen": "Modell", "Modells": "Modell",
    "Sprache": "Sprache", "Sprachen": "Sprache",
    "Pumpe": "Pumpe", "Pumpen": "Pumpe", "Wärme": "Wärme", "Fluss": "Fluss",
    "Leistung": "Leistung", "Leistungen": "Leistung", "Zahl": "Zahl",
    "Chip": "Chip", "Chips": "Chip", "Wicklung": "Wicklung",
    "Abgleich": "Abgleich", "Abgleichs": "Abgleich", "Jahr": "Jahr", "Jahre": "Jahr",
    "Strafe": "Strafe", "Strafen": "Strafe", "Stadt": "Stadt", "Lernen": "Lernen",
    "Lernens": "Lernen", "Leute": "Leute", "Fachleute": "Fachleut",
    "Daten": "Datum", "Menge": "Menge", "Minister": "Minister",
    "groß": "groß", "große": "groß", "großen": "groß",
    "großer": "groß", "großes": "groß",
    "hydraulischen": "hydraulisch", "hydraulische": "hydraulisch",
    "maschinellen": "maschinell", "maschinelles": "maschinell",
    "neue": "neu", "neuen": "neu", "neues": "neu", "geprüften": "prüfen",
    "erteilte": "erteilen", "liefern": "liefern", "lernen": "lernen",
    "der": "der", "die": "die", "das": "das", "des": "der", "dem": "der",
    "ist": "sein", "hat": "haben", "braucht": "brauchen", "wir": "wir", "in": "in",
    "sagte": "sagen", "ein": "ein", "wärme": "wärmen", "heute": "heute",
}  # fmt: skip


def make_lexemes() -> Lexemes:
    return Lexemes(lambda word: LEMMAS.get(word, f"{word.lower()}-"))


def make_background() -> Background:
    counts = {"der": 5000, "sein": 2000, "Jahr": 400, "groß": 150, "neu": 150}
    counts |= {"Stadt": 200, "heute": 80, "haben": 900, "brauchen": 90, "in": 2000}
    return Background(counts, {"Modell": "n", "Pumpe": "f", "Abgleich": "m"}, 50_000)
