"""Folders that take their place whole or not at all.

Owns the staging folder, the lock and the exchange of an old folder for a new one;
what the folders mean is `reader.store.models`'s business.

No system call that Python knows exchanges two folders, so an exchange is two
renames under a lock that readers take too. A process that was killed between them
leaves the old folder under a name that says so, and it goes back before anybody
looks (`settle`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.errors import PackageError
from reader.store.files import TEMPORARY_PREFIX
from reader.store.locks import hold_lock

_NEW = f"{TEMPORARY_PREFIX}new-"
_OLD = f"{TEMPORARY_PREFIX}old-"
_REMOVED = f"{TEMPORARY_PREFIX}removed-"
_LOCK = ".lock"
_EXCHANGE_LOCK = ".exchange"


@contextmanager
def stage_folder(parent: Path) -> Iterator[tuple[Path, bool]]:
    """Give an empty folder in `parent` to fill, removed in the end if still there.

    One process at a time; yields also whether this one had to wait for another.

    Raises:
        PackageError: the disk is full or read-only.
    """
    try:
        with _locked(parent) as has_waited:
            staging = parent / f"{_NEW}{os.getpid()}"
            staging.mkdir()
            try:
                yield staging, has_waited
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise PackageError(
            f"the folder for engines cannot be written: {error}",
            "make room, check the owner, or set READER_HOME to another folder",
        ) from error


def put_in_place(staging: Path, target: Path) -> None:
    """Let the full `staging` take the place of `target`."""
    _sync_tree(staging)
    old = target.with_name(f"{_OLD}{target.name}")
    with settle(target.parent):
        if target.exists():
            target.rename(old)
        staging.rename(target)
        _sync(target.parent)
    # A file of it may be open in another process; the next run removes it then.
    shutil.rmtree(old, ignore_errors=True)


def remove_folder(target: Path) -> None:
    """Remove `target`, in one step as far as anybody can see.

    Raises:
        PackageError: it cannot be removed.
    """
    gone = target.with_name(f"{_REMOVED}{target.name}.{os.getpid()}")
    try:
        with _locked(target.parent):
            with settle(target.parent):
                target.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)
    except OSError as error:
        raise PackageError(
            f"{target} cannot be removed: {error.strerror}", "check the folder's owner"
        ) from error


@contextmanager
def settle(parent: Path) -> Iterator[None]:
    """Let nobody exchange or remove a folder in `parent` while it is looked at.

    Held for milliseconds only, other than the lock of `stage_folder`.

    Raises:
        OSError: the folder cannot be written.
    """
    with hold_lock(parent / _EXCHANGE_LOCK):
        for old in parent.glob(f"{_OLD}*"):
            place = old.with_name(old.name.removeprefix(_OLD))
            if not place.exists():
                # Whoever moved it away did not live to put the new one there.
                old.rename(place)
        yield


def clean_up(parent: Path) -> None:
    """Remove what processes left that were killed, unless one is at work now.

    Raises:
        OSError: the folder cannot be written.
    """
    if any(parent.glob(f"{TEMPORARY_PREFIX}*")):
        with hold_lock(parent / _LOCK, wait=False) as is_held:
            if is_held:
                _clean_up_locked(parent)


@contextmanager
def _locked(parent: Path) -> Iterator[bool]:
    """Hold the folder's lock, put it in order, and yield whether we had to wait."""
    with hold_lock(parent / _LOCK, wait=False) as is_held:
        if is_held:
            _clean_up_locked(parent)
            yield False
            return
    with hold_lock(parent / _LOCK):
        _clean_up_locked(parent)
        yield True


def _clean_up_locked(parent: Path) -> None:
    with settle(parent):
        leftovers = [*parent.glob(f"{TEMPORARY_PREFIX}*")]
    for path in leftovers:
        if path.name.startswith((_NEW, _OLD, _REMOVED)):
            shutil.rmtree(path, ignore_errors=True)


def _sync_tree(folder: Path) -> None:
    """Bring every file and folder to the disk before a name points to it."""
    for path in [*folder.rglob("*"), folder]:
        _sync(path)


def _sync(path: Path) -> None:
    # Windows cannot open a folder, and some network disks cannot sync one.
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
