"""What a served reader draws with: Textual's driver for browsers, made mortal."""

from __future__ import annotations

import os
from contextlib import suppress

from textual import messages
from textual.app import App
from textual.drivers.web_driver import WebDriver


class ServedDriver(WebDriver):
    """Textual's web driver, which also ends the reader when its server is gone.

    Textual's own goes on for ever when its input ends: a server that was killed
    would leave the reader and its engine behind.
    """

    def __init__(
        self,
        app: App[None],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = self._write_if_heard  # type: ignore[assignment]  # a partial

    def run_input_thread(self) -> None:
        """Pass on keys and the mouse until the input ends, then the reader ends."""
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())

    def _write_if_heard(self, content: bytes) -> int:
        # The reader must be able to save its place when nobody sees its last screen.
        with suppress(BrokenPipeError):
            return os.write(self.fileno, content)
        return len(content)
