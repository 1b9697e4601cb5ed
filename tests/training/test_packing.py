"""Packing a run: pruned without loss, in parts of a size, and whole again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from reader.backends.gemma.container import GgufFile
from reader.training.packing import (
    BASE_FILE,
    PrunedBase,
    pack_files,
    unpack_files,
)
from tests.backends import tiny_gemma


def test_the_pruned_base_has_the_same_numbers(tiny_run_dir: Path) -> None:
    kept = tiny_gemma.kept_numbers()
    with (
        GgufFile(tiny_run_dir / "base.gguf") as base,
        closing(PrunedBase(tiny_run_dir)) as pruned,
    ):
        for name in base.tensors:
            rows = kept if name == "token_embd.weight" else None
            assert np.array_equal(
                pruned.read_tensor(name), base.read_tensor(name, rows)
            )


def test_files_are_whole_again_after_travelling_in_parts(tmp_path: Path) -> None:
    source, parts_dir, target = (tmp_path / name for name in ("a", "parts", "b"))
    noise = np.random.default_rng(5).bytes(25_000)
    for name, content in (("x.bin", noise), ("deep/y.txt", b"Gr\xc3\xbc\xc3\x9fe")):
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    paths = [source / "x.bin", source / "deep" / "y.txt"]
    # What is left of an earlier, larger archive must not be read.
    pack_files(paths, source, parts_dir, 1_000)
    parts = pack_files(paths, source, parts_dir, 10_000)
    assert sorted(parts_dir.iterdir()) == parts
    assert len(parts) == 3
    assert max(part.stat().st_size for part in parts) <= 10_000
    unpack_files(parts_dir, target)
    assert (target / "x.bin").read_bytes() == noise
    assert (target / "deep" / "y.txt").read_text("utf-8") == "Grüße"


def test_a_folder_without_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="part"):
        unpack_files(tmp_path, tmp_path / "run")


def test_the_base_is_written_whole_or_not_at_all(tiny_run_dir: Path) -> None:
    assert (tiny_run_dir / BASE_FILE).exists()
    assert not list(tiny_run_dir.glob("*.tmp"))
