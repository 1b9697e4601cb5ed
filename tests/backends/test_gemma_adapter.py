from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

import reader.backends.gemma
from reader.backends import gemma
from reader.backends.gemma import identity
from reader.backends.gemma.adapter import (
    Adapter,
    load_adapter,
)

SHAPES = {
    "q_proj": (1024, 640),
    "k_proj": (256, 640),
    "v_proj": (256, 640),
    "o_proj": (640, 1024),
    "gate_proj": (2048, 640),
    "up_proj": (2048, 640),
    "down_proj": (640, 2048),
}


def test_merging_adds_the_scaled_product_of_both_matrices() -> None:
    random = np.random.default_rng(3)
    base = random.normal(size=(6, 5)).astype(np.float32)
    up = random.normal(size=(6, 2)).astype(np.float16)
    down = random.normal(size=(2, 5)).astype(np.float16)
    adapter = Adapter({"m.A": down, "m.B": up}, 1.5, np.arange(3, dtype=np.int32))
    state = random.normal(size=5).astype(np.float32)
    merged = adapter.merge("m", base)
    # The meaning of an adapter: both paths beside each other, summed.
    beside = base @ state + 1.5 * (up.astype(float) @ (down.astype(float) @ state))
    assert merged.dtype == np.float32
    assert np.allclose(merged @ state, beside, atol=1e-5)
    assert not np.allclose(merged, base, atol=0.1)


def test_a_matrix_that_the_adapter_does_not_have_stays() -> None:
    base = np.ones((2, 2), dtype=np.float32)
    adapter = Adapter({}, 2.0, np.arange(1, dtype=np.int32))
    assert np.array_equal(adapter.merge("layers.0.q_proj", base), base)


def test_the_shipped_adapter_has_every_matrix_of_every_layer() -> None:
    adapter = load_adapter()
    assert len(adapter.matrices) == 18 * len(SHAPES) * 2
    for layer in range(18):
        for name, (rows, columns) in SHAPES.items():
            down = adapter.matrices[f"layers.{layer}.{name}.A"]
            up = adapter.matrices[f"layers.{layer}.{name}.B"]
            assert down.shape[1] == columns
            assert up.shape == (rows, down.shape[0])
            assert np.isfinite(down).all() and np.isfinite(up).all()
            assert np.abs(up).max() > 0


def test_the_shipped_adapter_keeps_each_piece_once_and_all_special_ones() -> None:
    kept = load_adapter().kept
    assert (np.diff(kept) > 0).all()
    assert 0 <= kept[0] and kept[-1] < 262_144
    # Padding, both ends of a text, unknown, the line feed, and the byte pieces.
    assert {0, 1, 2, 3, 107, *range(238, 238 + 256)} <= set(kept.tolist())


def test_a_new_adapter_makes_a_new_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(reader.backends.gemma.__file__).with_name("adapter.npz")
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    assert identity.find_adapter_checksum() == checksum
    assert gemma.package_name().endswith(f"-{gemma.ENGINE_VERSION}-{checksum[:8]}")
    monkeypatch.setattr(identity, "find_adapter_checksum", lambda: "cafe" * 16)
    assert (
        gemma.package_name() == f"builtin-gemma3-270m-{gemma.ENGINE_VERSION}-cafecafe"
    )
