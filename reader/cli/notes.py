"""Standard error: progress, notes and errors, and nothing else.

A progress bar is drawn on a terminal only; `--quiet` leaves nothing but errors.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from reader.errors import ReaderError

_is_quiet = False


def set_quiet(is_quiet: bool) -> None:
    """Leave out everything but errors from now on."""
    global _is_quiet
    _is_quiet = is_quiet


def note(text: str) -> None:
    """Tell something that is good to know."""
    if not _is_quiet:
        _write(text)


def print_error(error: ReaderError) -> None:
    """Tell what happened, and on a second line what to type next."""
    _write(f"reader: {error.message}")
    if error.hint:
        _write(f"  try: {error.hint}")


class Meter(Protocol):
    """A progress bar as a command sees it."""

    def advance(self, amount: int, text: str = "") -> None:
        """Move on by `amount` and show `text` behind the bar."""
        ...


def has_progress() -> bool:
    """Tell whether a progress bar would be drawn."""
    return not _is_quiet and sys.stderr.isatty()


@contextmanager
def show_progress(label: str, total: int | None) -> Iterator[Meter]:
    """Draw a progress bar on standard error while the block runs.

    Not on a terminal, or when quiet, there is no bar.
    """
    if not has_progress():
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[text]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _RichMeter(bar, bar.add_task(label, total=total, text=""))


class Clock:
    """How fast an engine is, without what comes from the memory."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._seconds = 0.0
        self._translated = 0

    def rate(self, translated: int, done: int) -> str:
        """Return the text behind a bar, as in "812 sentences, 41.3/s".

        `translated` is what the engine did since the last call, `done` the sum of all.
        """
        now = time.monotonic()
        if translated:
            self._seconds += now - self._last
            self._translated += translated
        self._last = now
        if not self._translated:
            return f"{done} sentences"
        return f"{done} sentences, {self._translated / self._seconds:.1f}/s"


class _Silent:
    def advance(self, amount: int, text: str = "") -> None:
        """Show nothing."""


class _RichMeter:
    def __init__(self, bar: object, task: object) -> None:
        self._bar, self._task = bar, task

    def advance(self, amount: int, text: str = "") -> None:
        """Move the bar on."""
        self._bar.update(self._task, advance=amount, text=text)  # type: ignore[attr-defined]


def _write(text: str) -> None:
    # Imported late: most starts print no note.
    from reader.core.controls import strip_controls

    sys.stderr.write(strip_controls(text, keep="\t") + "\n")
    sys.stderr.flush()
