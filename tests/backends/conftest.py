from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from reader.backends.gemma import adapter, base, network, preparation, tokenizer
from reader.backends.gemma.container import GgufFile
from tests.backends import tiny_gemma


@pytest.fixture(scope="session")
def tiny_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A toy's base model and adapter, and the engine made from them in `engine`."""
    directory = tmp_path_factory.mktemp("tiny-gemma")
    tiny_gemma.write_base(directory / "base.gguf")
    tiny_gemma.write_adapter(directory / "adapter.npz")
    engine_dir = directory / "engine"
    engine_dir.mkdir()
    with GgufFile(directory / "base.gguf") as opened:
        changes = read_tiny_adapter(directory)
        pieces = tokenizer.read_pieces(opened)
        kept = [pieces[number] for number in changes.kept]
        model = tokenizer.build_model(opened)
        (engine_dir / tokenizer.TOKENIZER_FILE).write_bytes(model)
        network.write_network(opened, changes, kept, engine_dir, lambda *_: None)
    (engine_dir / "metadata.json").write_text('{"name": "tiny"}\n', encoding="utf-8")
    return directory


def read_tiny_adapter(directory: Path) -> adapter.Adapter:
    with np.load(directory / "adapter.npz") as arrays:
        matrices = {name: arrays[name] for name in arrays.files}
    return adapter.Adapter(
        matrices, float(matrices.pop("scale")), matrices.pop("kept").astype(np.int32)
    )


@pytest.fixture(scope="session")
def real_engine_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real engine, prepared once a session from the registry's parts."""
    if not all(find_spec(package) for package, _ in base.PARTS):
        pytest.skip("the extra 'builtin' is not installed")
    directory = tmp_path_factory.mktemp("engine")
    preparation.prepare(directory, None, lambda *_: None)
    return directory
