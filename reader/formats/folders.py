"""The documents of files and folders, and where each one's outputs go.

Owns which files of a folder are documents and which are not, and why. Reading them
is `reader.formats.plain`'s job, naming outputs after a format the caller's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from reader.core.controls import strip_controls
from reader.errors import SettingsError

DOCUMENT_SUFFIXES = (".txt", ".text")
"""What a folder run takes, in any case; a file that is named is always taken."""


@dataclass(slots=True)
class DocumentSearch:
    """What a run will read, and what it leaves out."""

    found: list[tuple[Path, Path]] = field(default_factory=list)
    """(document, its path below the output folder, still with its own suffix)."""
    skipped: list[tuple[Path, str]] = field(default_factory=list)
    """(path, why it is left out), for people."""


def find_documents(
    paths: Sequence[Path],
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    out_dir: Path | None = None,
) -> DocumentSearch:
    """Return the documents that `paths` name: files as they are, folders searched.

    In a folder, only text files count that match one of the `include` patterns (if
    there are any) and none of `exclude`. A pattern is matched against the name and
    the path below the folder, and against the folders on that path. Names with a
    leading dot, links to folders and everything below `out_dir` are left alone.
    A missing file is found as well: reading it says what is wrong.

    Raises:
        SettingsError: two documents would be written to the same output.
    """
    search = DocumentSearch()
    outputs = None if out_dir is None else os.path.realpath(out_dir)
    sources: dict[Path, Path] = {}
    taken: dict[Path, Path] = {}
    for path in paths:
        if os.path.isdir(path):
            documents = _search_folder(path, include, exclude, outputs, search)
        else:
            documents = iter([(path, Path(path.name))])
        for document, relative in documents:
            place = Path(os.path.realpath(document.parent), document.name)
            if place in sources:
                continue
            if relative in taken:
                raise _collision(taken[relative], document, relative)
            sources[place] = taken[relative] = document
            search.found.append((document, relative))
    return search


def _search_folder(
    folder: Path,
    include: Sequence[str],
    exclude: Sequence[str],
    outputs: str | None,
    search: DocumentSearch,
) -> Iterator[tuple[Path, Path]]:
    """Yield the documents below `folder`, ordered by their relative paths."""
    files = sorted(
        _walk(folder, outputs, search),
        key=lambda path: path.relative_to(folder).as_posix(),
    )
    documents = {path for path in files if path.suffix.lower() in DOCUMENT_SUFFIXES}
    for path in files:
        relative = path.relative_to(folder)
        if path not in documents:
            reason = "not a .txt or .text file"
        elif path.suffix == ".txt" and path.with_suffix("") in documents:
            reason = "an output of an earlier run"
        elif include and not _matches(relative, include):
            reason = "matches no --include pattern"
        elif _matches(relative, exclude):
            reason = "matches an --exclude pattern"
        else:
            yield path, relative
            continue
        search.skipped.append((path, reason))


def _walk(folder: Path, outputs: str | None, search: DocumentSearch) -> Iterator[Path]:
    """Yield every file below `folder` that is not hidden, in no order."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            entries = list(os.scandir(current))
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            search.skipped.append((current, reason))
            continue
        for entry in entries:
            path = current / entry.name
            if entry.name.startswith("."):
                continue
            if not os.path.isdir(path):
                yield path
            elif entry.is_symlink():
                # Links may go round in circles or out of the tree.
                search.skipped.append((path, "a link to a folder"))
            elif outputs is None or os.path.realpath(path) != outputs:
                waiting.append(path)


def _matches(relative: PurePath, patterns: Sequence[str]) -> bool:
    """Tell whether a pattern fits the path, its name or a folder that it lies in."""
    places = [relative, *relative.parents][:-1]
    names = {place.as_posix() for place in places} | {place.name for place in places}
    return any(
        fnmatchcase(name, pattern.rstrip("/").removeprefix("./").removeprefix("**/"))
        or fnmatchcase(name, pattern.rstrip("/"))
        for pattern in patterns
        for name in names
    )


def _collision(first: Path, second: Path, relative: Path) -> SettingsError:
    one, two, both = (
        strip_controls(str(path), keep="") for path in (first, second, relative)
    )
    return SettingsError(
        f"{one} and {two} would both be written as {both}",
        "give each folder an output folder of its own, in two runs",
    )
