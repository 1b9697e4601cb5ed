"""A file of the user's while it is changed: two programs at once lose nothing.

Owns the lock and its error; what is written belongs to the file's own module.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import OutputError
from reader.store.locks import hold_lock


@contextmanager
def hold_file(path: Path, lock_path: Path) -> Iterator[None]:
    """Keep other commands of ours from changing `path` while the block runs.

    Raises:
        OutputError: the file or its lock cannot be written.
    """
    try:
        with hold_lock(lock_path):
            yield
    except OSError as error:
        raise OutputError(
            f"{path} cannot be changed: {error.strerror or error}",
            "check the rights of the file and its folder",
        ) from error
