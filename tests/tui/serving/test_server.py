"""The server itself, spoken to over the loopback interface."""

from __future__ import annotations

import asyncio
import os
import re
import select
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import (
    ClientSession,
    ClientWebSocketResponse,
    WSMsgType,
    WSServerHandshakeError,
)
from yarl import URL

from reader.errors import SettingsError
from reader.tui.serving import server
from reader.tui.serving.guard import Guard
from reader.tui.serving.server import MOST_READERS, BrowserServer, listen
from tests.tui.serving import small_app

pytestmark = [pytest.mark.loopback, pytest.mark.asyncio]

PATIENCE = 20


@asynccontextmanager
async def served(
    *words: str, most_readers: int = MOST_READERS
) -> AsyncIterator[tuple[str, str, ClientSession]]:
    """Yield the page's address, its origin and a client, while the words are served."""
    with listen("127.0.0.1", 0) as listener:
        guard = Guard("127.0.0.1", listener.getsockname()[1])
        tabs = BrowserServer([sys.executable, *words], guard, most_readers)
        origin = f"http://127.0.0.1:{guard.port}"
        async with tabs.running(listener), ClientSession() as client:
            yield tabs.url, origin, client


def small(record_path: Path, way: str = "") -> tuple[str, ...]:
    return (small_app.__file__, str(record_path), way)


async def drawn(websocket: ClientWebSocketResponse, pattern: str) -> str:
    """Read what the program draws until `pattern` was among it; return its match."""
    screen = b""
    async with asyncio.timeout(PATIENCE):
        while not (found := re.search(pattern, screen.decode(errors="ignore"))):
            message = await websocket.receive()
            known = (WSMsgType.BINARY, WSMsgType.TEXT, WSMsgType.PING)
            assert message.type in known, message
            if message.type == WSMsgType.BINARY:
                screen += message.data
            elif message.type == WSMsgType.PING:
                await websocket.pong(message.data)
    return found[0]


async def has_ended(descriptor: int) -> bool:
    """Wait until the process behind a pidfd has ended, but not for ever."""
    ready, _, _ = await asyncio.to_thread(select.select, [descriptor], [], [], PATIENCE)
    os.close(descriptor)
    return bool(ready)


async def test_the_page_and_all_that_it_names_come_from_this_server() -> None:
    async with served("-c", "") as (url, _, client):
        async with client.get(url) as page:
            assert page.status == 200
            text = await page.text()
            policy = page.headers["Content-Security-Policy"]
        names = re.findall(r'(?:src|href)="([^"]*)"', text)
        assert len(names) >= 5
        for name in names:
            if name != "data:,":
                assert not re.match(r"\w+:|//", name), name
                async with client.get(url + name) as part:
                    assert part.status == 200, name
        assert "http" not in text.replace("http-equiv", "")
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert re.findall(r"(\w+)://([^ ;]*)", policy) == [("ws", url.split("/")[2])]


async def test_without_the_token_nothing_is_answered() -> None:
    async with served("-c", "") as (url, origin, client):
        token = url.split("/")[3]
        wrong = token[:-1] + ("a" if token[-1] != "a" else "b")
        for path in (
            "",
            "ws",
            "room",
            "static/js/textual.js",
            "page/page.js",
            "download/1",
        ):
            for start in (f"{origin}/", f"{origin}/{wrong}/"):
                async with client.get(
                    start + path, headers={"Origin": origin}
                ) as answer:
                    assert answer.status == 403, start + path
                    assert token not in await answer.text()


async def test_a_path_of_nonsense_and_another_method_are_refused() -> None:
    async with served("-c", "") as (url, origin, client):
        token = url.split("/")[3]
        for path in ("%ff%fe/", "%00/", "%2f/", f"{token[:5]}%c3/", "{token}/"):
            address = URL(f"{origin}/{path}", encoded=True)
            async with client.get(address) as answer:
                assert answer.status in (400, 403), path
                assert token not in await answer.text()
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            async with client.request(method, url) as answer:
                assert answer.status == 405, method
            async with client.request(method, url + "ws") as answer:
                assert answer.status == 403, method


