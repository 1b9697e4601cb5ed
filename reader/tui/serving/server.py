"""The server of `reader serve`: it listens, hands out the page and opens readers.

Every path begins with the guard's token, and what is at the paths comes from this
machine: our page and the script, style and fonts that textual-serve ships.
"""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, redirect_stdout, suppress
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web
from textual_serve.server import Server, to_int

from reader.errors import SettingsError
from reader.tui.serving.guard import Guard
from reader.tui.serving.session import PATIENCE, Session, limit_size

MOST_READERS = 4
"""At once: each has an engine of its own, which takes half a gigabyte or more."""
_PAGE_DIR = Path(__file__).parent / "page"
_TITLE = "Zwiesprache"
_SECONDS_TO_SAY_GOODBYE = 1.0
_HEARTBEAT = 15.0
"""Seconds between two questions whether the browser is still there."""
_SECONDS_TO_MAKE_ROOM = PATIENCE + _SECONDS_TO_SAY_GOODBYE
"""What a reader takes to end whose tab was closed, or loaded again, at this moment."""

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{host}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# xterm.js writes its colours and widths into style elements.

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "clipboard-read=(), clipboard-write=(self)",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def serve(
    words: Sequence[str],
    host: str,
    port: int,
    announce: Callable[[str], None],
    most_readers: int = MOST_READERS,
) -> None:
    """Serve the Textual program `words` until it is interrupted.

    `announce` gets the page's address as soon as it can be opened. `host` is an IP
    address; port 0 is any free one. No more than `most_readers` run at once.

    Raises:
        SettingsError: the port or the address cannot be had.
        KeyboardInterrupt: Ctrl+C, or the process was asked to end.
    """
    with listen(host, port) as listener:
        guard = Guard(host, listener.getsockname()[1])
        server = BrowserServer(words, guard, most_readers)
        try:
            asyncio.run(_serve_until_told(server, listener, announce))
        except asyncio.CancelledError:
            raise KeyboardInterrupt from None


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on `host` and `port`.

    Raises:
        SettingsError: the port is in use or not ours, or there is no such address.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"port {port} on {host} is in use by another program"
        elif error.errno == errno.EADDRNOTAVAIL:
            raise SettingsError(
                f"this machine has no address {host}", "leave --host out"
            ) from error
        else:
            message = f"port {port} on {host} cannot be opened: {error.strerror}"
        another = port + 1 if 1024 <= port < 65535 else 8000
        raise SettingsError(message, f"reader serve --port {another}") from error


