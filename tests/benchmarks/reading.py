"""How fast the reader opens 20,000 pairs, against one widget a pair.

Every contender runs in a process of its own, on a screen that is written to nowhere.
The clock of a paint stops when the screen's first bytes are there, that of a key when
the bytes that answer it are.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.drivers.headless_driver import HeadlessDriver
from textual.widgets import Static

from reader.core.documents import Kind, Sentence
from reader.core.pairs import Pair
from reader.tui.widgets.pairs_view import Arrangement, PairsView
from tests.packages.grammar import Grammar
from tests.tui.staging import STYLES

PAIRS = 20_000
WIDGETS = 2_000
"""So many for the contender with a widget a pair: the wait grows faster than they."""
PAINT_BAR = 0.7
"""Seconds that the first paint may take longer than that of an empty app."""
KEY_BAR = 0.05
"""Seconds from a key to the paint that answers it, the slowest of twenty keys."""

_SEED = 11
_SIZE = (140, 40)
_KEYS = 120
_ROUNDS = 2
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Opening:
    """What it took to open an app and to press keys in it."""

    paint: float
    """Seconds from the app's making to its first full paint."""
    key: float
    """Seconds from key to paint, nineteen of twenty keys or better."""
    memory: float
    """MiB, the most that the process ever had."""


@dataclass(frozen=True, slots=True)
class Openings:
    """The contenders side by side."""

    empty: Opening
    lines: Opening
    german: Opening
    widgets: Opening

    @property
    def later(self) -> float:
        """Seconds that the slower layout's first paint comes later than the empty's."""
        return max(self.lines.paint, self.german.paint) - self.empty.paint

    @property
    def key(self) -> float:
        """Seconds from key to paint in the slower layout."""
        return max(self.lines.key, self.german.key)

    def report(self) -> list[str]:
        """Return the lines to print."""
        return [
            f"{PAIRS} pairs side by side: {_describe(self.lines)}",
            f"{PAIRS} pairs, German running on: {_describe(self.german)}",
            f"{WIDGETS} pairs, a widget each: {_describe(self.widgets)}",
            f"an empty app: {_describe(self.empty)}",
            f"first paint {self.later:.2f} s later than empty (bar: {PAINT_BAR})",
            f"key to paint {1000 * self.key:.0f} ms (bar: {1000 * KEY_BAR:.0f})",
        ]

    def are_good(self) -> bool:
        """Say whether both bars are reached."""
        return self.later <= PAINT_BAR and self.key <= KEY_BAR


def measure_openings() -> Openings:
    """Return the best of some rounds, in turns."""
    rounds = [[_open(name) for name in APPS] for _ in range(_ROUNDS)]
    return Openings(*(_best(openings) for openings in zip(*rounds, strict=True)))


class LinesApp(App[None]):
    """The reader's own widget, from a position in the middle of the text."""

    CSS_PATH = STYLES
    arrangement: Arrangement = "auto"

    def compose(self) -> ComposeResult:
        yield PairsView()

    def on_mount(self) -> None:
        view = self.query_one(PairsView)
        view.arrangement = self.arrangement
        view.show(PREPARED, PAIRS // 2)
        view.focus()


class GermanApp(LinesApp):
    """The same with German alone, whose sentences run on."""

    arrangement = "german"


class WidgetsApp(App[None]):
    """A reader as it is first thought of: one widget a pair."""

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for pair in PREPARED[:WIDGETS]:
                yield Static(f"{pair.sentence.source}\n{pair.target}", markup=False)


class EmptyApp(App[None]):
    """Nothing to show, but a place to scroll."""

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static("\n" * 500)


class _Screen(HeadlessDriver):
    """A terminal of which only the clock is seen."""

    written = asyncio.Event()
    last = 0.0

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        # Frames move the cursor; what else is written switches modes on and off.
        if "\x1b[" in data and len(data) > 100:
            _Screen.last = time.perf_counter()
            _Screen.written.set()


APPS: dict[str, type[App[None]]] = {
    "empty": EmptyApp,
    "lines": LinesApp,
    "german": GermanApp,
    "widgets": WidgetsApp,
}
PREPARED: list[Pair] = []


def _describe(opening: Opening) -> str:
    return (
        f"first paint {opening.paint:.2f} s, key {1000 * opening.key:.0f} ms,"
        f" {opening.memory:.0f} MiB"
    )


def _best(openings: tuple[Opening, ...]) -> Opening:
    return Opening(
        paint=min(opening.paint for opening in openings),
        key=min(opening.key for opening in openings),
        memory=max(opening.memory for opening in openings),
    )


def _open(name: str) -> Opening:
    command = [sys.executable, "-m", "tests.benchmarks.reading", name]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=_ROOT
    )
    return Opening(**json.loads(done.stdout))


def make_pairs(count: int) -> list[Pair]:
    """Return pairs of technology news, five a paragraph."""
    made = itertools.islice(Grammar(_SEED).pairs(reserved=False), count)
    return [
        Pair(
            Sentence(
                document="bench.txt",
                kind=Kind.PARAGRAPH,
                block=number // 5 + 1,
                sentence=number % 5 + 1,
                start=0,
                end=len(pair.source),
                source=pair.source,
            ),
            target=pair.target,
        )
        for number, pair in enumerate(made)
    ]


async def _run(name: str) -> Opening:
    """Open one contender, press keys, and return what it took."""
    _Screen.written = asyncio.Event()
    start = time.perf_counter()
    app = APPS[name](driver_class=_Screen)
    running = asyncio.create_task(app.run_async(size=_SIZE))
    await _settle()
    paint = _Screen.last - start
    waits = []
    for _ in range(_KEYS):
        _Screen.written.clear()
        pressed = time.perf_counter()
        app.post_message(events.Key("down", None))
        await asyncio.wait_for(_Screen.written.wait(), 10)
        waits.append(_Screen.last - pressed)
        # Let the frame's after-effects end, so that they are not the next key's.
        await asyncio.sleep(0.02)
    app.exit()
    await running
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Opening(paint, statistics.quantiles(waits, n=20)[-1], memory)


async def _settle() -> None:
    """Wait until the screen has stood still for a while."""
    await _Screen.written.wait()
    while time.perf_counter() - _Screen.last < 1.0:
        await asyncio.sleep(0.05)


def main() -> None:
    """Measure the contender that is named on the command line."""
    name = sys.argv[1]
    if name != "empty":
        PREPARED.extend(make_pairs(PAIRS))
    opening = asyncio.run(_run(name))
    print(json.dumps(asdict(opening)))


if __name__ == "__main__":
    main()
