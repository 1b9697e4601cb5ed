"""The words of a dictionary's entry in HTML or XML, without the markup.

Owns the line breaks that the markup means. Nothing in it is obeyed or fetched, and no
input takes more than linear time.
"""

from __future__ import annotations

import re
from html import unescape

from reader.core.controls import strip_controls

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*+)[^<>]*+>|<[!?][^<>]*+>")
_NO_TEXT = frozenset(("head", "script", "style"))
_BREAKS = frozenset(
    "ar article blockquote br dd def div dl dt dtrn ex gr h1 h2 h3 h4 h5 h6 hr k li ol"
    " p section table tr ul".split()
)
"""Where a new line begins, in HTML and in XDXF."""
_REFERENCES = frozenset(("a", "kref"))
"""They become "{Märkte}", as FreeDict writes them in plain text."""


def strip_markup(text: str, keeps_lines: bool = False) -> str:
    r"""Return the words of `text`, a line for each of its blocks.

    `keeps_lines` tells that its line breaks mean something, as in XDXF and Pango.

    >>> strip_markup("<b>Markt</b> <i>m</i><ol><li>market<li>fair &amp; mart</ol>")
    'Markt m\nmarket\nfair & mart'
    """
    pieces: list[str] = []
    place, unseen = 0, ""

    def keep(end: int) -> None:
        piece = "" if unseen else unescape(text[place:end])
        pieces.append(piece if keeps_lines else re.sub(r"\s+", " ", piece))

    for tag in _TAG.finditer(text):
        keep(tag.start())
        place = tag.end()
        name = (tag["name"] or "").lower()
        if unseen:
            unseen = "" if tag["end"] and name == unseen else unseen
        elif name in _NO_TEXT and not tag["end"]:
            unseen = name
        elif name in _BREAKS:
            pieces.append("\n")
        elif name in _REFERENCES:
            pieces.append("}" if tag["end"] else "{")
    keep(len(text))
    # Only now: a character reference may stand for a control character.
    lines = strip_controls("".join(pieces)).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
