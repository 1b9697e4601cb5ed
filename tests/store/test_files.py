from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import OutputError
from reader.store.files import (
    TEMPORARY_PREFIX,
    ensure_private_dir,
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


def test_every_folder_that_is_made_is_for_the_user_alone(tmp_path: Path) -> None:
    ensure_private_dir(tmp_path / "home" / "models")
    for folder in (tmp_path / "home", tmp_path / "home" / "models"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        with open_atomic(tmp_path / "none" / "a.txt"):
            pass
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        with open_atomic(tmp_path / "folder") as stream:
            stream.write("x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
