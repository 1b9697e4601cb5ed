from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.store.paths import find_paths


def test_reader_home_moves_everything_and_hides_argos(tmp_path: Path) -> None:
    paths = find_paths({"READER_HOME": str(tmp_path), "XDG_DATA_DIRS": os.pathsep})
    places = paths.to_record()
    assert list(places) == [
        "home",
        "models",
        "memory",
        "settings",
        "glossary",
        "library",
        "words",
        "vocabulary",
        "dictionaries",
    ]
    assert all(Path(place).is_relative_to(tmp_path) for place in places.values())
    assert paths.argos is None


@pytest.mark.parametrize("home", [{}, {"READER_HOME": "/anywhere"}])
def test_the_systems_dictionaries_are_found_wherever_the_home_is(
    home: dict[str, str],
) -> None:
    usual = find_paths(home).shared_dictionaries
    assert usual[-2:] == (Path("/usr/share/dictd"), Path("/usr/share/stardict/dic"))
    moved = find_paths(home | {"XDG_DATA_DIRS": f"/a{os.pathsep}/b"})
    assert moved.shared_dictionaries == (
        Path("/a/dictd"),
        Path("/a/stardict/dic"),
        Path("/b/dictd"),
        Path("/b/stardict/dic"),
    )


def test_finding_paths_creates_nothing(tmp_path: Path) -> None:
    find_paths({"READER_HOME": str(tmp_path / "new")})
    assert not (tmp_path / "new").exists()


def test_argos_packages_are_looked_for_where_argos_puts_them(tmp_path: Path) -> None:
    named = find_paths({"ARGOS_PACKAGES_DIR": str(tmp_path)})
    assert named.argos == tmp_path
    xdg = find_paths({"XDG_DATA_HOME": str(tmp_path)})
    assert xdg.argos == tmp_path / "argos-translate" / "packages"
