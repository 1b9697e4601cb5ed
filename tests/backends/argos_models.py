"""Argos packages made by hand, whose output is known without training.

The copying one is a Transformer whose weights are written down: at each step it
looks at the source piece of the same place and says it, up to the end. The random
one has no meaning, but attention of every shape. The trained package is
`tests.packages`'s.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import sentencepiece
from ctranslate2.specs import TransformerSpec

Array = npt.NDArray[np.float32]

PIECE_WIDTH = 128
"""Numbers that say which piece it is."""
PLACES = 256
"""Numbers that say at which place; the longest text that can be copied."""

# Sentencepiece learns its pieces from these lines, blanks and all.
TEXT = """Das Buch ist neu, und der Markt wächst um 7,6 Prozent.
Die Firma in Berlin hat im März 2024 neue Chips gekauft, weil sie billig waren.
Nach Angaben des Unternehmens sind die Daten der Kunden sicher: Niemand las sie.
„Wir prüfen das“, sagte Anna Weber; mehr wollte sie nicht sagen - noch nicht!
Bei Fragen schreiben Sie an anna_weber@example.org (oder rufen Sie an)?
The market is growing quickly, above all in China, says the company.
ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ abcdefghijklmnopqrstuvwxyzäöüß 0123456789 _
"""


def write_copying_package(folder: Path, target_prefix: str = "") -> Path:
    """Write a package that gives back the German, after its prefix if it has one."""
    folder.mkdir(parents=True)
    pieces = _write_sentencepiece(folder)
    if target_prefix:
        pieces.append(target_prefix)
    _save(folder, _make_copier(pieces, shift=bool(target_prefix)), pieces)
    _write_metadata(folder, target_prefix=target_prefix)
    return folder


def write_byte_pair_package(folder: Path) -> Path:
    """Write a package that gives back the German, cut by a BPE model."""
    folder.mkdir(parents=True)
    merges = ["e n</w>", "D a", "Da s</w>", "i s", "is t</w>", "c h"]
    codes = "\n".join(["#version: 0.2", *merges]) + "\n"
    (folder / "bpe.model").write_text(codes, encoding="utf-8")
    letters = sorted({letter for letter in TEXT if not letter.isspace()})
    pieces = ["<unk>", "<s>", "</s>", "Das", "ist", "en", "ch@@", "is@@", "Da@@"]
    pieces += ["&quot;", "&apos;", "&amp;"]
    pieces += [piece for letter in letters for piece in (letter, f"{letter}@@")]
    _save(folder, _make_copier(pieces), pieces)
    _write_metadata(folder)
    return folder


def write_random_package(
    folder: Path,
    *,
    target_prefix: str = "",
    begins_unknown: bool = False,
    length: int = 12,
    width: int = 32,
    layers: int = 2,
) -> Path:
    """Write a package of random weights whose outputs have `length` pieces.

    With `begins_unknown` the first piece of each output is the unknown one.
    """
    folder.mkdir(parents=True)
    pieces = _write_sentencepiece(folder) + ([target_prefix] if target_prefix else [])
    random = np.random.default_rng(7)
    spec = _make_spec(layers, 2)
    _fill(spec, len(pieces), width, lambda *size: random.standard_normal(size))
    for layer in spec.decoder.layer:
        # Sharper than chance would have it, so that sentences differ.
        layer.attention.linear[0].weight *= 8
    # Two numbers of each place say that the output ends or begins there; they
    # drown everything else.
    output = np.vstack([random.standard_normal(width) for _ in pieces])
    output[:, :2] = 0
    output[pieces.index("</s>")] = 0
    output[pieces.index("</s>"), 0] = 9
    if begins_unknown:
        output[pieces.index("<unk>"), 1] = 9
    spec.decoder.projection.weight = output.astype(np.float32)
    spec.decoder.projection.bias[pieces.index("<s>")] = -1e4
    if not begins_unknown:
        spec.decoder.projection.bias[pieces.index("<unk>")] = -1e4
    places = random.standard_normal((PLACES, width)).astype(np.float32)
    places[:, 0] = np.where(np.arange(PLACES) < length, -90, 90)
    places[:, 1] = np.where(np.arange(PLACES) == 0, 90, -90)
    spec.decoder.position_encodings.encodings = places
    _save(folder, spec, pieces)
    _write_metadata(folder, target_prefix=target_prefix)
    return folder


def _make_copier(pieces: Sequence[str], shift: bool = False) -> Any:
    """Return the copying Transformer; with `shift` it begins one place later.

    A state is the piece's random numbers and, behind them, its place as a single 1.
    The decoder asks with its place for the same place of the source and adds what it
    finds there, much enlarged, to its own piece. The source's own end is copied too.
    """
    random = np.random.default_rng(3)
    width = PIECE_WIDTH + PLACES
    spec = _make_spec(1, 1)
    _fill(spec, len(pieces), width, lambda *size: np.zeros(size))
    embedding = np.zeros((len(pieces), width), np.float32)
    embedding[:, :PIECE_WIDTH] = random.choice([-1, 1], (len(pieces), PIECE_WIDTH))
    places = np.zeros((PLACES, width), np.float32)
    places[:, PIECE_WIDTH:] = 10 * np.eye(PLACES, dtype=np.float32)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    spec.encoder.position_encodings.encodings = places
    spec.decoder.position_encodings.encodings = np.roll(places, shift, axis=0)
    (layer,) = spec.decoder.layer
    only_piece = np.diag([1.0] * PIECE_WIDTH + [0.0] * PLACES)
    only_place = np.eye(width) - only_piece
    query, key_value, output = layer.attention.linear
    query.weight = (9 * only_place).astype(np.float32)
    key_value.weight = np.vstack([9 * only_place, only_piece]).astype(np.float32)
    output.weight = (50 * only_piece).astype(np.float32)
    spec.decoder.projection.weight = embedding
    spec.config.add_source_eos = True
    return spec


def _make_spec(layers: int, heads: int) -> Any:
    spec = TransformerSpec.from_config(layers, heads)
    spec.encoder.scale_embeddings = False
    spec.decoder.scale_embeddings = False
    return spec


def _fill(spec: Any, pieces: int, width: int, draw: Callable[..., Any]) -> None:
    """Put arrays of the right sizes in, `draw` giving the matrices."""

    def linear(layer: Any, outputs: int, inputs: int = width) -> None:
        layer.weight = (draw(outputs, inputs) / inputs**0.5).astype(np.float32)
        layer.bias = np.zeros(outputs, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma = np.ones(width, np.float32)
        layer.beta = np.zeros(width, np.float32)

    embedding = np.asarray(draw(pieces, width), np.float32)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    for side in (spec.encoder, spec.decoder):
        norm(side.layer_norm)
        side.position_encodings.encodings = np.asarray(draw(PLACES, width), np.float32)
        for layer in side.layer:
            linear(layer.self_attention.linear[0], 3 * width)
            linear(layer.self_attention.linear[1], width)
            norm(layer.self_attention.layer_norm)
            linear(layer.ffn.linear_0, width)
            linear(layer.ffn.linear_1, width)
            norm(layer.ffn.layer_norm)
    for layer in spec.decoder.layer:
        linear(layer.attention.linear[0], width)
        linear(layer.attention.linear[1], 2 * width)
        linear(layer.attention.linear[2], width)
        norm(layer.attention.layer_norm)
    linear(spec.decoder.projection, pieces)


def _write_sentencepiece(folder: Path) -> list[str]:
    """Train a sentencepiece model on `TEXT` and return its pieces."""
    model = BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT.splitlines()),
        model_writer=model,
        vocab_size=200,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    (folder / "sentencepiece.model").write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return [processor.id_to_piece(number) for number in range(len(processor))]


def _save(folder: Path, spec: Any, pieces: Sequence[str]) -> None:
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.validate()
    spec.optimize()
    (folder / "model").mkdir()
    spec.save(str(folder / "model"))


def _write_metadata(folder: Path, target_prefix: str = "") -> None:
    metadata: dict[str, object] = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": "de",
        "from_name": "German",
        "to_code": "en",
        "to_name": "English",
        "target_prefix": target_prefix,
    }
    text = json.dumps(metadata)
    (folder / "metadata.json").write_text(text, encoding="utf-8")
