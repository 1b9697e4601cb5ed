"""How the reader looks: legible in every theme, and told apart without colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from textual.widgets import Input

from reader.core.pairs import STATUSES
from reader.errors import PackageMissingError
from reader.tui.app import ReaderApp
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.question import QuestionScreen
from reader.tui.themes import THEMES
from tests.tui.reading import make_app, open_translated, wait_until
from tests.tui.test_snapshots import ARTICLE

pytestmark = pytest.mark.asyncio

AA = 4.5
"""What WCAG 2 asks of normal text."""
DRAWN = set("▌▐│─┼╭╮╰╯▏▕▁▔▊▎▄▀▆▅▃▂▇█◆·")
"""Lines and bars, and the dots that English is still to come: no text."""
VIEWS = {
    "ReadingScreen": ("home", "j", "tab"),
    "TermDialog": ("t",),
    "EditDialog": ("e",),
    "NoteDialog": ("m",),
    "CopyDialog": ("y",),
    "DetailsDialog": ("i",),
    "HelpScreen": ("question_mark",),
    "ExportDialog": ("x",),
    "SearchDialog": ("slash",),
    "GlossaryScreen": ("G",),
    "VocabularyScreen": ("V",),
    "LibraryScreen": ("L",),
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "markt.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def app(article: Path) -> ReaderApp:
    return make_app(article)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_text_has_the_contrast_that_wcag_asks_for(
    app: ReaderApp, theme: str
) -> None:
    app.theme = theme
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        await search(pilot, "markt")
        for name, keys in VIEWS.items():
            await pilot.press(*keys)
            await wait_until(pilot, lambda name=name: name_of(pilot) == name)  # type: ignore[misc] # mypy cannot infer the default's type
            await check_contrast(pilot)
            if name != "ReadingScreen":
                await pilot.press("escape")
        for dialog in (
            QuestionScreen("Den Text entfernen?", "Die Datei bleibt.", "Entfernen"),
            ErrorDialog(PackageMissingError("Kein Modell", "eins holen"), "Noch mal"),
        ):
            await app.push_screen(dialog)
            await check_contrast(pilot)
            await pilot.press("tab")
            await check_contrast(pilot)
            await pilot.press("escape")


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_states_of_a_text_are_told_apart_in_every_theme(
    app: ReaderApp, theme: str
) -> None:
    app.theme = theme
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        looks = find_looks(app)
        assert len({(s.color, s.bgcolor, *attributes(s)) for s in looks}) == len(looks)


async def test_without_colours_there_are_none_and_states_are_told_apart(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(article)
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        # The linked word is told from the one under the cursor.
        looks = find_looks(app)
        assert len({attributes(style) for style in looks}) == len(looks)
        await search(pilot, "markt")
        for name, keys in VIEWS.items():
            await pilot.press(*keys)
            await wait_until(pilot, lambda name=name: name_of(pilot) == name)  # type: ignore[misc] # mypy cannot infer the default's type
            await pilot.pause()
            for segment in find_segments(pilot):
                style = segment.style or Style()
                for color in (style.color, style.bgcolor):
                    assert color is None or color.type is ColorType.DEFAULT, name
            if name != "ReadingScreen":
                await pilot.press("escape")


async def test_the_theme_of_the_last_time_comes_back(article: Path) -> None:
    app = make_app(article)
    async with app.run_test() as pilot:
        assert app.theme == THEMES[0].name
        await pilot.press("T", "T")
    app = make_app(article)
    async with app.run_test() as pilot:
        assert app.theme == THEMES[2].name
        # What the command palette offers is kept, too.
        app.theme = "nord"
    app = make_app(article)
    assert app.theme == "nord"
    app.library.choose("theme", "one that was removed")
    assert make_app(article).theme == THEMES[0].name


async def check_contrast(pilot: Pilot[None]) -> None:
    pilot.app.clear_notifications()
    await pilot.pause()
    texts = [(text, contrast(style)) for text, style in find_texts(pilot)]
    assert len(texts) >= 4
    assert not {text for text in texts if text[1] < AA}, name_of(pilot)


def find_looks(app: ReaderApp) -> list[Style]:
    """Return how each state of words is drawn, and plain text last."""
    view = app.screen.query_one("#pairs")
    states = (
        *(f"term-{status}" for status in STATUSES),
        *("linked", "word", "match", "match-current"),
    )
    return [
        *(view.get_component_rich_style(f"pairs--{state}") for state in states),
        view.get_component_rich_style("pairs--source"),
    ]


def attributes(style: Style) -> tuple[bool, ...]:
    return tuple(
        map(
            bool,
            (style.bold, style.italic, style.underline, style.reverse, style.strike),
        )
    )


def find_segments(pilot: Pilot[None]) -> Iterator[Segment]:
    """Yield what is drawn of a screen, or of the dialog alone that is over one."""
    screen = pilot.app.screen
    over = screen.query(".dialog, .bottom-dialog")
    region = over.first().content_region if over else screen.region
    strips = screen._compositor.render_strips()
    for y in range(region.y, region.bottom):
        yield from strips[y].crop(region.x, region.right)


def find_texts(pilot: Pilot[None]) -> Iterator[tuple[str, Style]]:
    for segment in find_segments(pilot):
        if set(segment.text) - DRAWN - {" "} and segment.style is not None:
            yield segment.text, segment.style


def contrast(style: Style) -> float:
    """Return the ratio of luminances as WCAG 2 defines it."""
    assert style.color and style.bgcolor and not style.dim
    colors = (style.color, style.bgcolor)  # Turned round or not, it is the same.
    lights = [luminance(*color.get_truecolor()) for color in colors]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def luminance(red: int, green: int, blue: int) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


async def search(pilot: Pilot[None], words: str) -> None:
    """Mark matches, the current one among them."""
    await pilot.press("slash")
    await wait_until(pilot, lambda: name_of(pilot) == "SearchDialog")
    pilot.app.screen.query_one(Input).value = words
    await pilot.press("enter")
    await wait_until(pilot, lambda: name_of(pilot) == "ReadingScreen")


def name_of(pilot: Pilot[None]) -> str:
    return type(pilot.app.screen).__name__
