"""A run's state on disk, and the adapters that come out of it.

Owns the files of a run's folder: `checkpoint.pt`, written whole or not at all, from
which a run goes on; `adapters/STEP.npz`, the averaged weights of each checkpoint in
the form that ships; `log.tsv`, one line a step.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from reader.backends.gemma.adapter import Adapter

CHECKPOINT_FILE = "checkpoint.pt"
ADAPTERS_DIR = "adapters"
LOG_FILE = "log.tsv"


@dataclass(slots=True)
class Progress:
    """How far training has come, over all runs."""

    step: int = 0
    epoch: int = 0
    position: int = 0
    """Examples read of this epoch."""
    examples: int = 0
    pieces: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class State:
    """All that a run needs to go on."""

    settings: dict[str, Any]
    progress: Progress = field(default_factory=Progress)
    matrices: dict[str, Any] = field(default_factory=dict)
    """The weights that learn."""
    average: dict[str, Any] = field(default_factory=dict)
    """Their moving average."""
    optimizer: dict[str, Any] = field(default_factory=dict)


def save_state(run_dir: Path, state: State) -> None:
    """Write the checkpoint; a run that is killed meanwhile leaves the last one."""
    import torch

    path = run_dir / CHECKPOINT_FILE
    tmp_path = path.with_suffix(".tmp")
    record = {
        "settings": state.settings,
        "progress": {
            name: getattr(state.progress, name) for name in Progress.__slots__
        },
        "matrices": state.matrices,
        "average": state.average,
        "optimizer": state.optimizer,
    }
    with tmp_path.open("wb") as stream:
        torch.save(record, stream)
        stream.flush()
        os.fsync(stream.fileno())
    tmp_path.replace(path)


def load_state(run_dir: Path) -> State | None:
    """Return the checkpoint, None where there is none yet."""
    import torch

    path = run_dir / CHECKPOINT_FILE
    if not path.exists():
        return None
    record = torch.load(path, map_location="cpu", weights_only=True)
    return State(**{**record, "progress": Progress(**record["progress"])})


def adapter_path(run_dir: Path, step: int) -> Path:
    """Return where the adapter of a checkpoint is."""
    return run_dir / ADAPTERS_DIR / f"{step:06d}.npz"


def find_adapter(run_dir: Path, step: int | None) -> Path:
    """Return the adapter of a checkpoint, of the last one when `step` is None.

    Raises:
        FileNotFoundError: there is none.
    """
    if step is not None:
        return adapter_path(run_dir, step)
    found = sorted((run_dir / ADAPTERS_DIR).glob("*.npz"))
    if not found:
        raise FileNotFoundError(f"{run_dir} has no adapter yet: train first")
    return found[-1]


def write_adapter(path: Path, matrices: Mapping[str, Any], like: Adapter) -> None:
    """Write an adapter in half precision, with the scale and the pieces of `like`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {
        name: np.asarray(matrix, dtype=np.float16) for name, matrix in matrices.items()
    }
    tmp_path = path.with_suffix(".tmp")
    with tmp_path.open("wb") as stream:
        np.savez_compressed(
            stream,
            allow_pickle=False,
            **arrays,
            scale=np.float32(like.scale),
            kept=like.kept.astype(np.int32),
        )
    tmp_path.replace(path)


class Log:
    """The run's log, a table that grows by a line a step."""

    COLUMNS = ("step", "epoch", "examples", "pieces", "loss", "rate", "norm", "seconds")

    def __init__(self, run_dir: Path) -> None:
        self._path = run_dir / LOG_FILE
        if not self._path.exists():
            self._write(self.COLUMNS)

    def add(self, progress: Progress, loss: float, rate: float, norm: float) -> None:
        """Add a step: its loss a piece, its rate, and the gradient's length."""
        self._write(
            (
                str(progress.step),
                str(progress.epoch),
                str(progress.examples),
                str(progress.pieces),
                f"{loss:.4f}",
                f"{rate:.3g}",
                f"{norm:.3f}",
                f"{progress.seconds:.0f}",
            )
        )

    def _write(self, cells: tuple[str, ...]) -> None:
        with self._path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write("\t".join(cells) + "\n")
