"""The reader in headless Chromium: what is drawn, and that nothing comes from outside.

Needs Debian's `chromium` and the extra `browser` (playwright, which downloads nothing
when it is told where the browser is); without them these tests are skipped.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.tui.serving import server
from tests.conftest import SEEDS
from tests.tui.serving import small_app
from tests.tui.serving.test_server import served, small

if TYPE_CHECKING:
    from playwright.async_api import Page

ARTICLE = SEEDS / "003_1061c9a5991078b9.txt"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

playwright = pytest.importorskip(
    "playwright.async_api", reason="needs playwright: pip install -e '.[browser]'"
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.loopback,
    pytest.mark.asyncio,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium: apt install chromium"),
]

KEEP_THE_TERMINAL = """
Object.defineProperty(Object.prototype, "_core", {
  configurable: true,
  set(core) {
    Object.defineProperty(this, "_core", { value: core, writable: true });
    if ("loadAddon" in this) window.terminal = this;
  },
});
addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
"""xterm.js draws on a canvas; its buffer is what the test can read of that."""

SHOWS = """(text) => {
  const buffer = window.terminal?.buffer.active;
  for (let line = 0; line < (buffer?.length ?? 0); line++)
    if (buffer.getLine(line).translateToString().includes(text)) return true;
  return false;
}"""

HIDES = f"(text) => !({SHOWS})(text)"


@asynccontextmanager
async def browsed(url: str) -> AsyncIterator[tuple[Page, list[str], list[str]]]:
    """Yield a page at `url`, what it has asked for, and what its console said."""
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        window = await browser.new_context(viewport={"width": 1100, "height": 640})
        page = await window.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        await page.add_init_script(KEEP_THE_TERMINAL)
        await page.goto(url)
        yield page, asked, said
        await browser.close()


def not_measured(said: list[str]) -> list[str]:
    """Return what a console said but for xterm.js's words about a slow machine."""
    measures = ("ping=", "task queue exceeded")
    return [line for line in said if not line.startswith(measures)]


async def wait_for(page: Page, text: str) -> None:
    """Wait until `text` stands in the terminal."""
    await page.wait_for_function(SHOWS, arg=text, timeout=20_000)


async def test_a_text_is_opened_read_and_left_with_keys(tmp_path: Path) -> None:
    record_path = tmp_path / "record"
    async with served(*small(record_path)) as (url, _, _), browsed(url) as tab:
        page, _, _ = tab
        await wait_for(page, "Der Markt wächst.")
        before = await page.screenshot()
        await page.keyboard.press("j")
        await wait_for(page, "Die Aktie fällt.")
        await page.keyboard.press("j")
        await wait_for(page, "Über 5.000 Chips fehlen.")
        # Not only known to the terminal, but painted.
        assert await page.screenshot() != before
        assert not await page.evaluate(SHOWS, "Der Markt wächst.")
        await page.keyboard.press("q")
        await page.get_by_text("The reader has ended.").wait_for()
        await page.get_by_role("button", name="Open again").click()
        await wait_for(page, "Der Markt wächst.")
    assert record_path.read_text() == "opened\nleft\n" * 2


async def test_reader_serve_opens_an_article_and_translates_it() -> None:
    options = ["--port", "0", "--engine", "fake", str(ARTICLE)]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "reader", "serve", *options, stdout=PIPE, stderr=PIPE
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with browsed(url) as (page, _, said):
        await wait_for(page, "Chinas Bestrebungen, die Welt der KI")
        # The fake engine's English: the German words turned round.
        await wait_for(page, "Sanihc")
        await page.keyboard.press("j")
        await wait_for(page, "sentence 2 of")
        await page.keyboard.press("?")
        await wait_for(page, "Previous sentence")
        await page.keyboard.press("Escape")
        # Escape and a letter at once would be Alt and the letter.
        await page.wait_for_function(HIDES, arg="Previous sentence")
        await page.keyboard.press("q")
        await page.get_by_text("The reader has ended.").wait_for()
        assert not_measured(said) == ["CLOSED"]
    process.send_signal(signal.SIGINT)
    out, err = await process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


