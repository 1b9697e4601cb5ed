"""Examples as numbers of pieces, in steps and in batches of about one length.

Owns what the network sees: `<bos>`, the German, a line feed, the English and `<eos>`,
as `reader.backends.builtin` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.backends.gemma.spelling import spell_out
from reader.backends.gemma.tokenizer import Tokenizer

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One example."""

    pieces: tuple[int, ...]
    beginning: int
    """How many of them stand before the English."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples that are computed at once."""

    pieces: Numbers
    """Texts x length, zeros behind their ends."""
    places: Numbers
    """Row by row, the numbers of the pieces after which an English piece comes."""


class Encoder:
    """Turns sentence pairs into numbers of kept pieces."""

    def __init__(self, tokenizer: Tokenizer, kept: Sequence[str]) -> None:
        self._encode = tokenizer.encode
        self._numbers: Mapping[str, int] = {piece: i for i, piece in enumerate(kept)}

    def encode(self, source: str, target: str) -> Encoded:
        """Return the pieces of a pair."""
        beginning = ["<bos>", *self._encode(spell_out(source)), "\n"]
        pieces = [*beginning, *self._encode(target), "<eos>"]
        return Encoded(tuple(self._numbers[piece] for piece in pieces), len(beginning))


def walk_steps(
    examples: Iterable[Encoded], step_pieces: int, most_pieces: int
) -> Iterator[tuple[int, list[Encoded]]]:
    """Yield the examples of each step, and how many were read for it.

    Examples of more than `most_pieces` are read and left out. What does not fill a
    step at the end is left for the next epoch.
    """
    step: list[Encoded] = []
    read = size = 0
    for example in examples:
        read += 1
        if len(example.pieces) <= most_pieces:
            step.append(example)
            size += len(example.pieces)
        if size >= step_pieces:
            yield read, step
            step, read, size = [], 0, 0


def make_batches(examples: Iterable[Encoded], batch_pieces: int) -> list[Batch]:
    """Return the examples in batches of up to so many pieces, padding counted.

    The largest come first, so that threads that share them end together.
    """
    ordered = sorted(examples, key=lambda example: len(example.pieces), reverse=True)
    batches = []
    while ordered:
        count = max(1, batch_pieces // len(ordered[0].pieces))
        batches.append(_make_batch(ordered[:count]))
        ordered = ordered[count:]
    return batches


def _make_batch(examples: Sequence[Encoded]) -> Batch:
    length = max(len(example.pieces) for example in examples)
    pieces = np.zeros((len(examples), length), dtype=np.int64)
    places = []
    for row, example in enumerate(examples):
        size = len(example.pieces)
        pieces[row, :size] = example.pieces
        first = row * length + example.beginning - 1
        places.append(np.arange(first, first + size - example.beginning))
    return Batch(pieces, np.concatenate(places))
