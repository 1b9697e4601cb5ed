"""Where the user's dictionaries lie.

Owns the order of the places. Reading a dictionary is `reader.formats.dictd`'s job.
"""

from __future__ import annotations

import re
from pathlib import Path

from reader.errors import DictionaryError
from reader.store.paths import Paths
from reader.store.settings import Settings

INDEX_PATTERN = "*.index"
# FreeDict's "freedict-deu-eng", Ding's "de-en"; a shared folder may have others.
_IS_GERMAN_ENGLISH = re.compile(
    r"(?:^|[-_.])(?:deu|ger|de|german)[-_](?:eng|en|english)(?=[-_.]|$)", re.IGNORECASE
)
_SUFFIXES = (".index", ".dict.dz", ".dict")


def find_dictionaries(paths: Paths, settings: Settings) -> list[Path]:
    """Return the index files of all dictionaries, those that were named first.

    What the settings or the home have is taken as it is; of a folder that is shared
    with other programs only what says that it is German-English.

    Raises:
        DictionaryError: the settings name a place where there is nothing.
    """
    found = [path for name in settings.dictionaries for path in _look_at(Path(name))]
    found += _list_folder(paths.dictionaries)
    if paths.shared_dictionaries is not None:
        found += (
            path
            for path in _list_folder(paths.shared_dictionaries)
            if _IS_GERMAN_ENGLISH.search(path.name)
        )
    return list({path.resolve(): path for path in reversed(found)}.values())[::-1]


def _look_at(place: Path) -> list[Path]:
    if place.is_dir():
        found = _list_folder(place)
    else:
        # Whichever of its two files was named.
        stem = next(
            (place.name.removesuffix(s) for s in _SUFFIXES if place.name.endswith(s)),
            place.name,
        )
        index = place.with_name(f"{stem}.index")
        found = [index] if index.is_file() else []
    if not found:
        raise DictionaryError(
            f"there is no dictd dictionary (.index with .dict.dz) in {place}",
            "mend 'dictionaries' in reader.toml",
        )
    return found


def _list_folder(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob(INDEX_PATTERN) if path.is_file())
    except OSError:
        return []
