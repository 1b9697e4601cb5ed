"""A package of random weights with the size of the published Argos one.

Argos's `translate-de_en` cannot be fetched where the benchmark runs, and its speed
depends on its size, not on what it learnt: 6+6 layers of width 512, 8 heads, inner
width 2048, 32,000 pieces, int8. What random weights would spoil is the length of the
output, so it is written into them: the position says when the sentence ends, in
every decoder and with every beam, and nothing has to be forced from outside.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.packages.argos_folder import Array, write_package
from tests.packages.pieces import END, PADDING, START, UNKNOWN, train_pieces
from tests.packages.shape import Shape, weight_sizes

ARGOS_SHAPE = Shape(
    pieces=32_000, width=512, heads=8, inner=2048, encoder_layers=6, decoder_layers=6
)
OUTPUT_PIECES = 28
"""Pieces of every output: the mean of the five articles' sentences, in English, is
about that."""

_SEED = 7
_TRAINED_PIECES = 6_000
_PLACES = 512
_SIGNAL = 0
"""The one number of a state that says whether the output goes on or ends."""

_ROOT = Path(__file__).parent.parent.parent
_UNUSED = 5
"""The type of a sentencepiece entry that no text is ever cut into."""


@dataclass(frozen=True, slots=True)
class RandomModel:
    """What the benchmark's package is made of."""

    shape: Shape = ARGOS_SHAPE
    output_pieces: int = OUTPUT_PIECES

    def write(self, folder: Path) -> Path:
        """Write the package into `folder`, which must not exist, and return it."""
        write_package(
            folder,
            self._weights(),
            self.shape,
            make_pieces(self.shape.pieces),
            version="0.1",
            readme="Random weights for a benchmark; it cannot translate.\n",
            places=self._places(),
        )
        return folder

    def _weights(self) -> dict[str, Array]:
        chance = np.random.default_rng(_SEED)
        weights: dict[str, Array] = {}
        for name, size in weight_sizes(self.shape).items():
            if name.endswith("gamma"):
                weights[name] = np.ones(size, np.float32)
            elif name.endswith(("beta", "bias")):
                weights[name] = np.zeros(size, np.float32)
            else:
                value = chance.standard_normal(size, np.float32) / size[1] ** 0.5
                weights[name] = self._keep_signal(name, value)
        self._end_by_signal(weights)
        return weights

    def _keep_signal(self, name: str, value: Array) -> Array:
        """Keep what a layer writes back out of the signal's number."""
        if name.endswith("embeddings/weight"):
            value[:, _SIGNAL] = 0
        elif value.shape[0] == self.shape.width:
            value[_SIGNAL] = 0
        return value

    def _end_by_signal(self, weights: dict[str, Array]) -> None:
        """Make the end certain where the signal is positive, impossible before."""
        embedding = weights["decoder/embeddings/weight"]
        embedding[END] = 0
        embedding[END, _SIGNAL] = 50
        weights["decoder/projection/bias"][[UNKNOWN, START, PADDING]] = -1e4

    def _places(self) -> Array:
        """Return the decoder's positions with the signal in them."""
        chance = np.random.default_rng(_SEED + 1)
        places = chance.standard_normal((_PLACES, self.shape.width), np.float32)
        ended = np.arange(_PLACES) >= self.output_pieces
        places[:, _SIGNAL] = np.where(ended, 50.0, -50.0)
        return places


def make_pieces(size: int) -> bytes:
    """Return a sentencepiece model of exactly `size` entries, trained on our texts.

    The repository's German gives some thousand pieces. The rest are entries that
    match nothing: they cost what entries cost, in the output layer above all.
    """
    model = train_pieces(_read_german(), min(size, _TRAINED_PIECES))
    import sentencepiece

    known = len(sentencepiece.SentencePieceProcessor(model_proto=model))
    # Concatenated messages are one message (protobuf's encoding), so entries can be
    # put behind the others without a protobuf library.
    return model + b"".join(_unused_entry(number) for number in range(size - known))


def _unused_entry(number: int) -> bytes:
    piece = f"⟨{number}⟩".encode()
    entry = (
        bytes((0x0A, len(piece)))
        + piece
        + b"\x15"
        + struct.pack("<f", -100.0)
        # Field 3, the type.
        + bytes((0x18, _UNUSED))
    )
    return bytes((0x0A, len(entry))) + entry


def _read_german() -> list[str]:
    """Return the lines of the articles and of the segmentation gold set."""
    paths = [
        *_ROOT.glob("seeds/*.txt"),
        *_ROOT.glob("tests/gold/segmentation/**/*.txt"),
    ]
    texts = [
        path.read_text(encoding="utf-8", errors="ignore") for path in sorted(paths)
    ]
    return [line for text in texts for line in text.splitlines() if line.strip()]
