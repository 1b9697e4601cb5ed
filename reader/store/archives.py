"""Unpacks an `.argosmodel` archive that nobody vouches for.

Owns what may come out of a zip file: one top folder, plain files and folders inside
it, of a bounded size. What an Argos package must hold is
`reader.store.argos_folder`'s job, putting it in its place `reader.store.models`'s.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from reader.errors import PackageError
from reader.store.argos_folder import PackageMetadata, check_folder


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much an archive may hold; real packages stay far below."""

    total: int = 2 << 30
    """Bytes of all files, counted while they are written."""
    entries: int = 2_000
    ratio: int = 100
    """Bytes written for each byte of the archive. Weights shrink to a half at best,
    vocabularies to a fifth."""
    directory: int = 1 << 20
    """Bytes of the zip file's table of contents, read as a whole by zipfile."""


LEFT_OUT = frozenset({"minisbd", "spacy", "stanza"})
"""Sentence splitters that Argos packages carry along, pickled code among them; we
split sentences ourselves, so they never reach the disk."""

_CHUNK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What Windows refuses in a name, or reads as something else.
_STRANGE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|[. ]$')
_HINT = "fetch the .argosmodel file again from a place that you trust"


def unpack_archive(
    archive: IO[bytes], staging: Path, bounds: Bounds | None = None
) -> PackageMetadata:
    """Unpack what lies in the archive's one top folder straight into `staging`.

    Nothing is written outside `staging`, which has to exist; after an error its
    contents are worthless.

    Raises:
        PackageError: the archive is damaged, unsafe or not an Argos package.
    """
    bounds = bounds or Bounds()
    with _broken_means_package_error():
        size = _check_directory(archive, bounds)
        with zipfile.ZipFile(archive) as opened:
            wanted = _check_entries(opened.infolist(), bounds)
            _check_space(staging, sum(info.file_size for info, _ in wanted))
            budget = min(bounds.total, bounds.ratio * size)
            for info, path in wanted:
                target = staging.joinpath(*path.parts)
                if info.is_dir():
                    _make_dirs(target, staging)
                    continue
                _make_dirs(target.parent, staging)
                with opened.open(info) as source:
                    budget -= _write_file(source, target, budget)
    return check_folder(staging)


@contextmanager
def _broken_means_package_error() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise PackageError(f"the archive is damaged: {error}", _HINT) from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        # Encrypted, or packed in a way that zipfile does not know.
        raise PackageError(f"the archive cannot be read: {error}", _HINT) from error
    except OSError as error:
        raise PackageError(
            f"the archive cannot be unpacked: {error}",
            "check the file, and the free space with 'reader where'",
        ) from error


def _check_directory(archive: IO[bytes], bounds: Bounds) -> int:
    """Return the archive's size in bytes, its table of contents being bounded.

    zipfile builds an object for each entry before anything can be looked at, so a
    table of millions of entries has to be refused from its end record.
    """
    size = archive.seek(0, os.SEEK_END)
    # The locator has 20 bytes, the end record 22 and a comment of up to 65,535.
    archive.seek(max(0, size - 20 - 22 - 0xFFFF))
    tail = archive.read()
    archive.seek(0)
    for at in {len(tail) - 22, tail.rfind(b"PK\5\6")}:
        if at < 0 or tail[at : at + 4] != b"PK\5\6":
            continue
        directory = int.from_bytes(tail[at + 12 : at + 16], "little")
        # The larger format's locator stands right in front of the end record.
        is_zip64 = tail[max(0, at - 20) : at].startswith(b"PK\6\7")
        if is_zip64 or directory > bounds.directory:
            raise _unsafe("its table of contents is too large")
    return size


def _check_entries(
    infos: list[zipfile.ZipInfo], bounds: Bounds
) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """Return each entry to write with its path inside the top folder.

    Raises:
        PackageError: one of them, wanted or not, must not be in a package.
    """
    if len(infos) > bounds.entries:
        raise _unsafe(f"it has more than {bounds.entries} entries")
    if sum(info.file_size for info in infos) > bounds.total:
        raise _unsafe(f"it is larger than {bounds.total >> 20} MiB when unpacked")
    paths = [_check_entry(info) for info in infos]
    tops = {path.parts[0] for path in paths}
    if len(tops) != 1 or all(len(path.parts) == 1 for path in paths):
        raise _unsafe(f"it has {len(tops)} things at its top, not one folder")
    seen: dict[str, bool] = {}
    for info, path in zip(infos, paths, strict=True):
        key = _fold(path)
        if key in seen:
            raise _unsafe(f"{path} is in it twice")
        seen[key] = info.is_dir()
    for path in paths:
        for parent in path.parents[:-1]:
            if seen.get(_fold(parent), True) is False:
                raise _unsafe(f"{parent} is a file and a folder in it")
    inner = [PurePosixPath(*path.parts[1:]) for path in paths]
    return [
        (info, path)
        for info, path in zip(infos, inner, strict=True)
        if path.parts and path.parts[0] not in LEFT_OUT
    ]


def _check_entry(info: zipfile.ZipInfo) -> PurePosixPath:
    """Return the path of an entry that is a plain file or folder.

    Looks at the name as it stands in the archive: zipfile cuts a name at a NUL.
    """
    name = info.orig_filename
    parts = name.removesuffix("/").split("/")
    for part in parts:
        if not part or _STRANGE.search(part) or len(part.encode()) > 200:
            raise _unsafe(f"the name {name!r} in it leads elsewhere or is unusable")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _unsafe(f"{name} in it is a link or a special file")
    if info.flag_bits & 0x1:
        raise _unsafe(f"{name} in it is encrypted")
    if info.compress_type not in _METHODS:
        raise _unsafe(f"{name} in it is packed in an unusual way")
    return PurePosixPath(*parts)


def _fold(path: PurePosixPath) -> str:
    """Return the path as a disk that ignores case and accents' forms sees it."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def _check_space(staging: Path, wanted: int) -> None:
    free = shutil.disk_usage(staging).free
    if wanted > free:
        raise PackageError(
            f"the package needs {wanted >> 20} MiB, and only {free >> 20} are free",
            "make room, or set READER_HOME to a folder on another disk",
        )


def _make_dirs(directory: Path, staging: Path) -> None:
    if directory == staging or directory.is_dir():
        return
    _make_dirs(directory.parent, staging)
    directory.mkdir()
    # Whatever the archive or the umask asks for.
    directory.chmod(0o755)


def _write_file(source: IO[bytes], target: Path, budget: int) -> int:
    """Write one new file and return its size.

    Raises:
        PackageError: more than `budget` bytes come out.
    """
    written = 0
    with target.open("xb") as stream:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > budget:
                raise _unsafe("far more comes out of it than a package holds")
            stream.write(chunk)
    target.chmod(0o644)
    return written


def _unsafe(reason: str) -> PackageError:
    return PackageError(f"the archive is not a sound package: {reason}", _HINT)
