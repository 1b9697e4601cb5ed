"""From sentences to pairs: plan, memory, engine, guard, glossary.

Owns the order of these steps for a stream of sentences; what they run on
(`Translator`, `Memory`) is handed in. Each batch is in the memory before anything
is told about it.
"""

from __future__ import annotations

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.core.batches import BATCH_CHARACTERS, BatchPlan, cut_windows
from reader.core.documents import Kind, Sentence
from reader.core.guard import badness, inspect_output
from reader.core.interfaces import (
    Decoding,
    Finished,
    Known,
    Memory,
    Signature,
    Translation,
    Translator,
)
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.tidying import tidy_target

if TYPE_CHECKING:
    from reader.core.obeying.keeper import TermKeeper


@dataclass(frozen=True, slots=True)
class Progress:
    """What one step of a run has done; sums are the caller's."""

    translated: int = 0
    """Sentences that the engine translated just now."""
    recalled: int = 0
    """Sentences that were known before."""
    characters: int = 0
    """Source characters of both."""


Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How a run treats what it finds."""

    with_boilerplate: bool = False
    anew: bool = False
    """Translate what is known again, and overwrite it."""
    with_retry: bool = True
    """Give an output that the guard refuses one more try."""


def translate_sentences(
    sentences: Iterable[Sentence],
    translator: Translator,
    memory: Memory,
    options: Options,
    report: Report,
    keeper: TermKeeper | None = None,
) -> Iterator[Pair]:
    """Yield a pair for each sentence, in the same order.

    Boilerplate passes through without English unless `options` ask for it. Takes
    the sentences window by window, so that any number streams through. `keeper` has
    the glossary to obey.
    """
    plan = BatchPlan(BATCH_CHARACTERS[translator.signature.engine])
    for window in cut_windows(sentences):
        sources = [_engine_text(sentence, options) for sentence in window]
        wanted = list(filter(None, sources))
        known: dict[str, Known] = {}
        for batch in plan.plan(wanted):
            plain, done = _finish_batch(batch, translator, memory, options, keeper)
            known |= plain
            if keeper is not None:
                # The second pass takes about as long as the first where it is needed.
                half = done.characters // 2
                report(replace(done, characters=half))
                anew = options.anew
                known |= keeper.finish_batch(batch, plain, translator, memory, anew)
                done = Progress(characters=done.characters - half)
            report(done)
        # Texts of an earlier window are not planned again; the memory has them.
        repeated = [source for source in dict.fromkeys(wanted) if source not in known]
        known |= recall_first(repeated, translator.signature, memory, keeper)
        if keeper is not None and repeated:
            known |= keeper.finish_batch(repeated, known, translator, memory)
        for sentence, source in zip(window, sources, strict=True):
            yield make_pair(sentence, known.get(source), keeper)


def make_pair(
    sentence: Sentence, known: Known | None, keeper: TermKeeper | None = None
) -> Pair:
    """Return the pair of what is known of a sentence, its terms proven."""
    if known is None:
        return Pair(sentence)
    pair = Pair(
        sentence,
        # Nothing in place of an empty output: a pair has English or it has none.
        target=known.target or None,
        score=known.score,
        engine=known.engine,
        flags=known.flags,
        edited=known.edited,
    )
    return pair if keeper is None else keeper.prove(pair, known)


def recall_first(
    sources: Collection[str],
    signature: Signature,
    memory: Memory,
    keeper: TermKeeper | None,
) -> Mapping[str, Known]:
    """Return what the memory has of the first pass, which `keeper` may have hinted."""
    prompts = keeper.write_prompts(sources, signature) if keeper else {}
    return memory.recall(sources, signature, _find_prints(prompts))


def _find_prints(prompts: Mapping[str, str]) -> dict[str, str]:
    """Return under which fingerprint the English of hinted German is kept."""
    return {
        source: f"hints:{sha256(prompt.encode()).hexdigest()[:16]}"
        for source, prompt in prompts.items()
    }


def _engine_text(sentence: Sentence, options: Options) -> str:
    """Return the text to translate; "" where there is nothing to do."""
    if sentence.kind is Kind.BOILERPLATE and not options.with_boilerplate:
        return ""
    return normalize_source(sentence.source)


def _finish_batch(
    batch: Sequence[str],
    translator: Translator,
    memory: Memory,
    options: Options,
    keeper: TermKeeper | None,
) -> tuple[Mapping[str, Known], Progress]:
    """Return everything of `batch`, decoding it only if something is missing."""
    signature = translator.signature
    prompts = keeper.write_prompts(batch, signature) if keeper else {}
    prints = _find_prints(prompts)
    known = memory.recall(batch, signature, prints)
    missing = [
        source
        for source in batch
        if source not in known or (options.anew and not known[source].edited)
    ]
    if missing:
        # Decoded as planned, though some of it may be known: only then are the
        # missing ones what an undisturbed run would have made.
        asked = {s: prompts.get(s, s) for s in batch}
        checked = decode(asked, translator, options.with_retry)
        memory.store(
            {
                source: Finished(*checked[source], prints.get(source, ""))
                for source in missing
            },
            signature,
            replace_known=options.anew,
        )
        known = memory.recall(batch, signature, prints)
    return known, Progress(
        translated=len(missing),
        recalled=len(batch) - len(missing),
        characters=sum(map(len, batch)),
    )


_RETRY_BEAM = 4
"""Of 28 flagged sentences of FLORES dev 11 stay flagged, 16 with the best of a beam of
two."""

Checked = tuple[Translation, tuple[str, ...]]
"""An output, and what the guard says of it."""


def decode(
    prompts: Mapping[str, str], translator: Translator, with_retry: bool
) -> dict[str, Checked]:
    """Return the output for each source with the guard's flags, the flagged retried.

    `prompts` are what the engine gets for each source.
    """
    outputs = translator.translate(list(prompts.values()))
    checked: dict[str, Checked] = {
        source: _inspect(source, output)
        for source, output in zip(prompts, outputs, strict=True)
    }
    flagged = [source for source, (_, flags) in checked.items() if flags]
    if flagged and with_retry:
        varied = _vary(translator.signature.decoding)
        again = translator.propose([prompts[source] for source in flagged], varied)
        for source, outputs in zip(flagged, again, strict=True):
            others = [_inspect(source, output) for output in outputs]
            # Of equals the first: what was there, then what the engine likes best.
            checked[source] = min(
                [checked[source], *others], key=lambda found: badness(found[1])
            )
    return checked


def _inspect(source: str, output: Translation) -> Checked:
    target = tidy_target(source, output.target)
    return replace(output, target=target), inspect_output(source, target)


def _vary(decoding: Decoding) -> Decoding:
    """Return the decoding for the one retry: wider, against loops, all it has found."""
    return replace(
        decoding,
        beam=max(decoding.beam + 1, _RETRY_BEAM),
        hypotheses=_RETRY_BEAM,
        repetition_penalty=max(decoding.repetition_penalty, 1.1),
        no_repeat_ngram=4,
    )
