"""Where the layers of the glossary lie."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.glossary.layers import Layer
from reader.errors import SettingsError
from reader.store.glossaries import find_places, find_shipped_files
from reader.store.paths import Paths, find_paths
from reader.store.settings import Settings, load_settings
from tests.conftest import ROOT


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find_paths({"READER_HOME": str(tmp_path / "home")})


def test_the_layers_come_in_their_order(paths: Paths, tmp_path: Path) -> None:
    paths.glossary.parent.mkdir()
    paths.glossary.touch()
    settings = Settings(glossary=("p1.tsv", "p2.tsv"))
    places = find_places(paths, settings, [tmp_path / "g.csv"])
    assert [place.layer for place in places[-4:]] == [
        Layer.USER,
        Layer.PROJECT,
        Layer.PROJECT,
        Layer.GIVEN,
    ]
    assert {place.layer for place in places[:-4]} == {Layer.SHIPPED}
    assert [place.path for place in places[-3:-1]] == [Path("p1.tsv"), Path("p2.tsv")]


def test_without_a_users_glossary_there_is_no_such_layer(paths: Paths) -> None:
    assert find_places(paths, Settings(shipped_glossary=False)) == []


def test_the_shipped_files_lie_beside_the_package_in_a_checkout() -> None:
    assert find_shipped_files() == sorted((ROOT / "glossaries").glob("*.tsv"))


def test_the_shipped_files_lie_inside_the_package_in_a_wheel(tmp_path: Path) -> None:
    package = tmp_path / "reader"
    shutil.copytree(
        ROOT / "reader", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    # A folder of the same name beside an installed package is somebody else's.
    for folder in (tmp_path / "glossaries", package / "glossaries"):
        folder.mkdir()
        for name in ("b.tsv", "a.tsv", "README.md"):
            (folder / name).touch()
    script = (
        "from reader.store.glossaries import find_shipped_files\n"
        "print(*find_shipped_files(), sep='\\n')"
    )

    def find() -> list[str]:
        command = [sys.executable, "-c", script]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    assert find() == [str(package / "glossaries" / name) for name in ("a.tsv", "b.tsv")]
    shutil.rmtree(package / "glossaries")
    assert find() == []


def test_the_projects_glossaries_lie_beside_its_settings(tmp_path: Path) -> None:
    file = tmp_path / "reader.toml"
    file.write_text('glossary = "terms.tsv"\nshipped_glossary = false\n')
    settings = load_settings(tmp_path / "none.toml", tmp_path)
    assert settings.glossary == (str(tmp_path / "terms.tsv"),)
    assert not settings.shipped_glossary
    file.write_text('glossary = ["a.tsv", "/b.csv"]\n')
    settings = load_settings(tmp_path / "none.toml", tmp_path)
    assert settings.glossary == (str(tmp_path / "a.tsv"), "/b.csv")


@pytest.mark.parametrize("value", ["3", "[1]", "true"])
def test_a_glossary_that_is_no_file_name_is_a_clear_error(
    tmp_path: Path, value: str
) -> None:
    (tmp_path / "reader.toml").write_text(f"glossary = {value}\n")
    with pytest.raises(SettingsError, match="a file name or a list of file names"):
        load_settings(tmp_path / "none.toml", tmp_path)
