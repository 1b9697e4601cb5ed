"""What the user has settled: reader.toml of the user, then of the working folder.

Later wins, setting by setting; the command line wins over both. An unknown name is
an error, since a misspelt setting that is passed over in silence helps nobody.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reader.core.interfaces import COMPUTE_TYPES, DEVICES, ENGINES
from reader.errors import SettingsError

PROJECT_FILE = "reader.toml"
_LISTS = ("glossary", "dictionaries")
"""Settings that are file names: one, or a list of them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    engine: str = "auto"
    """"auto", "argos" or "builtin"."""
    package: str = ""
    """Name of the installed Argos package to use; "" takes the newest."""
    beam: int = 0
    """Beam width of the search; 0 takes the engine's own default."""
    threads: int = 0
    """Processor cores; 0 means all that this process may use."""
    device: str = "cpu"
    compute: str = "auto"
    """CTranslate2's compute type, as in "int8" or "float32"."""
    encoding: str = ""
    """Of the documents; "" finds it out."""
    abbreviations: str = ""
    """A file with the user's own abbreviations, one a line."""
    retry: bool = True
    """Give an output that the guard refuses one more try."""
    glossary: tuple[str, ...] = ()
    """The project's term bases, one file name or a list; later ones win."""
    dictionaries: tuple[str, ...] = ()
    """Folders, or .index and .ifo files, of dictionaries asked before the others."""
    shipped_glossary: bool = True
    """Use the glossary that comes with the program, too."""


def load_settings(user_file: Path, project_dir: Path) -> Settings:
    """Return the settings in force in `project_dir`.

    Raises:
        SettingsError: a file cannot be read, or a setting is unknown or wrong.
    """
    settings = Settings()
    for path in (user_file, project_dir / PROJECT_FILE):
        settings = _apply(settings, path)
    return settings


def change_settings(settings: Settings, chosen: Mapping[str, Any]) -> Settings:
    """Return `settings` with the values of `chosen`.

    Raises:
        SettingsError: a name is unknown, or a value of the wrong type or impossible.
    """
    _check_names(chosen, "options", "open_service(NAME=VALUE)")
    return check_settings(replace(settings, **chosen), "options")


def check_settings(settings: Settings, where: str) -> Settings:
    """Return `settings` when each value is possible.

    Raises:
        SettingsError: one is not; `where` says who set it.
    """
    _check_choice("engine", settings.engine, ENGINES, where)
    _check_choice("device", settings.device, DEVICES, where)
    _check_choice("compute", settings.compute, COMPUTE_TYPES, where)
    for name, least, most in (("beam", 0, 32), ("threads", 0, 1024)):
        if not least <= getattr(settings, name) <= most:
            raise SettingsError(
                f"{where}: {name} must be between {least} and {most}",
                f"leave '{name}' out for the default",
            )
    return settings


def _apply(settings: Settings, path: Path) -> Settings:
    try:
        with path.open("rb") as stream:
            values = tomllib.load(stream)
    except FileNotFoundError:
        return settings
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"{path} cannot be read: {error}", f"mend {path} or move it away"
        ) from error
    for name in _LISTS:
        if name in values:
            values[name] = _read_names(values[name])
    _check_names(values, str(path), f"mend {path} or move it away")
    # A path in a settings file means the folder in which the file lies.
    if values.get("abbreviations"):
        values["abbreviations"] = _find_beside(path, values["abbreviations"])
    for setting in _LISTS:
        if values.get(setting):
            values[setting] = tuple(
                _find_beside(path, name) for name in values[setting]
            )
    return check_settings(replace(settings, **values), str(path))


def _find_beside(path: Path, name: str) -> str:
    return str(path.parent / Path(name).expanduser())


def _read_names(value: object) -> object:
    """Return one name or a list of names as a tuple; anything else as it is."""
    names = [value] if isinstance(value, str) else value
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return tuple(name for name in names if name)
    return value


def _check_names(values: Mapping[str, Any], where: str, hint: str) -> None:
    known = {field.name: type(field.default) for field in fields(Settings)}
    for name, value in values.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            raise SettingsError(
                f"{where}: there is no setting '{name}'",
                f"did you mean '{near[0]}'?" if near else f"one of: {', '.join(known)}",
            )
        if type(value) is not known[name]:
            kind = f"of type {known[name].__name__}"
            if known[name] is tuple:
                kind = "a file name or a list of file names"
            raise SettingsError(f"{where}: '{name}' must be {kind}", hint)


def _check_choice(name: str, value: str, choices: Iterable[str], where: str) -> None:
    if value not in choices:
        raise SettingsError(
            f"{where}: {name} '{value}' is unknown", f"one of: {', '.join(choices)}"
        )
