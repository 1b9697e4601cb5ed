"""The text as engine and memory see it.

A pair's `source` stays as it stands in the file; only on the way to the engine and
as the memory's key are look-alike spellings made one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

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
# A cell of a CSV file that nobody has read as one: in quotes, and those of the text
# doubled (RFC 4180, 2.7).
_QUOTED_CELL = re.compile(r'"(?=.*"")(?:[^"]|"")*"')
# Most sentences have nothing to make one.
_ODD = re.compile(r'[^ -~¡-¬®-ÿ–—‘-„…€]|^ |  | $|- |""')
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def normalize_source(source: str) -> str:
    r"""Return the text that the engine translates and the memory is keyed by.

    Composed (NFC), without soft hyphens and zero-width characters, control
    characters as blanks, white space folded, words cut by hard wrapping joined, the
    quotes of a CSV file's cell undone.

    >>> normalize_source("Rechen\u00adleistung fu\u0308r\u00a0KI")
    'Rechenleistung für KI'
    >>> normalize_source("Rechen- leistung für Text- und Bildsynthese")
    'Rechenleistung für Text- und Bildsynthese'
    >>> normalize_source('"Die ""Luno"" hatte Treibstoff an Bord."')
    'Die "Luno" hatte Treibstoff an Bord.'
    """
    if not _ODD.search(source):
        return source
    text = unicodedata.normalize("NFC", source).translate(_INVISIBLE)
    text = " ".join(_CONTROL.sub(" ", text).split())
    text = _WRAPPED_HYPHEN.sub("", text)
    return "".join(text[start:end] for start, end in _find_unquoted(text))


def locate_normalized(source: str) -> list[int]:
    """Return where in `source` each character of its normalised text begins.

    One number more than `normalize_source(source)` has characters, so that its span
    (start, end) is `source[offsets[start]:offsets[end]]`. What normalising leaves out
    belongs to the character before it.

    >>> locate_normalized("Rechen\u00adleistung")[5:8]
    [5, 7, 8]
    """
    if normalize_source(source) == source:
        return list(range(len(source) + 1))
    letters: list[tuple[str, int]] = []
    for start, end in _find_clusters(source):
        composed = unicodedata.normalize("NFC", source[start:end])
        composed = _CONTROL.sub(" ", composed.translate(_INVISIBLE))
        letters += [(" " if c.isspace() else c, start) for c in composed]
    folded: list[tuple[str, int]] = []
    for letter, start in letters:
        if letter != " " or (folded and folded[-1][0] != " "):
            folded.append((letter, start))
    if folded and folded[-1][0] == " ":
        folded.pop()
    text = "".join(letter for letter, _ in folded)
    for match in reversed(list(_WRAPPED_HYPHEN.finditer(text))):
        del folded[match.start() : match.end()]
    text = "".join(letter for letter, _ in folded)
    kept = _find_unquoted(text)
    folded = [letter for start, end in kept for letter in folded[start:end]]
    return [*(start for _, start in folded), len(source)]


def _find_unquoted(text: str) -> list[tuple[int, int]]:
    """Return the spans of what a text keeps when it is a CSV file's quoted cell."""
    if not _QUOTED_CELL.fullmatch(text):
        return [(0, len(text))]
    doubled = (match.start() for match in re.finditer('""', text[1:-1]))
    dropped = [0, *(place + 2 for place in doubled), len(text) - 1]
    return [(before + 1, place) for before, place in pairwise(dropped)]


def _find_clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of what NFC composes: a letter with its accents."""
    start = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and unicodedata.combining(text[place]):
            continue
        pieces = text[start : place + 1]
        if place < len(text) and unicodedata.normalize("NFC", pieces) != (
            unicodedata.normalize("NFC", pieces[:-1]) + pieces[-1]
        ):
            continue
        yield start, place
        start = place
