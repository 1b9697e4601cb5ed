"""Every place that is read or written, found once from the environment.

`READER_HOME` moves everything of ours into one folder and hides Argos Translate's
own package folder; without it the platform's usual folders are used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

_SHARED_DICTIONARIES = Path("/usr/share/dictd")
_SHARED_STARDICT = Path("/usr/share/stardict/dic")
"""Where Debian's and most other packages put them."""


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
    shared_dictionaries: Path | None = None
    """Where the system installs dictionaries of dictd; None when hidden."""
    shared_stardict: Path | None = None
    """Where it installs those of StarDict."""

    def to_record(self) -> dict[str, str]:
        """Return the paths by name, as `reader where --json` prints them."""
        places = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(path) for name, path in places.items() if path is not None}


def find_paths(environment: Mapping[str, str]) -> Paths:
    """Return the paths that `environment` asks for."""
    moved = environment.get("READER_HOME")
    if moved:
        home = Path(moved).expanduser().absolute()
        config, argos, shared, stardict = home, None, None, None
    else:
        import platformdirs

        home = platformdirs.user_data_path("zwiesprache", appauthor=False)
        config = platformdirs.user_config_path("zwiesprache", appauthor=False)
        argos = _find_argos(environment)
        shared, stardict = _SHARED_DICTIONARIES, _SHARED_STARDICT
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
        shared_dictionaries=shared,
        shared_stardict=stardict,
    )


def _find_argos(environment: Mapping[str, str]) -> Path:
    """Return Argos's package folder, found as its own settings module does."""
    named = environment.get("ARGOS_PACKAGES_DIR")
    if named:
        return Path(named).expanduser()
    data = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "argos-translate" / "packages"
