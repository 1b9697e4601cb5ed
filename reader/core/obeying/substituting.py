"""The German with English terms in it, for an engine that copies what is English.

Owns the sentence that the engine is given instead of its source. Which form of a term
stands there (number, tense) is `reader.core.obeying.wording`'s job.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from reader.core.english.forms import word_class
from reader.core.glossary.hits import Span, TermHit

_LINKING = re.compile(r"(?:es|s|ens|en|er|n|e)(?=[^\W\d_]{3})")
_BARE_HYPHEN = re.compile(r"(?:^|\s)-$")
_LONGEST_LINK = 3


def substitute(source: str, hits: Sequence[TermHit], wordings: Sequence[str]) -> str:
    """Return `source` with the words of each hit replaced by its English.

    A closed compound is taken apart: its terms stand side by side, what is left of it
    behind a hyphen, linking elements go. So does the particle of a separable verb.
    The second of two overlapping hits stays German.

    >>> from reader.core.glossary.terms import Term
    >>> power = Term("Rechenleistung", ("computing power",))
    >>> source = "Der Rechenleistungsbedarf wächst."
    >>> substitute(source, [TermHit(power, 4, 18)], ["computing power"])
    'Der computing power-Bedarf wächst.'
    """
    edits: list[tuple[Span, str]] = []
    starts = {hit.start for hit in hits}
    ends = {hit.end for hit in hits}
    for hit, wording in zip(hits, wordings, strict=True):
        before = "-" if is_inside(source, hit.start) else ""
        if any(_is_link(source[end : hit.start]) for end in ends if end <= hit.start):
            before = ""
        edits.append(_put(source, hit, before + wording, starts))
        if word_class(hit.term) == "verb":
            edits += [(_with_blank(source, span), "") for span in hit.rest]
    text, start = [], 0
    for (first, behind), english in sorted(edits):
        if first >= start:
            text += [source[start:first], english]
            start = behind
    return "".join([*text, source[start:]])


def _put(
    source: str, hit: TermHit, wording: str, starts: Collection[int]
) -> tuple[Span, str]:
    """Return what to put where, so that the words around it stay words."""
    start, end = hit.start, hit.end
    if _BARE_HYPHEN.search(source, 0, start):
        # The "-" of "Importzölle und -quoten".
        start -= 1
    if hit.is_elided:
        return (start, end + source.startswith("-", end)), wording
    if not is_inside(source, end):
        return (start, end), wording
    following = [n for n in starts if n >= end and _is_link(source[end:n])]
    if following:
        return (start, min(following)), f"{wording} "
    linking = _LINKING.match(source, end)
    rest = linking.end() if linking else end
    return (start, rest + 1), f"{wording}-{source[rest].upper()}"


def is_inside(source: str, place: int) -> bool:
    """Return whether `place` is between two letters."""
    return source[max(place - 1, 0) : place + 1].isalpha() and 0 < place < len(source)


def _is_link(between: str) -> bool:
    """Return whether two parts of a closed compound may be so far from each other."""
    return len(between) <= _LONGEST_LINK and (not between or between.isalpha())


def _with_blank(source: str, span: Span) -> Span:
    """Return `span` with the blank before it: "stellte … vor." keeps its stop."""
    start, end = span
    return (start - source[:start].endswith(" "), end)
