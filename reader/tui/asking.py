"""Questions of a screen to whoever pushed it, answered later or at once.

A screen takes plain callables that return awaitables: the app has the desk answer
them, a test answers at once. Owns what happens when the answer is an error.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from textual.app import App
from textual.widget import Widget

from reader.core.controls import strip_controls
from reader.errors import ReaderError
from reader.tui.screens.error_dialog import ErrorDialog

Result = TypeVar("Result")


async def ask(app: App[object], answer: Awaitable[Result]) -> Result | None:
    """Return the answer; an error is shown in a dialog, and None comes back.

    Call it in a worker: it waits until the dialog is closed.
    """
    try:
        return await answer
    # The border of the worker: nothing that goes wrong there ends the program.
    except Exception as error:
        await app.push_screen_wait(ErrorDialog(error))
        return None


@contextmanager
def telling_errors(widget: Widget) -> Iterator[None]:
    """Tell an error of ours in a note; the block ends there, and the reader goes on."""
    try:
        yield
    except ReaderError as error:
        widget.notify(
            strip_controls(f"{error.message}\n{error.hint}", keep="\n"),
            severity="error",
            markup=False,
        )
