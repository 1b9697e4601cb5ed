from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.path_completion import MOST, complete_path, extend_path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "texte" / "china").mkdir(parents=True)
    (tmp_path / "texte" / "chips.txt").write_text("Chips.")
    (tmp_path / "texte" / "Öl.txt").write_text("Öl.")
    (tmp_path / "texte" / ".verborgen.txt").write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "offered", "extended"),
    [
        ("", ["texte/"], "texte/"),
        ("te", ["texte/"], "texte/"),
        ("texte/", ["texte/china/", "texte/chips.txt", "texte/Öl.txt"], "texte/"),
        ("texte/c", ["texte/china/", "texte/chips.txt"], "texte/chi"),
        ("texte/Ö", ["texte/Öl.txt"], "texte/Öl.txt"),
        ("texte/.", ["texte/.verborgen.txt"], "texte/.verborgen.txt"),
        ("~/texte/chip", ["~/texte/chips.txt"], "~/texte/chips.txt"),
        ("nichts/", [], "nichts/"),
        ("~niemand/te", [], "~niemand/te"),
        ("texte/chips.txt/", [], "texte/chips.txt/"),
        ("texte/x", [], "texte/x"),
    ],
)
def test_a_path_is_completed_as_in_a_shell(
    folder: Path, typed: str, offered: list[str], extended: str
) -> None:
    assert complete_path(typed) == offered
    assert extend_path(typed) == extended


def test_an_absolute_path_is_completed_and_a_lone_tilde_is_home(folder: Path) -> None:
    assert complete_path(f"{folder}/te") == [f"{folder}/texte/"]
    assert extend_path("~") == "~/"


def test_no_more_is_offered_than_can_be_looked_through(folder: Path) -> None:
    for number in range(MOST + 50):
        (folder / "texte" / f"{number}.txt").touch()
    assert len(complete_path("texte/")) == MOST
