"""What an Argos package folder must hold to be used.

Owns reading its `metadata.json` and checking that the files are there. Loading the
model is `reader.backends.argos`'s job.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import PackageError

MODEL_FILES = ("metadata.json", "model", "sentencepiece.model", "bpe.model")
"""What at the top of the folder influences a translation."""

_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?")
_VERSION = re.compile(r"[0-9][0-9A-Za-z.+-]{0,30}")
_METADATA_LIMIT = 1 << 20
_HINT = "fetch the package again, or install another one"


class OtherKindError(PackageError):
    """A sound package that is not for translating, a sentence splitter say."""


@dataclass(frozen=True, slots=True)
class PackageMetadata:
    """What `metadata.json` says about a translation package."""

    version: str
    from_code: str
    to_code: str

    @property
    def name(self) -> str:
        """The name in the Argos index, as in "translate-de_en"."""
        return f"translate-{self.from_code}_{self.to_code}"


def check_folder(folder: Path) -> PackageMetadata:
    """Return the metadata of a folder that has everything a translation needs.

    Raises:
        PackageError: something is missing or not what it should be.
    """
    metadata = read_metadata(folder / "metadata.json")
    if not (folder / "model" / "model.bin").is_file():
        raise PackageError(f"{folder.name} has no model/model.bin", _HINT)
    tokenizers = ("sentencepiece.model", "bpe.model")
    if not any((folder / name).is_file() for name in tokenizers):
        raise PackageError(f"{folder.name} has neither of {tokenizers}", _HINT)
    return metadata


def read_metadata(path: Path) -> PackageMetadata:
    """Return what a package's `metadata.json` says.

    Raises:
        PackageError: it is missing, broken, or of another kind of package.
    """
    where = f"{path.parent.name}/{path.name}"
    try:
        if path.stat().st_size > _METADATA_LIMIT:
            raise PackageError(f"{where} is too large to be one", _HINT)
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(f"{where} cannot be read: {error}", _HINT) from error
    if not isinstance(record, dict):
        raise PackageError(f"{where} is not a JSON object", _HINT)
    if record.get("type", "translate") != "translate":
        raise OtherKindError(f"{where} is not that of a translation package", _HINT)
    if not isinstance(record.get("target_prefix", ""), str):
        raise PackageError(f"{where}: target_prefix is not a text", _HINT)
    return PackageMetadata(
        version=_checked(record, "package_version", _VERSION, where),
        from_code=_checked(record, "from_code", _LANGUAGE, where),
        to_code=_checked(record, "to_code", _LANGUAGE, where),
    )


def _checked(
    record: dict[str, Any], name: str, shape: re.Pattern[str], where: str
) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise PackageError(f"{where}: {name} is {value!r}", _HINT)
    return value
