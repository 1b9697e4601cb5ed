"""A bare app around the pairs, for the tests of their keys, mouse and look."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.tui.widgets.pairs_view import FindLinks, PairsView
from tests.tui.arranging.pairs import make_pair, make_term
from tests.tui.arranging.test_words import link_words
from tests.tui.staging import STYLES

SOURCE = "Die Chips sind knapp."
TARGET = "The chips are scarce."
WIDE, NARROW = (140, 40), (80, 24)


def make_pairs(count: int = 60) -> list[Pair]:
    """Return pairs, three a paragraph; the first is boilerplate, every tenth a term."""
    pairs = [make_pair("Teilen", kind=Kind.BOILERPLATE, block=0)]
    for number in range(1, count):
        block = (number - 1) // 3 + 1
        if number % 10 == 0:
            terms = (make_term(SOURCE, TARGET, "Chips", "chips"),)
            pairs.append(make_pair(SOURCE, TARGET, block=block, terms=terms))
        else:
            texts = (f"Satz {number} steht da.", f"Sentence {number} stands there.")
            pairs.append(make_pair(*texts, block=block))
    return pairs


class SmallApp(App[None]):
    """Shows pairs and keeps what the view tells."""

    CSS_PATH = STYLES

    def __init__(
        self,
        pairs: Sequence[Pair],
        position: int = 0,
        find_links: FindLinks = link_words,
    ) -> None:
        super().__init__()
        self.shown, self.start, self.find_links = pairs, position, find_links
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield PairsView(self.find_links)

    def on_mount(self) -> None:
        self.view.show(self.shown, self.start)
        self.view.focus()

    @property
    def view(self) -> PairsView:
        return self.query_one(PairsView)

    def on_pairs_view_moved(self, message: PairsView.Moved) -> None:
        self.told.append(message)

    def on_pairs_view_word_moved(self, message: PairsView.WordMoved) -> None:
        self.told.append(message)

    def on_pairs_view_activated(self, message: PairsView.Activated) -> None:
        self.told.append(message)


def lines(view: PairsView) -> list[str]:
    """Return what the screen shows, line by line."""
    return [view.render_line(y).text for y in range(view.size.height)]


def line_with(view: PairsView, text: str) -> tuple[int, str]:
    """Return the first line that has `text`, and its number on the screen."""
    return next((y, line) for y, line in enumerate(lines(view)) if text in line)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def styles_of(view: PairsView, y: int, word: str) -> list[Style]:
    """Return the styles of the runs of a line that begin with `word`."""
    return [
        segment.style or Style()
        for segment in view.render_line(y)
        if segment.text.strip() and word in segment.text
    ]
