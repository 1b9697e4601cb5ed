"""Writes weights and pieces as a folder in the layout of an Argos package.

    translate-de_en-0_1/
        metadata.json  README.md  sentencepiece.model
        model/  model.bin  config.json  shared_vocabulary.json

Owns the way from named arrays to CTranslate2's files. The trained arrays come from
`tests.packages.train_tiny`, the random ones from `tests.benchmarks.random_model`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import numpy.typing as npt
import sentencepiece
from ctranslate2.specs import model_spec

from tests.packages.shape import Shape

Array = npt.NDArray[np.float32]


def write_package(
    folder: Path,
    weights: Mapping[str, Array],
    shape: Shape,
    pieces: bytes,
    *,
    version: str,
    readme: str,
    quantization: str | None = "int8",
    places: Array | None = None,
) -> None:
    """Write a German→English Argos package into `folder`, which must not exist.

    `weights` are those of `tests.packages.shape.weight_sizes`, `pieces` the bytes of
    a sentencepiece model. `quantization` None keeps 32-bit floats.
    `places` are the decoder's positions, the usual sinusoids when left out.
    """
    model_dir = folder / "model"
    model_dir.mkdir(parents=True)
    (folder / "sentencepiece.model").write_bytes(pieces)
    (folder / "README.md").write_text(readme, encoding="utf-8")
    metadata = {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": "de",
        "from_name": "German",
        "to_code": "en",
        "to_name": "English",
        "type": "translate",
        "code": "translate-de_en",
        "links": [],
    }
    text = json.dumps(metadata, indent=4) + "\n"
    (folder / "metadata.json").write_text(text, encoding="utf-8")
    spec = _make_spec(weights, shape)
    if places is not None:
        spec.decoder.position_encodings.encodings = places
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    vocabulary = [processor.id_to_piece(i) for i in range(len(processor))]
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization=quantization)
    spec.save(str(model_dir))


def _make_spec(weights: Mapping[str, Array], shape: Shape) -> Any:
    """Return CTranslate2's description of the model with the weights in place."""
    spec = ctranslate2.specs.TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers),
        shape.heads,
        # The head that guided alignment trains is the first of the last layer.
        alignment_layer=-1,
        alignment_heads=1,
    )
    spec.config.decoder_start_token = "<s>"
    embedding = weights["decoder/embeddings/weight"]
    shared = {
        "encoder/embeddings_0/weight": embedding,
        "decoder/projection/weight": embedding,
    }
    for name, value in {**weights, **shared}.items():
        scope, _, attribute = name.rpartition("/")
        setattr(model_spec.index_spec(spec, scope), attribute, value)
    return spec
