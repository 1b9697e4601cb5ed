"""Pairs for the tests of the reader, made from few words."""

from __future__ import annotations

from reader.core.documents import Kind, Sentence
from reader.core.pairs import Pair, TermUse


def make_pair(
    source: str,
    target: str | None = None,
    *,
    kind: Kind = Kind.PARAGRAPH,
    block: int = 1,
    terms: tuple[TermUse, ...] = (),
    flags: tuple[str, ...] = (),
    edited: bool = False,
) -> Pair:
    """Return a pair of a document that is nowhere."""
    sentence = Sentence("markt.txt", kind, block, 1, 0, len(source), source)
    return Pair(sentence, target, terms=terms, flags=flags, edited=edited)


def make_term(
    source: str, target: str, german: str, english: str | None, status: str = "kept"
) -> TermUse:
    """Return the use of "german" and "english" in `source` and `target`."""
    start = source.index(german)
    if english is None:
        return TermUse(german, "", start, start + len(german), None, None, status)
    at = target.index(english)
    spans = (start, start + len(german), at, at + len(english))
    return TermUse(german, english, *spans, status)