async def test_a_request_without_a_host_is_refused() -> None:
    async with served("-c", "") as (url, origin, _):
        reading, writing = await asyncio.open_connection(
            "127.0.0.1", int(origin.rpartition(":")[2])
        )
        path = url.removeprefix(origin)
        writing.write(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        assert b" 403 " in await reading.readline()
        writing.close()
        await writing.wait_closed()


async def test_a_name_that_was_pointed_at_this_machine_is_not_answered() -> None:
    async with served("-c", "") as (url, origin, client):
        for host in ("boese.example", f"boese.example:{origin.split(':')[2]}"):
            async with client.get(url, headers={"Host": host}) as answer:
                assert answer.status == 403


async def test_a_page_of_another_origin_opens_no_reader(tmp_path: Path) -> None:
    record_path = tmp_path / "record"
    async with served(*small(record_path)) as (url, _, client):
        for headers in (
            {},
            {"Origin": "http://boese.example"},
            {"Origin": "http://127.0.0.1:1"},
            {"Origin": "null"},
        ):
            with pytest.raises(WSServerHandshakeError) as refused:
                await client.ws_connect(url + "ws", headers=headers)
            assert refused.value.status == 403, headers
    assert not record_path.exists()


async def test_static_folders_are_not_listed_and_not_left() -> None:
    async with served("-c", "") as (url, _, client):
        for path in ("static/", "static/js/", "page/", "page/%2e%2e/guard.py"):
            async with client.get(url + path) as answer:
                assert answer.status in (403, 404), path


async def test_every_answer_forbids_sniffing_caching_and_referrers() -> None:
    async with served("-c", "") as (url, origin, client):
        for address in (url, url + "page/page.js", url + "nichts", origin):
            async with client.get(address) as answer:
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Cache-Control"] == "no-store"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "frame-ancestors 'none'" in policy


async def test_keys_and_sizes_reach_the_reader_and_its_screen_the_browser(
    tmp_path: Path,
) -> None:
    record_path = tmp_path / "record"
    async with served(*small(record_path)) as (url, origin, client):
        async with client.ws_connect(
            f"{url}ws?width=70&height=20", origin=origin
        ) as websocket:
            await drawn(websocket, "size 70x20")
            await websocket.send_json(["resize", {"width": 111, "height": 33}])
            await drawn(websocket, "111x33")
            await websocket.send_json(["stdin", "j"])
            await drawn(websocket, "Aktie fällt")
    assert record_path.read_text() == "opened\nleft\n"


async def test_what_is_no_message_is_left_alone(tmp_path: Path) -> None:
    record_path = tmp_path / "record"
    async with served(*small(record_path)) as (url, origin, client):
        async with client.ws_connect(url + "ws", origin=origin) as websocket:
            await drawn(websocket, small_app.SENTENCES[0])
            for nonsense in ("{", "[]", '["resize", 3]', '["stdin", null]', "7"):
                await websocket.send_str(nonsense)
            await websocket.send_bytes(b"\0")
            await websocket.send_json(["stdin", "j"])
            await drawn(websocket, "Aktie fällt.")


async def test_the_words_of_the_command_reach_the_reader_as_they_are(
    tmp_path: Path,
) -> None:
    odd = tmp_path / "$(touch evil) 'Größe'; \"x\" & #.txt"
    async with served(*small(odd)) as (url, origin, client):
        async with client.ws_connect(url + "ws", origin=origin) as websocket:
            await drawn(websocket, small_app.SENTENCES[0])
    assert odd.read_text() == "opened\nleft\n"
    assert not (tmp_path / "evil").exists()
    assert not Path("evil").exists()


@pytest.mark.parametrize("key", ["q", "x"])
async def test_the_browser_is_told_when_the_reader_ends_or_dies(
    tmp_path: Path, key: str
) -> None:
    record_path = tmp_path / "record"
    async with served(*small(record_path)) as (url, origin, client):
        async with client.ws_connect(url + "ws", origin=origin) as websocket:
            await drawn(websocket, small_app.SENTENCES[0])
            await websocket.send_json(["stdin", key])
            async with asyncio.timeout(PATIENCE):
                while not websocket.closed:
                    await websocket.receive()


async def test_one_reader_too_many_is_refused_until_a_tab_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_SECONDS_TO_MAKE_ROOM", 0.2)
    words = small(tmp_path / "record")
    async with served(*words, most_readers=1) as (url, origin, client):
        async with client.get(url + "room") as room:
            assert room.status == 204
        async with client.ws_connect(url + "ws", origin=origin) as websocket:
            await drawn(websocket, small_app.SENTENCES[0])
            with pytest.raises(WSServerHandshakeError) as refused:
                await client.ws_connect(url + "ws", origin=origin)
            assert refused.value.status == 503
            async with client.get(url + "room") as room:
                assert room.status == 503
            async with client.get(url) as page:
                text = await page.text()
                assert "No more than 1 may be open" in text
                assert "reader serve --readers 2" in text
        # The reader of the closed tab is just ending: no refusal for that.
        monkeypatch.setattr(server, "_SECONDS_TO_MAKE_ROOM", PATIENCE)
        async with client.ws_connect(url + "ws", origin=origin) as websocket:
            await drawn(websocket, small_app.SENTENCES[0])
    assert (tmp_path / "record").read_text() == "opened\nleft\n" * 2


async def test_the_reader_of_a_browser_that_answers_no_more_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_HEARTBEAT", 0.5)
    async with served(*small(tmp_path / "record")) as (url, origin, client):
        # A machine that was switched off: no close, and no answer to a ping.
        async with client.ws_connect(
            url + "ws", origin=origin, autoping=False, autoclose=False
        ) as websocket:
            drawing = await drawn(websocket, r"pids \[[\d, ]+\]")
            (pid,) = re.findall(r"\d+", drawing)
            # From here on nobody reads what comes, and so no ping is answered.
            assert await has_ended(os.pidfd_open(int(pid)))


async def test_readers_that_never_started_take_no_room(tmp_path: Path) -> None:
    words = (str(tmp_path / "is-not-there.py"),)
    async with served(*words, most_readers=1) as (url, origin, client):
        for _ in range(3):
            async with client.ws_connect(url + "ws", origin=origin) as websocket:
                async with asyncio.timeout(PATIENCE):
                    while not websocket.closed:
                        await websocket.receive()


async def leave_by_closing_the_tab(websocket: ClientWebSocketResponse) -> None:
    await websocket.close()


async def leave_it_open(websocket: ClientWebSocketResponse) -> None:
    """The server ends with the tab still open."""


@pytest.mark.parametrize("leave", [leave_by_closing_the_tab, leave_it_open])
@pytest.mark.parametrize("way", ["", "with-child", "never-ends"])
async def test_no_process_is_left(
    tmp_path: Path,
    way: str,
    leave: Callable[[ClientWebSocketResponse], Awaitable[None]],
) -> None:
    record_path = tmp_path / "record"
    async with served(*small(record_path, way)) as (url, origin, client):
        websocket = await client.ws_connect(url + "ws", origin=origin)
        drawing = await drawn(websocket, r"pids \[[\d, ]+\]")
        pids = [int(pid) for pid in re.findall(r"\d+", drawing)]
        assert len(pids) == 1 + (way == "with-child")
        descriptors = [os.pidfd_open(pid) for pid in pids]
        await leave(websocket)
    for descriptor in descriptors:
        assert await has_ended(descriptor)
    has_left = record_path.read_text() == "opened\nleft\n"
    assert has_left == (way != "never-ends")


async def test_a_port_in_use_says_which_to_take() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(SettingsError, match=f"port {port} .* in use") as error:
            listen("127.0.0.1", port)
    assert re.fullmatch(r"reader serve --port \d+", error.value.hint)


async def test_an_address_that_this_machine_has_not_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"no address 192\.0\.2\.1"):
        listen("192.0.2.1", 0)
