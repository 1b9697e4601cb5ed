"""The text as engine and memory see it.

A pair's `source` stays as it stands in the file; only on the way to the engine and
as the memory's key are look-alike spellings made one.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
        "\u202a\u202b\u202c\u202d\u202e",
    )
)

# "Rechen- leistung" was cut at a line's end; "Text- und Bildsynthese" leaves out the
# second half of a compound and keeps its hyphen.
_WRAPPED_HYPHEN = re.compile(
    r"(?<=[a-zäöüß])- (?!(?:und|oder|bzw|sowie|bis|als|wie|statt|noch|aber|nicht)\b)"
    r"(?=[a-zäöüß])"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def normalize_source(source: str) -> str:
    r"""Return the text that the engine translates and the memory is keyed by.

    Composed (NFC), without soft hyphens and zero-width characters, control
    characters as blanks, white space folded, words cut by hard wrapping joined.

    >>> normalize_source("Rechen\u00adleistung fu\u0308r\u00a0KI")
    'Rechenleistung für KI'
    >>> normalize_source("Rechen- leistung für Text- und Bildsynthese")
    'Rechenleistung für Text- und Bildsynthese'
    """
    text = unicodedata.normalize("NFC", source).translate(_INVISIBLE)
    text = " ".join(_CONTROL.sub(" ", text).split())
    return _WRAPPED_HYPHEN.sub("", text)
