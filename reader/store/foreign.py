"""Packages in Argos Translate's own folder, which we read and never write.

Owns finding them and their checksums. A package there has no manifest, so its files
are hashed once, and again only when a size or a date has changed; the result is kept
in our own folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.errors import OutputError, PackageError
from reader.store.argos_folder import (
    MODEL_FILES,
    OtherKindError,
    PackageMetadata,
    check_folder,
)
from reader.store.files import ensure_private_dir, open_atomic
from reader.store.manifest import hash_files, list_files, total_checksum

CACHE_NAME = "argos-checksums.json"

Stamp = list[list[str | int]]
"""Path, size and date (in nanoseconds) of each file that counts."""


@dataclass(frozen=True, slots=True)
class ForeignPackage:
    """A German→English package that Argos Translate installed."""

    path: Path
    metadata: PackageMetadata
    checksum: str


def list_foreign(
    folders: Iterable[Path], home: Path
) -> tuple[list[ForeignPackage], list[str]]:
    """Return the German→English packages of `folders`, and notices about others.

    Packages for other languages and other purposes are passed over in silence.
    """
    cache = _ChecksumCache(home / CACHE_NAME)
    packages, notices = [], []
    for folder in folders:
        try:
            metadata = check_folder(folder)
            if (metadata.from_code, metadata.to_code) == ("de", "en"):
                checksum = cache.find_checksum(folder)
                packages.append(ForeignPackage(folder, metadata, checksum))
        except OtherKindError:
            continue
        except (PackageError, OSError) as error:
            notices.append(f"{folder} is not a usable package: {error}")
    cache.save()
    return packages, notices


class _ChecksumCache:
    """Checksums by folder, each with the files' stamp that it was made from."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_changed = False
        self._known: dict[str, dict[str, object]] = {}
        # A cache that is missing or broken is only made again.
        with suppress(OSError, ValueError):
            known = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(known, dict):
                self._known = {k: v for k, v in known.items() if isinstance(v, dict)}

    def find_checksum(self, folder: Path) -> str:
        """Return the checksum of a package's files, hashed only if they changed."""
        stamp = _stamp(folder)
        known = self._known.get(str(folder), {})
        checksum = known.get("checksum")
        if known.get("files") == stamp and isinstance(checksum, str):
            return checksum
        checksum = total_checksum(hash_files(folder, MODEL_FILES))
        self._known[str(folder)] = {"files": stamp, "checksum": checksum}
        self._is_changed = True
        return checksum

    def save(self) -> None:
        """Write the cache if something is new; a read-only home is no error."""
        if not self._is_changed:
            return
        with suppress(OSError, OutputError):
            ensure_private_dir(self._path.parent)
            with open_atomic(self._path) as stream:
                json.dump(self._known, stream, indent=1)
                stream.write("\n")


def _stamp(folder: Path) -> Stamp:
    stamp: Stamp = []
    for path in list_files(folder, MODEL_FILES):
        status = path.stat()
        name = path.relative_to(folder).as_posix()
        stamp.append([name, status.st_size, status.st_mtime_ns])
    return stamp
