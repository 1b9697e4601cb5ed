from __future__ import annotations

from pathlib import Path

import pytest

from reader.backends.gemma.adapter import load_adapter
from reader.backends.gemma.container import GgufFile
from reader.training.checkpoints import write_adapter
from reader.training.packing import START_FILE, write_base
from tests.backends import tiny_gemma


@pytest.fixture(scope="session")
def tiny_run_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run's folder with the toy's base and adapter; not to be written to."""
    run_dir = tmp_path_factory.mktemp("tiny-run")
    tiny_gemma.write_base(run_dir / "base.gguf")
    tiny_gemma.write_adapter(run_dir / "adapter.npz")
    adapter = load_adapter(run_dir / "adapter.npz")
    write_adapter(run_dir / START_FILE, adapter.matrices, adapter)
    with GgufFile(run_dir / "base.gguf") as base:
        write_base(base, adapter, run_dir)
    return run_dir
