"""The settings of a training run, read from `adapter.toml`.

Owns their names and types; what each of them is for stands in the file.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SETTINGS_PATH = Path(__file__).with_name("adapter.toml")


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """Which sentence pairs are learned from."""

    fewest_words: int
    most_words: int
    least_ratio: float
    most_ratio: float
    tatoeba_words: int


@dataclass(frozen=True, slots=True)
class HintSettings:
    """How many hints there are, and how sure they must be."""

    share: float
    most: int
    confidence: float


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """What is learned."""

    rank: int
    smoothing: float
    most_pieces: int


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """How it is learned."""

    step_pieces: int
    batch_pieces: int
    workers: int
    half: bool
    learning_rate: float
    warm_up_steps: int
    decay: float
    averaging: float
    longest_gradient: float
    checkpoint_minutes: float


@dataclass(frozen=True, slots=True)
class EvaluationSettings:
    """What is measured."""

    rows: int
    beam: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run."""

    seed: int
    corpus: CorpusSettings
    hints: HintSettings
    network: NetworkSettings
    training: TrainingSettings
    evaluation: EvaluationSettings

    def record(self) -> dict[str, Any]:
        """Return what a checkpoint keeps of them."""
        return asdict(self)


def load_settings(path: Path = SETTINGS_PATH, device: str = "cpu") -> Settings:
    """Return the settings of `path` for a device, "cpu" or "cuda".

    Raises:
        TypeError: a setting is missing or has a name that is none.
    """
    tables = tomllib.loads(path.read_text("utf-8"))
    on_gpu = {"network": tables.pop("cuda_network"), "training": tables.pop("cuda")}
    if device == "cuda":
        for name, changes in on_gpu.items():
            tables[name] |= changes
    return Settings(
        seed=tables["seed"],
        corpus=CorpusSettings(**tables["corpus"]),
        hints=HintSettings(**tables["hints"]),
        network=NetworkSettings(**tables["network"]),
        training=TrainingSettings(**tables["training"]),
        evaluation=EvaluationSettings(**tables["evaluation"]),
    )
