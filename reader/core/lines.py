"""The lines of a text, and which of them are one paragraph.

A text has blank lines between its paragraphs, or a line for each paragraph, or lines
cut at a fixed width; often all three. Owns deciding that; what a paragraph is in its
article is `reader.core.blocks`'s job.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

WIDEST = 130
"""No text is hard-wrapped at more characters than this."""
_NARROWEST = 40
_LONG_ENOUGH = 25
"""A shorter line is a heading, a list entry or a table cell, never cut by width."""

LIST_MARKER = re.compile(
    r"(?:[-*+•·‣◦▪▫■□►▶●○✓✔➤➔→]|[–—](?=\s+\S))\s+(?=\S)"
    r"|\(?(?P<number>\d{1,3})[.)]\s+(?=\S)"
    r"|\(?(?P<letter>[a-zA-Z])\)\s+(?=\S)"
)
_CLOSED = re.compile(r"[.!?…:;][\"'“”‘’»«)\]]*$")
_UNFINISHED = re.compile(
    r"(?:,|\w-|\b(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|und|oder|"
    r"aber|in|im|am|an|auf|aus|bei|mit|nach|von|vom|vor|für|durch|über|unter|zum|zur|"
    r"zu|gegen|ohne|um|seit|wegen|als|wie|dass|ob|wenn|weil|sich|ihre|seine|ihren|"
    r"seinen|sehr|so|nicht|auch|sowie|bis|ist|sind|war|hat|wird|werden|haben))$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its white space around, and where it stands."""

    start: int
    end: int
    text: str
    indent: int
    """White space in front of it, in characters."""

    @property
    def marker(self) -> re.Match[str] | None:
        """The list marker that it begins with."""
        return LIST_MARKER.match(self.text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read as one."""

    lines: tuple[Line, ...]
    is_adjacent: bool
    """No blank line divides it from the paragraph before."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.lines[-1].end


def find_paragraphs(
    text: str, stands_alone: Callable[[str], bool]
) -> Iterator[Paragraph]:
    """Yield the paragraphs in reading order; no line is left out.

    Lines for which `stands_alone` is true are never joined to others. Lines that hold
    nothing to see stand alone where they are not white space.
    """
    stretches = list(_find_stretches(text))
    width = _find_width(stretches)
    for stretch in stretches:
        for number, lines in enumerate(_cut_stretch(stretch, width, stands_alone)):
            yield Paragraph(tuple(lines), is_adjacent=number > 0)


def _find_lines(text: str) -> Iterator[Line | None]:
    """Yield the lines; None stands for a blank one."""
    start = 0
    while start < len(text):
        found = _LINE_END.search(text, start)
        end = found.start() if found else len(text)
        raw = text[start:end]
        line = raw.strip()
        if line:
            indent = len(raw) - len(raw.lstrip())
            first = start + indent
            yield Line(first, first + len(line), line, indent)
        else:
            yield None
        start = found.end() if found else len(text)


def _find_stretches(text: str) -> Iterator[list[Line]]:
    """Yield the runs of lines between blank ones."""
    stretch: list[Line] = []
    for line in _find_lines(text):
        if line is not None and line.text.strip(_ZERO_WIDTH):
            stretch.append(line)
            continue
        if stretch:
            yield stretch
        stretch = []
        if line is not None:
            yield [line]
    if stretch:
        yield stretch


def _find_width(stretches: Sequence[Sequence[Line]]) -> int:
    """Return the width at which the document's lines are cut, 0 when they are not.

    Cut lines go on in the middle of a sentence, so that many begin with a small
    letter; where each line is a paragraph, next to none do.
    """
    breaks = continued = 0
    lengths: list[int] = []
    for stretch in stretches:
        for line, following in pairwise(stretch):
            if following.marker or len(line.text) > WIDEST:
                continue
            breaks += 1
            if following.text[0].islower() and len(line.text) >= _NARROWEST:
                continued += 1
                lengths.append(len(line.text))
    if not lengths or continued < breaks / 5:
        return 0
    lengths.sort()
    return lengths[len(lengths) * 4 // 5]


def _cut_stretch(
    stretch: list[Line], width: int, stands_alone: Callable[[str], bool]
) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph in one stretch."""
    paragraph = [stretch[0]]
    is_alone = stands_alone(stretch[0].text)
    for line in stretch[1:]:
        was_alone, is_alone = is_alone, stands_alone(line.text)
        if not (was_alone or is_alone) and _goes_on(paragraph, line, width):
            paragraph.append(line)
            continue
        yield paragraph
        paragraph = [line]
    yield paragraph


def _goes_on(paragraph: Sequence[Line], line: Line, width: int) -> bool:
    """Say whether `line` continues the paragraph before it."""
    last = paragraph[-1]
    is_closed = _CLOSED.search(last.text) is not None
    if _begins_item(paragraph, line, is_closed, width):
        return False
    if len(last.text) > WIDEST:
        return False
    if last.text.endswith("-") and line.text[0].islower() and len(last.text) > 3:
        return True
    if not is_closed and len(last.text) >= _LONG_ENOUGH:
        if line.text[0].islower() or _UNFINISHED.search(last.text):
            return True
    if not width or len(last.text) < _LONG_ENOUGH:
        return False
    if is_closed and line.indent > last.indent + 1:
        return False
    if not is_closed and len(last.text) > width * 4 / 5:
        return True
    # The classic test: a line was cut if the next line's first word did not fit.
    first_word = line.text.split(maxsplit=1)[0]
    return len(last.text) + 1 + len(first_word) > width


def _begins_item(
    paragraph: Sequence[Line], line: Line, is_closed: bool, width: int
) -> bool:
    """Say whether `line` begins a list item, and not with a dash or a day."""
    marker = line.marker
    if marker is None:
        return False
    before, last = paragraph[0].marker, paragraph[-1].text
    if before is not None and before["number"] and marker["number"]:
        return int(marker["number"]) == int(before["number"]) + 1
    if width and before is None and not is_closed and len(last) > width * 3 / 4:
        # "… gewann er am | 1. Juni" and "… in Berlin | - wie zuvor" were cut by width.
        return False
    if marker["number"] is None:
        return True
    return marker["number"] == "1" or is_closed or len(last) < _NARROWEST
