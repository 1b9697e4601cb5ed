"""Questions of a screen to whoever pushed it, answered later.

A screen takes plain callables that return awaitables: the app has the desk answer
them, a test answers at once. Owns what happens when the answer is an error.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

from textual.app import App

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
