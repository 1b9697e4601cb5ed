"""The reader in a real terminal: opened, read, searched, edited, a term added, quit."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.conftest import ROOT, SEEDS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("tmux") is None, reason="tmux is not there: apt install tmux"
    ),
]

SEED = sorted(SEEDS.glob("*.txt"))[0]
PATIENCE = 30.0
"""Seconds until the screen must show what is expected."""


class Terminal:
    """A terminal of some size in which the reader runs."""

    def __init__(self, width: int, height: int, home: Path) -> None:
        self._socket = f"reader-{uuid4().hex[:12]}"
        command = shlex.join(
            [
                # The size is the terminal's, whatever runs the tests says.
                *("env", "-u", "COLUMNS", "-u", "LINES", "LANG=C.UTF-8"),
                *(f"READER_HOME={home}", f"PYTHONPATH={ROOT}"),
                *(sys.executable, "-m", "reader", "read", "--engine", "fake"),
                str(SEED),
            ]
        )
        size = ("-x", str(width), "-y", str(height))
        script = f"{command}; echo ended with $?; exec cat"
        self._tmux("-f", os.devnull, "new-session", "-d", *size, script)

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    def wait_for(self, *texts: str, gone: str = "\0") -> None:
        """Wait until the screen shows all of `texts`, `gone` no more, and is still.

        What has just been drawn does not take keys yet.
        """
        end, before = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end:
            screen = self.screen()
            if all(text in screen for text in texts) and gone not in screen:
                if screen == before:
                    return
            before = screen
            time.sleep(0.3)
        raise AssertionError(f"{texts} not shown, or {gone!r}:\n{screen}")

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *words],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout


@pytest.fixture(params=((80, 24), (140, 40)), ids=("80x24", "140x40"))
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    width, height = request.param
    terminal = Terminal(width, height, tmp_path / "home")
    yield terminal
    terminal.close()


def test_a_seed_is_read_searched_edited_given_a_term_and_left(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.wait_for("Noch vor wenigen Jahren", "42 sentences")
    read_on(terminal)
    search(terminal)
    edit(terminal)
    add_term(terminal)
    terminal.press("q")
    terminal.wait_for("ended with 0")
    glossary = (tmp_path / "home" / "glossary.tsv").read_text(encoding="utf-8")
    assert "Kollege\tpeer" in glossary


def read_on(terminal: Terminal) -> None:
    terminal.press("j", "j")
    terminal.wait_for("sentence 3 of 42")
    terminal.press("Tab")
    terminal.wait_for("glossary, line")
    terminal.press("?")
    terminal.wait_for("Keys", "Next sentence")
    terminal.press("Escape")
    terminal.wait_for("Search", gone="Next sentence")


def search(terminal: Terminal) -> None:
    terminal.press("/")
    terminal.wait_for("regular expression")
    terminal.type("ausländischen Kollegen")
    terminal.press("Enter")
    terminal.wait_for("sentence 4 of 42")


def edit(terminal: Terminal) -> None:
    terminal.press("e")
    terminal.wait_for("The engine's again")
    # Everything is selected, and what is typed takes its place.
    terminal.press("F7")
    terminal.wait_for("The engine's again")
    terminal.type("They lag years behind.")
    terminal.press("C-s")
    terminal.wait_for("They lag years behind.", "edited by you")
    terminal.press("u")
    terminal.wait_for("Undone: the edit")


def add_term(terminal: Terminal) -> None:
    # The words of the sentence one by one, until the cursor is on the right one.
    for _ in range(8):
        terminal.press("l")
    terminal.press("t")
    # The field that has the keys is marked: what is typed before that is lost.
    terminal.wait_for("A new entry of the glossary", "▌English")
    terminal.press("C-u", "C-k")
    terminal.type("peer")
    terminal.wait_for("New to the glossary")
    terminal.press("C-s")
    terminal.wait_for("changed", "Undo")
    terminal.press("Escape")
    terminal.wait_for("Search", gone="Undo")
