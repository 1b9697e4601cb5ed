"""The adapter: what this package adds to the base model.

Owns reading `adapter.npz` and the arithmetic of merging. It holds LoRA matrices
(Hu et al. 2021) named `layers.0.q_proj.A` (rank x in) and `.B` (out x rank), their
`scale` (alpha / rank), and `kept`: the ascending numbers of the base model's pieces
that the engine keeps, so that the engine's piece i is the base's piece `kept[i]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reader.backends.gemma.container import Floats
from reader.backends.gemma.identity import ADAPTER_FILE


@dataclass(frozen=True, slots=True)
class Adapter:
    """Low-rank changes of the base's matrices, and the pieces to keep."""

    matrices: Mapping[str, npt.NDArray[np.float16]]
    scale: float
    kept: npt.NDArray[np.int32]

    def merge(self, name: str, base: Floats) -> Floats:
        """Return `base` + scale * B A, for the matrix called `name`.

        A matrix that the adapter does not have is returned as it is.
        """
        if f"{name}.A" not in self.matrices:
            return base
        down = self.matrices[f"{name}.A"].astype(np.float32)
        up = self.matrices[f"{name}.B"].astype(np.float32)
        merged: Floats = base + np.float32(self.scale) * (up @ down)
        return merged


def load_adapter(path: Path | None = None) -> Adapter:
    """Return the adapter of `path`, or the one that ships with this package."""
    place = path or resources.files(__package__).joinpath(ADAPTER_FILE)
    with place.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        matrices = {name: arrays[name] for name in arrays.files}
    scale = float(matrices.pop("scale"))
    return Adapter(matrices, scale, matrices.pop("kept").astype(np.int32))
