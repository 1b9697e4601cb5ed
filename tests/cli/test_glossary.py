"""`reader glossary`: streams, exit codes and what stands in the files afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Result, Runner
from tests.test_layers import HEAVY, imported_by

HEADER = "source\ttarget\tpos\tusage\tcase\tmatch\tdomain\tnote\n"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the working folder's reader.toml out."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


@pytest.fixture
def mine(reader_home: Path) -> Path:
    """The user's glossary, with a comment of theirs."""
    reader_home.mkdir()
    path = reader_home / "glossary.tsv"
    path.write_text(
        "# Meine Wörter\n"
        + HEADER
        + "Markt\tmarket|marketplace\tnoun\n"
        + "Zoll\tduty\tnoun\n# Ende\n",
        encoding="utf-8",
    )
    return path


def own(reader: Runner, *arguments: object) -> Result:
    """Run a command without the program's glossary."""
    return reader("glossary", *arguments, "--no-shipped-glossary")


def test_the_entries_in_force_are_listed_with_their_layer(
    reader: Runner, mine: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Zoll,tariff\n")
    result = own(reader, "list", "--json", "--glossary", other)
    assert (result.code, result.err) == (0, "")
    assert result.records == [
        {
            "source": "Markt",
            "target": "market",
            "targets": ["market", "marketplace"],
            "pos": "noun",
            "usage": "preferred",
            "case": "auto",
            "match": "lemma",
            "domain": "",
            "note": "",
            "extra": {},
            "layer": "user",
            "path": str(mine),
            "line": 3,
        },
        result.records[1],
    ]
    zoll = result.records[1]
    assert (zoll["target"], zoll["layer"], zoll["path"], zoll["line"]) == (
        "tariff",
        "given",
        str(other),
        1,
    )
    table = own(reader, "list").lines
    assert table[0].split() == ["source", "target", "pos", "usage", "layer", "note"]
    assert table[1].split() == "Markt market | marketplace noun preferred user".split()


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["zo*"], ["Zoll"]),
        (["Mark?"], ["Markt"]),
        (["mark"], []),
        (["--search", "PLACE"], ["Markt"]),
        (["*", "--layer", "user"], ["Markt", "Zoll"]),
        (["--layer", "project"], []),
    ],
)
def test_entries_are_found_by_pattern_text_and_layer(
    reader: Runner, arguments: list[str], found: list[str]
) -> None:
    result = own(reader, "list", "--json", *arguments)
    assert [record["source"] for record in result.records] == found
    assert result.code == 0


def test_the_shipped_glossary_is_in_force_unless_it_is_left_out(
    reader: Runner,
) -> None:
    layers = {r["layer"] for r in reader("glossary", "list", "--json").records}
    assert layers == {"shipped"}
    result = own(reader, "list")
    assert (result.code, result.out) == (0, "")
    assert "reader glossary add" in result.err


def test_the_projects_glossary_is_found_in_the_working_folder(reader: Runner) -> None:
    Path("reader.toml").write_text('glossary = "g.tsv"\nshipped_glossary = false\n')
    Path("g.tsv").write_text("source\ttarget\nMarkt\tmart\n")
    (record,) = reader("glossary", "list", "--json").records
    assert (record["target"], record["layer"]) == ("mart", "project")


def test_a_bad_line_is_told_and_the_rest_is_listed(reader: Runner, mine: Path) -> None:
    mine.write_text(HEADER + "Chip\nMarkt\tmarket\n")
    result = own(reader, "list", "--json")
    assert [record["source"] for record in result.records] == ["Markt"]
    assert f"{mine}:2: 'Chip' has no English" in result.err


def test_a_missing_glossary_is_exit_2_and_says_what_to_type(reader: Runner) -> None:
    result = own(reader, "list", "--glossary", "none.tsv")
    assert (result.code, result.out) == (2, "")
    assert "there is no file none.tsv" in result.err and "try: " in result.err


def test_an_entry_is_added_with_all_that_it_says(reader: Runner, mine: Path) -> None:
    before = mine.read_text(encoding="utf-8")
    result = reader(
        *("glossary", "add", "  großes  Sprachmodell ", "large language model"),
        *("--also", "LLM", "--also", "LLM", "--pos", "noun", "--case", "insensitive"),
        *("--match", "exact", "--domain", "KI", "--note", "=1"),
    )
    assert (result.code, result.out) == (0, "")
    assert mine.read_text(encoding="utf-8") == before + (
        "großes Sprachmodell\tlarge language model|LLM\tnoun\t\tinsensitive\texact\t"
        "KI\t'=1\n"
    )


def test_a_bar_separates_english_forms_as_it_does_in_the_file(reader: Runner) -> None:
    add = ("glossary", "add", "--file", "g.tsv")
    assert reader(*add, "Rechner", "computer|machine", "--also", r"a\|b").code == 0
    assert Path("g.tsv").read_text() == HEADER + "Rechner\tcomputer|machine|a\\|b\n"


