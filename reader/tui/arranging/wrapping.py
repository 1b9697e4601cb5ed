"""Lines of a text in a column, counted in cells.

Owns where lines break. A line is a stretch of the text, so that nothing is copied and
every mark finds its place; 40,000 sentences are broken in a fraction of a second.
"""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes

from reader.core.glossary.hits import Span
from reader.tui.arranging.texts import Shown

_LOOSE = 10
"""So many cells may be left over before a word is broken at its hyphen."""


def wrap_text(shown: Shown, width: int, hang: int = 0) -> list[Span]:
    """Return the lines of a text as stretches of it, without the blanks between.

    Lines behind the first are `hang` cells shorter. Words longer than a line are
    broken at a hyphen, or where they must be; no character is cut from its accents.

    >>> wrap_text(Shown("Der Markt für Rechenleistung wächst"), 16)
    [(0, 13), (14, 28), (29, 35)]
    """
    if not shown.is_plain:
        return _wrap_graphemes(shown.text, width, hang)
    text, start, room = shown.text, 0, width
    end = len(text)
    lines = []
    while end - start > room:
        cut = text.rfind(" ", start + 1, start + room + 1)
        rest = cut + 1
        if cut < 0 or cut < start + room - _LOOSE:
            hyphen = _find_hyphen(text, start + 1, start + room)
            if hyphen > cut:
                cut = rest = hyphen
        if cut < 0:
            cut = rest = start + room
        lines.append((start, cut))
        start, room = rest, width - hang
    if start < end or not lines:
        lines.append((start, end))
    return lines


def _find_hyphen(text: str, start: int, end: int) -> int:
    """Return the offset behind the last hyphen inside a word, or -1.

    "Text-, Bild- und Videosynthese" has none; "Open-Source-Modelle" has two.
    """
    hyphen = text.rfind("-", start, end)
    while hyphen >= 0:
        behind = text[hyphen + 1 : hyphen + 2]
        if behind.isalpha() and text[hyphen - 1].isalnum():
            return hyphen + 1
        hyphen = text.rfind("-", start, hyphen)
    return -1


def _wrap_graphemes(text: str, width: int, hang: int) -> list[Span]:
    """Return the lines of a text that has characters of no, one and two cells."""
    lines: list[Span] = []
    start, used, blank, room = 0, 0, -1, width
    for first, behind, cells in split_graphemes(text)[0]:
        if used + cells > room and first > start:
            if text[first:behind] == " ":
                lines.append((start, first))
                start, used, room = behind, 0, width - hang
                continue
            room = width - hang
            rest = cell_len(text[blank + 1 : first])
            if blank > start and rest + cells <= room:
                lines.append((start, blank))
                start, used = blank + 1, rest
            else:
                lines.append((start, first))
                start, used = first, 0
        if text[first:behind] == " ":
            blank = first
        used += cells
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return lines
