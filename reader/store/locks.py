"""Locks between processes, given back by the system when their holder dies.

Owns one lock file; what it protects is its user's business.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.store.files import ensure_private_dir


@contextmanager
def hold_lock(path: Path, wait: bool = True) -> Iterator[bool]:
    """Hold the lock file at `path`; yield False if it is taken and we do not wait.

    The file stays behind, empty: removing it would let two processes each hold a
    lock on a file of the same name.

    Raises:
        OSError: the file cannot be made, on a read-only disk for instance.
    """
    ensure_private_dir(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _lock(descriptor, wait)
    finally:
        # Closing gives the lock back.
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt
    import time

    def _lock(descriptor: int, wait: bool) -> bool:
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.2)
            else:
                return True

else:
    import fcntl

    def _lock(descriptor: int, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
