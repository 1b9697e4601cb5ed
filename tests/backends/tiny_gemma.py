"""A Gemma 3 of a toy's size with random weights, and what it should compute.

Written with the `gguf` library and read back with it, so that our own reading of the
file is tested against another's; the forward pass is in plain numpy, after the
published description of the architecture, and knows nothing of CTranslate2.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import gguf
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

WIDTH, INNER, LAYERS, HEADS, HEAD_SIZE = 64, 96, 18, 4, 256
RANK, SCALE = 4, 2.0
SHAPES = {
    "attn_q": (HEADS * HEAD_SIZE, WIDTH),
    "attn_k": (HEAD_SIZE, WIDTH),
    "attn_v": (HEAD_SIZE, WIDTH),
    "attn_output": (WIDTH, HEADS * HEAD_SIZE),
    "ffn_gate": (INNER, WIDTH),
    "ffn_up": (INNER, WIDTH),
    "ffn_down": (WIDTH, INNER),
}
NORMS = {
    "attn_norm": WIDTH,
    "post_attention_norm": WIDTH,
    "ffn_norm": WIDTH,
    "post_ffw_norm": WIDTH,
    "attn_q_norm": HEAD_SIZE,
    "attn_k_norm": HEAD_SIZE,
}
ADAPTER_NAMES = {
    "attn_q": "q_proj",
    "attn_k": "k_proj",
    "attn_v": "v_proj",
    "attn_output": "o_proj",
    "ffn_gate": "gate_proj",
    "ffn_up": "up_proj",
    "ffn_down": "down_proj",
}

_NORMAL, _CONTROL, _USER_DEFINED, _BYTE = 1, 3, 4, 6
LETTERS = "▁abcdefghijklmnopqrstuvwxyzABDEHINRSTW.,!?ßäöü0123456789-"
# In the order in which the tokenizer would have learned them.
MERGED = (
    "er ie ei en ▁d st ▁die ▁der ein ▁D al ou ▁Dal ho hou hous se ouse ▁Dalhouse "
    "▁Dalhousie ist ▁ist ▁Die"
).split()
NOT_KEPT = ("▁Dalhousie", "▁Dalhouse", "ß")


def make_pieces() -> tuple[list[str], list[int], list[float]]:
    """Return the toy's pieces with their kinds and scores."""
    special = ["<pad>", "<eos>", "<bos>", "<unk>"]
    bytes_ = [f"<0x{byte:02X}>" for byte in range(256)]
    learned = [*MERGED, *LETTERS]
    pieces = [*special, "\n", "  ", *bytes_, *learned]
    kinds = [_CONTROL] * 4 + [_USER_DEFINED] * 2 + [_BYTE] * 256
    kinds += [_NORMAL] * len(learned)
    unlearned = len(pieces) - len(learned)
    scores = [-1000.0] * unlearned + [-float(n) for n in range(len(learned))]
    return pieces, kinds, scores


def kept_numbers() -> npt.NDArray[np.int32]:
    """Return the numbers of the pieces that the toy's adapter keeps."""
    pieces = make_pieces()[0]
    numbers = [n for n, piece in enumerate(pieces) if piece not in NOT_KEPT]
    return np.array(numbers, dtype=np.int32)


def write_base(path: Path, seed: int = 1) -> None:
    """Write the base model; the big matrices in 8 and 5 bits, as in the real one."""
    random = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(str(path), "gemma3")
    pieces, kinds, scores = make_pieces()
    writer.add_block_count(LAYERS)
    writer.add_token_list(pieces)
    writer.add_token_scores(scores)
    writer.add_token_types(kinds)
    for name, number in {"padding": 0, "eos": 1, "bos": 2, "unknown": 3}.items():
        writer.add_uint32(f"tokenizer.ggml.{name}_token_id", number)
    eight, five = gguf.GGMLQuantizationType.Q8_0, gguf.GGMLQuantizationType.Q5_0

    def add(name: str, values: Floats, kind: gguf.GGMLQuantizationType) -> None:
        data = gguf.quants.quantize(values, kind)
        writer.add_tensor(f"{name}.weight", data, raw_dtype=kind)

    add("token_embd", _normal(random, (len(pieces), WIDTH), WIDTH), eight)
    writer.add_tensor("output_norm.weight", _norm(random, WIDTH))
    for layer in range(LAYERS):
        for name, shape in SHAPES.items():
            kind = eight if name == "attn_v" else five
            add(f"blk.{layer}.{name}", _normal(random, shape, shape[1]), kind)
        for name, size in NORMS.items():
            writer.add_tensor(f"blk.{layer}.{name}.weight", _norm(random, size))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def write_adapter(path: Path, seed: int = 2) -> None:
    """Write an adapter for the toy, with changes as large as its weights."""
    random = np.random.default_rng(seed)
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "scale": np.array(SCALE, dtype=np.float32),
        "kept": kept_numbers(),
    }
    for layer in range(LAYERS):
        for name, (rows, columns) in SHAPES.items():
            key = f"layers.{layer}.{ADAPTER_NAMES[name]}"
            a = _normal(random, (RANK, columns), columns)
            b = _normal(random, (rows, RANK), RANK * SCALE**2)
            arrays[f"{key}.A"] = a.astype(np.float16)
            arrays[f"{key}.B"] = b.astype(np.float16)
    np.savez(path, **arrays)  # type: ignore[arg-type]  # numpy's stub is too narrow


