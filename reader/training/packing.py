"""What a run needs, small enough to travel: the base pruned, all in a few files.

Owns the run's own copy of the base model (only the kept pieces' rows, in the file's
own quantized bytes, so that nothing is lost: 117 MB instead of 253) and the archives
in which a run goes to a machine with a GPU, and what it learned comes back.
"""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from reader.backends.gemma.adapter import Adapter
from reader.backends.gemma.container import Floats, GgufFile, unpack_tensor
from reader.backends.gemma.tokenizer import (
    TOKENIZER_FILE,
    VOCABULARY_FILE,
    build_model,
    read_pieces,
)

BASE_FILE = "base.npz"
START_FILE = "start.npz"
EMBEDDINGS = "token_embd.weight"
PART_PATTERN = "part-*.bin"
_KINDS = "kinds"


def write_base(base: GgufFile, adapter: Adapter, run_dir: Path) -> None:
    """Write what training needs of the base: its tensors, tokenizer and kept pieces."""
    pieces = read_pieces(base)
    kept = [pieces[number] for number in adapter.kept]
    (run_dir / TOKENIZER_FILE).write_bytes(build_model(base))
    text = json.dumps(kept, ensure_ascii=False)
    (run_dir / VOCABULARY_FILE).write_text(text, encoding="utf-8")
    arrays: dict[str, Any] = {
        name: base.read_stored(name, adapter.kept if name == EMBEDDINGS else None)
        for name in base.tensors
    }
    kinds = json.dumps({name: place.kind for name, place in base.tensors.items()})
    arrays[_KINDS] = np.frombuffer(kinds.encode(), dtype=np.uint8)
    tmp_path = run_dir / f"{BASE_FILE}.tmp"
    with tmp_path.open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)
    tmp_path.replace(run_dir / BASE_FILE)


class PrunedBase:
    """The tensors that `write_base` wrote."""

    def __init__(self, run_dir: Path) -> None:
        """Open the base of a run's folder."""
        self._arrays = np.load(run_dir / BASE_FILE, allow_pickle=False)
        self._kinds: dict[str, int] = json.loads(self._arrays[_KINDS].tobytes())

    def read_tensor(self, name: str) -> Floats:
        """Return a tensor as float32."""
        return unpack_tensor(self._arrays[name], self._kinds[name])

    def close(self) -> None:
        """Close the file."""
        self._arrays.close()


def pack_files(
    paths: Iterable[Path], root: Path, target_dir: Path, most_bytes: int
) -> list[Path]:
    """Write files under `root` into one archive, in parts of `most_bytes` at most."""
    target_dir.mkdir(parents=True, exist_ok=True)
    for old in target_dir.glob(PART_PATTERN):
        old.unlink()
    whole_path = target_dir / "whole.tmp"
    with tarfile.open(whole_path, "w:gz") as archive:
        for path in paths:
            archive.add(path, path.relative_to(root))
    parts: list[Path] = []
    with whole_path.open("rb") as whole:
        # A part fits in memory.
        while block := whole.read(most_bytes):
            part = target_dir / PART_PATTERN.replace("*", f"{len(parts):02d}")
            part.write_bytes(block)
            parts.append(part)
    whole_path.unlink()
    return parts


def unpack_files(source_dir: Path, target_dir: Path) -> None:
    """Write the files of an archive in parts into `target_dir`.

    Raises:
        FileNotFoundError: there are no parts.
    """
    parts = sorted(source_dir.glob(PART_PATTERN))
    if not parts:
        raise FileNotFoundError(f"{source_dir} has no {PART_PATTERN}")
    target_dir.mkdir(parents=True, exist_ok=True)
    whole = io.BytesIO(b"".join(part.read_bytes() for part in parts))
    with tarfile.open(fileobj=whole, mode="r:gz") as archive:
        archive.extractall(target_dir, filter="data")
