"""What a run leaves on disk; the checkpoint itself is the trainer's tests'."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reader.backends.gemma.adapter import Adapter, load_adapter
from reader.training.checkpoints import (
    Log,
    Progress,
    adapter_path,
    find_adapter,
    write_adapter,
)

ADAPTER = Adapter({}, 2.0, np.array([1, 5, 7], dtype=np.int32))


def test_an_adapter_is_written_as_the_engine_reads_it(tmp_path: Path) -> None:
    matrices = {"layers.0.q_proj.A": np.full((2, 3), 0.1, dtype=np.float32)}
    path = adapter_path(tmp_path, 12)
    write_adapter(path, matrices, ADAPTER)
    written = load_adapter(path)
    assert written.scale == 2.0
    assert written.kept.tolist() == [1, 5, 7]
    matrix = written.matrices["layers.0.q_proj.A"]
    assert matrix.dtype == np.float16
    assert np.allclose(matrix, 0.1, atol=1e-4)
    assert [found.name for found in path.parent.iterdir()] == ["000012.npz"]


def test_the_last_adapter_is_that_of_the_latest_step(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="train first"):
        find_adapter(tmp_path, None)
    for step in (900, 1000, 20):
        write_adapter(adapter_path(tmp_path, step), {}, ADAPTER)
    assert find_adapter(tmp_path, None) == adapter_path(tmp_path, 1000)
    assert find_adapter(tmp_path, 20) == adapter_path(tmp_path, 20)


def test_the_log_is_a_table_that_later_runs_go_on_with(tmp_path: Path) -> None:
    for step in (1, 2):
        log = Log(tmp_path)
        log.add(Progress(step, 0, 30, 25, 1500, 60.4), 1.61803, 4e-4, 2.5)
    head, *rows = (tmp_path / "log.tsv").read_text("utf-8").splitlines()
    assert head.split("\t") == list(Log.COLUMNS)
    assert rows[1].split("\t") == "2 0 25 1500 1.6180 0.0004 2.500 60".split()
    assert len(rows) == 2
