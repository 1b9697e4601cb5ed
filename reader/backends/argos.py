"""The `argos` engine: any installed Argos package, decoded in whole batches.

Owns decoding. Opening the package is `reader.backends.argos_package`'s job, reading
word links out of the attention `reader.backends.attention`'s, and which sentences
make a batch `reader.core.batches`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.backends.argos_package import ArgosPackage, open_package
from reader.backends.attention import (
    GOOD_ENOUGH,
    PROBES,
    Attention,
    find_links,
    share_of_links,
)
from reader.backends.threads import count_cores, share_threads
from reader.core.clauses import cut_at_clauses
from reader.core.documents import fold_blanks
from reader.core.interfaces import (
    Decoding,
    EngineSettings,
    Links,
    Signature,
    Translation,
)
from reader.errors import BackendError, PackageError

MAX_SOURCE_PIECES = 150
"""Longer sentences are cut: Argos's training configuration leaves them out."""
SHARES = 4
"""In how many shares a batch is decoded: 1, 2 or 4 workers end at the same time.
Fixed, so that the output does not depend on the number of threads."""
BATCH_PIECES = 1024
"""Pieces (padding counted) in a share at the most, however large the batch is."""
LEAST_SHARE = 4
"""Sentences that are worth decoding together at the least."""

_UNKNOWN = "<unk>"


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of work for the model: a sentence, or a part of a long one."""

    sentence: int
    """Number of the sentence in the batch."""
    source: str
    pieces: list[str]


@dataclass(frozen=True, slots=True)
class _Output:
    """The English of one part."""

    target: str
    log_probability: float
    """Of all pieces together, the end of the sentence counted."""
    steps: int
    links: Links | None


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
        parts = [
            part
            for number, source in enumerate(sources)
            for part in self._cut(number, fold_blanks(source))
        ]
        with _failure_means_backend_error():
            outputs = self._decode(parts, decoding or self._signature.decoding)
        joined: list[list[tuple[_Part, _Output]]] = [[] for _ in sources]
        for part, output in zip(parts, outputs, strict=True):
            joined[part.sentence].append((part, output))
        return [
            _join(fold_blanks(source), pairs)
            for source, pairs in zip(sources, joined, strict=True)
        ]

    def _cut(self, number: int, source: str) -> Iterator[_Part]:
        encode = self._package.tokenizer.encode
        pieces = encode(source)
        if len(pieces) <= MAX_SOURCE_PIECES:
            yield _Part(number, source, pieces)
            return
        for text in cut_at_clauses(
            source, lambda part: len(encode(part)), MAX_SOURCE_PIECES
        ):
            yield _Part(number, text, encode(text))

    def _decode(self, parts: Sequence[_Part], decoding: Decoding) -> list[_Output]:
        """Decode all parts with one call, so that every worker has something to do."""
        if not parts:
            return []
        longest = max(len(part.pieces) for part in parts)
        room = 32 + 3 * longest
        results = self._translator.translate_batch(
            [part.pieces for part in parts],
            target_prefix=self._prefixes(len(parts)),
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
        attentions = [
            [list(row) for row in result.attention[0]] if result.attention else []
            for result in results
        ]
        if decoding.beam > 1:
            self._mend_first_rows(parts, results, attentions)
        return [
            self._read(part, result, attention, decoding, room)
            for part, result, attention in zip(parts, results, attentions, strict=True)
        ]

    def _mend_first_rows(
        self,
        parts: Sequence[_Part],
        results: Sequence[Any],
        attentions: Sequence[list[list[float]]],
    ) -> None:
        """Put the right attention of the first piece where it is needed.

        With a beam, CTranslate2 (4.8) gives the first piece the attention of another
        sentence of its batch; one greedy step gives the right one. Where an output
        has to begin with a prefix, that is the piece, and nobody needs it.
        """
        if self._package.target_prefix:
            return
        numbers = [
            number
            for number, result in enumerate(results)
            if attentions[number]
            and (self.gives_links or result.hypotheses[0][0] == _UNKNOWN)
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
            if first.attention and first.attention[0]:
                attentions[number][0] = list(first.attention[0][0])

    def _read(
        self,
        part: _Part,
        result: Any,
        attention: list[list[float]],
        decoding: Decoding,
        room: int,
    ) -> _Output:
        pieces = list(result.hypotheses[0])
        forced = 0
        if self._package.target_prefix and pieces:
            forced = int(pieces[0] == self._package.target_prefix)
        # The end of the sentence is a piece that CTranslate2 counts and leaves out.
        length = len(pieces) + (len(pieces) < room)
        # It has divided the sum by length ** penalty; a forced piece adds nothing.
        log_probability = result.scores[0] * length**decoding.length_penalty
        pieces, attention = pieces[forced:], attention[forced:]
        pieces = [
            _replace_unknown(piece, row, part.pieces)
            for piece, row in zip(pieces, attention, strict=True)
        ]
        target = self._package.tokenizer.decode(pieces)
        links = None
        if self.gives_links:
            links = self._find_links(part, pieces, target, attention)
        return _Output(target, log_probability, length - forced, links)

    def _find_links(
        self, part: _Part, pieces: Sequence[str], target: str, attention: Attention
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
            part = _Part(0, probe.source, encode(probe.source))
            prefix = (
                [self._package.target_prefix] if self._package.target_prefix else []
            )
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

    def _prefixes(self, count: int) -> list[list[str]] | None:
        prefix = self._package.target_prefix
        return [[prefix]] * count if prefix else None


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


def _join(source: str, pairs: Sequence[tuple[_Part, _Output]]) -> Translation:
    """Return the translation of a sentence from those of its parts."""
    target = " ".join(output.target for _, output in pairs if output.target)
    if not target:
        return Translation("")
    steps = sum(output.steps for _, output in pairs)
    score = sum(output.log_probability for _, output in pairs) / steps
    return Translation(target, round(score, 2), _join_links(source, pairs))


def _join_links(source: str, pairs: Sequence[tuple[_Part, _Output]]) -> Links | None:
    # A word without a blank in 150 pieces is cut inside; then nobody knows.
    if " ".join(part.source for part, _ in pairs) != source:
        return None
    links: list[tuple[int, int]] = []
    source_start = target_start = 0
    for part, output in pairs:
        if output.links is None:
            return None
        links += [(source_start + s, target_start + t) for s, t in output.links]
        source_start += len(part.source.split())
        target_start += len(output.target.split())
    return tuple(links)