def test_an_entry_that_is_there_is_exit_2_and_says_edit(
    reader: Runner, mine: Path
) -> None:
    before = mine.read_bytes()
    result = reader("glossary", "add", "Zoll", "tariff")
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        f"reader: {mine} has 'Zoll' already: duty",
        "  try: reader glossary edit 'Zoll' --target ENGLISH",
    ]
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Zoll"], "'Zoll' has no English"),
        (["Zoll", " "], "'Zoll' has no English"),
        ([" ", "duty"], "the German is empty"),
        (["Zoll", "duty", "--file", "g.csv"], "those alone are changed"),
    ],
)
def test_what_is_no_entry_is_exit_2_and_nothing_is_written(
    reader: Runner, reader_home: Path, arguments: list[str], said: str
) -> None:
    result = reader("glossary", "add", *arguments)
    assert result.code == 2
    assert said in result.err and "try: reader glossary" in result.err
    assert not (reader_home / "glossary.tsv").exists()


def test_a_name_to_keep_needs_no_english(reader: Runner) -> None:
    reader("glossary", "add", "Nvidia", "--usage", "keep", "--file", "g.tsv")
    assert Path("g.tsv").read_text() == HEADER + "Nvidia\t\t\tkeep\n"
    edit = ("glossary", "edit", "Nvidia", "--file", "g.tsv")
    assert reader(*edit, "--source", "NVIDIA").code == 0
    assert Path("g.tsv").read_text() == HEADER + "NVIDIA\t\t\tkeep\n"
    assert reader(*edit, "--pos", "name").code == 2


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--target", "mart"], "Markt\tmart|marketplace\tnoun"),
        (["--target", "marketplace"], "Markt\tmarketplace\tnoun"),
        (["--also", "mart", "--also", "fair"], "Markt\tmarket|mart|fair\tnoun"),
        (["--also", ""], "Markt\tmarket\tnoun"),
        (["--target", "mart|fair"], "Markt\tmart|fair|marketplace\tnoun"),
        (["--also", "mart|fair"], "Markt\tmarket|mart|fair\tnoun"),
        (["--pos", ""], "Markt\tmarket|marketplace"),
        (["--source", "Märkte"], "Märkte\tmarket|marketplace\tnoun"),
        (["--usage", "off"], "Markt\tmarket|marketplace\tnoun\toff"),
        (["--note", "so"], "Markt\tmarket|marketplace\tnoun\t\t\t\t\tso"),
    ],
)
def test_an_edit_changes_one_line_and_what_was_not_named_stays(
    reader: Runner, mine: Path, arguments: list[str], line: str
) -> None:
    before = mine.read_text(encoding="utf-8").splitlines()
    assert reader("glossary", "edit", "Markt", *arguments).code == 0
    after = mine.read_text(encoding="utf-8").splitlines()
    assert after == [*before[:2], line, *before[3:]]


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Markt"], "nothing to change"),
        (["Chip", "--target", "chip"], "has no entry 'Chip'"),
        (["Markt", "--source", "Zoll"], "another entry 'Zoll'"),
        (["Markt", "--target", "", "--also", ""], "'Markt' has no English"),
        (["Markt", "--target", "x", "--forbidden"], "has no entry 'Markt'"),
        (["Markt", "--pos", "Nomen"], "Nomen"),
    ],
)
def test_an_edit_that_cannot_be_is_exit_2(
    reader: Runner, mine: Path, arguments: list[str], said: str
) -> None:
    before = mine.read_bytes()
    result = reader("glossary", "edit", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err and "try: reader" in result.err
    assert mine.read_bytes() == before


def test_a_removed_entry_takes_one_line_along(reader: Runner, mine: Path) -> None:
    before = mine.read_text(encoding="utf-8")
    result = reader("glossary", "remove", "Zoll", "--file", mine)
    assert (result.code, result.out) == (0, "")
    assert mine.read_text(encoding="utf-8") == before.replace("Zoll\tduty\tnoun\n", "")
    assert reader("glossary", "remove", "Gibtsnicht").code == 2


def test_a_shipped_entry_is_switched_off_and_on_again(
    reader: Runner, reader_home: Path
) -> None:
    first = reader("glossary", "list", "--json").records[0]["source"]
    result = reader("glossary", "remove", first)
    assert result.code == 0
    assert "switched off" in result.err
    mine = reader_home / "glossary.tsv"
    assert mine.read_text(encoding="utf-8") == HEADER + f"{first}\t\t\toff\n"
    listed = reader("glossary", "list", "--json").records
    assert first not in {record["source"] for record in listed}
    again = reader("glossary", "remove", first)
    assert "in force: " in again.err
    assert reader("glossary", "list", "--json").records[0]["source"] == first


def test_what_was_switched_off_is_added_again(
    reader: Runner, reader_home: Path
) -> None:
    assert reader("glossary", "remove", "KI").code == 0
    assert reader("glossary", "add", "KI", "machine intelligence").code == 0
    mine = reader_home / "glossary.tsv"
    assert mine.read_text(encoding="utf-8") == HEADER + "KI\tmachine intelligence\n"
    listed = reader("glossary", "list", "--json").records
    entries = [record for record in listed if record["source"] == "KI"]
    assert ["machine intelligence"] in [entry["targets"] for entry in entries]
    assert reader("glossary", "add", "KI", "AI").code == 2


def test_a_shipped_entry_is_not_switched_off_in_a_file_that_was_named(
    reader: Runner,
) -> None:
    first = reader("glossary", "list", "--json").records[0]["source"]
    Path("g.tsv").write_text(HEADER)
    result = reader("glossary", "remove", first, "--file", "g.tsv")
    assert result.code == 2
    assert Path("g.tsv").read_text() == HEADER


@pytest.mark.parametrize("form", ["tsv", "csv", "deepl", "omegat", "utx", "tbx"])
def test_an_export_is_imported_again(
    reader: Runner, mine: Path, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "export.x"
    exported = own(reader, "export", file, "--to", form)
    assert (exported.code, exported.out) == (0, "")
    assert f"2 entries written to {file}" in exported.err
    imported = reader("glossary", "import", file, "--from", form, "--file", "new.tsv")
    assert imported.code == 0
    assert "2 added, 0 replaced, 0 unchanged, 0 left" in imported.err
    lines = Path("new.tsv").read_text(encoding="utf-8").splitlines()[1:]
    targets = "market" if form == "deepl" else "market|marketplace"
    pos = "" if form in ("deepl", "omegat") else "\tnoun"
    assert lines == [f"Markt\t{targets}{pos}", f"Zoll\tduty{pos}"]


@pytest.mark.usefixtures("mine")
def test_what_a_format_cannot_hold_is_told_and_the_result_is_clean(
    reader: Runner,
) -> None:
    result = own(reader, "export", "-", "--to", "deepl")
    assert result.out == '"Markt","market"\r\n"Zoll","duty"\r\n'
    assert "no place for: further English forms (1 entry)" in result.err
    assert "no place for: part of speech (2 entries)" in result.err


def test_an_export_never_overwrites_the_glossary_itself(
    reader: Runner, mine: Path
) -> None:
    before = mine.read_bytes()
    result = reader("glossary", "export", mine)
    assert result.code == 2
    assert "would lose its comments" in result.err
    assert mine.read_bytes() == before
    assert own(reader, "export", "g.docx").code == 2


def test_an_import_tells_what_it_leaves_and_replaces_it_when_asked(
    reader: Runner, mine: Path
) -> None:
    Path("g.csv").write_text("Zoll,tariff\nMarkt,market\n,x\n", encoding="utf-8")
    result = reader("glossary", "import", "g.csv")
    assert (result.code, result.out) == (0, "")
    assert "g.csv:3: there is no German" in result.err
    assert "left as it is: Zoll = duty" in result.err
    assert "0 added, 0 replaced, 0 unchanged, 2 left as they are" in result.err
    assert "--replace" in result.err
    assert "Zoll\tduty" in mine.read_text(encoding="utf-8")
    result = reader("glossary", "import", "g.csv", "--replace")
    assert "0 added, 2 replaced" in result.err
    assert "Zoll\ttariff\n# Ende\n" in mine.read_text(encoding="utf-8")


def test_lint_is_quiet_about_a_sound_glossary(reader: Runner, mine: Path) -> None:
    result = own(reader, "lint")
    assert (result.code, result.out, result.err) == (0, "", "no problems\n")
    assert reader("glossary", "lint", mine).code == 0


def test_lint_names_file_line_and_kind_and_ends_with_1(
    reader: Runner, mine: Path
) -> None:
    with mine.open("a") as stream:
        stream.write("Markt\tmart\nChip\n")
    result = own(reader, "lint")
    assert result.code == 1
    assert result.lines[0].startswith(f"{mine}:6: error: conflict: 'Markt' is 'mart'")
    assert result.lines[1].startswith(f"{mine}:7: error: bad-line: 'Chip' has no")
    assert "2 problems" in result.err
    records = reader("glossary", "lint", mine, "--json").records
    assert [(r["line"], r["kind"], r["severity"]) for r in records] == [
        (6, "conflict", "error"),
        (7, "bad-line", "error"),
    ]


def test_a_file_that_wins_over_another_is_no_failure(
    reader: Runner, mine: Path
) -> None:
    Path("g.csv").write_text("Zoll,tariff\n")
    result = own(reader, "lint", "--glossary", "g.csv")
    assert result.code == 0
    assert "info: override" in result.out


def test_lint_without_a_readable_header_is_exit_2(reader: Runner) -> None:
    Path("g.tsv").write_text("Markt\tmarket\n")
    result = reader("glossary", "lint", "g.tsv")
    assert (result.code, result.out) == (2, "")
    assert "g.tsv:1: the header line has no column 'source'" in result.err


def test_the_shipped_glossary_is_sound(reader: Runner) -> None:
    result = reader("glossary", "lint")
    assert (result.code, result.out) == (0, "")


def test_looking_at_the_glossary_loads_no_language_tool() -> None:
    loaded = imported_by("glossary", "list", "--search", "Chip")
    assert not loaded & (HEAVY - {"rich", "sqlite3"})
