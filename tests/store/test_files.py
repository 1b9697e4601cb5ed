from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.store.files import (
    TEMPORARY_PREFIX,
    open_atomic,
    remove_stale_temporaries,
    temporary_beside,
)


def test_a_file_is_there_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with open_atomic(path) as stream:
        stream.write("Grüße\r\n")
        assert not path.exists()
    assert path.read_bytes() == "Grüße\r\n".encode()


def test_an_error_leaves_the_old_file_and_no_temporary(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), open_atomic(path) as stream:
        stream.write("new")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_only_what_a_dead_process_left_is_removed(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    dead = tmp_path / f"{TEMPORARY_PREFIX}a.html.{child.pid}"
    alive = temporary_beside(tmp_path / "b.html")
    other = tmp_path / ".zwiesprache-notes"
    for path in (dead, alive, other):
        path.write_text("")
    remove_stale_temporaries(tmp_path)
    assert not dead.exists()
    assert alive.exists() and other.exists()
    assert str(os.getpid()) in alive.name
