"""`reader translate` on the fake engine: files, folders, exit codes, streams."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from reader.formats.jsonl import read_jsonl
from tests.cli.running import Runner

ARTICLE = """Neue Bahnstrecke eröffnet

Die Strecke verbindet Ulm mit Wendlingen. Sie ist 60 Kilometer lang.

Anzeige

Am 11. Dezember fuhr der erste Zug, wie die Bahn mitteilte.
"""
FAKE = ("--engine", "fake")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bahn.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_one_file_goes_to_standard_output(reader: Runner, article: Path) -> None:
    result = reader("translate", article, *FAKE)
    assert result.code == 0
    assert "Ekcerts" in result.out
    assert "Egiezna" not in result.out


def test_jsonl_has_the_contracts_fields_and_true_offsets(
    reader: Runner, article: Path
) -> None:
    result = reader("translate", article, *FAKE, "--to", "jsonl")
    assert result.records[1].keys() == {
        "document", "id", "kind", "block", "sentence", "start", "end", "source",
        "target", "score", "engine", "terms", "flags", "edited",
    }  # fmt: skip
    for record in result.records:
        stretch = ARTICLE[record["start"] : record["end"]]
        assert record["source"] == " ".join(stretch.split())
        assert record["document"] == str(article)
    assert [record["id"] for record in result.records[:3]] == [
        "b0001s01",
        "b0002s01",
        "b0002s02",
    ]
    assert [r["target"] for r in result.records if r["kind"] == "boilerplate"] == [None]


def test_all_takes_boilerplate_along(reader: Runner, article: Path) -> None:
    result = reader("translate", article, *FAKE, "--to", "jsonl", "--all")
    assert all(record["target"] for record in result.records)


def test_standard_input_is_a_document(
    reader: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO("Das ist ein Satz für alle.".encode("cp1252")))
    monkeypatch.setattr(sys, "stdin", stream)
    result = reader("translate", "-", *FAKE, "--to", "jsonl")
    (record,) = result.records
    assert (record["document"], record["source"]) == ("-", "Das ist ein Satz für alle.")


def test_a_folder_is_mirrored_without_its_own_name(
    reader: Runner, tmp_path: Path
) -> None:
    source = tmp_path / "articles"
    (source / "tief").mkdir(parents=True)
    (source / "a.txt").write_text(ARTICLE)
    (source / "tief" / "b.TEXT").write_text(ARTICLE)
    (source / "bild.png").write_bytes(b"\x89PNG")
    out = tmp_path / "out"
    result = reader("translate", source, "-o", out, *FAKE, "--to", "tsv", "--to", "md")
    assert result.code == 2
    result = reader(
        "translate", source, "-o", out, *FAKE, "--to", "tsv", "--to", "markdown"
    )
    assert result.code == 0
    files = sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.is_file())
    assert files == ["a.txt.md", "a.txt.tsv", "tief/b.TEXT.md", "tief/b.TEXT.tsv"]
    assert sorted(result.lines) == sorted(str(out / name) for name in files)
    assert "bild.png: not a .txt or .text file" in result.err
    assert "2 files" in result.err


def test_a_second_run_asks_the_engine_nothing(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    first = reader("translate", article, "-o", tmp_path / "eins", *FAKE)
    again = reader("translate", article, "-o", tmp_path / "zwei", *FAKE)
    assert "from the memory" not in first.err
    assert "4 from the memory" in again.err
    (one,), (two,) = ((tmp_path / d).iterdir() for d in ("eins", "zwei"))
    assert one.read_bytes() == two.read_bytes()


def test_the_output_folder_may_lie_inside_the_sources(
    reader: Runner, article: Path
) -> None:
    folder = article.parent
    for _ in range(2):
        result = reader(
            "translate", folder, "-o", folder / "out", *FAKE, "--to", "text"
        )
        assert result.code == 0
    names = sorted(path.name for path in (folder / "out").rglob("*"))
    assert names == ["bahn.txt.txt"]


def test_the_output_folder_may_be_the_source_folder(
    reader: Runner, article: Path
) -> None:
    for _ in range(2):
        command = ("translate", article.parent, "-o", article.parent)
        assert reader(*command, *FAKE, "--to", "text").code == 0
    assert sorted(p.name for p in article.parent.glob("*.txt")) == [
        "bahn.txt",
        "bahn.txt.txt",
    ]
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_two_documents_with_one_output_are_refused_before_anything_is_done(
    reader: Runner, tmp_path: Path
) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(ARTICLE)
    result = reader(
        "translate", tmp_path / "x", tmp_path / "y", "-o", tmp_path / "out", *FAKE
    )
    assert result.code == 2
    assert not (tmp_path / "out").exists()


def test_a_bad_file_fails_and_the_others_go_on(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "leer.txt").write_text("")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nirgends.txt")
    (tmp_path / "binaer.txt").write_bytes(bytes(range(256)) * 4)
    out = tmp_path / "out"
    result = reader("translate", tmp_path, "-o", out, *FAKE)
    assert result.code == 1
    assert [path.name for path in out.iterdir()] == ["bahn.txt.html"]
    for name in ("leer.txt", "link.txt", "binaer.txt"):
        assert name in result.err
    assert result.err.count("  try: ") == 3
    assert "3 files failed" in result.err


@pytest.mark.parametrize("name", ["fehlt.txt", "leerer-ordner"])
def test_nothing_to_read_is_exit_2(reader: Runner, tmp_path: Path, name: str) -> None:
    (tmp_path / "leerer-ordner").mkdir()
    for extra in ([], ["-o", tmp_path / "out"]):
        result = reader("translate", tmp_path / name, *FAKE, *extra)
        assert (result.code, result.out) == (2, "")
        assert "try: " in result.err


def test_several_documents_need_a_folder(reader: Runner, article: Path) -> None:
    for paths in ([article, article], [article.parent]):
        result = reader("translate", *paths, *FAKE)
        assert result.code == 2
        assert "-o DIR" in result.err


def test_a_text_that_is_not_german_is_left_out_with_a_note(
    reader: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "english.txt"
    path.write_text("This is the story of a train that was late. It was not the first.")
    out = tmp_path / "out"
    result = reader("translate", path, "-o", out, *FAKE)
    assert result.code == 0
    assert "does not look German" in result.err
    assert not list(out.glob("*"))
    assert reader("translate", path, "-o", out, *FAKE, "--force").code == 0
    assert list(out.glob("*"))


def test_a_dry_run_says_what_would_be_done_and_does_nothing(
    reader: Runner, article: Path, tmp_path: Path, reader_home: Path
) -> None:
    out = tmp_path / "out"
    result = reader("translate", article, "-o", out, *FAKE, "--dry-run")
    assert result.lines == [f"{article} -> {out / 'bahn.txt.html'}"]
    assert not out.exists() and not reader_home.exists()


def test_a_dry_run_to_standard_output_translates_nothing(
    reader: Runner, article: Path, reader_home: Path
) -> None:
    result = reader("translate", article, *FAKE, "--dry-run")
    assert result.lines == [f"{article} -> standard output"]
    assert not reader_home.exists()


def test_quiet_leaves_errors_alone_on_standard_error(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    for command in (
        ("--quiet", "translate", article, "-o", tmp_path / "o", *FAKE),
        ("translate", article, "-o", tmp_path / "o", *FAKE, "-q"),
    ):
        assert reader(*command).err == ""


def test_strict_makes_a_flag_an_exit_code(reader: Runner, tmp_path: Path) -> None:
    # Words that are the same when turned round: the fake engine copies the source.
    path = tmp_path / "a.txt"
    path.write_text("Rentner Otto tut nun stets neben Anna.")
    command = ("translate", path, *FAKE, "--to", "jsonl")
    (record,) = reader(*command).records
    assert record["flags"]
    assert reader(*command).code == 0
    assert reader(*command, "--strict").code == 1


def test_without_an_engine_the_exit_code_is_3(
    reader: Runner, article: Path, reader_home: Path
) -> None:
    result = reader("translate", article, "--engine", "argos")
    assert (result.code, result.out) == (3, "")
    assert "reader models install translate-de_en" in result.err


def test_control_sequences_of_an_article_reach_no_output(
    reader: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "boese.txt"
    path.write_text("Der \x1b]0;Titel\x07 Markt \x9b31m wächst \u202eum sieben Punkte.")
    for form in ("text", "markdown", "html", "jsonl", "tsv"):
        out = reader("translate", path, *FAKE, "--to", form).out
        assert not set(out) & set("\x1b\x07\x9b\u202e"), form


def test_a_corrected_tsv_comes_back_and_wins(
    reader: Runner, article: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    reader("translate", article, "-o", out, *FAKE, "--to", "tsv")
    sheet = out / "bahn.txt.tsv"
    text = sheet.read_text(encoding="utf-8")
    corrected = text.replace("Eis tsi 60 Retemolik gnal.", "It is 60 kilometres long.")
    assert corrected != text
    sheet.write_text(corrected, encoding="utf-8")
    assert (
        "1 edits, 0 translations, 3 unchanged" in reader("memory", "import", sheet).err
    )
    records = reader("translate", article, *FAKE, "--to", "jsonl").records
    (edited,) = [record for record in records if record["edited"]]
    assert edited["target"] == "It is 60 kilometres long."
    again = reader("translate", article, *FAKE, "--to", "jsonl", "--force").records
    assert again == records


def test_what_goes_to_standard_output_reads_back_as_pairs(
    reader: Runner, article: Path
) -> None:
    result = reader("translate", article, *FAKE, "--to", "jsonl")
    pairs = list(read_jsonl(io.StringIO(result.out)))
    assert [pair.to_record() for pair in pairs] == [
        json.loads(line) for line in result.lines
    ]


def test_what_is_left_out_as_boilerplate_is_told(
    reader: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "seite.txt"
    path.write_text(
        "Der Markt\n\nDer Markt wächst seit Mai.\n\n| Obst | Preis |\n|---|---|\n\n"
        "Alle Rechte vorbehalten.\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    for extra in ([], ["-o", out]):
        result = reader("translate", path, *FAKE, *extra)
        assert "1 line of boilerplate left out; --all" in result.err
    result = reader("translate", path, *FAKE, "-o", out, "--all")
    assert "boilerplate" not in result.err
