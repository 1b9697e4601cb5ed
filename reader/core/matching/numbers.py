"""Singular or plural of a noun, where its form or the words before it tell."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.glossary.hits import GrammaticalNumber
from reader.core.matching.adjectives import adjective_bases
from reader.core.matching.nouns import undo_endings
from reader.core.matching.words import Word, fold

_SINGULAR = frozenset(
    "dem des ein eine einem einen einer eines im am zum vom beim ins ans aufs"
    " jeder jede jedes jedem jeden dieses diesem jenes jenem kein keines keinem"
    " meines deines seines ihres unseres eures seinem ihrem unserem".split()
)
_PLURAL = frozenset(
    "viele vielen vieler alle allen aller mehrere mehreren mehrerer einige einigen"
    " einiger zwei drei vier fünf sechs sieben acht neun zehn elf zwölf beide beiden"
    " beider wenige wenigen weniger manche manchen sämtliche sämtlichen zahlreiche"
    " zahlreichen zahlreicher hunderte tausende".split()
)
# The plural looks like the singular: der Hersteller, die Hersteller.
_SAME = ("er", "el", "en", "chen", "lein")
# des Lieferanten, die Lieferanten
_WEAK = ("e", "ent", "ant", "ist", "at", "et", "oge", "arch", "and", "graf")
# Neuter or masculine with an n of their own: no feminine noun is like them.
_OWN_N = ("en", "chen", "lein")
_GENITIVE = ("es", "ns", "ens", "ses")
_OF_GENITIVE = frozenset(
    "angesichts anhand anlässlich aufgrund außerhalb bezüglich dank hinsichtlich"
    " infolge innerhalb laut mangels mittels seitens statt trotz während wegen"
    " zugunsten zwecks".split()
)
_ARTICLES_OF_BOTH = ("der", "die", "den")
_REACH = 6


def find_number(
    citation: str, words: Sequence[Word], place: int, number: str = ""
) -> GrammaticalNumber:
    """Return the number of the noun at `place`, "" where nothing tells."""
    folded = fold(citation)
    form = words[place].folded
    hint = _ask_determiner(words, place)
    if form == folded:
        if folded.endswith(_SAME) or hint == "plural":
            return hint or _read_same(words, place, folded)
        return "singular"
    endings = {e.form for c, e in undo_endings(form) if c == folded and e is not None}
    if endings & set(_GENITIVE):
        return "singular"
    if endings == {"s"}:
        return _read_s(words, place, hint)
    if endings & {"n", "en"} and folded.endswith(_WEAK) and hint != "plural":
        is_plain = not _has(words, place, ("den", "der", "die", "einen"))
        return hint or ("plural" if is_plain or _has(words, place, ("die",)) else "")
    return "plural" if endings else hint


def _read_same(words: Sequence[Word], place: int, folded: str) -> GrammaticalNumber:
    """Tell "die Hersteller" from "der Hersteller", and "große Unternehmen"."""
    if _has(words, place, ("die", "diese")) and not folded.endswith("mer"):
        return "plural"
    if not folded.endswith(_OWN_N) or _has(words, place, _ARTICLES_OF_BOTH):
        return ""
    before = words[place - 1].folded if place else ""
    is_adjective = len(adjective_bases(before)) > 1
    # "große Unternehmen", "mit großen Unternehmen", but "großes Unternehmen".
    return "plural" if is_adjective and before.endswith(("e", "en")) else ""


def _read_s(
    words: Sequence[Word], place: int, hint: GrammaticalNumber
) -> GrammaticalNumber:
    """Tell "des Chips" from "die Chips"; without any article it is the plural."""
    if hint:
        return hint
    before = [word.folded for word in words[max(0, place - _REACH) : place]]
    if before and before[-1] in _OF_GENITIVE:
        return "singular"
    # "des in Peking ansässigen Zentrums": too far away to be sure.
    is_far = before and before[-1].endswith("en") and {"des", "eines"} & set(before)
    return "" if is_far else "plural"


def _ask_determiner(words: Sequence[Word], place: int) -> GrammaticalNumber:
    """Return what the article or number word before the noun says."""
    for word in _before(words, place):
        if word.folded in _SINGULAR:
            return "singular"
        if word.folded in _PLURAL or (word.text.isdigit() and word.text != "1"):
            return "plural"
    return ""


def _has(words: Sequence[Word], place: int, determiners: tuple[str, ...]) -> bool:
    return any(word.folded in determiners for word in _before(words, place))


def _before(words: Sequence[Word], place: int) -> list[Word]:
    """Return the determiner and adjectives before a noun, the nearest first."""
    found: list[Word] = []
    for other in range(place - 1, max(-1, place - _REACH), -1):
        word = words[other]
        if word.gap.strip() and found and not found[-1].is_hyphenated:
            break
        if words[other + 1].gap.strip(" \u00a0") and not words[other + 1].is_hyphenated:
            break
        found.append(word)
        is_adjective = len(adjective_bases(word.folded)) > 1
        if not is_adjective and not words[other + 1].is_hyphenated:
            break
    return found
