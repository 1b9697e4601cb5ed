"""Files that are either whole or not there.

Owns writing atomically: a reader never sees half a file, and a run that was killed
leaves at most a temporary whose name starts with a dot.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import IO, AnyStr

from reader.errors import OutputError

TEMPORARY_PREFIX = ".zwiesprache-"


def ensure_private_dir(directory: Path) -> Path:
    """Create `directory` (mode 0700) with its parents, and return it."""
    missing = [place for place in (directory, *directory.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
    directory.mkdir(mode=0o700, exist_ok=True)
    return directory


def temporary_beside(path: Path) -> Path:
    """Return the name under which `path` is written before it is whole."""
    # Short, since the name itself may be as long as the file system allows.
    short = blake2b(os.fsencode(path.name), digest_size=6).hexdigest()
    return path.with_name(f"{TEMPORARY_PREFIX}{short}.{os.getpid()}")


@contextmanager
def open_atomic(path: Path) -> Iterator[IO[str]]:
    """Open a UTF-8 text file that takes `path`'s place when the block ends well.

    Line ends are written as they are given. On an error nothing changes.

    Raises:
        OutputError: the disk is full, the folder read-only, the name too long …
    """
    with _replace_atomically(
        path, lambda place: place.open("w", encoding="utf-8", newline="")
    ) as stream:
        yield stream


@contextmanager
def open_atomic_bytes(path: Path) -> Iterator[IO[bytes]]:
    """Open a file of bytes that takes `path`'s place when the block ends well.

    Raises:
        OutputError: as `open_atomic`.
    """
    with _replace_atomically(path, lambda place: place.open("wb")) as stream:
        yield stream


@contextmanager
def _replace_atomically(
    path: Path, open_file: Callable[[Path], IO[AnyStr]]
) -> Iterator[IO[AnyStr]]:
    temporary = temporary_beside(path)
    try:
        with _failure_means_output_error(path):
            stream = open_file(temporary)
        with stream:
            yield stream
            with _failure_means_output_error(path):
                stream.flush()
                os.fsync(stream.fileno())
        with _failure_means_output_error(path):
            temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


@contextmanager
def _failure_means_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror or error}",
            "check the folder and the disk's free space",
        ) from error


def remove_stale_temporaries(directory: Path) -> None:
    """Remove what a killed run of ours left in `directory`.

    The temporaries of a run that is still going on are left alone.
    """
    for path in directory.glob(f"{TEMPORARY_PREFIX}*"):
        number = path.name.rpartition(".")[2]
        if number.isdigit() and not _is_running(int(number)):
            with suppress(OSError):
                path.unlink()


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
