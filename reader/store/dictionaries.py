"""Where the user's dictionaries lie.

Owns the order of the places. Reading a dictionary is the job of `reader.formats.dictd`
and `reader.formats.stardict`.
"""

from __future__ import annotations

import re
from pathlib import Path

from reader.errors import DictionaryError
from reader.store.paths import Paths
from reader.store.settings import Settings

# FreeDict's "freedict-deu-eng", Ding's "de-en"; a shared folder may have others.
_IS_GERMAN_ENGLISH = re.compile(
    r"(?:^|[-_./\\])(?:deu|ger|de|german)[-_](?:eng|en|english)(?=[-_./\\]|$)",
    re.IGNORECASE,
)
_INDEXES = (".index", ".ifo")
"""What says where a dictionary is: of dictd, and of StarDict."""
_SUFFIXES = (*_INDEXES, ".dict.dz", ".dict", ".idx.gz", ".idx", ".syn")


def find_dictionaries(paths: Paths, settings: Settings) -> list[Path]:
    """Return the .index and .ifo files of all dictionaries, those named first.

    What the settings or the home have is taken as it is; of a folder that is shared
    with other programs only what says that it is German-English.

    Raises:
        DictionaryError: the settings name a place where there is nothing.
    """
    found = [path for name in settings.dictionaries for path in _look_at(Path(name))]
    found += _list_folder(paths.dictionaries)
    for shared in paths.shared_dictionaries:
        found += (
            path
            for path in _list_folder(shared)
            if _IS_GERMAN_ENGLISH.search(str(path.relative_to(shared)))
        )
    return list({path.resolve(): path for path in reversed(found)}.values())[::-1]


def _look_at(place: Path) -> list[Path]:
    if place.is_dir():
        found = _list_folder(place)
    else:
        # Whichever of its files was named.
        stem = next(
            (place.name.removesuffix(s) for s in _SUFFIXES if place.name.endswith(s)),
            place.name,
        )
        beside = (place.with_name(stem + suffix) for suffix in _INDEXES)
        found = [path for path in beside if path.is_file()]
    if not found:
        raise DictionaryError(
            f"there is no dictionary of dictd (.index with .dict.dz) or StarDict (.ifo "
            f"with .idx and .dict.dz) in {place}",
            "mend 'dictionaries' in reader.toml",
        )
    return found


def _list_folder(folder: Path) -> list[Path]:
    """Return the dictionaries in a folder and in the folders that lie in it.

    Archives are unpacked to a folder of their own.
    """
    try:
        return sorted(
            path
            for pattern in ("*", "*/*")
            for path in folder.glob(pattern)
            if path.suffix in _INDEXES and path.is_file()
        )
    except OSError:
        return []
