from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import pytest

from reader.backends.gemma.container import GgufFile
from reader.errors import PackageError
from tests.backends import tiny_gemma


def test_every_tensor_is_read_as_the_gguf_library_reads_it(tiny_dir: Path) -> None:
    reader = gguf.GGUFReader(str(tiny_dir / "base.gguf"))
    kinds = {tensor.tensor_type.name for tensor in reader.tensors}
    assert kinds == {"F32", "Q8_0", "Q5_0"}
    with GgufFile(tiny_dir / "base.gguf") as base:
        assert base.tensors.keys() == {tensor.name for tensor in reader.tensors}
        for tensor in reader.tensors:
            expected = gguf.quants.dequantize(tensor.data, tensor.tensor_type)
            read = base.read_tensor(tensor.name)
            assert read.shape == expected.shape
            assert np.array_equal(read, expected), tensor.name


def test_every_field_is_read_as_the_gguf_library_reads_it(tiny_dir: Path) -> None:
    reader = gguf.GGUFReader(str(tiny_dir / "base.gguf"))
    expected = {
        name: field.contents()
        for name, field in reader.fields.items()
        if not name.startswith("GGUF.")
    }
    with GgufFile(tiny_dir / "base.gguf") as base:
        assert base.fields == expected
    assert expected["tokenizer.ggml.tokens"][4] == "\n"


def test_only_the_rows_that_are_asked_for_are_read(tiny_dir: Path) -> None:
    with GgufFile(tiny_dir / "base.gguf") as base:
        whole = base.read_tensor("token_embd.weight")
        rows = np.array([7, 3, 300], dtype=np.int32)
        some = base.read_tensor("token_embd.weight", rows)
    assert np.array_equal(some, whole[[7, 3, 300]])


def test_tensors_outlive_the_file(tiny_dir: Path) -> None:
    with GgufFile(tiny_dir / "base.gguf") as base:
        norm = base.read_tensor("output_norm.weight")
    assert norm.shape == (tiny_gemma.WIDTH,)
    assert abs(float(norm.mean()) - 1) < 0.2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"GGUF",
        lambda data: b"GGML" + data[4:],
        lambda data: data[:4] + b"\x02" + data[5:],
        lambda data: data[:5000],
    ],
    ids=["empty", "magic alone", "other magic", "other version", "cut off"],
)
def test_a_file_that_is_not_gguf_is_refused(
    tiny_dir: Path, tmp_path: Path, damage: object
) -> None:
    assert callable(damage)
    path = tmp_path / "wrong.gguf"
    path.write_bytes(damage((tiny_dir / "base.gguf").read_bytes()))
    with pytest.raises(PackageError) as raised:
        GgufFile(path)
    assert "wrong.gguf" in raised.value.message
    assert raised.value.hint.startswith("pip install")
