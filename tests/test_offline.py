"""The promise to stay offline, kept where there is no network at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SEEDS

UNSHARE = ["unshare", "--net", "--map-root-user"]

pytestmark = pytest.mark.slow


def can_leave_the_network() -> bool:
    try:
        return subprocess.run([*UNSHARE, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(
    not can_leave_the_network(), reason="no network namespaces on this machine"
)
def test_the_builtin_engine_is_prepared_and_translates_without_a_network(
    tmp_path: Path,
) -> None:
    article = SEEDS / "003_1061c9a5991078b9.txt"
    out = tmp_path / "out"
    command = [sys.executable, "-m", "reader", "translate", str(article)]
    done = subprocess.run(
        [*UNSHARE, *command, "-o", str(out), "--to", "jsonl", "--fast"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "engine: builtin:" in done.stderr
    lines = (out / f"{article.name}.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    translated = [pair for pair in pairs if pair["kind"] != "boilerplate"]
    assert len(translated) >= 25
    assert all(pair["target"] for pair in translated)
    assert sum("China" in pair["target"] for pair in translated) >= 5
    assert sum(" the " in f" {pair['target']} " for pair in translated) >= 15
