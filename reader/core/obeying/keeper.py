"""The glossary's part of a run: what hits a sentence, and the proof for its pair.

Owns what the engine is told in its first pass, and the way of one batch from there to
English that obeys: what already does stays as it is, the rest gets a second pass, and
the memory keeps the result under the fingerprint of its hits. The steps themselves
belong to `hinting`, `checking` and `obeying`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from reader.core.glossary.hits import Matches, Span, TermHit
from reader.core.glossary.terms import Usage
from reader.core.guard import inspect_output
from reader.core.interfaces import (
    Finished,
    Known,
    Memory,
    Signature,
    Translation,
    Translator,
)
from reader.core.normalize import locate_normalized, normalize_source
from reader.core.obeying.checking import Verdict
from reader.core.obeying.obeying import Obeyed, Task
from reader.core.pairs import Pair, TermUse

_REMEMBERED = 8192
"""Sentences that are kept at hand; more than a window has."""

_STATUS = {"engine": "kept", "second-pass": "enforced", "replacement": "enforced"}

Find = Callable[[str], Matches]
Check = Callable[[Sequence[TermHit], str, str, bool], Verdict]
"""Takes the hits, source and target, and whether to align the words."""
Obey = Callable[[Sequence[Task], Translator], Sequence[Obeyed]]
Hint = Callable[[str, Sequence[TermHit], str], str]
"""Takes a sentence, its hits and `Signature.hints`, and returns the engine's German."""


class TermKeeper:
    """Sees to it that a run obeys a glossary, and proves it pair by pair."""

    def __init__(self, find: Find, check: Check, obey: Obey, hint: Hint) -> None:
        self.match: Find = lru_cache(_REMEMBERED)(find)
        """Takes a normalised sentence, and returns what the glossary finds in it."""
        self._check = check
        self._obey = obey
        self._hint = hint
        # A run asks twice: whether the plain English will do, and for the proof.
        self._judge: Callable[[str, str], Verdict] = lru_cache(_REMEMBERED)(
            lambda source, target: check(self.match(source).hits, source, target, False)
        )

    def write_prompts(
        self, sources: Iterable[str], signature: Signature
    ) -> dict[str, str]:
        """Return the German for the first pass of those that the glossary changes.

        Nothing for an engine that takes no hints.
        """
        if not signature.hints:
            return {}
        prompts = {
            source: self._hint(source, self.match(source).hits, signature.hints)
            for source in sources
        }
        return {source: said for source, said in prompts.items() if said != source}

    def finish_batch(
        self,
        batch: Sequence[str],
        plain: Mapping[str, Known],
        translator: Translator,
        memory: Memory,
        anew: bool = False,
    ) -> dict[str, Known]:
        """Return better English for those of `batch` whose first English fails.

        What is not known of them is decoded together and saved as a whole, so that an
        interrupted run gives the same English as an undisturbed one, and a changed
        term costs only the sentences that contain it.
        """
        failing = [source for source in batch if self._fails(source, plain.get(source))]
        if not failing:
            return {}
        signature = translator.signature
        prints = {source: fingerprint(self.match(source).hits) for source in failing}
        known = memory.recall(failing, signature, prints)
        missing = [source for source in failing if anew or source not in known]
        if missing:
            finished = self._decode(missing, plain, translator, prints)
            memory.store(finished, signature, anew)
            known = memory.recall(failing, signature, prints)
        return dict(known)

    def prove(self, pair: Pair, known: Known) -> Pair:
        """Return `pair` with its terms as they stand in both languages."""
        if not pair.target:
            return pair
        source = normalize_source(pair.sentence.source)
        hits = self.match(source).hits
        if not hits:
            return pair
        verdict = self._judge(source, pair.target)
        if verdict.is_ambiguous:
            # Only the words' alignment tells one of several places from the others.
            verdict = self._check(hits, source, pair.target, True)
        steps = (
            known.steps if len(known.steps) == len(hits) else ("engine",) * len(hits)
        )
        uses = [
            _use(hit, span, step)
            for hit, span, step in zip(hits, verdict.spans, steps, strict=True)
            if hit.term.usage is not Usage.FORBIDDEN
        ]
        uses += [_violation(hit, span) for hit, span in verdict.violations]
        places = locate_normalized(pair.sentence.source)
        moved = tuple(
            replace(use, start=places[use.start], end=_end(places, use.end, pair))
            for use in sorted(uses, key=lambda use: (use.start, use.end))
        )
        is_broken = any(use.status in ("missing", "forbidden") for use in moved)
        flags = (*pair.flags, "terms") if is_broken else pair.flags
        return replace(pair, terms=moved, flags=flags)

    def _fails(self, source: str, known: Known | None) -> bool:
        if known is None or known.edited or not known.target:
            return False
        has_hits = bool(self.match(source).hits)
        return has_hits and not self._judge(source, known.target).is_good

    def _decode(
        self,
        sources: Sequence[str],
        plain: Mapping[str, Known],
        translator: Translator,
        prints: Mapping[str, str],
    ) -> dict[str, Finished]:
        tasks = [
            Task(source, _translation(plain[source]), self.match(source).hits)
            for source in sources
        ]
        results = self._obey(tasks, translator)
        return {
            task.source: Finished(
                result.translation,
                inspect_output(task.source, result.translation.target),
                prints[task.source],
                result.steps,
            )
            for task, result in zip(tasks, results, strict=True)
        }


def fingerprint(hits: Sequence[TermHit]) -> str:
    """Return what the hits ask of the English, in 16 hex digits.

    Two sentences' hits that ask for the same in the same order have the same one; an
    entry's note or domain does not count.
    """
    asked = [
        [hit.term.source, hit.term.pos, hit.term.usage, hit.term.case, *hit.targets]
        for hit in hits
    ]
    return sha256(json.dumps(asked).encode()).hexdigest()[:16]


def _translation(known: Known) -> Translation:
    return Translation(known.target, known.score, known.links)


def _use(hit: TermHit, span: Span | None, step: str) -> TermUse:
    start, end = span or (None, None)
    return TermUse(
        source=hit.term.source,
        target=hit.term.target,
        start=hit.start,
        end=hit.end,
        target_start=start,
        target_end=end,
        status="missing" if span is None else _STATUS.get(step, "kept"),
        step="missing" if span is None else step,
    )


def _violation(hit: TermHit, span: Span) -> TermUse:
    use = _use(hit, span, "engine")
    return replace(use, status="forbidden")


def _end(places: Sequence[int], end: int, pair: Pair) -> int:
    """Return the end of the words in the source, without the blanks behind them."""
    text = pair.sentence.source[: places[end]]
    return len(text.rstrip())
