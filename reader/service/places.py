"""Every file and folder that commands here read or write, by name.

Owns what the settings and the program add to `reader.store.paths`: the settings of the
project, the glossary that comes with the program, and what the settings name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.service.pipeline import Service
from reader.store.glossaries import find_shipped_files
from reader.store.paths import join_places
from reader.store.settings import PROJECT_FILE

__all__ = ["join_places", "list_places"]


def list_places(service: Service) -> list[tuple[str, Path]]:
    """Return (name, path) of every place, whether there is anything or not.

    A name stands several times where several files or folders have its part.
    """
    settings = service.settings
    places = service.paths.list_places()
    places.append(("project_settings", Path.cwd() / PROJECT_FILE))
    shipped = find_shipped_files() if settings.shipped_glossary else []
    named: dict[str, Sequence[str | Path]] = {
        "shipped_glossary": shipped,
        "named_glossary": settings.glossary,
        "named_dictionaries": settings.dictionaries,
        "abbreviations": [settings.abbreviations] if settings.abbreviations else [],
    }
    return places + [
        (name, Path(path).absolute()) for name, paths in named.items() for path in paths
    ]
