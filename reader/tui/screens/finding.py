"""Finding a place: by words, by number, by what is flagged."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import astuple, dataclass
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import BindingType
from textual.message import Message

from reader.core.interfaces import PatternSearch
from reader.core.pairs import Pair
from reader.errors import SettingsError
from reader.service.searching import (
    MOST_FOUND,
    Found,
    FoundElsewhere,
    Query,
    compile_query,
    search_pairs,
    search_texts,
)
from reader.tui.arranging.marks import SearchMatch
from reader.tui.asking import telling_errors
from reader.tui.keys import FINDING, bind
from reader.tui.messages import TextChosen
from reader.tui.screens.input_dialog import LineDialog
from reader.tui.screens.list_dialog import ListDialog
from reader.tui.screens.search_dialog import SearchDialog
from reader.tui.screens.text_screen import TextScreen
from reader.tui.widgets.pairs_view import WordPlace
from reader.tui.widgets.status_panel import clean

_NO_QUERY = Query("")


class _Listed:
    """What was found in all texts so far, in a dialog."""

    def __init__(self, query: Query) -> None:
        self.found: list[FoundElsewhere] = []
        self._query = query
        self.dialog = ListDialog(f"“{query.text}” …", (), "Searching …")

    def add(self, found: Sequence[FoundElsewhere]) -> None:
        self.found += found
        entries = [_describe(one) for one in found]
        self.dialog.add(f"{self._count()} …", entries, "Searching …")

    def end(self, empty: str) -> None:
        self.dialog.add(self._count(), empty=empty)

    def _count(self) -> str:
        count = len(self.found)
        more = "the first " if count == MOST_FOUND else ""
        return f"“{self._query.text}”: {more}{count} sentence{'s' * (count != 1)}"


@dataclass
class FoundMore(Message):
    """Something was found in one more text."""

    listed: _Listed
    found: Sequence[FoundElsewhere]


@dataclass
class SearchEnded(Message):
    """All texts were searched, or the search failed."""

    listed: _Listed
    walk: Future[None]


class FindingScreen(TextScreen):
    """A text in which something may be looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("slash", "search", "Search in both languages", FINDING, "Search"),
        bind("n", "next_match(1)", "Next match", FINDING),
        bind("N", "next_match(-1)", "Previous match", FINDING),
        bind("escape", "clear_search", "Clear the search", FINDING),
        bind("g", "jump", "Jump to a paragraph by its number", FINDING),
        bind("f", "next_flag(1)", "Next flagged sentence", FINDING),
        bind("F", "next_flag(-1)", "Previous flagged sentence", FINDING),
    ]
    query_before: Query = _NO_QUERY
    search: PatternSearch | None = None
    found: list[Found]
    match: Found | None = None

    def on_mount(self) -> None:
        """Begin with nothing found."""
        self.found = []

    @work(exclusive=True, group="search", exit_on_error=False)
    async def action_search(self) -> None:
        """Ask for words, and go to where they are next."""
        query = await self.app.push_screen_wait(SearchDialog(self.query_before))
        if query is None or self.text is None:
            return
        self.query_before = query
        if not query.text:
            self.action_clear_search()
            return
        try:
            search = compile_query(query)
        except SettingsError as error:
            self.notify(f"{error}: {error.hint}", severity="warning", markup=False)
            return
        if query.in_library:
            with telling_errors(self):
                await self._search_library(query, search)
        else:
            self.look_for(search)

    def look_for(self, search: PatternSearch) -> None:
        """Mark every place that `search` finds, and go to the next one."""
        try:
            self.found = search_pairs(self.view.pairs, search)
        except TimeoutError:
            self.notify("The expression takes too long.", severity="warning")
            return
        self.search = search
        if not self.found:
            self.action_clear_search()
            self.notify("Nothing was found.", timeout=3)
            return
        at = bisect_left(self.found, self.view.position, key=lambda one: one.index)
        self._go_to_match(at)

    async def _search_library(self, query: Query, search: PatternSearch) -> None:
        """List what is found in all texts as it is found, and open the chosen one."""
        paths = [text.path for text in self.library.texts()]
        listed = _Listed(query)
        walk = self.desk.walk(
            lambda service: search_texts(service, paths, search),
            lambda found: self.post_message(FoundMore(listed, found)),
        )
        walk.add_done_callback(
            lambda done: self.post_message(SearchEnded(listed, done))
        )
        chosen = await self.app.push_screen_wait(listed.dialog)
        walk.cancel()
        if chosen is not None:
            one = listed.found[chosen]
            self.post_message(TextChosen(one.path, one.place.index, search))

    def on_found_more(self, message: FoundMore) -> None:
        """List what was found in one more text."""
        message.listed.add(message.found)

    def on_search_ended(self, message: SearchEnded) -> None:
        """Say how much there is, or why the search ended."""
        walk, listed = message.walk, message.listed
        error = None if walk.cancelled() else walk.exception()
        if isinstance(error, TimeoutError):
            listed.end("The expression takes too long.")
        elif error is not None:
            listed.end(str(error))
        else:
            listed.end("Nothing was found in any text.")

    def update_pairs(self, changed: Mapping[int, Pair]) -> None:
        """Show new English, and what it has of the words looked for."""
        super().update_pairs(changed)
        if self.search is None or not self.found:
            return
        self.found = [one for one in self.found if one.index not in changed]
        pairs = self.view.pairs
        for index in changed:
            for one in search_pairs([pairs[index]], self.search):
                place = Found(index, one.side, one.start, one.end)
                insort(self.found, place, key=_order)
        if self.match not in self.found:
            self.match = None
        self._show_matches()
        self.tell()

    def describe(self) -> list[Text]:
        """Say which match it is, too, unless words are asked about."""
        lines, match = super().describe(), self.match
        if match is None or match.index != self.view.position or self.view.word:
            return lines
        number = f"match {self.found.index(match) + 1} of {len(self.found)}"
        if match.side == "source" and self.view.arrangement == "english":
            number += " (in the German)"
        return [Text.assemble((number, "bold"), " · ", lines[0]), *lines[1:]]

    def action_next_match(self, by: int) -> None:
        """Go to the next match, or to the one before; from the end to the beginning."""
        if not self.found:
            self.notify("Nothing is looked for: press / first.", timeout=2)
        elif self.match is not None and self.match.index == self.view.position:
            self._go_to_match(self.found.index(self.match) + by)
        else:
            position = self.view.position
            at = bisect_left(self.found, position, key=lambda one: one.index)
            self._go_to_match(at if by > 0 else at - 1)

    def action_clear_search(self) -> None:
        """Forget what was looked for; take the word cursor away."""
        self.search, self.found, self.match = None, [], None
        self.view.set_search([])
        self.view.leave_words()
        self.tell()

    @work(exclusive=True, group="jump", exit_on_error=False)
    async def action_jump(self) -> None:
        """Ask for the number of a paragraph and go there."""
        firsts = self._find_paragraphs()
        question = f"Paragraph, 1 to {len(firsts)}:"
        line = await self.app.push_screen_wait(LineDialog(question))
        if not line or not firsts:
            return
        if line.strip().isdecimal():
            number = min(max(int(line), 1), len(firsts))
            self.view.move_to(firsts[number - 1])
        else:
            self.notify("That is no number.", severity="warning", timeout=3)

    def action_next_flag(self, by: int) -> None:
        """Go to the next sentence with a flag, or to the one before."""
        pairs, position = self.view.pairs, self.view.position
        behind = range(position + 1, len(pairs))
        before = range(position - 1, -1, -1)
        flagged = (n for n in (behind if by > 0 else before) if pairs[n].flags)
        index = next(flagged, None)
        if index is None:
            self.notify("No flagged sentence there.", timeout=2)
        else:
            self.view.move_to(index)

    def _find_paragraphs(self) -> list[int]:
        """Return the first pair of each block that is shown."""
        firsts: dict[int, int] = {}
        for index, pair in enumerate(self.view.pairs):
            if pair.sentence.kind != "boilerplate":
                firsts.setdefault(pair.sentence.block, index)
        return list(firsts.values())

    def _go_to_match(self, at: int) -> None:
        self.match = match = self.found[at % len(self.found)]
        self.view.move_to(match.index)
        self.view.uncover(match.side)
        self._show_matches()
        self.view.show_words(WordPlace(*astuple(match)))
        self.tell()

    def _show_matches(self) -> None:
        current = None if self.match is None else self.found.index(self.match)
        self.view.set_search(
            [SearchMatch(f.index, f.side, f.start, f.end) for f in self.found], current
        )


def _order(found: Found) -> tuple[int, str, int]:
    # "source" stands before "target" in the alphabet, too.
    return found.index, found.side, found.start


def _describe(found: FoundElsewhere) -> Text:
    """Return a place as two or three lines: title, German, English."""
    pair = found.pair
    lines = [
        Text(clean(found.title), "dim"),
        Text(clean(pair.sentence.source)),
        *([Text(clean(pair.target), "italic")] if pair.target else []),
    ]
    line = lines[1 if found.place.side == "source" else 2]
    line.stylize("reverse", found.place.start, found.place.end)
    return Text("\n").join(lines)
