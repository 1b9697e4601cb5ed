"""The German with English terms in it, for an engine that copies what is English.

Owns the sentence that the engine is given instead of its source. Which form of a term
stands there (number, tense) is `reader.core.obeying.wording`'s job.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.glossary.hits import Span, TermHit

_LETTER = re.compile(r"[^\W\d_]")
_LINKING = re.compile(r"(?:s|es|n|en|er|ens|e)?(?=[^\W\d_]{3})")


def substitute(source: str, hits: Sequence[TermHit], wordings: Sequence[str]) -> str:
    """Return `source` with the words of each hit replaced by its English.

    The rest of a compound is set apart by a hyphen, without its linking element; the
    particle of a separable verb goes. The second of two overlapping hits stays.

    >>> from reader.core.glossary.terms import Term
    >>> power = Term("Rechenleistung", ("computing power",))
    >>> source = "Der Rechenleistungsbedarf wächst."
    >>> substitute(source, [TermHit(power, 4, 18)], ["computing power"])
    'Der computing power-Bedarf wächst.'
    """
    edits: list[tuple[Span, str]] = []
    for hit, wording in zip(hits, wordings, strict=True):
        edits.append(_put(source, hit, wording))
        if not hit.is_elided and hit.term.pos == "verb":
            edits += [(_with_blank(source, span), "") for span in hit.rest]
    text, start = [], 0
    for (first, behind), english in sorted(edits):
        if first >= start:
            text += [source[start:first], english]
            start = behind
    return "".join([*text, source[start:]])


def _put(source: str, hit: TermHit, wording: str) -> tuple[Span, str]:
    """Return what to put where, so that the words around it stay words."""
    start, end = hit.start, hit.end
    before, behind = source[:start], source[end:]
    if before and _LETTER.match(before[-1]):
        wording = f"-{wording}"
    if hit.is_elided:
        return (start, end + behind.startswith("-")), wording
    if _LETTER.match(behind):
        linking = _LINKING.match(behind)
        length = linking.end() if linking else 0
        rest = behind[length : length + 1].upper()
        return (start, end + length + 1), f"{wording}-{rest}"
    return (start, end), wording


def _with_blank(source: str, span: Span) -> Span:
    """Return `span` with the blank before it: "stellte … vor." keeps its stop."""
    start, end = span
    return (start - source[:start].endswith(" "), end)
