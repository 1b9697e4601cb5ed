"""Argos packages of a few bytes, sound and unsound, for the tests of the store."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

METADATA: dict[str, object] = {
    "package_version": "1.3",
    "argos_version": "1.9.0",
    "from_code": "de",
    "from_name": "German",
    "to_code": "en",
    "to_name": "English",
    "type": "translate",
}

FILES: dict[str, bytes] = {
    "metadata.json": json.dumps(METADATA).encode(),
    "README.md": "# Übersetzung\n".encode(),
    "sentencepiece.model": b"\x0a\x0e" * 700,
    "model/config.json": b"{}",
    "model/model.bin": bytes(range(256)) * 40,
    "model/shared_vocabulary.json": b'["<unk>", "<s>", "</s>"]',
}


def write_folder(folder: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """Write `files` into a new folder as Argos Translate unpacks them."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def write_archive(
    path: Path, files: Mapping[str, bytes] = FILES, top: str = "translate-de_en-1_3"
) -> Path:
    """Write `files` as an archive with one top folder, as the index serves them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{top}/", b"")
        for name, content in files.items():
            archive.writestr(f"{top}/{name}", content)
    return path


def with_metadata(**changes: object) -> dict[str, bytes]:
    """Return `FILES` with other metadata; None leaves a field out."""
    metadata = {k: v for k, v in (METADATA | changes).items() if v is not None}
    return FILES | {"metadata.json": json.dumps(metadata).encode()}
