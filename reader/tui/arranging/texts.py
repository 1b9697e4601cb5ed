"""Texts as they may be shown: no control characters, and where each character went.

Owns what is dropped or replaced on the way to the terminal, and the offsets from the
pair's text to the shown one and back. Where lines break is
`reader.tui.arranging.wrapping`'s job.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.core.controls import strip_controls
from reader.core.glossary.hits import Span

# One cell each and harmless; what German and English texts are made of, so that most
# sentences are measured by their length alone.
_PLAIN = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0388-\u0482\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u2193\u2026]*"
)
# Soft hyphens and blanks of no width: terminals do not agree on their cells.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is shown."""

    text: str
    is_plain: bool = True
    """Whether every character takes exactly one cell."""
    places: tuple[int, ...] | None = None
    """The shown offset of each character of the pair's text, and of its end; None
    where the two texts are the same."""

    def to_shown(self, span: Span) -> Span:
        """Return where a stretch of the pair's text is shown."""
        if self.places is None:
            return span
        last = len(self.places) - 1
        return self.places[min(span[0], last)], self.places[min(span[1], last)]

    def to_real(self, offset: int) -> int:
        """Return the offset in the pair's text that stands at a shown offset."""
        if self.places is None:
            return offset
        place = bisect_left(self.places, offset)
        # Of several that are shown at one place all but the last are dropped ones.
        last = bisect_right(self.places, offset) - 1
        return max(0, min(max(place, last), len(self.places) - 1))


def show_text(text: str) -> Shown:
    r"""Return `text` without control characters and marks that nobody sees.

    >>> show_text("Rechen\u00adleistung\x1b").text
    'Rechenleistung␛'
    >>> show_text("Rechen\u00adleistung").to_shown((6, 15))
    (6, 14)
    """
    if _PLAIN.fullmatch(text):
        return Shown(text)
    shown = _show_characters(text)
    if shown == text:
        return Shown(text, is_plain=False)
    if len(shown) == len(text):
        return Shown(shown, is_plain=_PLAIN.fullmatch(shown) is not None)
    places, length = [], 0
    for character in text:
        places.append(length)
        length += len(_show_characters(character))
    places.append(length)
    is_plain = _PLAIN.fullmatch(shown) is not None
    return Shown(shown, is_plain, tuple(places))


def _show_characters(text: str) -> str:
    return _INVISIBLE.sub("", strip_controls(text, keep=""))
