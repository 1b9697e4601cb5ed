"""Where the files of the glossary lie, layer by layer.

Owns the places. What the files hold is the business of `reader.formats`; reading and
merging them that of `reader.service.glossary`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import reader
from reader.core.glossary.layers import Layer
from reader.store.paths import Paths
from reader.store.settings import Settings


@dataclass(frozen=True, slots=True)
class GlossaryPlace:
    """A file and whose entries it holds."""

    path: Path
    layer: Layer


def find_places(
    paths: Paths, settings: Settings, files: Iterable[Path] = ()
) -> list[GlossaryPlace]:
    """Return the files to read, the first layer first.

    `files` are those of the command line. They and the project's are returned whether
    they exist or not; the user's only where there is one.
    """
    shipped = find_shipped_files() if settings.shipped_glossary else []
    users = [paths.glossary] if paths.glossary.exists() else []
    project = map(Path, settings.glossary)
    return [
        *(GlossaryPlace(path, Layer.SHIPPED) for path in shipped),
        *(GlossaryPlace(path, Layer.USER) for path in users),
        *(GlossaryPlace(path, Layer.PROJECT) for path in project),
        *(GlossaryPlace(path, Layer.GIVEN) for path in files),
    ]


def find_shipped_files() -> list[Path]:
    """Return the files that come with the program, in the order of their names.

    In a wheel they lie inside the package; in a checkout, which an editable
    installation uses, beside it.
    """
    package = Path(reader.__file__).parent
    folder = package / "glossaries"
    if not folder.is_dir() and (package.parent / "pyproject.toml").is_file():
        folder = package.parent / "glossaries"
    return sorted(folder.glob("*.tsv"))
