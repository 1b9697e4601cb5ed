"""The network in torch against Gemma 3 in plain numpy (`tiny_gemma.Reference`)."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reader.backends.gemma.adapter import Adapter, load_adapter
from reader.training.packing import START_FILE, PrunedBase
from tests.backends import tiny_gemma

torch = pytest.importorskip("torch")
torch.set_num_threads(1)
# Behind the check, since it imports torch.
network_module = pytest.importorskip("reader.training.network")

SHAPE = network_module.Shape(tiny_gemma.LAYERS, tiny_gemma.HEADS, tiny_gemma.HEAD_SIZE)
PIECES = np.random.default_rng(4).integers(4, 300, (3, 40))


def _load(run_dir: Path, rank: int = tiny_gemma.RANK) -> tuple[Any, Adapter]:
    adapter = load_adapter(run_dir / START_FILE)
    with closing(PrunedBase(run_dir)) as base:
        network = network_module.load_network(base.read_tensor, adapter, SHAPE, rank)
    return network, adapter


def test_it_computes_what_gemma_3_computes(
    tiny_run_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Here nothing is quantized, so the reference must not round.
    monkeypatch.setattr(tiny_gemma, "_round", lambda matrix: matrix)
    reference = tiny_gemma.Reference(
        tiny_run_dir / "base.gguf", tiny_run_dir / "adapter.npz"
    )
    network, _ = _load(tiny_run_dir)
    losses = []
    for row in PIECES:
        all_expected = reference.log_probabilities(row.tolist())
        losses.append(-all_expected[np.arange(9, 39), row[10:]].sum())
    places = np.concatenate([np.arange(9, 39) + 40 * row for row in range(3)])
    with torch.no_grad():
        loss = network.loss(torch.from_numpy(PIECES), torch.from_numpy(places), 0.0)
    assert loss.item() == pytest.approx(sum(losses), rel=1e-4)


def test_padding_changes_nothing(tiny_run_dir: Path) -> None:
    network, _ = _load(tiny_run_dir)
    places = torch.arange(4, 19)
    short = torch.from_numpy(PIECES[:1, :20])
    padded = torch.cat([short, torch.zeros(1, 13, dtype=torch.long)], dim=1)
    with torch.no_grad():
        one, other = (network.loss(text, places, 0.1) for text in (short, padded))
    assert one.item() == pytest.approx(other.item(), rel=1e-5)


def test_the_loss_and_its_gradient_are_torchs_own(tiny_run_dir: Path) -> None:
    network, _ = _load(tiny_run_dir)
    pieces, places = torch.from_numpy(PIECES), torch.arange(3, 100, 2)
    loss = network.loss(pieces, places, 0.1)
    logits = network(pieces)[places] @ network.embeddings.T
    expected = torch.nn.functional.cross_entropy(
        logits, pieces.flatten()[places + 1], label_smoothing=0.1, reduction="sum"
    )
    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    matrices = list(network.parameters())
    pairs = zip(
        torch.autograd.grad(loss, matrices),
        torch.autograd.grad(expected, matrices),
        strict=True,
    )
    for ours, theirs in pairs:
        assert theirs.abs().max() > 0
        assert torch.allclose(ours, theirs, atol=1e-4 * theirs.abs().max().item())


def test_only_the_adapters_matrices_are_learned(tiny_run_dir: Path) -> None:
    network, adapter = _load(tiny_run_dir)
    parameters = dict(network.named_parameters())
    assert set(parameters) == set(adapter.matrices)
    for name, matrix in adapter.matrices.items():
        assert np.allclose(parameters[name].detach().numpy(), matrix)


def test_a_larger_rank_begins_where_the_adapter_ended(tiny_run_dir: Path) -> None:
    small, _ = _load(tiny_run_dir)
    large, _ = _load(tiny_run_dir, 2 * tiny_gemma.RANK)
    pieces, places = torch.from_numpy(PIECES), torch.arange(100)
    loss, other = (net.loss(pieces, places, 0.0) for net in (small, large))
    assert other.item() == pytest.approx(loss.item(), rel=1e-5)
    # And what was added can learn.
    gradient = torch.autograd.grad(other, large.layers[3].q_proj.B)[0]
    assert gradient[:, tiny_gemma.RANK :].abs().max() > 0


def test_half_precision_is_nearly_the_same(tiny_run_dir: Path) -> None:
    network, _ = _load(tiny_run_dir)
    pieces, places = torch.from_numpy(PIECES), torch.arange(100)
    whole = network.loss(pieces, places, 0.05)
    for buffer in network.buffers():
        buffer.data = buffer.bfloat16()
    with torch.autocast("cpu", torch.bfloat16):
        half = network.loss(pieces, places, 0.05)
    assert half.item() == pytest.approx(whole.item(), rel=0.02)
    for gradient in torch.autograd.grad(half, list(network.parameters())):
        assert gradient.dtype == torch.float32
        assert gradient.isfinite().all()
