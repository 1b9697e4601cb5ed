"""Every place that is read or written, found once from the environment.

`READER_HOME` moves everything of ours into one folder and hides Argos Translate's
own package folder; without it the platform's usual folders are used. What the system
installs for everybody is found as the XDG base directory specification says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

_DATA_DIRS = f"/usr/local/share{os.pathsep}/usr/share"
"""Where the system's data lie when `XDG_DATA_DIRS` does not say."""
_DICTIONARIES = (Path("dictd"), Path("stardict", "dic"))
"""Where Debian's and most other packages put dictionaries in them."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where everything lies; nothing is created by finding it."""

    home: Path
    models: Path
    """Prepared engines and installed packages, one folder each."""
    memory: Path
    """The translation memory, one SQLite file."""
    settings: Path
    """The user's reader.toml."""
    glossary: Path
    """The user's own term base."""
    library: Path
    """Texts opened in the reader, with their positions."""
    words: Path
    """What dictionaries said about single words."""
    vocabulary: Path
    """The words that the user wants to learn."""
    dictionaries: Path
    """Dictionaries that the user has put there, of dictd or of StarDict."""
    argos: Path | None
    """Argos Translate's own package folder, read-only for us; None when hidden."""
    shared_dictionaries: tuple[Path, ...] = ()
    """Where the system installs dictionaries, of dictd and of StarDict."""

    def list_places(self) -> list[tuple[str, Path]]:
        """Return (name, path) of each; a name stands as often as it has paths."""
        places: list[tuple[str, Path]] = []
        for field in fields(self):
            found: Path | tuple[Path, ...] | None = getattr(self, field.name)
            several = found if isinstance(found, tuple) else (found,)
            places += ((field.name, path) for path in several if path is not None)
        return places

    def to_record(self) -> dict[str, str]:
        """Return the paths by name."""
        return join_places(self.list_places())


def join_places(places: Iterable[tuple[str, Path]]) -> dict[str, str]:
    """Return places by name, several paths in one as in the environment's `PATH`."""
    joined: dict[str, str] = {}
    for name, path in places:
        before = f"{joined[name]}{os.pathsep}" if name in joined else ""
        joined[name] = f"{before}{path}"
    return joined


def find_paths(environment: Mapping[str, str]) -> Paths:
    """Return the paths that `environment` asks for."""
    moved = environment.get("READER_HOME")
    if moved:
        home = Path(moved).expanduser().absolute()
        config, argos = home, None
    else:
        import platformdirs

        home = platformdirs.user_data_path("zwiesprache", appauthor=False)
        config = platformdirs.user_config_path("zwiesprache", appauthor=False)
        argos = _find_argos(environment)
    return Paths(
        home=home,
        models=home / "models",
        memory=home / "memory.sqlite",
        settings=config / "reader.toml",
        glossary=config / "glossary.tsv",
        library=home / "library.sqlite",
        words=home / "words.json",
        vocabulary=home / "vocabulary.tsv",
        dictionaries=home / "dictionaries",
        argos=argos,
        shared_dictionaries=tuple(_find_shared(environment)),
    )


def _find_shared(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield the folders of the system's dictionaries, the preferred first."""
    data_dirs = environment.get("XDG_DATA_DIRS") or _DATA_DIRS
    for folder in filter(None, data_dirs.split(os.pathsep)):
        for kind in _DICTIONARIES:
            yield Path(folder) / kind


def _find_argos(environment: Mapping[str, str]) -> Path:
    """Return Argos's package folder, found as its own settings module does."""
    named = environment.get("ARGOS_PACKAGES_DIR")
    if named:
        return Path(named).expanduser()
    data = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"