async def test_a_tab_too_many_says_so_and_opens_when_another_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_path = tmp_path / "record"
    monkeypatch.setattr(server, "_SECONDS_TO_MAKE_ROOM", 0.2)
    async with served(*small(record_path), most_readers=1) as (url, _, _):
        async with browsed(url) as (page, _, _):
            await wait_for(page, small_app.SENTENCES[0])
            other = await page.context.new_page()
            await other.add_init_script(KEEP_THE_TERMINAL)
            await other.goto(url)
            await other.get_by_text("No more than 1 may be open at once").wait_for()
            assert not await other.get_by_text("The reader has ended.").is_visible()
            monkeypatch.setattr(server, "_SECONDS_TO_MAKE_ROOM", 20)
            await page.close()
            await other.get_by_role("button", name="Open again").click()
            await wait_for(other, small_app.SENTENCES[0])
            # Loaded again, its own reader is in the way for a moment.
            await other.reload()
            await wait_for(other, small_app.SENTENCES[0])
    assert record_path.read_text().count("opened") == 3


async def test_the_reader_has_the_size_of_the_window(tmp_path: Path) -> None:
    async with served(*small(tmp_path / "record")) as (url, _, _):
        async with browsed(url) as (page, _, _):
            await wait_for(page, small_app.SENTENCES[0])
            sizes = set()
            for width in (1100, 700):
                await page.set_viewport_size({"width": width, "height": 640})
                await page.wait_for_function(
                    "(width) => terminal.element.clientWidth <= width", arg=width
                )
                columns, rows = await page.evaluate("[terminal.cols, terminal.rows]")
                await wait_for(page, f"size {columns}x{rows}")
                sizes.add(columns)
    assert len(sizes) == 2


async def test_nothing_comes_from_outside_and_nothing_can(tmp_path: Path) -> None:
    async with served(*small(tmp_path / "record")) as (url, _, _):
        async with browsed(url) as (page, asked, said):
            await wait_for(page, small_app.SENTENCES[0])
            assert await page.evaluate("document.fonts.check('16px \"Roboto Mono\"')")
            here = url.removeprefix("http")
            assert any(address.startswith(f"ws{here}ws?") for address in asked)
            for address in asked:
                own = (f"http{here}", f"ws{here}", "data:,")
                assert address.startswith(own), address
            assert not await page.evaluate("window.violations")
            assert not_measured(said) == []
            await page.evaluate("void fetch('http://192.0.2.1/').catch(() => null)")
            await page.wait_for_function("() => window.violations?.length")
            assert await page.evaluate("window.violations") == [
                "connect-src http://192.0.2.1/"
            ]


async def test_a_link_in_a_text_opens_nothing(tmp_path: Path) -> None:
    async with served(*small(tmp_path / "record")) as (url, _, _):
        async with browsed(url) as (page, _, _):
            await wait_for(page, small_app.SENTENCES[0])
            for address in ("http://192.0.2.1/", "/elsewhere", "javascript:alert()"):
                assert await page.evaluate("(url) => window.open(url)", address) is None
            assert len(page.context.pages) == 1


async def test_a_page_from_elsewhere_gets_no_reader(tmp_path: Path) -> None:
    record_path = tmp_path / "record"
    async with served(*small(record_path)) as (url, _, _):
        async with browsed("about:blank") as (page, _, _):
            ending = await page.evaluate(
                """(url) => new Promise((done) => {
                  const socket = new WebSocket(url);
                  socket.onopen = () => done("opened");
                  socket.onerror = () => done("refused");
                })""",
                url.replace("http", "ws", 1) + "ws",
            )
    assert ending == "refused"
    assert not record_path.exists()
