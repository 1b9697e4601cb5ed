"""`reader read`: what its words open, and what it says where it cannot draw."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.core.texts import Front
from reader.errors import DocumentError, LibraryError
from reader.service.library import Library, choose_texts, open_library
from tests.cli.running import Runner
from tests.conftest import SEEDS
from tests.test_layers import imported_by

SORA = SEEDS / "001_7f106514c5169790.txt"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.chdir(tmp_path)
    return open_library()


def test_without_a_terminal_it_says_what_to_type_instead(reader: Runner) -> None:
    result = reader("read", SEEDS)
    assert (result.code, result.out) == (2, "")
    assert "needs a terminal" in result.err
    assert "try: reader translate" in result.err


def test_standard_input_is_refused(reader: Runner) -> None:
    result = reader("read", "-")
    assert result.code == 2 and "standard input" in result.err


def test_its_help_loads_no_textual_and_no_engine() -> None:
    loaded = imported_by("read", "--help")
    assert not loaded & {"argostranslate", "ctranslate2", "nltk", "numpy", "textual"}


def test_without_words_nothing_is_chosen(library: Library) -> None:
    assert choose_texts(library, []) == [] == library.texts()


def test_a_file_is_chosen_and_added(library: Library) -> None:
    assert choose_texts(library, [str(SORA)]) == [SORA]
    assert [text.path for text in library.texts()] == [SORA]


def test_a_folder_gives_all_its_documents_in_order(library: Library) -> None:
    chosen = choose_texts(library, [str(SEEDS)])
    assert [path.name[:3] for path in chosen] == ["000", "001", "002", "003", "004"]
    assert [text.path for text in library.texts()] == chosen


def test_words_that_are_no_file_are_a_title(library: Library) -> None:
    choose_texts(library, [str(SEEDS)])
    assert choose_texts(library, ["sora"]) == [SORA]
    # Words without quotes are one title.
    assert choose_texts(library, ["KI-Industriekette", "durch", "Sora"]) == [SORA]
    assert choose_texts(library, ["001_7f"]) == [SORA]


def test_files_and_titles_may_be_mixed_and_each_comes_once(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "markt.txt").write_text("Der Markt wächst.")
    choose_texts(library, [str(SEEDS)])
    chosen = choose_texts(library, ["markt.txt", "sora", str(SORA)])
    assert chosen == [Path("markt.txt"), SORA]


def test_a_file_wins_over_a_title(library: Library, tmp_path: Path) -> None:
    choose_texts(library, [str(SEEDS)])
    (tmp_path / "sora").write_text("Der Markt wächst.")
    assert choose_texts(library, ["sora"]) == [Path("sora")]


def test_a_title_longer_than_any_file_name_is_still_a_title(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "lang.txt").write_text("Der Markt wächst.")
    library.add(tmp_path / "lang.txt", Front("Der Markt wächst " * 30))
    (chosen,) = choose_texts(library, ["der markt wächst " * 20])
    assert chosen == tmp_path / "lang.txt"


def test_who_waits_hears_of_every_document(library: Library) -> None:
    told: list[str] = []
    choose_texts(library, [str(SEEDS)], tell=lambda path: told.append(path.name[:3]))
    assert told == ["000", "001", "002", "003", "004"]


def test_a_title_whose_file_is_gone_says_where_it_was(
    library: Library, tmp_path: Path
) -> None:
    library.add(tmp_path / "weg.txt", Front("Verschwunden"))
    with pytest.raises(LibraryError, match="no longer there") as caught:
        choose_texts(library, ["verschwunden"])
    assert str(tmp_path / "weg.txt") in caught.value.message


def test_a_file_that_is_no_text_is_a_clear_error(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(DocumentError):
        choose_texts(library, ["bild.png"])
    assert library.texts() == []


def test_a_folder_without_documents_is_a_clear_error(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "leer").mkdir()
    with pytest.raises(LibraryError, match="has no documents"):
        choose_texts(library, ["leer"])


class Terminal:
    """`reader read` in a pseudo-terminal of 80 columns."""

    def __init__(self, *words: str) -> None:
        self._leader, follower = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", "read", *words],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=os.environ | {"TERM": "xterm", "COLUMNS": "80", "LINES": "24"},
            close_fds=True,
        )
        os.close(follower)
        self.drawn = ""

    def type(self, keys: str) -> None:
        os.write(self._leader, keys.encode())

    def wait_for(self, text: str, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while text not in self.drawn:
            left = end - time.monotonic()
            assert left > 0, f"{text!r} was not drawn: {self.drawn[-2000:]}"
            if select.select([self._leader], [], [], left)[0]:
                self.drawn += os.read(self._leader, 1 << 16).decode("utf-8", "replace")

    def end(self) -> int:
        """Read on until the program has ended, and return its exit code."""
        while select.select([self._leader], [], [], 60)[0]:
            try:
                if not os.read(self._leader, 1 << 16):
                    break
            except OSError:
                # What Linux says when the other side is closed.
                break
        os.close(self._leader)
        return self.process.wait(60)


def test_a_title_that_is_not_there_ends_with_the_nearest_on_two_lines() -> None:
    library = open_library()
    choose_texts(library, [str(SEEDS)])
    library.close()
    terminal = Terminal("sorra")
    terminal.wait_for("try: words of a title: 'KI-Industriekette durch Sora")
    assert "no file 'sorra'" in terminal.drawn
    assert terminal.end() == 2


def test_a_folder_shows_the_library_and_q_ends_it() -> None:
    terminal = Terminal(str(SEEDS), "--engine", "fake")
    terminal.wait_for("5 texts, 0 read")
    terminal.wait_for("KI-Industriekette")
    terminal.type("q")
    assert terminal.end() == 0


def test_a_title_opens_its_text() -> None:
    library = open_library()
    choose_texts(library, [str(SEEDS)])
    library.close()
    terminal = Terminal("sora", "--engine", "fake")
    # The first words of the German, which no list of texts shows.
    terminal.wait_for("Ein Smartphone")
    terminal.type("q")
    assert terminal.end() == 0
