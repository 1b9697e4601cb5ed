from __future__ import annotations

from pathlib import Path

from reader.store.paths import find_paths


def test_reader_home_moves_everything_and_hides_argos(tmp_path: Path) -> None:
    paths = find_paths({"READER_HOME": str(tmp_path)})
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
    assert paths.argos is None and paths.shared_dictionaries is None


def test_finding_paths_creates_nothing(tmp_path: Path) -> None:
    find_paths({"READER_HOME": str(tmp_path / "new")})
    assert not (tmp_path / "new").exists()


def test_argos_packages_are_looked_for_where_argos_puts_them(tmp_path: Path) -> None:
    named = find_paths({"ARGOS_PACKAGES_DIR": str(tmp_path)})
    assert named.argos == tmp_path
    xdg = find_paths({"XDG_DATA_HOME": str(tmp_path)})
    assert xdg.argos == tmp_path / "argos-translate" / "packages"
