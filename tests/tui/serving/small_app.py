"""A small Textual program to serve.

Arguments: a file that gets a line for what happens, and a way to go wrong.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.events import Key, Resize
from textual.widgets import Static

SENTENCES = ("Der Markt wächst.", "Die Aktie fällt.", "Über 5.000 Chips fehlen.")


class SmallApp(App[None]):
    """Shows one German sentence; `j` goes to the next, `q` leaves, `x` crashes."""

    def __init__(self, record_path: Path, way: str = "") -> None:
        super().__init__()
        self._record_path = record_path
        self._way = way
        self._index = 0

    def compose(self) -> ComposeResult:
        yield Static(id="process")
        yield Static(id="size")
        yield Static(SENTENCES[0], id="sentence")

    def on_mount(self) -> None:
        self.record("opened")
        pids = [os.getpid()]
        if self._way == "with-child":
            child = subprocess.Popen(
                [sys.executable, "-c", "import signal; signal.pause()"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            pids.append(child.pid)
        self.query_one("#process", Static).update(f"pids {pids}")

    def on_key(self, event: Key) -> None:
        if event.key == "j":
            self._index += 1
            self.query_one("#sentence", Static).update(SENTENCES[self._index])
        elif event.key == "q":
            self.exit()
        elif event.key == "x":
            os._exit(7)

    def on_resize(self, event: Resize) -> None:
        self.query_one("#size", Static).update(
            f"size {event.size.width}x{event.size.height}"
        )

    def on_unmount(self) -> None:
        if self._way == "never-ends":
            os.kill(os.getpid(), signal.SIGSTOP)
        self.record("left")

    def record(self, line: str) -> None:
        with self._record_path.open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")


if __name__ == "__main__":
    SmallApp(Path(sys.argv[1]), *sys.argv[2:]).run()
