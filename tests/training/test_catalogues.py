"""Sentence pairs from message catalogues."""

from __future__ import annotations

import sys
from pathlib import Path

import polib
import pytest

from reader.training import catalogues
from reader.training.catalogues import clean_message, find_catalogues, read_catalogue
from reader.training.corpus import read_pairs

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "The file was not found, and nothing was changed."
msgstr "Die Datei wurde nicht gefunden, und nichts wurde geändert."

#, fuzzy
msgid "The folder is empty, as it seems."
msgstr "Der Ordner war leer, wie es schien."

msgid "Not yet translated."
msgstr ""

msgid "File %s is missing."
msgstr "Datei %s fehlt."

msgid "One file was moved."
msgid_plural "Many files were moved."
msgstr[0] "Eine Datei wurde verschoben."
msgstr[1] "Viele Dateien wurden verschoben."

#~ msgid "The old message."
#~ msgstr "Die alte Meldung."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "sources" / "git" / "po" / "de.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    other = tmp_path / "sources" / "apt" / "de" / "LC_MESSAGES" / "apt.mo"
    other.parent.mkdir(parents=True)
    polib.pofile(CATALOGUE).save_as_mofile(str(other))
    (path.parent / "fr.po").write_text(CATALOGUE, encoding="utf-8")
    return tmp_path / "sources"


def test_only_what_is_translated_and_whole_is_read(folder: Path) -> None:
    for project, path in find_catalogues(folder):
        (pair,) = read_catalogue(path, project)
        assert pair.set == project
        assert pair.source.startswith("Die Datei wurde nicht")
        assert pair.target.startswith("The file was not")


def test_german_catalogues_are_found_each_with_its_project(folder: Path) -> None:
    found = [(name, path.name) for name, path in find_catalogues(folder)]
    assert found == [("apt", "apt.mo"), ("git", "de.po")]


def test_the_bitext_can_be_prepared(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bitext = tmp_path / "catalogues.tsv.xz"
    monkeypatch.setattr(sys, "argv", ["catalogues", str(bitext), str(folder)])
    catalogues.main()
    (pair,) = read_pairs(bitext)
    assert (pair.set, pair.origin) == ("git", "catalogue")


@pytest.mark.parametrize(
    ("message", "cleaned"),
    [
        ("Das <literal>Paket</literal>\nfehlt.", "Das Paket fehlt."),
        ("_Alle &amp; jeder.", "Alle & jeder."),
        ("&Alle Dateien löschen.", "Alle Dateien löschen."),
        ("Rock & Roll bei AT&T.", "Rock & Roll bei AT&T."),
        ("Nur 50 % sind da.", "Nur 50 % sind da."),
        ("Datei öffnen", ""),
        ("Alle Da_teien löschen.", ""),
        ("B<apt> holt Pakete.", ""),
        ("Die Architekturen, die *setarch* kennt.", ""),
        ("Das mit shmid_ angegebene Segment.", ""),
        ("Hallo, ${user}.", ""),
        ("%d Dateien.", ""),
        ("- 5 Euro.", ""),
    ],
)
def test_markup_goes_and_what_is_filled_in_later_is_no_sentence(
    message: str, cleaned: str
) -> None:
    assert clean_message(message) == cleaned
