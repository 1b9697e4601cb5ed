"""The public Python API, on the fake engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.translating import Options
from reader.errors import DocumentError, PackageMissingError, SettingsError
from reader.formats.html_pairs import read_html
from reader.service import open_service
from tests.conftest import ROOT

TEXT = "Der Markt wächst weiter. Die Preise fallen seit Mai.\n\nAnzeige\n"


def test_a_text_becomes_pairs() -> None:
    with open_service(engine="fake") as service:
        pairs = list(service.translate_text(TEXT))
    assert [pair.target for pair in pairs] == [
        "Red Tkram tshcäw retiew.",
        "Eid Esierp nellaf ties Iam.",
        None,
    ]


def test_boilerplate_is_translated_when_asked_for() -> None:
    with open_service(engine="fake") as service:
        pairs = list(service.translate_text(TEXT, options=Options(True)))
    assert pairs[2].target == "Egiezna"


def test_a_file_becomes_pairs_and_pairs_a_file(tmp_path: Path) -> None:
    source, page = tmp_path / "a.txt", tmp_path / "a.html"
    source.write_text(TEXT, encoding="utf-8")
    with open_service(engine="fake") as service:
        service.write_pairs(service.translate_file(source), page)
        pairs = list(service.translate_file(source))
    with page.open(encoding="utf-8", newline="") as stream:
        assert list(read_html(stream)) == pairs[:2]


def test_writing_that_fails_leaves_no_file(tmp_path: Path) -> None:
    with open_service(engine="fake") as service, pytest.raises(DocumentError):
        missing = service.translate_file(tmp_path / "none.txt")
        service.write_pairs(missing, tmp_path / "a.html")
    assert not list(tmp_path.glob("*html*"))


def test_opening_loads_and_creates_nothing(reader_home: Path) -> None:
    with open_service(engine="fake") as service:
        assert list(service.segment(TEXT))
    assert not reader_home.exists()


def test_a_wrong_setting_is_refused() -> None:
    with pytest.raises(SettingsError, match="'deepl' is unknown"):
        open_service(engine="deepl")
    with pytest.raises(SettingsError, match="between 0 and 32"):
        open_service(beam=99)


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(SettingsError, match="no setting 'colour'"):
        open_service(colour="blue")


def test_an_engine_that_is_not_installed_is_named() -> None:
    with open_service(engine="argos") as service:
        with pytest.raises(PackageMissingError) as caught:
            list(service.translate_text(TEXT))
    assert "models install" in caught.value.hint


def test_a_users_abbreviations_are_honoured(tmp_path: Path) -> None:
    text = "Das regelt die Verw. Vorschrift von 2019. Sie gilt."
    with open_service(engine="fake") as service:
        assert len(list(service.segment(text))) == 3
    own = tmp_path / "abk.txt"
    own.write_text("# Ämter\nVerw.\n", encoding="utf-8")
    with open_service(engine="fake", abbreviations=str(own)) as service:
        assert len(list(service.segment(text))) == 2


def test_the_readmes_five_lines_run(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = readme.split("```python\n")[1].split("```")[0]
    assert len([line for line in example.splitlines() if line]) <= 5
    script = tmp_path / "example.py"
    script.write_text(example.replace("open_service()", "open_service(engine='fake')"))
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout == (
        "Der Markt wächst. → Red Tkram tshcäw.\n"
        "Die Preise fallen. → Eid Esierp nellaf.\n"
    )
