"""The glossary in force, and changes of its files on disk."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.glossary.layers import Layer
from reader.core.glossary.terms import Term, Usage
from reader.errors import GlossaryError, OutputError
from reader.service.glossary import lint_files, load_glossary
from reader.service.glossary_changes import GlossaryFile
from reader.store.paths import Paths, find_paths
from reader.store.settings import Settings

ALONE = Settings(shipped_glossary=False)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find_paths({"READER_HOME": str(tmp_path / "home")})


def write(path: Path, *rows: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(("source\ttarget\tusage", *rows, "")), encoding="utf-8")
    return path


def test_a_later_layer_wins_entry_by_entry(paths: Paths, tmp_path: Path) -> None:
    write(paths.glossary, "Markt\tmarket", "Chip\tchip", "Zoll\tduty")
    project = write(tmp_path / "p.tsv", "Chip\tmicrochip", "Zoll\t\toff")
    given = tmp_path / "g.csv"
    given.write_text("Markt,marketplace\n", encoding="utf-8")
    settings = replace(ALONE, glossary=(str(project),))
    loaded = load_glossary(paths, settings, [given])
    assert [
        (e.term.source, e.term.target, e.layer, e.line) for e in loaded.effective
    ] == [
        ("Chip", "microchip", Layer.PROJECT, 2),
        ("Markt", "marketplace", Layer.GIVEN, 1),
    ]
    assert loaded.merged == [entry.term for entry in loaded.effective]
    assert len(loaded.terms) == 6


def test_a_bad_line_is_a_notice_with_file_and_line(paths: Paths) -> None:
    write(paths.glossary, "Markt\tmarket", "Chip", "Zoll\tduty\tkeeep", " A\ta")
    loaded = load_glossary(paths, ALONE)
    assert [term.source for term in loaded.merged] == ["Markt", "A"]
    assert [(n.path, n.line, n.message) for n in loaded.notices] == [
        (paths.glossary, 3, f"{paths.glossary}:3: 'Chip' has no English"),
        (paths.glossary, 4, f"{paths.glossary}:4: the usage 'keeep' is unknown"),
    ]


def test_a_file_that_was_asked_for_and_is_not_there_is_an_error(
    paths: Paths, tmp_path: Path
) -> None:
    with pytest.raises(GlossaryError, match=r"there is no file .*none\.tsv"):
        load_glossary(paths, ALONE, [tmp_path / "none.tsv"])


def test_the_shipped_glossary_is_the_first_layer_and_can_be_left_out(
    paths: Paths,
) -> None:
    assert not load_glossary(paths, Settings(), with_shipped=False).terms
    assert not load_glossary(paths, ALONE).terms
    shipped = load_glossary(paths, Settings())
    assert {entry.layer for entry in shipped.terms} == {Layer.SHIPPED}
    assert not shipped.problems


def test_ten_thousand_entries_are_loaded_in_no_time(paths: Paths) -> None:
    rows = [f"Rechenleistungsbedarf{n}\tcomputing power {n}|x" for n in range(10_000)]
    write(paths.glossary, *rows)
    seconds = []
    for _ in range(3):
        start = time.process_time()
        assert len(load_glossary(paths, ALONE).merged) == 10_000
        seconds.append(time.process_time() - start)
    # 0.2 s on a slow machine; the limit leaves room for a busy one.
    assert min(seconds) < 0.6


def test_the_users_glossary_is_made_by_the_first_entry(paths: Paths) -> None:
    file = GlossaryFile(paths)
    file.add(Term("Markt", ("market",), "noun"))
    assert paths.glossary.read_text(encoding="utf-8") == (
        "source\ttarget\tpos\tusage\tcase\tmatch\tdomain\tnote\nMarkt\tmarket\tnoun\n"
    )
    assert paths.glossary.parent.stat().st_mode & 0o777 == 0o700
    with pytest.raises(GlossaryError, match="already: market"):
        file.add(Term("Markt", ("mart",)))
    # Forbidden words are an entry of their own.
    file.add(Term("Markt", ("mart",), usage=Usage.FORBIDDEN))


def test_an_edit_keeps_mark_line_ends_rights_and_link(
    paths: Paths, tmp_path: Path
) -> None:
    real = tmp_path / "dotfiles.tsv"
    real.write_bytes(b"\xef\xbb\xbfsource\ttarget\r\n# so\r\nMarkt\tmarket\r\n")
    real.chmod(0o640)
    link = tmp_path / "g.tsv"
    link.symlink_to(real)
    GlossaryFile(paths, link).edit("Markt", lambda t: replace(t, targets=("mart",)))
    assert link.is_symlink()
    assert real.read_bytes() == (
        b"\xef\xbb\xbfsource\ttarget\r\n# so\r\nMarkt\tmart\r\n"
    )
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_change_that_changes_nothing_does_not_write(
    paths: Paths, tmp_path: Path
) -> None:
    path = write(tmp_path / "g.tsv", "Markt\tmarket")
    before = path.stat().st_ino
    GlossaryFile(paths, path).edit("Markt", lambda term: term)
    assert path.stat().st_ino == before


def test_a_file_in_another_encoding_becomes_utf_8_and_that_is_told(
    paths: Paths, tmp_path: Path
) -> None:
    path = tmp_path / "g.tsv"
    path.write_bytes("source\ttarget\nGröße\tsize\n".encode("cp1252"))
    told: list[str] = []
    GlossaryFile(paths, path, told.append).add(Term("Zoll", ("duty",)))
    assert path.read_text(encoding="utf-8").splitlines()[1:] == [
        "Größe\tsize",
        "Zoll\tduty",
    ]
    assert told == [f"{path} was not UTF-8; it is now"]


def test_a_damaged_file_is_not_touched(paths: Paths, tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    data = "source\ttarget\n" + "Größe\tsize\n" * 20
    path.write_bytes(data.encode() + b"Ma\xffrkt\tmarket\n")
    before = path.read_bytes()
    with pytest.raises(GlossaryError, match="damaged"):
        GlossaryFile(paths, path).add(Term("Zoll", ("duty",)))
    assert path.read_bytes() == before


def test_only_our_own_format_is_changed_in_place(paths: Paths, tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="those alone are changed"):
        GlossaryFile(paths, tmp_path / "g.csv").add(Term("Zoll", ("duty",)))


def test_a_folder_that_is_missing_is_an_error(paths: Paths, tmp_path: Path) -> None:
    file = GlossaryFile(paths, tmp_path / "none" / "g.tsv")
    with pytest.raises(OutputError, match="cannot be written"):
        file.add(Term("Zoll", ("duty",)))


def test_of_two_lines_with_the_same_german_the_one_in_force_is_edited(
    paths: Paths, tmp_path: Path
) -> None:
    path = write(tmp_path / "g.tsv", "Zoll\tduty", "Zoll\ttariff", "Zoll\tx\tforbidden")
    file = GlossaryFile(paths, path)
    old, new = file.edit("Zoll", lambda t: replace(t, targets=("customs",)))
    assert (old.target, new.target) == ("tariff", "customs")
    file.edit("Zoll", lambda t: replace(t, targets=("y",)), is_forbidden=True)
    assert path.read_text().splitlines()[1:] == [
        "Zoll\tduty",
        "Zoll\tcustoms",
        "Zoll\ty\tforbidden",
    ]
    with pytest.raises(GlossaryError, match="no entry 'Chip'"):
        file.edit("Chip", lambda term: term)


def test_an_entry_cannot_be_renamed_to_another_one(
    paths: Paths, tmp_path: Path
) -> None:
    path = write(tmp_path / "g.tsv", "Zoll\tduty", "Chip\tchip")
    with pytest.raises(GlossaryError, match="another entry 'Chip'"):
        GlossaryFile(paths, path).edit("Zoll", lambda t: replace(t, source="Chip"))
    assert path.read_text().count("Zoll") == 1


def test_entries_added_at_the_same_time_are_all_there(paths: Paths) -> None:
    def add(number: int) -> None:
        GlossaryFile(paths).add(Term(f"Wort{number}", (f"word {number}",)))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(load_glossary(paths, ALONE).terms) == 12


def test_an_import_adds_and_leaves_or_replaces(paths: Paths, tmp_path: Path) -> None:
    path = write(paths.glossary, "Markt\tmarket", "Zoll\tduty")
    incoming = tmp_path / "deepl.csv"
    incoming.write_text("Markt,market\nZoll,tariff\nChip,chip\n,x\n")
    file = GlossaryFile(paths)
    count = file.import_file(incoming)
    assert (count.added, count.replaced, count.unchanged) == (1, 0, 1)
    assert [term.target for term in count.left] == ["duty"]
    assert [problem.line for problem in count.problems] == [4]
    count = file.import_file(incoming, "deepl", replace_known=True)
    assert (count.added, count.replaced, count.unchanged) == (0, 1, 2)
    assert path.read_text().splitlines()[1:] == [
        "Markt\tmarket",
        "Zoll\ttariff",
        "Chip\tchip",
    ]


def test_an_import_of_which_nothing_can_be_read_is_an_error(
    paths: Paths, tmp_path: Path
) -> None:
    incoming = tmp_path / "g.txt"
    incoming.write_text("nur Deutsch\n")
    with pytest.raises(GlossaryError, match=r"g\.txt:1: there is no German with"):
        GlossaryFile(paths).import_file(incoming)
    assert not paths.glossary.exists()


def test_lint_looks_at_the_files_or_at_all_layers(paths: Paths, tmp_path: Path) -> None:
    write(paths.glossary, "Markt\tmarket", "Markt\tmart")
    other = write(tmp_path / "o.tsv", "Zoll\tduty", "kaputt")
    kinds = [(p.path, p.line, p.kind) for p in lint_files(paths, ALONE)]
    assert kinds == [(paths.glossary, 3, "conflict")]
    kinds = [(p.path, p.line, p.kind) for p in lint_files(paths, ALONE, [other])]
    assert kinds == [(other, 3, "bad-line")]
