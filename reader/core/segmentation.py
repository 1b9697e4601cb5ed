"""From a text to its sentences, each with its kind and its exact place.

Puts `reader.core.blocks` and `reader.core.sentences` together; the splitter comes
from outside as a `BoundaryFinder`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reader.core.blocks import find_blocks
from reader.core.boilerplate import find_rule
from reader.core.documents import Block, Kind, Sentence, fold_blanks
from reader.core.interfaces import BoundaryFinder
from reader.core.sentences import has_content, split_sentences
from reader.core.tables import find_cells, is_row

_TAILS = ("credit", "agency", "imprint")
"""Boilerplate that also stands behind the last sentence of a paragraph."""


def segment(
    document: str,
    text: str,
    find_boundaries: BoundaryFinder,
    abbreviations: Collection[str] = (),
) -> Iterator[Sentence]:
    """Yield the sentences of a decoded text in reading order, boilerplate included.

    Every character that is not white space lies in the span of exactly one sentence.
    `abbreviations` are a user's own, see `reader.core.abbreviations`.
    """
    for number, block in enumerate(find_blocks(text), 1):
        body = text[block.start : block.end]
        spans = _split(body, block, find_boundaries, abbreviations)
        for count, (start, end) in enumerate(spans, 1):
            source = fold_blanks(body[start:end])
            is_tail = 1 < count == len(spans)
            yield Sentence(
                document=document,
                kind=_find_kind(source, block.kind, is_tail),
                block=number,
                sentence=count,
                start=block.start + start,
                end=block.start + end,
                source=source,
            )


def _split(
    body: str,
    block: Block,
    find_boundaries: BoundaryFinder,
    abbreviations: Collection[str],
) -> list[tuple[int, int]]:
    """Return the spans of a block's sentences."""
    if block.kind == Kind.BYLINE:
        return [(0, len(body))]
    if block.kind == Kind.LIST and is_row(body):
        return find_cells(body)
    return split_sentences(body, find_boundaries, abbreviations)


def _find_kind(source: str, kind: Kind, is_tail: bool) -> Kind:
    """Return a sentence's kind: its block's, but for a credit or an agency behind."""
    if not has_content(source):
        return Kind.BOILERPLATE
    if (
        is_tail
        and kind in (Kind.PARAGRAPH, Kind.CAPTION)
        and find_rule(source) in _TAILS
    ):
        return Kind.BOILERPLATE
    return kind
