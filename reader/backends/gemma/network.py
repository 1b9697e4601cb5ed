"""The network: Gemma 3's layers with the adapter merged in, for CTranslate2.

Owns the shape of the model and the names on both sides; the reference for them is
CTranslate2's own converter for Gemma 3, which needs torch and transformers and so
is not used. The tokenizer is `reader.backends.gemma.tokenizer`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from reader.backends.gemma.adapter import Adapter
from reader.backends.gemma.container import Floats, GgufFile

LAYERS = 18
HEADS = 4
HEAD_SIZE = 256
LOCAL_WINDOW = 512
# Five layers look at a window, the sixth at the whole text.
GLOBAL_EVERY = 6
LOCAL_ROTARY_BASE, GLOBAL_ROTARY_BASE = 10_000.0, 1_000_000.0
NORM_EPSILON = 1e-6

MATRICES = {
    "q_proj": "attn_q",
    "k_proj": "attn_k",
    "v_proj": "attn_v",
    "o_proj": "attn_output",
    "gate_proj": "ffn_gate",
    "up_proj": "ffn_up",
    "down_proj": "ffn_down",
}
"""Of a layer: our name (as in the adapter) -> the GGUF's."""
NORMS = {
    "input_layer_norm": "attn_norm",
    "post_attention_layer_norm": "post_attention_norm",
    "pre_feedforward_layer_norm": "ffn_norm",
    "post_feedforward_layer_norm": "post_ffw_norm",
}
"""Of a layer: CTranslate2's name -> the GGUF's."""


def write_network(
    base: GgufFile,
    adapter: Adapter,
    pieces: Sequence[str],
    target_dir: Path,
    report: Callable[[int, int], None],
) -> None:
    """Write the merged model (int8) and its vocabulary `pieces` into `target_dir`.

    `report` is told how many of the layers are merged.
    """
    spec = _empty_spec()
    decoder = spec.decoder
    embeddings, projection = decoder.embeddings, decoder.projection
    embeddings.weight = base.read_tensor("token_embd.weight", adapter.kept)
    _quantize(embeddings)
    # Tied: the same variables, which CTranslate2 then stores once.
    projection.weight = embeddings.weight
    projection.weight_scale = embeddings.weight_scale
    _set_norm(decoder.layer_norm, base.read_tensor("output_norm.weight"))
    for number, layer in enumerate(decoder.layer):
        report(number, LAYERS)
        _set_layer(layer, number, base, adapter)
        # At once, so that only one layer is held in float32.
        _quantize(layer)
    report(LAYERS, LAYERS)
    spec.register_vocabulary(list(pieces))
    spec.config.bos_token, spec.config.eos_token = "<bos>", "<eos>"
    spec.config.unk_token = "<unk>"
    spec.config.layer_norm_epsilon = NORM_EPSILON
    spec.validate()
    spec.optimize()
    spec.save(str(target_dir))


def _quantize(part: Any) -> None:
    part.validate()
    part.optimize(quantization="int8")


def _empty_spec() -> Any:
    from ctranslate2.specs import common_spec, transformer_spec

    spec = transformer_spec.TransformerDecoderModelSpec.from_config(
        LAYERS,
        HEADS,
        activation=common_spec.Activation.GELUTanh,
        pre_norm=True,
        ffn_glu=True,
        rms_norm=True,
        rotary_dim=HEAD_SIZE,
        rotary_interleave=False,
        rotary_base=LOCAL_ROTARY_BASE,
        num_heads_kv=1,
        head_dim=HEAD_SIZE,
        sliding_window=LOCAL_WINDOW,
        pre_post_layer_norm=True,
        qk_norm=True,
    )
    spec.decoder.scale_embeddings = True
    spec.decoder.start_from_zero_embedding = False
    for number, layer in enumerate(spec.decoder.layer, start=1):
        if number % GLOBAL_EVERY == 0:
            layer.self_attention.rotary_base = np.float32(GLOBAL_ROTARY_BASE)
            layer.self_attention.sliding_window = np.int32(0)
    return spec


def _set_layer(layer: Any, number: int, base: GgufFile, adapter: Adapter) -> None:
    def matrix(name: str) -> Floats:
        stored = base.read_tensor(f"blk.{number}.{MATRICES[name]}.weight")
        return adapter.merge(f"layers.{number}.{name}", stored)

    def norm(name: str) -> Floats:
        return base.read_tensor(f"blk.{number}.{name}.weight")

    for ours, stored_name in NORMS.items():
        _set_norm(getattr(layer, ours), norm(stored_name))
    attention = layer.self_attention
    _set_norm(attention.q_norm, norm("attn_q_norm"))
    _set_norm(attention.k_norm, norm("attn_k_norm"))
    attention.linear[0].weight = np.concatenate(
        [matrix("q_proj"), matrix("k_proj"), matrix("v_proj")]
    )
    attention.linear[1].weight = matrix("o_proj")
    layer.ffn.linear_0.weight = matrix("gate_proj")
    layer.ffn.linear_0_noact.weight = matrix("up_proj")
    layer.ffn.linear_1.weight = matrix("down_proj")


def _set_norm(spec: Any, stored: Floats) -> None:
    # The GGUF stores 1 + weight; with `layer_norm_use_residual` CTranslate2 adds
    # the 1 itself, as Gemma's reference code does.
    spec.gamma = stored - np.float32(1)
    spec.layer_norm_use_residual = True
