"""The audit of a finished pair: what breaks the glossary, and what its proof claims.

Owns the comparison of a pair as it was read with the same pair proved anew. What is
recorded is believed in nothing but the `step`, which cannot be seen in the English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reader.core.interfaces import Known
from reader.core.pairs import Pair, TermUse

Prove = Callable[[Pair, Known], Pair]
"""`TermKeeper.prove`."""

VIOLATIONS = ("missing", "forbidden")
"""Statuses that a finished translation must not have."""
_PUT_IN = ("second-pass", "replacement")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a term of a pair."""

    kind: str
    """"missing", "forbidden", or "untrue" for a record that does not hold."""
    use: TermUse
    """As it really is; for "untrue", as it was recorded."""
    words: str = ""
    """The forbidden English as it stands, or what is untrue about a record."""


def prove_anew(pair: Pair, prove: Prove) -> Pair:
    """Return `pair` with the terms that it really has, whatever it says itself.

    Only the recorded step of a term that is there comes along: "enforced" differs
    from "kept" in how the words came, not in what can be read.
    """
    bare = replace(pair, terms=(), flags=())
    if not pair.target:
        return bare
    proved = prove(bare, Known(pair.target))
    steps = {
        (use.source, use.start, use.end): use.step
        for use in pair.terms
        if use.step in _PUT_IN
    }
    terms = []
    for use in proved.terms:
        step = steps.get((use.source, use.start, use.end), "")
        if use.status == "kept" and step:
            use = replace(use, status="enforced", step=step)
        terms.append(use)
    return replace(proved, terms=tuple(terms))


def audit_pair(pair: Pair, prove: Prove) -> Iterator[Finding]:
    """Yield what is wrong with a pair: violations first, then untrue records.

    A recorded term that the glossary in force does not find here is only asked
    whether its offsets lie inside the sentences: other glossaries have other terms.
    """
    real = prove_anew(pair, prove)
    for use in real.terms:
        if use.status in VIOLATIONS:
            yield Finding(use.status, use, _words(real, use))
    for record in pair.terms:
        reason = _find_untruth(record, pair, real, prove)
        if reason:
            yield Finding("untrue", record, reason)


def _find_untruth(record: TermUse, pair: Pair, real: Pair, prove: Prove) -> str:
    """Return what is untrue about a recorded term, "" for nothing."""
    if reason := _find_impossible(record, pair):
        return reason
    same = [use for use in real.terms if use.source == record.source]
    here = [use for use in same if (use.start, use.end) == (record.start, record.end)]
    if not here:
        if same and not any(_overlap(use, record) for use in same):
            return f"the German at {record.start}–{record.end} is not this term"
        return ""
    if record.status == "missing":
        there = [use for use in here if use.status in ("kept", "enforced")]
        if there:
            return f"recorded missing, and '{_words(real, there[0])}' is there"
        return ""
    if record.status == "forbidden":
        refused = [use for use in here if use.status == "forbidden"]
        spans = [(use.target_start, use.target_end) for use in refused]
        is_there = (record.target_start, record.target_end) in spans
        return "" if is_there else "recorded forbidden, and no such word is there"
    if any(use.target_start == record.target_start for use in here):
        return ""
    return _find_wrong_span(record, pair, prove)


def _find_impossible(record: TermUse, pair: Pair) -> str:
    """Return what no pair may claim, whatever the glossary says."""
    source, target = pair.sentence.source, pair.target or ""
    if not 0 <= record.start < record.end <= len(source):
        return f"its German span {record.start}–{record.end} is outside the sentence"
    start, end = record.target_start, record.target_end
    if record.status == "missing":
        is_empty = start is None and end is None
        return "" if is_empty else "recorded missing, with a span in the English"
    if start is None or end is None:
        return f"recorded {record.status}, without a span in the English"
    if not 0 <= start < end <= len(target):
        return f"its English span {start}–{end} is outside the sentence"
    return ""


def _find_wrong_span(record: TermUse, pair: Pair, prove: Prove) -> str:
    """Return why the words at a recorded span are not the term's, "" if they are.

    Only those words are shown to the check: another place that would do as well is
    no untruth.
    """
    assert record.target_start is not None and record.target_end is not None
    target = pair.target or ""
    words = target[record.target_start : record.target_end]
    around = (
        target[: record.target_start][-1:] + words[:1],
        words[-1:] + target[record.target_end :][:1],
    )
    is_whole = not any(len(two) == 2 and two.isalnum() for two in around)
    alone = prove(replace(pair, target=words, terms=(), flags=()), Known(words))
    spans = [
        (use.target_start, use.target_end)
        for use in alone.terms
        if use.source == record.source
    ]
    if is_whole and (0, len(words)) in spans:
        return ""
    return f"recorded {record.status}, and '{words}' is not its English"


def _words(pair: Pair, use: TermUse) -> str:
    if use.target_start is None or use.target_end is None:
        return ""
    return (pair.target or "")[use.target_start : use.target_end]


def _overlap(one: TermUse, other: TermUse) -> bool:
    return one.start < other.end and other.start < one.end
