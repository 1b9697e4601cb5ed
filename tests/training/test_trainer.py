"""The training loop on the toy: it learns, stops, goes on, and says what it did."""

from __future__ import annotations

import csv
import json
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest

from reader.backends.gemma.adapter import load_adapter
from reader.backends.gemma.tokenizer import VOCABULARY_FILE, Tokenizer
from reader.training.batches import Encoder
from reader.training.checkpoints import find_adapter, load_state
from reader.training.corpus import Pair
from reader.training.examples import Example
from reader.training.packing import START_FILE, PrunedBase
from reader.training.settings import Settings, load_settings
from tests.backends import tiny_gemma

torch = pytest.importorskip("torch")
torch.set_num_threads(1)
# Behind the check, since they import torch.
network_module = pytest.importorskip("reader.training.network")
trainer_module = pytest.importorskip("reader.training.trainer")

SHAPE = network_module.Shape(tiny_gemma.LAYERS, tiny_gemma.HEADS, tiny_gemma.HEAD_SIZE)
EXAMPLES = [
    Example(Pair("wmt", "human", f"die {word} ist da", f"the {word} is here"), ())
    for word in "eins eier ruder steine leiste huhn dohle".split()
]


def _settings(**changes: Any) -> Settings:
    settings = load_settings()
    small = {
        "step_pieces": 60,
        "batch_pieces": 40,
        "learning_rate": 0.02,
        "warm_up_steps": 1,
        "decay": 0.0,
    }
    return replace(
        settings,
        network=replace(settings.network, rank=tiny_gemma.RANK),
        training=replace(settings.training, **(small | changes)),
    )


@pytest.fixture
def run_dir(tiny_run_dir: Path, tmp_path: Path) -> Path:
    run_dir = tmp_path / "run"
    shutil.copytree(tiny_run_dir, run_dir)
    return run_dir


def _train(run_dir: Path, settings: Settings, steps: int) -> Any:
    """Train for so many steps."""
    adapter = load_adapter(run_dir / START_FILE)
    with closing(PrunedBase(run_dir)) as base:
        network = network_module.load_network(
            base.read_tensor, adapter, SHAPE, settings.network.rank
        )
    kept = json.loads((run_dir / VOCABULARY_FILE).read_bytes())
    encoder = Encoder(Tokenizer.load(run_dir), kept)
    run = trainer_module.Run(
        settings, run_dir, network, adapter, encoder, EXAMPLES, "cpu"
    )
    stop = Event()
    said: list[str] = []

    def report(text: str) -> None:
        said.append(text)
        if len(said) == steps:
            stop.set()

    trainer_module.Trainer(run, stop).train(3600, report)
    assert len(said) == steps
    return network


def _read_log(run_dir: Path) -> list[dict[str, str]]:
    with (run_dir / "log.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_it_learns_and_writes_the_average(run_dir: Path) -> None:
    _train(run_dir, _settings(), 16)
    losses = [float(row["loss"]) for row in _read_log(run_dir)]
    assert sum(losses[-5:]) < 0.9 * sum(losses[:5])
    state = load_state(run_dir)
    assert state is not None
    written = load_adapter(find_adapter(run_dir, 16))
    name = "layers.3.up_proj.B"
    average, last = (
        np.asarray(matrices[name]) for matrices in (state.average, state.matrices)
    )
    assert np.allclose(written.matrices[name], average, atol=1e-3)
    assert np.abs(average - last).max() > 1e-3
    assert written.kept.tolist() == tiny_gemma.kept_numbers().tolist()


def test_a_run_that_was_stopped_goes_on_as_if_it_had_not_been(
    run_dir: Path, tiny_run_dir: Path, tmp_path: Path
) -> None:
    other_dir = tmp_path / "other"
    shutil.copytree(tiny_run_dir, other_dir)
    whole = _train(run_dir, _settings(), 7)
    _train(other_dir, _settings(), 3)
    parted = _train(other_dir, _settings(), 4)
    for one, other in zip(whole.parameters(), parted.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-6)
    keys = ("step", "epoch", "examples", "pieces", "loss")
    logs = [
        [[row[key] for key in keys] for row in _read_log(folder)]
        for folder in (run_dir, other_dir)
    ]
    assert logs[0] == logs[1]
    assert int(logs[0][-1][1]) > 0


def test_batches_at_once_are_the_same_as_one_after_the_other(
    run_dir: Path, tiny_run_dir: Path, tmp_path: Path
) -> None:
    other_dir = tmp_path / "other"
    shutil.copytree(tiny_run_dir, other_dir)
    together = _train(run_dir, _settings(workers=2), 3)
    alone = _train(other_dir, _settings(workers=1, batch_pieces=1000), 3)
    for one, other in zip(together.parameters(), alone.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-3)


def test_half_precision_learns_in_full(run_dir: Path) -> None:
    network = _train(run_dir, _settings(half=True), 5)
    assert {parameter.dtype for parameter in network.parameters()} == {torch.float32}
    losses = [float(row["loss"]) for row in _read_log(run_dir)]
    assert losses[-1] < losses[0]


def test_other_hints_need_a_run_of_their_own(run_dir: Path) -> None:
    settings = _settings()
    _train(run_dir, settings, 1)
    other = replace(settings, hints=replace(settings.hints, share=0.1))
    with pytest.raises(trainer_module.SettingsChangedError, match=r"0\.1"):
        _train(run_dir, other, 1)
    # Another rate may be tried.
    _train(run_dir, _settings(learning_rate=0.001), 1)


def test_a_step_that_is_interrupted_teaches_nothing(run_dir: Path) -> None:
    _train(run_dir, _settings(), 2)
    before = load_state(run_dir)
    adapter = load_adapter(run_dir / START_FILE)
    with closing(PrunedBase(run_dir)) as base:
        network = network_module.load_network(
            base.read_tensor, adapter, SHAPE, tiny_gemma.RANK
        )
    kept = json.loads((run_dir / VOCABULARY_FILE).read_bytes())
    encoder = Encoder(Tokenizer.load(run_dir), kept)
    stop = Event()
    loss = network.loss

    def stop_meanwhile(*arguments: Any) -> Any:
        stop.set()
        return loss(*arguments)

    network.loss = stop_meanwhile
    run = trainer_module.Run(
        _settings(workers=1), run_dir, network, adapter, encoder, EXAMPLES, "cpu"
    )
    trainer_module.Trainer(run, stop).train(3600, lambda text: None)
    after = load_state(run_dir)
    assert before is not None and after is not None
    assert after.progress.step == before.progress.step == 2
    assert after.progress.position == before.progress.position
    for name, matrix in before.matrices.items():
        assert torch.equal(matrix, after.matrices[name])
