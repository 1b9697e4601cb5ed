from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import SettingsError
from reader.store.settings import Settings, check_settings, load_settings


def test_without_files_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml", tmp_path) == Settings()


def test_the_project_wins_over_the_user_setting_by_setting(tmp_path: Path) -> None:
    user = tmp_path / "user.toml"
    user.write_text('engine = "argos"\nbeam = 2\n')
    project = tmp_path / "project"
    project.mkdir()
    (project / "reader.toml").write_text("beam = 6\n")
    settings = load_settings(user, project)
    assert (settings.engine, settings.beam) == ("argos", 6)


def test_a_path_means_the_folder_of_the_settings_file(tmp_path: Path) -> None:
    (tmp_path / "reader.toml").write_text('abbreviations = "abk.txt"\n')
    settings = load_settings(tmp_path / "none.toml", tmp_path)
    assert settings.abbreviations == str(tmp_path / "abk.txt")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("baem = 4", "no setting 'baem'", "'beam'"),
        ('beam = "4"', "must be of type int", "mend"),
        ("retry = 1", "must be of type bool", "mend"),
        ("beam = 99", "between 0 and 32", "default"),
        ('engine = "deepl"', "'deepl' is unknown", "builtin"),
        ("beam = = 4", "cannot be read", "mend"),
        ('compute = "int9"', "'int9' is unknown", "int8"),
        ("engine = '\udcff'", "cannot be read", "mend"),
    ],
)
def test_a_wrong_file_is_a_clear_error(
    tmp_path: Path, text: str, message: str, hint: str
) -> None:
    path = tmp_path / "reader.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError, match=message) as caught:
        load_settings(path, tmp_path / "elsewhere")
    assert str(path) in caught.value.message
    assert hint in caught.value.hint


def test_a_wrong_option_names_the_command_line() -> None:
    with pytest.raises(SettingsError, match=r"^options: threads"):
        check_settings(Settings(threads=-1), "options")
