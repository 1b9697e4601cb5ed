"""Passages: what is wrapped as one text.

Owns what is shown of a pair, and which sentences run on in one paragraph. Where the
lines of a passage stand is `reader.tui.arranging.rows`'s job.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

from reader.core.documents import Kind
from reader.core.glossary.hits import Span
from reader.core.lines import LIST_MARKER
from reader.core.pairs import Pair
from reader.formats.marks import flag_mark
from reader.tui.arranging.frames import Frame, Side
from reader.tui.arranging.texts import Shown, show_text
from reader.tui.arranging.wrapping import wrap_text

PLACEHOLDER = "· · ·"
"""Stands where a pair has no English yet."""
EDITED = "✎"
"""Stands behind English that a person wrote."""
HEADINGS = (Kind.TITLE, Kind.HEADING)

_BULLETS = {Kind.LIST: "• ", Kind.CAPTION: "▫ "}
"""Stands before the first line of a block of its kind."""
_HANG = 2
"""Cells before the later lines of a sentence, so that each one's beginning is seen."""
_REVEALED = "│ "
"""Stands before every line of English that was asked for."""
_REVEALED_INDENT = 4


class Passage(NamedTuple):
    """Sentences of one language that are wrapped as one text."""

    side: Side
    indexes: Sequence[int]
    """The pairs whose sentences these are."""
    offsets: Sequence[int]
    """Where each sentence begins in the shown text."""
    shown: Shown
    indent: int
    """Cells before every line."""
    hang: int
    """Cells before every line but the first, further ones."""
    marks: tuple[str, str] = ("", "")
    """Stand before the text: of the first line, and of each other one."""

    def wrap(self, frame: Frame) -> list[Span]:
        """Return the lines as stretches of the shown text."""
        width = frame.column(self.side).width - self.indent
        return wrap_text(self.shown, width, self.hang)


def show_side(pair: Pair, side: Side) -> Shown:
    """Return what is shown of one language: its text, or a placeholder."""
    if side == "source":
        return show_text(pair.sentence.source)
    if pair.target is None:
        return Shown(PLACEHOLDER)
    shown = show_text(pair.target)
    marks = mark_pair(pair)
    if not marks:
        return shown
    # One cell each, though not all of "⚠", "✎" stand in the table of plain ones.
    return Shown(f"{shown.text} {marks}", shown.is_plain, shown.places)


def mark_pair(pair: Pair) -> str:
    """Return the marks behind the English: flags, and whether a person wrote it."""
    if not (pair.flags or pair.edited):
        return ""
    # A mark stays in one line.
    marks = [flag_mark(flag).replace(" ", "\xa0") for flag in pair.flags]
    return " ".join([*marks, EDITED] if pair.edited else marks)


def find_passages(
    pairs: Sequence[Pair],
    indexes: Sequence[int],
    frame: Frame,
    revealed: Set[int],
    has_bullet: bool,
) -> Iterator[Passage]:
    """Yield the passages of one row, whose pairs stand at `indexes`.

    Two languages: one German passage and one English passage, of one sentence. One
    language: the sentences of a paragraph in one passage; English that was asked for
    stands behind its German, and what follows begins a line of its own.
    """
    sentence = pairs[indexes[0]].sentence
    bullet = _BULLETS.get(sentence.kind, "")
    if bullet and LIST_MARKER.match(sentence.source):
        bullet = ""
    indent, mark = len(bullet), bullet if has_bullet else ""
    if not frame.is_flowing:
        hang = 0 if sentence.kind in HEADINGS else _HANG
        yield _join(pairs, "source", indexes, indent, hang, (mark, ""))
        # Right below its German the English needs no second one.
        mark = mark if frame.mode == "side-by-side" else ""
        yield _join(pairs, "target", indexes, indent, hang, (mark, ""))
        return
    side: Side = "source" if frame.mode == "german" else "target"
    first = 0
    for number, index in enumerate(indexes, 1):
        if index in revealed or number == len(indexes):
            yield _join(pairs, side, indexes[first:number], indent, 0, (mark, ""))
            first, mark = number, ""
        if index in revealed:
            deeper, marks = indent + _REVEALED_INDENT, (_REVEALED, _REVEALED)
            yield _join(pairs, "target", [index], deeper, 0, marks)


def _join(
    pairs: Sequence[Pair],
    side: Side,
    indexes: Sequence[int],
    indent: int,
    hang: int,
    marks: tuple[str, str],
) -> Passage:
    """Return sentences of one language as one passage."""
    if len(indexes) == 1:
        shown = show_side(pairs[indexes[0]], side)
        return Passage(side, indexes, (0,), shown, indent, hang, marks)
    parts = [show_side(pairs[index], side) for index in indexes]
    text = " ".join(part.text for part in parts)
    offsets = list(accumulate((len(part.text) + 1 for part in parts[:-1]), initial=0))
    shown = Shown(text, all(part.is_plain for part in parts))
    return Passage(side, indexes, offsets, shown, indent, hang, marks)
