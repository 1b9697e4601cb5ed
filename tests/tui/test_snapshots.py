"""The main screens, cell by cell, as a person has looked at them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.core.texts import Front
from reader.service import open_service
from reader.tui.app import ReaderApp
from tests.tui.picturing import FOLDER, compare
from tests.tui.reading import open_translated, reading, wait_until

pytestmark = pytest.mark.asyncio

ARTICLE = """\
Wie knappe Chips den Markt verändern

Von Anna Beispiel

Ein Sprachmodell kostet heute 3,5 Millionen Euro. Die Rechenleistung dafür ist knapp, \
und die Preise steigen seit Mai.

Was die Hersteller sagen

„Der Markt wächst“, sagt der Hersteller von Sora. Neue Rechenzentren entstehen in \
Dresden, wo schon Ende 2027 die ersten Anlagen laufen sollen.

- Der Strom fehlt.
- Das Wasser fehlt.
"""
GLOSSARY = (
    ("Rechenleistung", "computing power", "noun", "preferred", "nie „compute“"),
    ("Sprachmodell", "language model|LLM", "noun", "preferred", ""),
    # What the engine says already: "Preise" turned round.
    ("Preis", "Esierp", "noun", "preferred", ""),
    ("Markt", "Tkram", "noun", "forbidden", "kein Englisch"),
    ("Sora", "Sora", "name", "keep", ""),
)
WIDE, NARROW = (120, 36), (80, 24)
DARK, LIGHT, CONTRAST = "reader-dark", "reader-light", "reader-contrast"

Draw = Callable[..., Awaitable[None]]


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> Draw:
    update = bool(request.config.getoption("--update-snapshots"))

    async def draw(pilot: Pilot[None], name: str, hidden: str = "") -> None:
        await compare(pilot, name, hidden, update)

    return draw


@pytest.fixture
def app(tmp_path: Path, reader_home: Path) -> Iterator[ReaderApp]:
    reader_home.mkdir()
    head = "source\ttarget\tpos\tusage\tnote"
    rows = [head, *("\t".join(row) for row in GLOSSARY)]
    text = "".join(f"{row}\n" for row in rows)
    (reader_home / "glossary.tsv").write_text(text, encoding="utf-8")
    path = tmp_path / "chips.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    yield ReaderApp(open_service(engine="fake", shipped_glossary=False), [path])


async def open_read(pilot: Pilot[None]) -> None:
    """Wait until everything is there that the screen shows."""
    screen = await open_translated(pilot)
    await wait_until(pilot, lambda: bool(screen._entries))


@pytest.mark.parametrize(
    ("name", "size", "theme", "keys"),
    [
        ("reading-wide", WIDE, DARK, "j j tab"),
        ("reading-narrow", NARROW, DARK, "end"),
        ("learner", NARROW, LIGHT, "v j j space l l"),
        ("contrast", NARROW, CONTRAST, "j j j b tab"),
        ("help", NARROW, DARK, "question_mark"),
        ("edit", WIDE, DARK, "j j e"),
        ("term", NARROW, DARK, "j j j l l t"),
        ("details", NARROW, DARK, "j j j i"),
    ],
)
async def test_a_text_and_what_is_asked_about_it(
    app: ReaderApp, draw: Draw, name: str, size: tuple[int, int], theme: str, keys: str
) -> None:
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        await open_read(pilot)
        await pilot.press(*keys.split())
        await draw(pilot, name)


async def test_what_is_looked_for_in_a_light_room(app: ReaderApp, draw: Draw) -> None:
    app.theme = LIGHT
    async with app.run_test(size=WIDE) as pilot:
        await open_read(pilot)
        await pilot.press("slash")
        await wait_until(pilot, lambda: bool(app.screen.query("#words")))
        app.screen.query_one("#words", Input).value = "der"
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(reading(pilot).found))
        await draw(pilot, "search-light")


async def test_a_text_without_colours(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, draw: Draw
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app: ReaderApp = request.getfixturevalue("app")
    async with app.run_test(size=NARROW) as pilot:
        await open_read(pilot)
        await pilot.press("j", "j", "j", "tab")
        await draw(pilot, "no-color")


async def test_the_glossary(app: ReaderApp, draw: Draw) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_read(pilot)
        await pilot.press("G")
        await wait_until(pilot, lambda: bool(app.screen.query("#terms")))
        await pilot.press("j")
        # It names the file.
        await draw(pilot, "glossary", "#about")


async def test_the_library(draw: Draw, tmp_path: Path) -> None:
    app = ReaderApp(open_service(engine="fake"))
    for number, title in enumerate(("Der Fluss steigt", "Chips aus Dresden", "Äpfel")):
        path = tmp_path / f"{number}.txt"
        path.write_text(title, encoding="utf-8")
        app.library.add(path, Front(title, ""), 12 * number, 7 * number, number)
    app.library.mark_read(path, True)
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: bool(app.screen.query("#texts")))
        await pilot.press("s", "j")
        # It names the file.
        await draw(pilot, "library", "#details")


async def test_there_are_few_pictures_and_each_is_looked_at() -> None:
    known = {path.stem for path in FOLDER.glob("*.txt")}
    source = Path(__file__).read_text(encoding="utf-8")
    assert all(f'"{name}"' in source for name in known)
    assert len(known) == 12
