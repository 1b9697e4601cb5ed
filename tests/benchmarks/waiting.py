"""How long a user waits where nothing is translated: the start, and a second run."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.packages.grammar import Grammar

HELP_BAR = 6.0
REPEAT_BAR = 50.0
SENTENCES = 2_000
DOCUMENTS = 20

_SEED = 11
_STARTS = 15
_REPEATS = 3
_COMMAND = (sys.executable, "-m", "reader")


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds on the clock."""

    python: float
    help: float
    first_run: float
    second_run: float

    def report(self) -> list[str]:
        """Return the lines to print."""
        return [
            f"python -c pass: {1000 * self.python:.0f} ms,"
            f" reader --help: {1000 * self.help:.0f} ms",
            f"ratio {self.help / self.python:.1f} (bar: {HELP_BAR})",
            f"{SENTENCES} sentences with --fast, no glossary: {self.first_run:.1f} s,"
            f" again: {self.second_run:.2f} s",
            f"ratio {self.first_run / self.second_run:.0f} (bar: {REPEAT_BAR})",
        ]

    def are_good(self) -> bool:
        """Say whether both bars are reached."""
        return (
            self.help <= HELP_BAR * self.python
            and self.first_run >= REPEAT_BAR * self.second_run
        )


def measure_waits(work_dir: Path) -> Waits:
    """Return the times; READER_HOME must be a home with the package."""
    documents = work_dir / "articles"
    write_documents(documents)
    command = [*_COMMAND, "translate", str(documents), "-o", str(work_dir / "pages")]
    command += [
        "--to",
        "jsonl",
        "--engine",
        "argos",
        "--fast",
        "--quiet",
        "--no-shipped-glossary",
    ]
    # In turns, so that a busy moment of the machine hits both.
    starts = [
        (_time([sys.executable, "-c", "pass"]), _time([*_COMMAND, "--help"]))
        for _ in range(_STARTS)
    ]
    return Waits(
        python=min(one for one, _ in starts),
        help=min(other for _, other in starts),
        first_run=_time(command),
        # A repetition can be repeated; what else the machine does only slows it down.
        second_run=min(_time(command) for _ in range(_REPEATS)),
    )


def write_documents(folder: Path) -> None:
    """Write technology news of `SENTENCES` different sentences."""
    folder.mkdir()
    pairs = Grammar(_SEED).pairs(reserved=False)
    # Headlines have no stop and would run into the next sentence.
    whole = (pair.source for pair in pairs if pair.source.endswith("."))
    fresh = dict.fromkeys(itertools.islice(whole, 2 * SENTENCES))
    sources = list(fresh)[:SENTENCES]
    share = SENTENCES // DOCUMENTS
    for number in range(DOCUMENTS):
        lines = sources[number * share : (number + 1) * share]
        paragraphs = [" ".join(lines[i : i + 5]) for i in range(0, share, 5)]
        text = "\n\n".join(paragraphs) + "\n"
        (folder / f"{number:02d}.txt").write_text(text, encoding="utf-8")


def _time(command: list[str]) -> float:
    """Return the seconds that a command takes.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun
