"""The blocks of a text: what each paragraph is in its article.

Owns the kinds. Which lines make a paragraph is `reader.core.lines`'s job, what is
boilerplate `reader.core.boilerplate`'s, and the sentences inside a block
`reader.core.sentences`'s.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.boilerplate import find_rule, repeats_title
from reader.core.bylines import is_attribution, is_byline, is_name
from reader.core.documents import Block, Kind, fold_blanks
from reader.core.lines import LIST_MARKER, Paragraph, find_paragraphs
from reader.core.tables import is_row

_FINAL = re.compile(r"[.!?…:;,][\"'“”‘’»«)\]]*$")
_INNER_END = re.compile(r"[a-zäöüß]{3,}[.!?][\"“”»«)]*\s+[\"„»«“(]?[A-ZÄÖÜ(]")
_LONGEST_HEADING = 140
_LONGEST_CAPTION = 400
_PERSON = re.compile(r"(?i:\b(?:ich|mich|mir|du|dich|dir)\b)|(?<=\s)(?:Sie|Ihnen)\b")
_GREETING = re.compile(
    r"(?:(?:mit|viele|liebe|beste|herzliche|schöne|freundliche|sonnige)[nr]?\b.{0,30}\s)?"
    r"(?:Gr(?:ü|ue)(?:ß|ss)en?|Gruß|Hochachtungsvoll)(?:\s(?:aus|von|an)\s.{2,40})?,?$",
    re.IGNORECASE,
)
"""The end of a letter; the name below it is no heading."""
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

_CREDIT = re.compile(
    r"(?:\b(?:Foto|Fotos|Bild|Grafik|Illustration|Video|Screenshot|Karte|Quelle|Photo|"
    r"Archivfoto|Symbolfoto|Symbolbild)s?\s*[:©]|©|\b(?:Archivfoto|Symbolfoto|"
    r"Symbolbild)"
    r")[^.!?]{0,60}[.)\]]?$"
)
# Lines that belong to no paragraph, whatever stands around them.
_LONERS = frozenset(
    ["file", "identifier", "slug", "address", "advertisement", "rating", "listen"]
)


@dataclass(slots=True)
class _Page:
    """What is known of the article before the block at hand."""

    title: str = ""
    has_body: bool = False
    kind: Kind | None = None
    """The kind of the block before."""
    rule: str | None = None
    """The boilerplate rule that took the block before."""
    text: str = ""
    """The block before, cleaned."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A block that has no kind yet."""

    start: int
    end: int
    text: str
    """Cleaned: composed, folded, nothing invisible."""
    is_adjacent: bool
    """No blank line divides it from the block before."""
    is_row: bool
    """It is the row of a table."""


def find_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a decoded text in reading order.

    Every character that is not white space lies in exactly one block.
    """
    paragraphs = find_paragraphs(text, _stands_alone)
    drafts = [_draft(text, paragraph) for paragraph in paragraphs]
    items = _find_items([draft.text for draft in drafts])
    page = _Page()
    for number, draft in enumerate(drafts):
        after = drafts[number + 1] if number + 1 < len(drafts) else None
        rule = find_rule(draft.text)
        if rule is None and _is_alternative(draft, after):
            rule = "alternative text"
        is_item = draft.is_row or number in items
        kind = _classify(draft, page, rule, is_item)
        page.kind, page.text = kind, draft.text
        page.rule = rule if kind == Kind.BOILERPLATE else None
        page.has_body = page.has_body or kind == Kind.PARAGRAPH
        if kind == Kind.TITLE:
            page.title = draft.text
        yield Block(kind, draft.start, draft.end)


def _stands_alone(line: str) -> bool:
    return is_row(line) or (len(line) <= 160 and find_rule(line) in _LONERS)


def _draft(text: str, paragraph: Paragraph) -> _Draft:
    body = text[paragraph.start : paragraph.end]
    return _Draft(
        paragraph.start,
        paragraph.end,
        _clean(body),
        paragraph.is_adjacent,
        is_row(body),
    )


def _classify(draft: _Draft, page: _Page, rule: str | None, is_item: bool) -> Kind:
    """Return the kind of one block, which a boilerplate `rule` may have taken."""
    text = draft.text
    if is_byline(text) and not draft.is_row:
        return Kind.BYLINE
    if _ends_letter(page) and is_name(text):
        return Kind.BYLINE
    if rule is not None or (page.title and repeats_title(text, page.title)):
        return Kind.BOILERPLATE
    if is_item:
        return Kind.LIST
    if _is_caption(draft, page):
        return Kind.CAPTION
    if _is_attribution(text, page):
        return Kind.BYLINE
    if _is_heading(text) and not _GREETING.match(text):
        if not page.title and not page.has_body:
            return Kind.TITLE
        return Kind.PARAGRAPH if _is_spoken(text) else Kind.HEADING
    return Kind.PARAGRAPH


def _is_alternative(draft: _Draft, after: _Draft | None) -> bool:
    """Say whether `draft` is a picture's alternative text, right above its caption.

    "Hafen Kiel Fähre" before "Die Fähre im Kieler Hafen. Foto: Petersen".
    """
    if after is None or not after.is_adjacent or draft.is_adjacent:
        return False
    if len(draft.text) > 100 or _FINAL.search(draft.text):
        return False
    if len(after.text) <= _LONGEST_CAPTION and _CREDIT.search(after.text):
        return True
    words, others = set(draft.text.split()), set(after.text.split())
    return len(words) > 2 and len(words & others) > len(words) / 2


def _is_caption(draft: _Draft, page: _Page) -> bool:
    """Say whether a block describes a picture: a credit ends it, or a file precedes."""
    text = draft.text
    if len(text) > _LONGEST_CAPTION:
        return False
    if len(text) <= 300 and _CREDIT.search(text):
        return True
    if page.rule in ("file", "identifier", "alternative text"):
        return draft.is_adjacent and len(text) <= 250
    return page.rule == "logo" and draft.is_adjacent and len(text) > 100


def _is_attribution(text: str, page: _Page) -> bool:
    """Say whether `text` names who said the quotation right before it."""
    is_quote = page.kind == Kind.PARAGRAPH and (
        page.text[0] in '„»“"' or not _FINAL.search(page.text)
    )
    return is_quote and is_attribution(text)


def _ends_letter(page: _Page) -> bool:
    return len(page.text) <= 80 and _GREETING.match(page.text) is not None


def _is_heading(text: str) -> bool:
    """Say whether `text` is short, one clause, and has no full stop."""
    if len(text) > _LONGEST_HEADING or _INNER_END.search(text):
        return False
    final = _FINAL.search(text)
    if final is None:
        return True
    if text[final.start()] in "?!…" and len(text) <= 100:
        return text[0] not in '„»“"«(' or text[-1] not in '“«"”»'
    return False


def _is_spoken(text: str) -> bool:
    """Say whether somebody speaks to somebody: "Ich glaub, ich spinn!"."""
    return _FINAL.search(text) is not None and _PERSON.search(text) is not None


def _find_items(texts: list[str]) -> set[int]:
    """Return which paragraphs are list items.

    A dash, a bullet or a letter makes one alone; a number only beside its neighbour,
    for "1. FC Köln siegt" and "2. Bundesliga" are headlines. Where text stands between
    two numbers, the lines must be closed: "1. Einleitung" heads a chapter.
    """
    items: set[int] = set()
    previous: tuple[int, int] | None = None
    for index, text in enumerate(texts):
        marker = LIST_MARKER.match(text)
        if marker is None:
            continue
        if marker["number"] is None:
            items.add(index)
            continue
        number = int(marker["number"])
        if previous is not None and previous[1] == number - 1:
            if previous[0] == index - 1 or _FINAL.search(text):
                items |= {previous[0], index}
        previous = (index, number)
    return items


def _clean(text: str) -> str:
    """Return `text` composed, without invisible characters, folded."""
    return fold_blanks(unicodedata.normalize("NFC", text).translate(_INVISIBLE))
