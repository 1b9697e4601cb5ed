from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import group
from reader.cli.group import cli
from reader.cli.main import COMMANDS
from reader.cli.reference import REFERENCE, describe_commands
from tests.cli.running import Runner
from tests.conftest import ROOT


def test_help_lists_every_command_with_its_own_first_line(reader: Runner) -> None:
    result = reader("--help")
    assert (result.code, result.err) == (0, "")
    for name, (_, text) in COMMANDS.items():
        command = cli.get_command(None, name)  # type: ignore[arg-type] # the context is not used
        assert command is not None and command.help is not None
        assert name in result.out
        assert text.rstrip(".").split(",")[0].split()[0] in result.out


def test_the_help_is_the_same_whoever_prints_it_and_names_every_option(
    reader: Runner,
) -> None:
    plain, by_click = reader("--help").out, reader("--quiet", "--help").out
    assert plain == by_click
    for option in cli.params:
        assert all(name in plain for name in option.opts)


def test_the_version_is_the_one_in_pyproject(reader: Runner) -> None:
    text = (ROOT / "pyproject.toml").read_text()
    version = next(line for line in text.splitlines() if line.startswith("version"))
    assert version.split('"')[1] in reader("--version").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["unknown"], "No such command 'unknown'"),
        (["translate"], "Missing argument"),
        (["translate", "a.txt", "--beam", "0"], "--beam"),
        (["translate", "a.txt", "--to", "docx"], "docx"),
        (
            ["translate", "a.txt", "--fast", "--beam", "5"],
            "--beam 5 and --fast contradict each other",
        ),
        (
            ["translate", "a.txt", "--fast", "--best"],
            "--fast and --best contradict each other",
        ),
    ],
)
def test_wrong_usage_is_two_lines_and_exit_2(
    reader: Runner, arguments: list[str], said: str
) -> None:
    result = reader(*arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 2
    assert "try: reader" in result.err


def test_an_unforeseen_error_is_two_lines_and_the_trace_only_with_debug(
    reader: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(group.cli, "main", fail)
    result = reader("where")
    assert result.code == 1
    assert "boom" in result.err and "Traceback" not in result.err
    assert "Traceback" in reader("where", "--debug").err


def test_ctrl_c_ends_with_130(reader: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(group.cli, "main", interrupt)
    assert reader("where").code == 130


def test_where_is_one_json_object_with_the_contracts_keys(
    reader: Runner, reader_home: Path
) -> None:
    (record,) = reader("where", "--json").records
    assert {"home", "models", "memory", "settings", "glossary", "library"} <= set(
        record
    )
    assert record["home"] == str(reader_home)


def test_where_names_what_the_project_and_its_settings_read(
    reader: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("reader.toml").write_text(
        'glossary = ["a.tsv", "b.tsv"]\ndictionaries = "woerter"\n', encoding="utf-8"
    )
    (record,) = reader("where", "--json").records
    assert record["project_settings"] == str(tmp_path / "reader.toml")
    named = [str(tmp_path / "a.tsv"), str(tmp_path / "b.tsv")]
    assert record["named_glossary"].split(os.pathsep) == named
    assert record["named_dictionaries"] == str(tmp_path / "woerter")
    for shipped in record["shipped_glossary"].split(os.pathsep):
        assert Path(shipped).is_file()
    lines = [line.split(maxsplit=1) for line in reader("where").lines]
    assert ["named_glossary", named[1]] in lines
    Path("reader.toml").write_text("shipped_glossary = false\n", encoding="utf-8")
    assert "shipped_glossary" not in reader("where", "--json").records[0]


def test_a_wrong_settings_file_is_exit_2(reader: Runner, reader_home: Path) -> None:
    reader_home.mkdir()
    (reader_home / "reader.toml").write_text("baem = 4\n")
    result = reader("where")
    assert result.code == 2
    assert "did you mean 'beam'?" in result.err


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("Das ist ein ganzer Satz. " * 20_000)
    done = subprocess.run(
        f"{sys.executable} -m reader segment {text} | head -n 1; "
        "echo ${PIPESTATUS[0]}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["Das ist ein ganzer Satz.", "0"]
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "command", ["where", "--help", "--version", "segment long.txt"]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("target", "said"), [(">/dev/full", "No space left"), (">&-", "Bad file")]
)
def test_standard_output_that_takes_nothing_is_one_clear_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    target: str,
    said: str,
    unbuffered: str,
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    text = tmp_path / "long.txt"
    text.write_text("Das ist ein ganzer Satz. " * 2_000)
    done = subprocess.run(
        f"{sys.executable} -m reader {command} {target}",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    message, hint = done.stderr.splitlines()
    assert message.startswith(f"reader: standard output cannot be written: {said}")
    assert hint.startswith("  try: ")


def test_standard_output_that_is_not_used_may_be_closed(tmp_path: Path) -> None:
    command = f"{sys.executable} -m reader memory export memory.jsonl >&-"
    subprocess.run(command, shell=True, cwd=tmp_path, check=True)
    assert (tmp_path / "memory.jsonl").read_text() == ""


def test_the_reference_is_up_to_date() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == describe_commands()