class Reference:
    """The merged toy in float32, with its matrices rounded to eight bits a row."""

    def __init__(self, base_path: Path, adapter_path: Path) -> None:
        reader = gguf.GGUFReader(str(base_path))
        self._base = {
            tensor.name.removesuffix(".weight"): np.array(
                gguf.quants.dequantize(tensor.data, tensor.tensor_type)
            )
            for tensor in reader.tensors
        }
        self._adapter = np.load(adapter_path)
        self._embeddings = _round(self._base["token_embd"][self._adapter["kept"]])

    def log_probabilities(self, numbers: Sequence[int]) -> Floats:
        """Return the log probability of every next piece, at every place."""
        hidden = self._embeddings[list(numbers)] * np.float32(WIDTH**0.5)
        for layer in range(LAYERS):
            hidden = self._attend(layer, hidden)
            hidden = self._feed_forward(layer, hidden)
        logits = _rms(hidden, self._base["output_norm"]) @ self._embeddings.T
        shifted = logits - logits.max(-1, keepdims=True)
        result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
        return result

    def _matrix(self, layer: int, name: str) -> Floats:
        key = f"layers.{layer}.{ADAPTER_NAMES[name]}"
        up, down = self._adapter[f"{key}.B"], self._adapter[f"{key}.A"]
        change = up.astype(np.float32) @ down.astype(np.float32)
        return _round(self._base[f"blk.{layer}.{name}"] + SCALE * change)

    def _attend(self, layer: int, hidden: Floats) -> Floats:
        length = len(hidden)
        is_global = layer % 6 == 5
        norm = {name: self._base[f"blk.{layer}.{name}"] for name in NORMS}
        states = _rms(hidden, norm["attn_norm"])
        queries = states @ self._matrix(layer, "attn_q").T
        keys = states @ self._matrix(layer, "attn_k").T
        values = states @ self._matrix(layer, "attn_v").T
        rotary = 1_000_000.0 if is_global else 10_000.0
        heads = queries.reshape(length, HEADS, HEAD_SIZE)
        heads = _rotate(_rms(heads, norm["attn_q_norm"]), rotary)
        shared = _rms(keys.reshape(length, 1, HEAD_SIZE), norm["attn_k_norm"])
        shared = _rotate(shared, rotary)[:, 0]
        weights = np.einsum("thd,sd->hts", heads, shared) / np.sqrt(HEAD_SIZE)
        weights = np.where(np.tril(np.ones((length, length))) > 0, weights, -1e30)
        weights = np.exp(weights - weights.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        mixed = np.einsum("hts,sd->thd", weights, values).reshape(length, -1)
        output = mixed @ self._matrix(layer, "attn_output").T
        result: Floats = hidden + _rms(output, norm["post_attention_norm"])
        return result

    def _feed_forward(self, layer: int, hidden: Floats) -> Floats:
        states = _rms(hidden, self._base[f"blk.{layer}.ffn_norm"])
        gate = states @ self._matrix(layer, "ffn_gate").T
        bent = np.tanh(np.sqrt(2 / np.pi) * (gate + 0.044715 * gate**3))
        inner = 0.5 * gate * (1 + bent) * (states @ self._matrix(layer, "ffn_up").T)
        output = inner @ self._matrix(layer, "ffn_down").T
        result: Floats = hidden + _rms(output, self._base[f"blk.{layer}.post_ffw_norm"])
        return result


def _normal(
    random: np.random.Generator, shape: tuple[int, ...], variance_over: float
) -> Floats:
    return random.normal(0, variance_over**-0.5, shape).astype(np.float32)


def _norm(random: np.random.Generator, size: int) -> Floats:
    # As the GGUF has it: one plus the weight.
    return (1 + random.normal(0, 0.3, size)).astype(np.float32)


def _rms(states: Floats, weight: Floats) -> Floats:
    size = np.sqrt((states**2).mean(-1, keepdims=True) + 1e-6)
    result: Floats = states / size * weight
    return result


def _rotate(states: Floats, rotary: float) -> Floats:
    """Turn each pair (i, i + half) by its position's angle (RoPE, Su et al. 2021)."""
    half = HEAD_SIZE // 2
    angles = np.arange(len(states))[:, None] * rotary ** (-np.arange(half) / half)
    cosine, sine = np.cos(angles)[:, None], np.sin(angles)[:, None]
    first, second = states[..., :half], states[..., half:]
    turned = [first * cosine - second * sine, second * cosine + first * sine]
    return np.concatenate(turned, -1).astype(np.float32)


def _round(matrix: Floats) -> Floats:
    largest = np.abs(matrix).max(1, keepdims=True)
    result: Floats = np.rint(matrix * (127 / largest)) * (largest / 127)
    return result.astype(np.float32)
