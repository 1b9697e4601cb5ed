"""Which of the found hits are claimed: the longest first, and none over another."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.glossary.hits import Span, TermHit
from reader.core.glossary.terms import Usage


def choose_hits(hits: Iterable[TermHit], text: str) -> tuple[TermHit, ...]:
    """Return the claimed hits in the order of the text.

    Forbidden terms only compete with each other: "Kanzlerin" may be a preferred term
    and a forbidden one at the same place. What an elided hit borrows from another word
    stays free for that word's own hit.
    """
    wishes = sorted(hits, key=lambda hit: _rank(hit, text))
    chosen: list[TermHit] = []
    taken: dict[bool, list[Span]] = {True: [], False: []}
    for hit in wishes:
        others = taken[hit.term.usage is Usage.FORBIDDEN]
        spans = _own_spans(hit)
        if not any(_overlap(span, other) for span in spans for other in others):
            others += spans
            chosen.append(hit)
    return tuple(sorted(chosen, key=lambda hit: (hit.start, hit.end)))


def _rank(hit: TermHit, text: str) -> tuple[int, int, int]:
    """Return what sorts the hits: by letters, then by likeness, then from the left.

    "Start-ups" is more like "Start-up" than like "Startup".
    """
    letters = sum(end - start for start, end in ((hit.start, hit.end), *hit.rest))
    pairs = zip(text[hit.start : hit.end], hit.term.source, strict=False)
    alike = sum(one == other for one, other in pairs)
    return -letters, -alike, hit.start


def _own_spans(hit: TermHit) -> list[Span]:
    spans = [(hit.start, hit.end)]
    return spans if hit.is_elided else [*spans, *hit.rest]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
