"""German as the model reads it best: without stops inside a sentence.

Owns that spelling, which training and engine share. The stop of an ordinal or of an
abbreviation (Duden, K 1 and K 6) looks like the end of a sentence: of "am 26. November
2008" the model made "on 26. In November 2008", of "3,5 Mio. Dollar" "3.5 million.
Dollar".
"""

from __future__ import annotations

import re

from reader.core.starters import STARTERS

_DATED = (
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober"
    " November Dezember Jahrhundert Jahrhunderts Jahrhunderte"
).split()
_ORDINAL = re.compile(r"(?:^|(?<=[\s(/–-]))(\d{1,3})\.(?= ([^\W\d_]+))")
# Those that are better spelled out. "Dr.", "Nr.", "usw.", "d. h." and "u. a." are not.
_ABBREVIATIONS = {
    "z.B": "zum Beispiel",
    "ca": "etwa",
    "sog": "sogenannte",
    "Mio": "Millionen",
    "Mrd": "Milliarden",
}
_ABBREVIATION = re.compile(r"(?<![\w.])(z\. ?B|ca|sog|Mio|Mrd)\.(?=(\s*\S)?)")


def spell_out(source: str) -> str:
    """Return `source` with ordinals and some abbreviations spelled without stops.

    The ending "ten" is the same in all cases: it only has to be no stop. A number
    before the beginning of a sentence is no ordinal ("auf Platz 3. Die …"), nor is
    that of an enumeration ("1. Einleitung") or of a club ("1. FC Köln"); a date at the
    beginning is one.

    >>> spell_out("Am 20. März begann das 21. Jahrhundert.")
    'Am 20ten März begann das 21ten Jahrhundert.'
    >>> spell_out("1. Sie kam auf Platz 3. Die anderen gaben auf.")
    '1. Sie kam auf Platz 3. Die anderen gaben auf.'
    >>> spell_out("Das kostet z. B. ca. 3 Mio.")
    'Das kostet zum Beispiel etwa 3 Millionen.'
    """
    if "." not in source:
        return source
    text = _ORDINAL.sub(_spell_ordinal, source)
    return _ABBREVIATION.sub(_spell_abbreviation, text)


def _spell_ordinal(found: re.Match[str]) -> str:
    number, behind = found.groups()
    begins_sentence = behind[0].isupper() and behind.lower() in STARTERS
    is_club = any(letter.isupper() for letter in behind[1:])
    is_none = found.start() == 0 or begins_sentence or is_club
    return found.group() if is_none and behind not in _DATED else f"{number}ten"


def _spell_abbreviation(found: re.Match[str]) -> str:
    word = _ABBREVIATIONS[found[1].replace(" ", "")]
    return word if found[2] else f"{word}."