class BrowserServer(Server):
    """A page behind a guard, and one reader for every tab that opens it."""

    def __init__(
        self, words: Sequence[str], guard: Guard, most_readers: int = MOST_READERS
    ) -> None:
        super().__init__("", guard.host, guard.port, title=_TITLE)
        self._words = words
        self._guard = guard
        self._most_readers = most_readers
        self._room = asyncio.Semaphore(most_readers)
        self._sessions: set[Session] = set()
        self._page = Template((_PAGE_DIR / "index.html").read_text(encoding="utf-8"))

    @property
    def url(self) -> str:
        """The address of the page, token and all."""
        return self._guard.url

    @asynccontextmanager
    async def running(self, listener: socket.socket) -> AsyncIterator[None]:
        """Answer requests while the block runs; at its end all readers are ended."""
        runner = web.AppRunner(
            self._make_application(),
            access_log=None,
            shutdown_timeout=PATIENCE + _SECONDS_TO_SAY_GOODBYE,
        )
        await runner.setup()
        try:
            await web.SockSite(runner, listener).start()
            yield
        finally:
            await runner.cleanup()

    async def handle_index(self, request: web.Request) -> web.Response:
        """Return the page around the terminal."""
        font_size = min(max(to_int(request.query.get("fontsize", ""), 16), 6), 60)
        websocket_url = f"ws://{request.host}{request.path}ws"
        text = self._page.substitute(
            title=escape(self.title),
            websocket_url=escape(websocket_url),
            font_size=font_size,
            most_readers=self._most_readers,
            more_readers=self._most_readers + 1,
        )
        policy = _PAGE_POLICY.format(host=request.host)
        return web.Response(
            text=text,
            content_type="text/html",
            headers={"Content-Security-Policy": policy},
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Open a reader for the tab that asks, and end it with the tab."""
        if not await self._take_room():
            raise web.HTTPServiceUnavailable(text="All readers are taken.\n")
        try:
            return await self._run_session(request)
        finally:
            self._room.release()

    async def handle_room(self, _: web.Request) -> web.Response:
        """Tell a page that got no reader whether that is because all are taken."""
        return web.Response(status=503 if self._room.locked() else 204)

    async def _run_session(self, request: web.Request) -> web.WebSocketResponse:
        websocket = web.WebSocketResponse(
            heartbeat=_HEARTBEAT, timeout=_SECONDS_TO_SAY_GOODBYE
        )
        await websocket.prepare(request)
        session = Session(self._words, websocket, self.download_manager)
        self._sessions.add(session)
        try:
            await session.start(
                limit_size(to_int(request.query.get("width", ""), 80)),
                limit_size(to_int(request.query.get("height", ""), 24)),
            )
            await session.pass_on()
        finally:
            await session.stop()
            self._sessions.discard(session)
        await websocket.close()
        return websocket

    async def _take_room(self) -> bool:
        """Wait until one reader more may run; False where too many stay open.

        The page itself must not wait: a tab that is loaded again keeps its reader
        until the new page is there.
        """
        try:
            await asyncio.wait_for(self._room.acquire(), _SECONDS_TO_MAKE_ROOM)
        except TimeoutError:
            return False
        return True

    def _make_application(self) -> web.Application:
        application = web.Application(middlewares=[self._admit])
        application.add_routes(
            [
                web.get("/{token}/", self.handle_index),
                web.get("/{token}/ws", self.handle_websocket),
                web.get("/{token}/room", self.handle_room),
                web.get("/{token}/download/{key}", self.handle_download),
                *self._static_routes(),
            ]
        )
        application.on_response_prepare.append(_add_headers)
        application.on_shutdown.append(self._end_sessions)
        return application

    def _static_routes(self) -> list[web.StaticDef]:
        # Behind the token itself: aiohttp has no variable parts in static paths.
        root = f"/{self._guard.token}"
        return [
            web.static(f"{root}/static", self.statics_path),
            web.static(f"{root}/page", _PAGE_DIR),
        ]

    @web.middleware
    async def _admit(
        self, request: web.Request, handler: Handler
    ) -> web.StreamResponse:
        # Without a Host header `request.host` would look up this machine's name.
        if not self._guard.knows_host(request.headers.get("Host", "")):
            raise web.HTTPForbidden(text="This is not the server that you asked for.\n")
        if not self._guard.knows_token(request.path):
            raise web.HTTPForbidden(
                text="Open the whole address that 'reader serve' has printed.\n"
            )
        origin = request.headers.get("Origin")
        needs_origin = origin is not None or request.path.endswith("/ws")
        if needs_origin and not self._guard.knows_origin(origin, request.host):
            raise web.HTTPForbidden(text="Another page may not talk to the reader.\n")
        return await handler(request)

    async def _end_sessions(self, _: web.Application) -> None:
        await asyncio.gather(*(session.stop() for session in self._sessions))


async def _serve_until_told(
    server: BrowserServer, listener: socket.socket, announce: Callable[[str], None]
) -> None:
    task = asyncio.current_task()
    assert task is not None
    loop = asyncio.get_running_loop()
    # Ctrl+C is asyncio's own; these would end us without ending the readers.
    for name in ("SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):
            loop.add_signal_handler(getattr(signal, name), task.cancel)
    stdout = sys.stdout
    # textual-serve prints a reader's last words; they are no result of ours.
    with redirect_stdout(sys.stderr):
        async with server.running(listener):
            with redirect_stdout(stdout):
                announce(server.url)
            await asyncio.Event().wait()


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
