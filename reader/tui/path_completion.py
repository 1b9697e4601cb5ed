"""Completes the path that somebody types, as a shell does with Tab."""

from __future__ import annotations

import os

MOST = 200
"""Names that are offered at once."""


def complete_path(typed: str) -> list[str]:
    """Return what `typed` may become, folders first, each of them with a "/".

    Hidden names are offered only to those who type the dot.
    """
    folder, _, begun = typed.rpartition("/")
    place = os.path.expanduser(folder + "/" if "/" in typed else ".")
    try:
        entries = list(os.scandir(place))
    except OSError:
        return []
    found: list[tuple[bool, str]] = []
    for entry in entries:
        is_hidden = entry.name.startswith(".") and not begun.startswith(".")
        if entry.name.startswith(begun) and not is_hidden:
            found.append((not _is_folder(entry), entry.name))
    start = typed[: len(typed) - len(begun)]
    names = [name if is_file else f"{name}/" for is_file, name in sorted(found)]
    return [start + name for name in names[:MOST]]


def extend_path(typed: str) -> str:
    """Return `typed` with everything that is sure to follow."""
    if typed == "~":
        return "~/"
    candidates = complete_path(typed)
    if not candidates:
        return typed
    # Letter by letter is what is wanted here, not folder by folder.
    return os.path.commonprefix(candidates)  # noqa: RUF071


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
