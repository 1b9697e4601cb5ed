"""One browser tab: a reader in a process of its own, and the messages between them.

Owns the process and its end; textual-serve's `AppService` knows the packets. Its shell
is not used: the command's words reach the reader as they are, whatever is in a title.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

PATIENCE = 4.0
"""Seconds that a reader gets to save its place and to end, before it is killed."""

_DRIVER = "reader.tui.serving.driver:ServedDriver"
_LARGEST = 1000


class Session(AppService):
    """The reader of one tab; `start` it, `pass_on` what the browser says, `stop` it."""

    def __init__(
        self,
        words: Sequence[str],
        websocket: web.WebSocketResponse,
        downloads: DownloadManager,
    ) -> None:
        super().__init__(
            shlex.join(words),
            write_bytes=self._send_bytes,
            write_str=self._send_text,
            close=self._close_websocket,
            download_manager=downloads,
        )
        self._words = words
        self._websocket = websocket

    async def pass_on(self) -> None:
        """Give the reader what the browser sends, until one of the two ends."""
        async for message in self._websocket:
            if message.type == WSMsgType.TEXT:
                with suppress(ValueError):
                    await self._obey(message.json())

    async def run(self) -> None:
        """Show what the reader draws; the page is told when it ended or died."""
        await super().run()
        await self._close_websocket()

    async def stop(self) -> None:
        """Ask the reader to end, and end it and what it started after `PATIENCE`."""
        if self._process is None:
            return
        asking = asyncio.create_task(self._ask_to_end(self._process))
        await asyncio.wait({asking}, timeout=PATIENCE)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        await asking

    async def _ask_to_end(self, process: Process) -> None:
        await super().stop()
        await process.wait()

    async def _obey(self, message: object) -> None:
        match message:
            case ["stdin", str(text)]:
                await self.send_bytes(text.encode(errors="replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(limit_size(width), limit_size(height))
            case ["ping", stamp]:
                await self._websocket.send_json(["pong", stamp])
            case ["blur"]:
                await self.blur()
            case ["focus"]:
                await self.focus()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        return environment | {"TEXTUAL_DRIVER": _DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # A session of its own: Ctrl+C in the server's terminal reaches the server
        # alone, and the engine's process can be ended together with the reader.
        self._process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def _send_bytes(self, content: bytes) -> None:
        # A reader must be able to draw its last screen when the tab is closed.
        with suppress(ConnectionError):
            await self._websocket.send_bytes(content)

    async def _send_text(self, text: str) -> None:
        with suppress(ConnectionError):
            await self._websocket.send_str(text)

    async def _close_websocket(self) -> None:
        await self._websocket.close()


def limit_size(cells: int) -> int:
    """Return a width or a height that a terminal can have."""
    return min(max(cells, 1), _LARGEST)
