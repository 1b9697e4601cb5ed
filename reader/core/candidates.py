"""The marks that can end a sentence, and what stands around each.

Owns reading the text around a mark once, so that the rules of
`reader.core.sentence_rules` see words, abbreviations and brackets and no offsets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from reader.core.abbreviations import Role, find_role
from reader.core.starters import NAME_ENDINGS, STARTERS

_CLOSERS = "\"'“”‘’»«›‹)\\]"
_OPENERS = "\"'„“”‚‘’»«›‹(\\["
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# A mark with the quotation marks and brackets that close behind it, and footnote
# numbers: `nutzen.“`, `(Oder doch?).`, `belegt.[3]`.
CANDIDATE = re.compile(
    rf"[.!?…]+(?:[{_INVISIBLE}]*(?:[{_CLOSERS}]|\[\d{{1,3}}\])+[.!?…]*)*[{_INVISIBLE}]*"
)
_NEXT = re.compile(
    rf"(?P<blank>\s*)(?P<opener>(?:[{_OPENERS}–—…\-{_INVISIBLE}]|\.\.\.|\s)*)"
    r"(?P<word>[^\W\d_]*)(?:-\w+)*(?:\s+(?P<second>[^\W\d_]+))?"
)
_OPENING = re.compile(r"(?<!\S)[\"'„“”‚‘’»«›‹(\[]+|[–—(]")
_ADDRESS = re.compile(r"[@\\_]|\w/|www\.|\w\.\w+\.\w")
_LETTER = re.compile(r"[^\W\d_]")
_DELETIONS = dict.fromkeys(map(ord, _INVISIBLE))

_REACH = 60
"""How many characters around a candidate are looked at."""
_LONGEST_BRACKET = 300
"""A bracket longer than this, in characters, is no aside but a text of its own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mark that may end a sentence, and what stands around it."""

    mark: str
    """Mark and what closes behind it, as in `.“`."""
    words: tuple[str, ...]
    """The last words before the mark, stripped of quotation marks and brackets."""
    role: Role | None
    """The role of the abbreviation that the mark belongs to."""
    head: str
    """The sentence so far, up to the mark, cut from the left when it is long."""
    opener: str
    """Quotation marks, brackets and dashes before the next word."""
    following: str
    """The next word, "" when something else follows."""
    second: str
    """The word after that."""
    character: str
    """The first character behind `opener`, "" at the end."""
    is_glued: bool
    """No blank stands behind the mark."""
    is_aside: bool
    """It lies in a bracket that was opened in the middle of the sentence."""
    closes_aside: bool
    """That bracket closes with it."""
    punkt: bool
    """Punkt's opinion."""

    @property
    def word(self) -> str:
        """The word before the mark, "" when there is none."""
        return self.words[-1] if self.words else ""

    @property
    def before(self) -> str:
        """The word before that one, in lower case."""
        return self.words[-2].lower() if len(self.words) > 1 else ""

    @property
    def closers_follow(self) -> bool:
        """Whether quotation marks or brackets close behind the mark."""
        return self.mark.rstrip(".!?…") != "" or self.mark[-1] not in ".!?…"

    @property
    def starts(self) -> bool:
        """Whether a capitalized word follows that is no noun."""
        return self.following[:1].isupper() and self.following.lower() in STARTERS


def trim_mark(text: str, start: int, end: int) -> int:
    """Return the end of a mark without a quotation mark that opens the next word.

    In `sagte er. "Sehr weit."` a blank divides them; in `gut."Das` the mark closes
    when it is the block's second, fourth … of its kind, and opens otherwise.
    """
    if end < len(text) and text[end - 1] in "\"'" and text[end].isalnum():
        if text.count(text[end - 1], max(0, start - 2000), end) % 2:
            return end - 1
    return end


def describe(
    text: str,
    sentence_start: int,
    start: int,
    end: int,
    punkt: list[int],
    brackets: list[tuple[int, int]],
    abbreviations: Collection[str],
) -> Candidate | None:
    """Return the candidate at `start`, None where no sentence can end."""
    ahead = _NEXT.match(_clean(text[end : end + _REACH]))
    assert ahead is not None
    rest = ahead.string[ahead.end("opener") :]
    is_glued = not ahead["blank"]
    head = _clean(text[max(sentence_start, start - _REACH) : start])
    if is_glued and not _is_glued_end(text, start, end, head, ahead["word"]):
        return None
    words = tuple(_OPENING.sub(" ", head).split())
    aside = _find_aside(text, sentence_start, start, brackets)
    return Candidate(
        mark=_clean(text[start:end]),
        words=words[-4:],
        role=find_role(" ".join(words[-4:]), abbreviations)
        if text[start] == "."
        else None,
        head=head,
        opener=ahead["opener"].strip(),
        following=ahead["word"],
        second=ahead["second"] or "",
        character=rest[:1],
        is_glued=is_glued,
        is_aside=aside is not None,
        closes_aside=aside is not None and aside < end,
        punkt=_is_in(punkt, start, end),
    )


def _is_glued_end(text: str, start: int, end: int, head: str, following: str) -> bool:
    """Say whether a mark without a blank behind it can end a sentence.

    "Text.Noch einer" and "nutzen.“Die Firma", but not "Booking.Com", "README.Md",
    "z.B.Das" or "forum.example.de".
    """
    if not following[:1].isupper() or not following[1:].islower():
        return False
    token = head.split()[-1] if head and not head[-1:].isspace() else ""
    whole = token + text[start:end] + text[end : end + _REACH].split(maxsplit=1)[0]
    if _ADDRESS.search(whole) or following.lower() in NAME_ENDINGS:
        return False
    word = token.lstrip("\"'„“”‚‘’»«›‹([")
    if end - start > 1 and len(word) > 2:
        return True
    if following.lower() in STARTERS:
        return len(word) > 1
    return len(word) > 2 and word.isalpha() and word[0].islower()


def _is_in(punkt: list[int], start: int, end: int) -> bool:
    """Say whether one of Punkt's boundaries lies in the mark at `start`."""
    index = bisect_right(punkt, start)
    return index < len(punkt) and punkt[index] <= end


def _find_aside(
    text: str, sentence_start: int, start: int, brackets: list[tuple[int, int]]
) -> int | None:
    """Return where the bracket around `start` closes, if it began mid-sentence."""
    index = bisect_right(brackets, (start, 0)) - 1
    if index < 0:
        return None
    opened, closed = brackets[index]
    if not opened < start < closed or opened <= sentence_start:
        return None
    before = text[max(sentence_start, opened - _REACH) : opened]
    return closed if _LETTER.search(before) else None


def find_brackets(text: str) -> list[tuple[int, int]]:
    """Return the outermost brackets (open, close) that are short, ascending."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for bracket in re.finditer(r"[()\[\]]", text):
        offset = bracket.start()
        if bracket[0] in "([":
            opened.append(offset)
        elif opened:
            start = opened.pop()
            if offset - start <= _LONGEST_BRACKET:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, offset))
    return found


def _clean(text: str) -> str:
    """Return `text` composed and without invisible characters."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return text.translate(_DELETIONS)
