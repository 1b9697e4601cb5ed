"""`kill -9` at any moment: only the open batch is done again, to the same bytes.

Time is part of what is tested here, so these tests wait; nothing is asserted about
how long anything took.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packages import install_tiny

pytestmark = [pytest.mark.slow, pytest.mark.measured]

KILLS = 20
DOCUMENTS = 12
SENTENCES = 100
FORMATS = ("jsonl", "html", "tsv")

DRIVER = """
import os, sys, zlib
from reader.backends.process import EngineProcess
from reader.core.batches import BATCH_CHARACTERS

log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
translate = EngineProcess.translate

def logged(self, sources, decoding=None):
    if decoding is None:
        name = zlib.crc32("\\n".join(sources).encode())
        os.write(log, f"{name} {len(sources)}\\n".encode())
    return translate(self, sources, decoding)

EngineProcess.translate = logged
BATCH_CHARACTERS["argos"] = 2_000
from reader.cli.main import main
main()
"""
"""The command line, with a line in a log for each batch before the engine gets it, and
with small batches, so that there are many to be killed in."""

NAMES = ("Anna", "Bernd", "Chen", "Dora", "Emil", "Frau Wu", "Herr Li", "Karla")
PLACES = ("Bonn", "Ulm", "Peking", "Kiel", "Wien", "Bern", "Jena", "Trier")
VERBS = ("wohnt", "arbeitet", "lernt", "wartet", "liest", "schläft", "singt")


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of documents and a home with the tiny package."""

    source: Path
    home: Path
    out: Path
    log: Path

    @contextmanager
    def start(self) -> Iterator[subprocess.Popen[bytes]]:
        arguments = ["translate", str(self.source), "-o", str(self.out)]
        for name in FORMATS:
            arguments += ["--to", name]
        with subprocess.Popen(
            [sys.executable, "-c", DRIVER, str(self.log), *arguments],
            env=os.environ | {"READER_HOME": str(self.home)},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        ) as child:
            yield child

    def batches(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def wait_for_batch(self, number: int, child: subprocess.Popen[bytes]) -> None:
        while len(self.batches()) < number and child.poll() is None:
            time.sleep(0.005)

    def outputs(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.out.iterdir()}


def write_documents(folder: Path) -> None:
    chance = random.Random(20)
    folder.mkdir()
    for document in range(DOCUMENTS):
        lines = [
            f"{chance.choice(NAMES)} {chance.choice(VERBS)} seit {number} Jahren in "
            f"{chance.choice(PLACES)}" + ", und das ist gut so." * (number % 3) + "."
            for number in range(SENTENCES * document, SENTENCES * (document + 1))
        ]
        (folder / f"{document:02d}.txt").write_text("\n\n".join(lines))


def make_case(tmp_path: Path, name: str) -> Case:
    source = tmp_path / "texte"
    if not source.exists():
        write_documents(source)
    case = Case(
        source, tmp_path / f"home-{name}", tmp_path / name, tmp_path / f"{name}.log"
    )
    install_tiny(case.home)
    return case


def run_undisturbed(case: Case) -> tuple[list[str], float]:
    """Return the batches of a whole run and the seconds from the first to the end."""
    with case.start() as child:
        case.wait_for_batch(1, child)
        before = time.monotonic()
        child.communicate()
    assert child.returncode == 0
    return case.batches(), time.monotonic() - before


def test_twenty_kills_change_nothing_and_cost_the_open_batch_each(
    tmp_path: Path,
) -> None:
    whole = make_case(tmp_path, "whole")
    planned, seconds = run_undisturbed(whole)
    assert len(planned) > KILLS

    killed = make_case(tmp_path, "killed")
    chance = random.Random(9)
    opened: list[str] = []
    for _ in range(KILLS):
        known = len(killed.batches())
        with killed.start() as child:
            killed.wait_for_batch(known + 1, child)
            time.sleep(chance.uniform(0, 1.5 * seconds / KILLS))
            assert child.poll() is None, "the run ended before it could be killed"
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
        opened += killed.batches()[-1:]
    with killed.start() as child:
        child.communicate()
        assert child.returncode == 0

    done = killed.batches()
    again = list(done)
    for batch in planned:
        again.remove(batch)
    assert sorted(set(done)) == sorted(set(planned))
    assert not set(again) - set(opened)
    assert len(again) <= KILLS
    sentences = sum(int(batch.split()[1]) for batch in again)
    print(f"{KILLS} kills, {sentences} sentences done again in {len(again)} batches")
    assert killed.outputs() == whole.outputs()
    assert len(killed.outputs()) == DOCUMENTS * len(FORMATS)


def test_ctrl_c_ends_within_two_seconds_with_a_line_that_says_how_to_go_on(
    tmp_path: Path,
) -> None:
    case = make_case(tmp_path, "interrupted")
    with case.start() as child:
        case.wait_for_batch(3, child)
        before = time.monotonic()
        # As a terminal does it: to every process of the group at once.
        os.killpg(child.pid, signal.SIGINT)
        _, told = child.communicate()
        seconds = time.monotonic() - before
    assert child.returncode == 130
    assert b"type the same command again to go on" in told
    assert b"Traceback" not in told
    assert seconds < 2
