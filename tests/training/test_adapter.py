"""The commands, from a bitext to an adapter that the engine can be made with."""

from __future__ import annotations

import hashlib
import lzma
import signal
from pathlib import Path

import pytest

from reader.backends.gemma import base
from reader.training.adapter import main
from tests.backends import tiny_gemma

SETTINGS = """
seed = 1
[corpus]
fewest_words = 3
most_words = 60
least_ratio = 0.2
most_ratio = 4.0
tatoeba_words = 3
[hints]
share = 0.5
most = 2
confidence = 0.2
[network]
rank = 4
smoothing = 0.05
most_pieces = 200
[training]
step_pieces = 100
batch_pieces = 100
workers = 1
half = false
learning_rate = 1e-2
warm_up_steps = 1
decay = 0.5
averaging = 0.9
longest_gradient = 1.0
checkpoint_minutes = 5
[cuda]
[cuda_network]
[evaluation]
rows = 2
beam = 1
"""
ROWS = [
    f"wmt\thuman\tDie Steine sind {word}.\tThe stones are {word}.\n"
    for word in ("hier", "da", "heute", "teuer", "alt", "rein", "weiter")
]


@pytest.fixture
def settings(tmp_path: Path) -> list[str]:
    path = tmp_path / "own.toml"
    path.write_text(SETTINGS, "utf-8")
    return ["--settings", str(path)]


@pytest.fixture
def gguf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "base.gguf"
    tiny_gemma.write_base(path)
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    monkeypatch.setattr(base, "BASE_SHA256", checksum)
    monkeypatch.setattr(base, "BASE_SIZE", path.stat().st_size)
    return path


def _prepare(tmp_path: Path, gguf: Path, settings: list[str]) -> Path:
    bitext, start = tmp_path / "bitext.tsv.xz", tmp_path / "start.npz"
    rows = "".join(["set\torigin\tsource\ttarget\n", *ROWS])
    bitext.write_bytes(lzma.compress(rows.encode()))
    tiny_gemma.write_adapter(start)
    run_dir = tmp_path / "run"
    words = ["prepare", str(run_dir), "--bitext", str(bitext), "--start", str(start)]
    main([*words, "--gguf", str(gguf), *settings])
    return run_dir


def test_an_adapter_is_measured_with_the_engine_that_users_get(
    tmp_path: Path,
    gguf: Path,
    settings: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    adapter, pairs = tmp_path / "adapter.npz", tmp_path / "dev.tsv"
    tiny_gemma.write_adapter(adapter)
    pairs.write_text(
        "source\ttarget\nDie Steine sind teuer.\tThe rocks are costly.\n", "utf-8"
    )
    words = ["evaluate", str(adapter), "--pairs", str(pairs), "--gguf", str(gguf)]
    words += ["--work", str(tmp_path / "work"), *settings]
    main(words)
    first = capsys.readouterr().out
    assert "1 sentences, beam 1" in first
    # The toy writes noise.
    assert "hints obeyed: 0 of 1 (0 of them" in first and "tok:13a" in first
    # The second time the engine is there, and the base is not needed.
    gguf.unlink()
    main(words)
    assert capsys.readouterr().out == first


def test_a_run_is_prepared_once_and_packed(
    tmp_path: Path, gguf: Path, settings: list[str]
) -> None:
    run_dir = _prepare(tmp_path, gguf, settings)
    examples = run_dir / "examples.jsonl"
    assert len(examples.read_text("utf-8").splitlines()) == len(ROWS)
    examples.write_text(examples.read_text("utf-8").replace("hier", "dort"), "utf-8")
    _prepare(tmp_path, gguf, settings)
    assert "dort" in examples.read_text("utf-8")
    main(["pack", str(run_dir), str(tmp_path / "parts")])
    main(["unpack", str(tmp_path / "parts"), str(tmp_path / "there")])
    for path in run_dir.iterdir():
        assert (tmp_path / "there" / path.name).read_bytes() == path.read_bytes()


def test_a_run_trains_exports_and_brings_back_what_it_learned(
    tmp_path: Path, gguf: Path, settings: list[str]
) -> None:
    pytest.importorskip("torch")
    handlers = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    run_dir = _prepare(tmp_path, gguf, settings)
    main(["train", str(run_dir), "--minutes", "0.05", *settings])
    adapter = tmp_path / "adapter.npz"
    main(["export", str(run_dir), str(adapter)])
    assert adapter.read_bytes() != (run_dir / "start.npz").read_bytes()
    main(["pack", str(run_dir), str(tmp_path / "parts"), "--results"])
    main(["unpack", str(tmp_path / "parts"), str(tmp_path / "here")])
    main(["export", str(tmp_path / "here"), str(tmp_path / "again.npz")])
    assert (tmp_path / "again.npz").read_bytes() == adapter.read_bytes()
    log = (tmp_path / "here" / "log.tsv").read_text("utf-8").splitlines()
    assert len(log) > 1
    assert handlers == [
        signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)
    ]
