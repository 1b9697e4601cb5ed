"""The built-in engine: a small language model that was taught to translate.

Owns decoding with a prepared engine; `reader.backends.gemma` makes it. The model
reads `<bos>`, the German and a line feed, and writes the English up to `<eos>`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.backends.gemma.preparation import METADATA_FILE
from reader.backends.gemma.spelling import spell_out
from reader.backends.gemma.tokenizer import Tokenizer
from reader.backends.threads import count_cores
from reader.core.clauses import cut_at_clauses
from reader.core.documents import fold_blanks
from reader.core.interfaces import Decoding, EngineSettings, Signature, Translation
from reader.errors import BackendError, PackageError

MAX_SOURCE_PIECES = 100
"""Longer sentences are cut: the adapter has seen pairs of up to 200 pieces."""
MOST_TOGETHER = 32
"""Sentences that are decoded together; more is not faster."""
MOST_POSITIONS = 4096
"""Pieces that CTranslate2 may have to remember at once for them, in all beams. Each
takes 147 KB (18 layers, four copies of the one key and value head), so that a worker
stays within 0.6 GB. Neither number depends on the threads, nor does the output."""
_BOS, _EOS, _LINE_FEED = "<bos>", "<eos>", "\n"
# What CTranslate2 holds of a text in a layer that looks at a window.
_WINDOW = 512
_MOST_WORKERS = 4
# Fewer sentences together cost too much for each of them.
_FEWEST_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class _Prompt:
    """One piece of work for the model: a sentence, or a part of a long one."""

    sentence: int
    """Number of the sentence in the batch."""
    source: tuple[str, ...]
    prefix: tuple[str, ...] = ()
    """Pieces with which the English must begin."""

    @property
    def beginning(self) -> list[str]:
        """What stands before the English."""
        return [_BOS, *self.source, _LINE_FEED]

    @property
    def pieces(self) -> list[str]:
        return [*self.beginning, *self.prefix]

    @property
    def room(self) -> int:
        """How many pieces the English may take at the first attempt.

        The longest of 997 references (FLORES) has 1.3 times the German's pieces.
        """
        return min(16 + len(self.source) * 3 // 2, self.last_room)

    @property
    def last_room(self) -> int:
        """How many it may take when it did not end in `room`."""
        return max(1, min(64 + len(self.source) * 4, _WINDOW - len(self.pieces)))


@dataclass(frozen=True, slots=True)
class _Output:
    """The English pieces of one prompt."""

    pieces: tuple[str, ...]
    log_probability: float
    """Of all pieces together, the end of the sentence counted."""
    steps: int
    is_finished: bool
    """False when the English filled its room and did not end."""


class BuiltinTranslator:
    """A prepared engine, loaded."""

    def __init__(self, settings: EngineSettings, generator: Any) -> None:
        """Take a loaded `ctranslate2.Generator`; `load` makes one."""
        engine_dir = Path(settings.package_dir)
        self._generator = generator
        self._tokenizer = Tokenizer.load(engine_dir)
        self._signature = Signature(
            "builtin",
            _read_name(engine_dir),
            settings.checksum[:16],
            settings.decoding,
            f"{settings.device}/{settings.compute}",
        )

    @property
    def signature(self) -> Signature:
        """What the output depends on, with the default decoding."""
        return self._signature

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        """Translate one batch.

        A long sentence is translated in parts, cut at clause borders. English that
        does not end in the room it is given is decoded again with much more; if it
        still does not end it comes back whole, several times as long as its source,
        for the output guard to see.

        Raises:
            BackendError: the engine failed; nothing of the batch is known.
        """
        return [best for best, *_ in self.propose(sources, decoding)]

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        """Return several translations of each sentence, the best first.

        A score is that of the whole English, its forced beginning counted. A
        sentence that is cut in parts comes back free.

        Raises:
            BackendError: the engine failed; nothing of the batch is known.
        """
        decoding = decoding or self._signature.decoding
        starts = beginnings if beginnings is not None else [""] * len(sources)
        prompts = [
            prompt
            for number, (source, start) in enumerate(zip(sources, starts, strict=True))
            for prompt in self._make_prompts(number, source, start)
        ]
        try:
            outputs = self._decode_to_the_end(prompts, decoding)
            outputs = self._score_beginnings(prompts, outputs)
        except (RuntimeError, ValueError) as error:
            raise BackendError(
                f"the built-in engine failed: {error}",
                "check its files: reader models verify",
            ) from error
        joined: list[list[list[_Output]]] = [[] for _ in sources]
        for prompt, options in zip(prompts, outputs, strict=True):
            joined[prompt.sentence].append(options)
        # The best of each part make the best whole, the second ones the next.
        return [
            [self._join(parts) for parts in zip(*options, strict=False)]
            for options in joined
        ]

    def _make_prompts(self, number: int, source: str, start: str) -> list[_Prompt]:
        # A line feed would end the German.
        text = spell_out(fold_blanks(source))
        encode = self._tokenizer.encode
        pieces = encode(text)
        if len(pieces) <= MAX_SOURCE_PIECES:
            return [_Prompt(number, tuple(pieces), tuple(encode(fold_blanks(start))))]
        parts = cut_at_clauses(text, lambda part: len(encode(part)), MAX_SOURCE_PIECES)
        return [_Prompt(number, tuple(encode(part))) for part in parts]

    def _decode_to_the_end(
        self, prompts: Sequence[_Prompt], decoding: Decoding
    ) -> list[list[_Output]]:
        """Decode `prompts`, and those again that did not end in their room."""
        outputs = self._decode(prompts, decoding, [p.room for p in prompts])
        open_ones = [n for n, (best, *_) in enumerate(outputs) if not best.is_finished]
        again = [prompts[n] for n in open_ones]
        longer = self._decode(again, decoding, [p.last_room for p in again])
        for number, options in zip(open_ones, longer, strict=True):
            outputs[number] = options
        return outputs

    def _score_beginnings(
        self, prompts: Sequence[_Prompt], outputs: list[list[_Output]]
    ) -> list[list[_Output]]:
        """Return `outputs` with the scores of the pieces that were forced counted."""
        forced = [
            (n, k)
            for n, options in enumerate(outputs)
            for k in range(len(options))
            if prompts[n].prefix
        ]
        results = self._generator.score_batch(
            [[*prompts[n].beginning, *outputs[n][k].pieces, _EOS] for n, k in forced],
            # CTranslate2 (4.8) cannot score texts of several lengths together where
            # a model has one key and value head; each takes 277 KB a piece anyway.
            max_batch_size=1,
        )
        for (n, k), result in zip(forced, results, strict=True):
            output = outputs[n][k]
            steps = len(output.pieces) + output.is_finished
            scores = result.log_probs[-len(output.pieces) - 1 :][:steps]
            outputs[n][k] = replace(output, log_probability=sum(scores), steps=steps)
        return outputs

    def _decode(
        self, prompts: Sequence[_Prompt], decoding: Decoding, rooms: Sequence[int]
    ) -> list[list[_Output]]:
        """Decode `prompts`, those of about one length together, longest first."""
        running = []
        for numbers in _group(prompts, decoding.beam, rooms):
            room = max(rooms[n] for n in numbers)
            results = self._generator.generate_batch(
                [prompts[n].pieces for n in numbers],
                asynchronous=True,
                max_length=room,
                end_token=_EOS,
                include_prompt_in_result=False,
                return_scores=True,
                beam_size=decoding.beam,
                num_hypotheses=decoding.hypotheses,
                length_penalty=decoding.length_penalty,
                repetition_penalty=decoding.repetition_penalty,
                no_repeat_ngram_size=decoding.no_repeat_ngram,
            )
            running += [
                (n, room, result) for n, result in zip(numbers, results, strict=True)
            ]
        outputs = {
            n: _read_outputs(result.result(), prompts[n], decoding, room)
            for n, room, result in running
        }
        return [outputs[n] for n in range(len(prompts))]

    def _join(self, parts: Sequence[_Output]) -> Translation:
        targets = (self._tokenizer.decode(part.pieces).strip() for part in parts)
        steps = sum(part.steps for part in parts)
        score = sum(part.log_probability for part in parts) / max(steps, 1)
        return Translation(fold_blanks(" ".join(targets)), round(score, 2))


def load(settings: EngineSettings) -> BuiltinTranslator:
    """Return the engine in `settings.package_dir`, loaded and ready.

    Raises:
        PackageError: the prepared engine is missing or damaged.
    """
    import ctranslate2

    workers, threads = share_threads(settings.threads or count_cores())
    try:
        generator = ctranslate2.Generator(
            settings.package_dir,
            device=settings.device,
            compute_type=settings.compute,
            inter_threads=workers,
            intra_threads=threads,
        )
    except (RuntimeError, ValueError) as error:
        raise PackageError(
            f"the built-in engine in {settings.package_dir} does not load: {error}",
            "--device cpu, or prepare it again: reader models install builtin",
        ) from error
    return BuiltinTranslator(settings, generator)


def share_threads(cores: int) -> tuple[int, int]:
    """Return how many workers to start, and how many threads each of them gets.

    Workers with a thread each are faster than one worker with several (7.3 against
    4.6 sentences a second on two cores), but each needs memory of its own.

    >>> share_threads(2), share_threads(16)
    ((2, 1), (4, 4))
    """
    return (cores, 1) if cores <= _MOST_WORKERS else (_MOST_WORKERS, cores // 4)


def _read_name(engine_dir: Path) -> str:
    try:
        record = json.loads((engine_dir / METADATA_FILE).read_bytes())
        return str(record["name"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PackageError(
            f"the built-in engine in {engine_dir} is damaged: {METADATA_FILE}: {error}",
            "prepare it again: reader models install builtin",
        ) from error


def _group(
    prompts: Sequence[_Prompt], beam: int, rooms: Sequence[int]
) -> list[list[int]]:
    """Return the numbers of the prompts that are decoded together, longest first.

    Where there is enough to do, every worker of two or of four gets as many groups
    as the others: three groups would leave one of two workers idle for a quarter of
    the time. Of a small batch, which somebody waits for, two workers do half each.
    """
    sizes = [
        len(prompt.pieces) + room for prompt, room in zip(prompts, rooms, strict=True)
    ]
    order = sorted(range(len(prompts)), key=lambda n: (-sizes[n], n))

    def fill(most: int) -> list[list[int]]:
        groups, first = [], 0
        while first < len(order):
            fitting = MOST_POSITIONS // (sizes[order[first]] * max(beam, 1))
            behind = first + max(1, min(fitting, most))
            groups.append(order[first:behind])
            first = behind
        return groups

    groups = fill(MOST_TOGETHER)
    even = -(-len(groups) // _MOST_WORKERS) * _MOST_WORKERS
    if len(order) < max(even, 1) * _FEWEST_TOGETHER:
        even = max(len(groups), 2)
    return fill(-(-len(order) // even))


def _read_outputs(
    result: Any, prompt: _Prompt, decoding: Decoding, room: int
) -> list[_Output]:
    """Return what was made of a prompt; behind the best only what came to its end."""
    outputs: list[_Output] = []
    for pieces, score in zip(result.sequences, result.scores, strict=True):
        is_finished = len(pieces) < room
        if is_finished or not outputs:
            steps = len(pieces) + is_finished
            # CTranslate2 divides the sum by length ** penalty.
            log_probability = score * steps**decoding.length_penalty
            whole = (*prompt.prefix, *pieces)
            outputs.append(_Output(whole, log_probability, steps, is_finished))
    return outputs
