"""How well a matcher and a check agree with the gold files.

Owns comparing; `tests.gold.terms.rows` reads, README.md says what counts as what.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.core.glossary.hits import Matches, Span, TermHit
from reader.core.glossary.terms import Match, Usage
from tests.gold.terms.rows import EnglishRow, GoldHit, Row

_EDGES = "-\"'„“”‚‘’»«›‹ "
"""What may stand at the edge of a claimed stretch without being claimed."""


@dataclass(slots=True)
class Score:
    """Counts over rows; the shares are what the bars ask for."""

    expected: int = 0
    found: int = 0
    claimed: int = 0
    false: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """By kind of row, how many hits are missing or false."""
    complaints: list[str] = field(default_factory=list)
    """One line for each row that is not right."""

    @property
    def found_share(self) -> float:
        """Of the hits that are there, the share that was found."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def false_share(self) -> float:
        """Of the hits that were claimed, the share that is not there."""
        return self.false / self.claimed if self.claimed else 0.0


def score_hits(rows: Iterable[Row], find: Callable[[str], Matches]) -> Score:
    """Return how many gold hits `find` claims, and how many that are none."""
    score = Score()
    for row in rows:
        left = list(find(row.text).hits)
        missing = [gold for gold in row.hits if not _take(row.text, gold, left)]
        score.expected += len(row.hits)
        score.found += len(row.hits) - len(missing)
        score.claimed += len(row.hits) - len(missing) + len(left)
        score.false += len(left)
        if missing or left:
            score.kinds[row.kind] += len(missing) + len(left)
            score.complaints.append(_complain(row, missing, left))
    return score


def score_candidates(rows: Iterable[Row], find: Callable[[str], Matches]) -> Score:
    """Return how many gold candidates `find` reports; further ones are no fault."""
    score = Score()
    for row in rows:
        reported = {(c.term.source, c.start) for c in find(row.text).candidates}
        for gold in row.candidates:
            score.expected += 1
            if (gold.source, gold.start) in reported:
                score.found += 1
            else:
                score.kinds[row.kind] += 1
                score.complaints.append(f"{row.line}: no candidate {gold.source}")
    return score


def score_english(
    rows: Iterable[EnglishRow], find: Callable[[EnglishRow], Sequence[Span]]
) -> Score:
    """Return how many gold spans `find` gives; a possessive ending is no part of it."""
    score = Score()
    for row in rows:
        spans = {_without_possessive(row.text, span) for span in find(row)}
        gold = {_without_possessive(row.text, span) for span in row.spans}
        score.expected += len(gold)
        score.found += len(gold & spans)
        score.claimed += len(spans)
        score.false += len(spans - gold)
        if gold != spans:
            score.kinds[row.kind] += len(gold ^ spans)
            score.complaints.append(f"{row.line}: {row.source}: {row.text}")
    return score


def _take(text: str, gold: GoldHit, left: list[TermHit]) -> bool:
    """Remove the hit that is the same as `gold` from `left`, and say if one was."""
    for hit in left:
        if _is_same(text, gold, hit):
            left.remove(hit)
            return True
    return False


def _is_same(text: str, gold: GoldHit, hit: TermHit) -> bool:
    if gold.source != hit.term.source:
        return False
    if gold.is_forbidden != (hit.term.usage is Usage.FORBIDDEN):
        return False
    is_open = hit.term.match is Match.PREFIX
    if not _is_same_span(text, (gold.start, gold.end), (hit.start, hit.end), is_open):
        return False
    rest = sorted(hit.rest)
    return len(rest) == len(gold.rest) and all(
        _is_same_span(text, ours, theirs)
        for ours, theirs in zip(gold.rest, rest, strict=True)
    )


def _is_same_span(text: str, gold: Span, claimed: Span, is_open: bool = False) -> bool:
    """Compare without quotes and hyphens at the edges.

    Where a stretch ends inside a closed word, it may hold the linking letters or not:
    "Rechenleistung" and "Rechenleistungs" are the same in "Rechenleistungsbedarf".
    """
    (start, end), (claimed_start, claimed_end) = _trim(text, gold), _trim(text, claimed)
    if start != claimed_start:
        return False
    is_inside_word = end < len(text) and text[end].isalpha()
    if is_open:
        return claimed_end >= end
    return abs(end - claimed_end) <= (2 if is_inside_word else 0)


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _without_possessive(text: str, span: Span) -> Span:
    start, end = span
    for ending in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(ending):
            return start, end - len(ending)
    return start, end


def _complain(row: Row, missing: list[GoldHit], left: list[TermHit]) -> str:
    said = [f"no {gold.source}" for gold in missing]
    said += [f"false {hit.term.source} at {hit.start}-{hit.end}" for hit in left]
    return f"{row.line} ({row.kind}): {row.text} | {', '.join(said)}"
