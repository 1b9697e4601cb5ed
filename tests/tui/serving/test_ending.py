"""The end of the server, and of the readers in its tabs."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.tui.serving import small_app
from tests.tui.serving.test_server import drawn, has_ended

pytestmark = [pytest.mark.loopback, pytest.mark.asyncio]

SERVING = """
import sys
from reader.tui.serving.server import serve
try:
    serve(sys.argv[1:], "127.0.0.1", 0, lambda url: print(url, flush=True))
except KeyboardInterrupt:
    sys.exit(130)
"""


@asynccontextmanager
async def open_tab(
    record_path: Path, way: str = ""
) -> AsyncIterator[tuple[Process, list[int]]]:
    """Yield a server with one tab open, and the processes of the tab's reader."""
    words = [sys.executable, small_app.__file__, str(record_path), way]
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVING, *words, stdout=PIPE, stderr=PIPE
    )
    assert server.stdout is not None
    url = (await server.stdout.readline()).decode().strip()
    origin = url.rsplit("/", 2)[0]
    async with (
        ClientSession() as client,
        client.ws_connect(url + "ws", origin=origin) as websocket,
    ):
        drawing = await drawn(websocket, r"pids \[[\d, ]+\]")
        yield server, [int(pid) for pid in re.findall(r"\d+", drawing)]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("way", ["", "with-child"])
async def test_a_server_that_is_told_to_end_lets_every_reader_leave_first(
    tmp_path: Path, name: str, way: str
) -> None:
    record_path = tmp_path / "record"
    async with open_tab(record_path, way) as (server, pids):
        descriptors = [os.pidfd_open(pid) for pid in pids]
        server.send_signal(getattr(signal, name))
        out, _ = await server.communicate()
        assert server.returncode == 130
        assert out == b""
        for descriptor in descriptors:
            assert await has_ended(descriptor)
    assert record_path.read_text() == "opened\nleft\n"


async def test_a_reader_leaves_when_its_server_was_killed(tmp_path: Path) -> None:
    record_path = tmp_path / "record"
    async with open_tab(record_path) as (server, [pid]):
        descriptor = os.pidfd_open(pid)
        server.kill()
        await server.wait()
        assert await has_ended(descriptor)
    assert record_path.read_text() == "opened\nleft\n"
