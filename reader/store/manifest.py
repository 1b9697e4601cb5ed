"""The manifest of an installed engine: each file with its size and sha256.

Owns `manifest.json` and what a checksum over a folder means. Which folders there
are is `reader.store.models`'s business.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from reader.errors import PackageError
from reader.store.files import open_atomic

FILE_NAME = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file as it was when its package was installed."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an installed engine is and what its files were."""

    name: str
    engine: str
    version: str
    from_code: str
    to_code: str
    checksum: str
    """`total_checksum` of the files that influence a translation."""
    files: Mapping[str, FileRecord]
    """By path inside the folder, with slashes."""


def hash_files(folder: Path, within: Iterable[str] = ()) -> dict[str, FileRecord]:
    """Return a record of each file in `folder`, in the order of their paths.

    `within` names the things at the top that count; all do if it is empty. The
    manifest itself never counts.

    Raises:
        PackageError: there is a link among them.
        OSError: one cannot be read.
    """
    records = {}
    for path in list_files(folder, within):
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        name = path.relative_to(folder).as_posix()
        records[name] = FileRecord(digest, path.stat().st_size)
    return records


def list_files(folder: Path, within: Iterable[str] = ()) -> list[Path]:
    """Return the files of `folder` that `hash_files` takes, in order."""
    tops = [folder / name for name in within] or [folder]
    files = [top for top in tops if top.is_file()]
    for top in tops:
        files += [path for path in top.rglob("*") if not path.is_dir()]
    for path in files:
        if path.is_symlink() and folder.resolve() not in path.resolve().parents:
            raise PackageError(
                f"{path} is a link out of its package", "install the package again"
            )
    return sorted(path for path in files if path != folder / FILE_NAME)


def total_checksum(files: Mapping[str, FileRecord]) -> str:
    """Return one sha256 over many files: over what `sha256sum` prints for them.

    >>> one = FileRecord("aa", 3), FileRecord("bb", 5)
    >>> forwards = {"metadata.json": one[0], "model/model.bin": one[1]}
    >>> backwards = {"model/model.bin": one[1], "metadata.json": one[0]}
    >>> total_checksum(forwards) == total_checksum(backwards)
    True
    """
    lines = (f"{files[name].sha256}  {name}\n" for name in sorted(files))
    return sha256("".join(lines).encode()).hexdigest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest` into `folder`, whole or not at all."""
    record = {"format": _FORMAT} | asdict(manifest)
    with open_atomic(folder / FILE_NAME) as stream:
        json.dump(record, stream, ensure_ascii=False, indent=2)
        stream.write("\n")


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in `folder`.

    Raises:
        PackageError: there is none, or it is broken.
    """
    hint = "remove the folder, then install with 'reader models install'"
    try:
        record = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        if record.pop("format") != _FORMAT:
            raise ValueError("it is of another version of this program")
        files = {
            str(name): FileRecord(str(file["sha256"]), int(file["size"]))
            for name, file in record.pop("files").items()
        }
        texts = {str(name): str(value) for name, value in record.items()}
        return Manifest(files=files, **texts)
    except FileNotFoundError as error:
        raise PackageError(f"{folder} has no {FILE_NAME}", hint) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PackageError(f"{folder}/{FILE_NAME} is broken: {error}", hint) from error
