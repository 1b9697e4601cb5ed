"""Which files a run takes, where their outputs go, and what it names as skipped."""

import os
from pathlib import Path

import pytest

from reader.errors import SettingsError
from reader.formats.folders import DocumentSearch, find_documents


def make_tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ein Satz.")
    return root


def outputs(search: DocumentSearch) -> list[str]:
    return [relative.as_posix() for _, relative in search.found]


def skipped(search: DocumentSearch) -> dict[str, str]:
    return {path.name: reason for path, reason in search.skipped}


def test_a_folder_gives_its_texts_sorted_and_mirrored(tmp_path: Path) -> None:
    root = make_tree(tmp_path / "korpus", "b.txt", "a/z.TEXT", "a/y.Txt", "a.md")
    search = find_documents([root])
    assert outputs(search) == ["a/y.Txt", "a/z.TEXT", "b.txt"]
    assert search.found[0][0] == root / "a" / "y.Txt"
    assert skipped(search) == {"a.md": "not a .txt or .text file"}


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    make_tree(tmp_path, "x/artikel.md")
    search = find_documents(
        [tmp_path / "x" / "artikel.md", tmp_path / "fehlt.txt"], exclude=["*.md"]
    )
    assert outputs(search) == ["artikel.md", "fehlt.txt"]


def test_hidden_files_and_temporaries_are_left_alone(tmp_path: Path) -> None:
    make_tree(tmp_path, ".git/a.txt", ".zwiesprache-a.txt.7", "a.txt")
    search = find_documents([tmp_path])
    assert outputs(search) == ["a.txt"]
    assert search.skipped == []


def test_outputs_inside_the_folder_are_not_read_again(tmp_path: Path) -> None:
    make_tree(tmp_path, "a.txt", "out/a.txt.txt", "out/tief/b.txt", "output/c.txt")
    search = find_documents([tmp_path], out_dir=tmp_path / "out")
    assert outputs(search) == ["a.txt", "output/c.txt"]


def test_outputs_beside_their_sources_are_not_read_again(tmp_path: Path) -> None:
    make_tree(tmp_path, "a.txt", "a.txt.txt", "a.txt.html", "allein.txt.txt")
    search = find_documents([tmp_path], out_dir=tmp_path)
    assert outputs(search) == ["a.txt", "allein.txt.txt"]
    assert skipped(search)["a.txt.txt"] == "an output of an earlier run"


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        (["a*"], [], ["a.txt", "tief/a.txt.text"]),
        (["tief/*"], [], ["tief/a.txt.text", "tief/innen/b.txt"]),
        (["**/b.txt"], [], ["b.txt", "tief/innen/b.txt"]),
        (["b.txt", "*.text"], [], ["b.txt", "tief/a.txt.text", "tief/innen/b.txt"]),
        ([], ["innen"], ["a.txt", "b.txt", "tief/a.txt.text"]),
        ([], ["tief/"], ["a.txt", "b.txt"]),
        (["tief"], ["innen/"], ["tief/a.txt.text"]),
        (["*"], ["*"], []),
    ],
)
def test_patterns_choose(
    tmp_path: Path, include: list[str], exclude: list[str], expected: list[str]
) -> None:
    make_tree(tmp_path, "a.txt", "b.txt", "tief/a.txt.text", "tief/innen/b.txt")
    assert outputs(find_documents([tmp_path], include, exclude)) == expected


def test_links_to_folders_are_named_and_not_followed(tmp_path: Path) -> None:
    make_tree(tmp_path, "a.txt", "tief/b.txt")
    (tmp_path / "tief" / "kreis").symlink_to(tmp_path)
    search = find_documents([tmp_path])
    assert outputs(search) == ["a.txt", "tief/b.txt"]
    assert skipped(search) == {"kreis": "a link to a folder"}


def test_a_dangling_link_is_found_so_that_reading_it_says_why(tmp_path: Path) -> None:
    (tmp_path / "weg.txt").symlink_to("nirgends")
    (tmp_path / "kreis.txt").symlink_to("kreis.txt")
    assert outputs(find_documents([tmp_path])) == ["kreis.txt", "weg.txt"]


def test_the_same_document_is_taken_once(tmp_path: Path) -> None:
    make_tree(tmp_path, "tief/a.txt")
    (tmp_path / "link").symlink_to("tief")
    search = find_documents(
        [
            tmp_path,
            tmp_path / "tief" / "a.txt",
            tmp_path / "tief" / ".." / "tief",
            tmp_path / "link" / "a.txt",
        ]
    )
    assert outputs(search) == ["tief/a.txt"]


def test_two_documents_with_one_output_are_refused(tmp_path: Path) -> None:
    make_tree(tmp_path, "mai/a.txt", "juni/a.txt")
    with pytest.raises(SettingsError, match=r"mai/a\.txt and .*juni/a\.txt") as caught:
        find_documents([tmp_path / "mai", tmp_path / "juni"])
    assert caught.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    make_tree(tmp_path, "a.txt", "zu/b.txt")
    (tmp_path / "zu").chmod(0)
    search = find_documents([tmp_path])
    (tmp_path / "zu").chmod(0o700)
    assert outputs(search) == ["a.txt"]
    assert "Permission denied" in skipped(search)["zu"]


def test_an_empty_folder_finds_nothing(tmp_path: Path) -> None:
    assert find_documents([tmp_path]) == DocumentSearch()
