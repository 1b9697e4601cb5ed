"""What a web page leaves behind in a text, and no reader misses.

Owns the decision over one folded block; the rules are data in
`reader.core.media_rules` and `reader.core.page_rules`. What other blocks are is
`reader.core.blocks`'s job.
"""

from __future__ import annotations

import re

from reader.core.boilerplate_rules import Rule
from reader.core.media_rules import MEDIA_RULES
from reader.core.page_rules import PAGE_RULES
from reader.core.tables import is_row

RULES: tuple[Rule, ...] = (*MEDIA_RULES, *PAGE_RULES)
"""The rules in the order in which they are asked."""

# A credit names people and agencies; a whole sentence behind its colon is read.
_LABELLED = re.compile(r"[^.!?:–]{3,60}(?::|\s[–-])\s+(?P<rest>.+[.!?][\"“”»«)]*)$")
_SMALL_WORD = re.compile(r"(?<![\w/.-])[a-zäöüß]+(?![\w/])")
_SEPARATOR = re.compile(r"\s+[>»›|/•·→]\s+|\s*[|»›→]\s*")
_ARROWS = "←→»›<>•·|▶►▼▲+ "
_RUBRICS = frozenset(
    """
    politik wirtschaft sport kultur wissenschaft wissen technik digital panorama lokales
    regional region meinung gesellschaft ausland inland feuilleton reise auto gesundheit
    netzwelt karriere finanzen börse unterhaltung leute stars wetter deutschland welt
    nachrichten international medien bildung umwelt ratgeber service verbraucher video
    home start startseite videos podcast podcasts magazin eilmeldung exklusiv
    """.split()
)


def find_rule(text: str) -> str | None:
    """Return the name of the rule that takes a folded block for boilerplate.

    >>> find_rule("Beitrag anhören | 3 Minuten"), find_rule("img_2041.jpg")
    ('listen', 'file')
    >>> find_rule("Die Anzeige erschien am Montag.")
    """
    if not any(character.isalnum() for character in text):
        return "ornament"
    if is_row(text):
        return None
    button = text.lstrip(_ARROWS)
    for rule in RULES:
        if len(text) <= rule.longest and rule.pattern.match(button):
            return None if _labels_sentence(button, rule.name) else rule.name
    if text.lower() in _RUBRICS:
        return "rubric"
    return "menu" if _is_menu(text) else None


def _labels_sentence(text: str, rule: str) -> bool:
    """Say whether a sentence follows the label for which a rule takes `text`.

    "Foto: Das Bild zeigt den Täter.", but not "Lesen Sie auch: Wer baut den Kran?".
    """
    found = _LABELLED.match(text)
    if found is None or (rule == "teaser" and text[-1] in "!?"):
        return False
    rest = found["rest"]
    return len(rest.split()) > 4 and len(_SMALL_WORD.findall(rest)) > 1


def _is_menu(text: str) -> bool:
    """Say whether `text` is a path or a menu: "Home » Reise » Italien"."""
    if len(text) > 160 or text[-1] in ".!?":
        return False
    parts = _SEPARATOR.split(text)
    if len(parts) < 2 or any(len(part.split()) > 3 for part in parts):
        return False
    names = {part.lower() for part in parts}
    return len(parts) > 2 or names <= _RUBRICS or "startseite" in names


def repeats_title(text: str, title: str) -> bool:
    """Say whether `text` is the title again, as a page's tab or a picture has it.

    >>> repeats_title("Neue Brücke für Altena - Tageblatt", "Neue Brücke für Altena")
    True
    """
    again, first = _letters(text), _letters(title)
    if len(first) < 12:
        return again == first
    extra = len(again) - len(first)
    return first in again and extra <= 24 and len(text) < 220


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
