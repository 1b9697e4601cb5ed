from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import Runner
from tests.packages import TINY, install_tiny


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The tiny package as it would be fetched."""
    path = tmp_path / "translate-de_en-0_1.argosmodel"
    with zipfile.ZipFile(path, "w") as stream:
        for file in sorted(TINY.rglob("*")):
            stream.write(file, Path("translate-de_en") / file.relative_to(TINY))
    return path


def test_nothing_installed_is_an_empty_list(reader: Runner) -> None:
    result = reader("models", "list")
    assert (result.code, result.out) == (0, "")
    assert "models install builtin" in result.err


def test_a_package_file_is_installed_listed_verified_and_removed(
    reader: Runner, archive: Path
) -> None:
    assert reader("models", "install", archive).code == 0
    (record,) = reader("models", "list", "--json").records
    assert (record["engine"], record["runs"]) == ("argos", True)
    assert (record["from"], record["to"]) == ("de", "en")
    assert record["name"] in reader("models", "list").out
    assert reader("models", "verify").out == f"{record['name']}: whole\n"
    assert reader("models", "remove", record["name"]).code == 0
    assert reader("models", "list", "--json").records == []


def test_an_installed_package_is_preferred_and_translates(
    reader: Runner, archive: Path, tmp_path: Path
) -> None:
    reader("models", "install", archive)
    text = tmp_path / "a.txt"
    text.write_text("Ich habe keine Zeit.")
    result = reader("translate", text, "--to", "jsonl")
    (record,) = result.records
    assert record["engine"].startswith("argos:translate-de_en-")
    assert record["target"] == "I don't have time."
    assert record["score"] < 0
    assert "engine: argos:" in result.err


def test_a_package_without_a_file_is_found(reader: Runner, reader_home: Path) -> None:
    package = install_tiny(reader_home)
    (package.path / "sentencepiece.model").unlink()
    result = reader("models", "verify")
    assert result.code == 1
    assert "sentencepiece.model" in result.out
    assert reader("models", "verify", "--json").records[0]["problems"]


def test_a_package_with_a_changed_file_is_found(
    reader: Runner, reader_home: Path
) -> None:
    package = install_tiny(reader_home)
    with (package.path / "README.md").open("r+") as stream:
        stream.write("X")
    for names in ([], [package.name]):
        result = reader("models", "verify", *names)
        assert result.code == 1
        assert f"{package.name}: damaged" in result.out and "README.md" in result.out


@pytest.mark.parametrize("content", [b"no zip at all", b"PK\x03\x04broken"])
def test_a_broken_file_never_replaces_a_working_package(
    reader: Runner, reader_home: Path, tmp_path: Path, content: bytes
) -> None:
    before = install_tiny(reader_home)
    bad = tmp_path / "translate-de_en.argosmodel"
    bad.write_bytes(content)
    result = reader("models", "install", bad)
    assert result.code == 3
    assert result.err.count("\n") == 2
    assert reader("models", "verify", before.name).code == 0


@pytest.mark.parametrize("command", ["remove", "verify"])
def test_a_package_that_is_not_there_is_exit_3(reader: Runner, command: str) -> None:
    result = reader("models", command, "translate-xx_yy")
    assert result.code == 3
    assert "reader models list" in result.err


def test_a_package_of_the_same_name_elsewhere_hides_no_damage(
    reader: Runner, reader_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("READER_HOME")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    shutil.copytree(TINY, tmp_path / "argos" / "translate-de_en-0_1")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    ours = install_tiny(tmp_path / "XDG_DATA_HOME" / "zwiesprache")
    assert reader("models", "verify").code == 0
    with (ours.path / "README.md").open("r+") as stream:
        stream.write("X")
    result = reader("models", "verify")
    assert result.code == 1
    assert f"{ours.path}: damaged" in result.out


def test_a_package_folder_that_was_copied_there_by_hand_runs(
    reader: Runner, reader_home: Path
) -> None:
    shutil.copytree(TINY, reader_home / "models" / "my-copy")
    (record,) = reader("models", "list", "--json").records
    assert (record["engine"], record["ours"], record["runs"]) == ("argos", False, True)
    assert record["sha256"]
    assert reader("models", "verify").code == 0
