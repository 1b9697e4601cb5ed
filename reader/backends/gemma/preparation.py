"""Preparing the built-in engine: base weights and adapter become a model on disk.

Owns the order of the steps and the engine's `metadata.json`. The caller
(`reader.service`) owns the folder: it gives an empty one, and moves it into place
when this ends well.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from reader.backends.gemma.adapter import load_adapter
from reader.backends.gemma.base import (
    BASE_FILE,
    BASE_SHA256,
    open_base,
    require_libraries,
)
from reader.backends.gemma.identity import (
    ENGINE_VERSION,
    find_adapter_checksum,
    package_name,
)
from reader.backends.gemma.network import write_network
from reader.backends.gemma.tokenizer import (
    TOKENIZER_FILE,
    build_model,
    read_pieces,
)
from reader.errors import PackageError

METADATA_FILE = "metadata.json"
NOTICE = (
    "Gemma is provided under and subject to the Gemma Terms of Use found at "
    "ai.google.dev/gemma/terms. These files are a modified version of Gemma 3 270M."
)

Report = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


def prepare(target_dir: Path, gguf_path: Path | None, report: Report) -> None:
    """Write the whole engine into the empty folder `target_dir`.

    The base weights are `gguf_path`, or those that the extra "builtin" installs.

    Raises:
        PackageMissingError: the extra is not installed.
        PackageError: the weights are not the expected ones, or cannot be used.
    """
    require_libraries()
    adapter = load_adapter()
    try:
        with open_base(
            target_dir,
            gguf_path,
            lambda done, total: report("checking the base weights", done, total),
        ) as base:
            all_pieces = read_pieces(base)
            pieces = [all_pieces[number] for number in adapter.kept]
            (target_dir / TOKENIZER_FILE).write_bytes(build_model(base))
            write_network(
                base,
                adapter,
                pieces,
                target_dir,
                lambda done, total: report("merging the adapter", done, total),
            )
        _write_metadata(target_dir, len(pieces))
    except OSError as error:
        raise PackageError(
            f"the built-in engine cannot be written: {error}",
            "make room (0.5 GB) or set READER_HOME to a folder with room",
        ) from error


def _write_metadata(target_dir: Path, pieces: int) -> None:
    record = {
        "engine": "builtin",
        "name": package_name(),
        "version": ENGINE_VERSION,
        "base": {"file": BASE_FILE, "sha256": BASE_SHA256},
        "adapter": {"sha256": find_adapter_checksum()},
        "pieces": pieces,
        "notice": NOTICE,
    }
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    (target_dir / METADATA_FILE).write_text(text, encoding="utf-8", newline="\n")
