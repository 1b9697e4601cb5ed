"""The `argos` engine: any installed Argos package, decoded in whole batches.

Owns decoding. Opening the package is `reader.backends.argos_package`'s job, cutting
long sentences `reader.backends.argos_parts`'s, reading word links out of the attention
`reader.backends.attention`'s, and which sentences make a batch `reader.core.batches`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.backends.argos_package import ArgosPackage, open_package
from reader.backends.argos_parts import (
    MAX_SOURCE_PIECES,
    Output,
    Part,
    join_parts,
    make_parts,
)
from reader.backends.attention import (
    GOOD_ENOUGH,
    PROBES,
    Attention,
    find_links,
    share_of_links,
)
from reader.backends.threads import count_cores, share_threads
from reader.core.interfaces import (
    Decoding,
    EngineSettings,
    Links,
    Signature,
    Translation,
)
from reader.errors import BackendError, PackageError

SHARES = 4
"""In how many shares a batch is decoded: 1, 2 or 4 workers end at the same time.
Fixed, so that the output does not depend on the number of threads."""
BATCH_PIECES = 1024
"""Pieces (padding counted) in a share at the most, however large the batch is."""
LEAST_SHARE = 4
"""Sentences that are worth decoding together at the least."""

_UNKNOWN = "<unk>"


@dataclass(slots=True)
class _Raw:
    """One output as CTranslate2 gives it, its prefix and unknown pieces included."""

    pieces: list[str]
    attention: list[list[float]]
    log_probability: float
    steps: int


class ArgosTranslator:
    """An Argos package, loaded."""

    def __init__(
        self, settings: EngineSettings, package: ArgosPackage, translator: Any
    ) -> None:
        """Take a loaded `ctranslate2.Translator`; `load` makes one."""
        self._package = package
        self._translator = translator
        self._signature = Signature(
            "argos",
            package.label,
            settings.checksum[:16],
            settings.decoding,
            f"{settings.device}/{settings.compute}",
        )
        self.gives_links = self._probe_attention() >= GOOD_ENOUGH
        """Whether the model's attention has passed the test (see `attention`)."""

    @property
    def signature(self) -> Signature:
        """What the output depends on, with the default decoding."""
        return self._signature

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        """Translate one batch.

        A sentence that is too long for the model is translated in parts, cut at
        clause borders. English that does not come to an end stops at three times
        the length of the batch's longest source, for the output guard to see.

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
        starts = beginnings if beginnings is not None else [""] * len(sources)
        tokenizer = self._package.tokenizer
        works = [
            make_parts(number, source, start, tokenizer)
            for number, (source, start) in enumerate(zip(sources, starts, strict=True))
        ]
        parts = [part for work in works for part in work]
        with _failure_means_backend_error():
            outputs = iter(self._decode(parts, decoding or self._signature.decoding))
        translations = []
        for source, work in zip(sources, works, strict=True):
            options = [next(outputs) for _ in work]
            # The best of each part make the best whole, the second ones the next.
            together = zip(*options, strict=False)
            translations.append([join_parts(source, work, one) for one in together])
        return translations

    def _decode(self, parts: Sequence[Part], decoding: Decoding) -> list[list[Output]]:
        """Decode all parts with one call, so that every worker has something to do."""
        if not parts:
            return []
        longest = max(len(part.pieces) for part in parts)
        room = 32 + 3 * longest
        results = self._translator.translate_batch(
            [part.pieces for part in parts],
            target_prefix=[[*self._prefix, *part.beginning] for part in parts],
            max_batch_size=_share_size(len(parts), longest),
            beam_size=decoding.beam,
            num_hypotheses=decoding.hypotheses,
            length_penalty=decoding.length_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            max_input_length=0,
            max_decoding_length=room,
            return_scores=True,
            return_attention=True,
        )
        raws = [_read_result(result, decoding, room) for result in results]
        if decoding.beam > 1:
            self._mend_first_rows(parts, raws)
        self._score_beginnings(parts, raws)
        return [
            [self._read(part, raw) for raw in options]
            for part, options in zip(parts, raws, strict=True)
        ]

    def _score_beginnings(
        self, parts: Sequence[Part], raws: Sequence[list[_Raw]]
    ) -> None:
        """Count the pieces that were forced in the scores, too."""
        forced = [
            (part, raw)
            for part, options in zip(parts, raws, strict=True)
            for raw in options
            if part.beginning
        ]
        results = self._translator.score_batch(
            [part.pieces for part, _ in forced],
            [raw.pieces for _, raw in forced],
            max_batch_size=LEAST_SHARE,
            max_input_length=0,
        )
        for (_, raw), result in zip(forced, results, strict=True):
            raw.log_probability = sum(result.log_probs[len(self._prefix) : raw.steps])

    def _mend_first_rows(
        self, parts: Sequence[Part], raws: Sequence[list[_Raw]]
    ) -> None:
        """Put the right attention of the first piece where it is needed.

        With a beam, CTranslate2 (4.8) gives the first piece the attention of another
        sentence of its batch; one greedy step gives the right one, whichever piece it
        is. Where an output has to begin with a prefix, nobody needs it.
        """
        if self._package.target_prefix:
            return
        numbers = [
            number
            for number, options in enumerate(raws)
            if any(
                raw.attention and (self.gives_links or raw.pieces[0] == _UNKNOWN)
                for raw in options
            )
        ]
        if not numbers:
            return
        firsts = self._translator.translate_batch(
            [parts[number].pieces for number in numbers],
            max_batch_size=_share_size(len(numbers), MAX_SOURCE_PIECES),
            beam_size=1,
            max_input_length=0,
            max_decoding_length=1,
            return_attention=True,
        )
        for number, first in zip(numbers, firsts, strict=True):
            for raw in raws[number]:
                if raw.attention and first.attention and first.attention[0]:
                    raw.attention[0] = list(first.attention[0][0])

    def _read(self, part: Part, raw: _Raw) -> Output:
        pieces, prefix = raw.pieces, self._package.target_prefix
        forced = int(bool(prefix) and pieces[:1] == [prefix])
        pieces, attention = pieces[forced:], raw.attention[forced:]
        pieces = [
            _replace_unknown(piece, row, part.pieces)
            for piece, row in zip(pieces, attention, strict=True)
        ]
        target = self._package.tokenizer.decode(pieces)
        links = None
        if self.gives_links:
            links = self._find_links(part, pieces, target, attention)
        return Output(target, raw.log_probability, raw.steps - forced, links)

    def _find_links(
        self, part: Part, pieces: Sequence[str], target: str, attention: Attention
    ) -> Links | None:
        tokenizer = self._package.tokenizer
        source_words = tokenizer.find_source_words(part.pieces, part.source)
        target_words = tokenizer.find_target_words(pieces, target)
        if source_words is None or target_words is None:
            return None
        return find_links(attention, source_words, target_words)

    def _probe_attention(self) -> float:
        """Return the share of the probes' links that the attention shows.

        Each probe's English is forced upon the model piece by piece, so that the
        test does not depend on what it would have said itself.
        """
        encode = self._package.tokenizer.encode
        found = []
        for probe in PROBES:
            part = Part(0, probe.source, encode(probe.source))
            prefix = self._prefix
            pieces = encode(probe.target)
            with _failure_means_backend_error():
                (result,) = self._translator.translate_batch(
                    [part.pieces],
                    target_prefix=[prefix + pieces],
                    beam_size=1,
                    max_decoding_length=len(prefix) + len(pieces),
                    return_attention=True,
                )
            attention = result.attention[0][len(prefix) :]
            found.append(self._find_links(part, pieces, probe.target, attention))
        return share_of_links(found)

    @property
    def _prefix(self) -> list[str]:
        prefix = self._package.target_prefix
        return [prefix] if prefix else []


def load(settings: EngineSettings) -> ArgosTranslator:
    """Return the engine with the package in `settings.package_dir`, ready.

    Raises:
        PackageError: a file of the package is missing or broken.
        BackendError: the device or the compute type cannot be used.
    """
    import ctranslate2

    package = open_package(Path(settings.package_dir))
    if not ctranslate2.contains_model(str(package.model_dir)):
        raise PackageError(
            f"{package.model_dir} holds no model", "install the package again"
        )
    workers, threads = share_threads(settings.threads or count_cores())
    try:
        translator = ctranslate2.Translator(
            str(package.model_dir),
            device=settings.device,
            compute_type=settings.compute,
            inter_threads=workers,
            intra_threads=threads,
        )
    except (RuntimeError, ValueError, MemoryError) as error:
        raise BackendError(
            f"the model in {package.model_dir} does not load: {error}",
            "try '--device cpu', or check its files: reader models verify",
        ) from error
    return ArgosTranslator(settings, package, translator)


@contextmanager
def _failure_means_backend_error() -> Iterator[None]:
    try:
        yield
    except (RuntimeError, ValueError, MemoryError) as error:
        raise BackendError(
            f"the engine failed: {error}",
            "try '--threads 1', or check the package: reader models verify",
        ) from error


def _read_result(result: Any, decoding: Decoding, room: int) -> list[_Raw]:
    raws = []
    for number, hypothesis in enumerate(result.hypotheses):
        attention = result.attention[number] if result.attention else []
        # The end of the sentence is a piece that CTranslate2 counts and leaves out.
        length = len(hypothesis) + (len(hypothesis) < room)
        # It has divided the sum by length ** penalty; a forced piece adds nothing.
        log_probability = result.scores[number] * length**decoding.length_penalty
        rows = [list(row) for row in attention]
        raws.append(_Raw(list(hypothesis), rows, log_probability, length))
    return raws


def _share_size(parts: int, longest: int) -> int:
    """Return how many of so many parts one worker decodes together.

    >>> [_share_size(parts, longest=32) for parts in (1, 8, 78, 1000)]
    [4, 4, 20, 32]
    """
    return max(LEAST_SHARE, min(-(-parts // SHARES), BATCH_PIECES // max(longest, 1)))


def _replace_unknown(piece: str, row: Sequence[float], source: Sequence[str]) -> str:
    """Return the source piece that the model looked at, for one that has no name.

    CTranslate2 offers the same, with the wrong attention for the first piece (see
    `ArgosTranslator._mend_first_rows`).
    """
    if piece != _UNKNOWN:
        return piece
    weighted = zip(row, range(0, -len(source), -1), source, strict=True)
    return max(weighted)[2]
