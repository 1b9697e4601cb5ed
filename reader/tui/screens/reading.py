"""The reading screen: a text, and every key that does something with it.

Moving is the business of `reader.tui.widgets.pairs_view`; each of the classes that
this one is made of owns a part of the other keys.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from reader.core.interfaces import PatternSearch
from reader.service.desk import Desk
from reader.service.library import Library
from reader.tui.arranging.frames import ARRANGEMENTS, NARROW, Arrangement
from reader.tui.keys import PROGRAM, READING, bind
from reader.tui.screens.details_dialog import DetailsDialog
from reader.tui.screens.finding import FindingScreen
from reader.tui.screens.fixing import FixingScreen
from reader.tui.screens.keeping import KeepingScreen
from reader.tui.screens.words import WordsScreen
from reader.tui.widgets.pairs_view import PairsView

_TOLD: dict[Arrangement, str] = {
    "auto": "Side by side where there is room, else one above the other",
    "german": "German alone; space shows the English of a sentence",
    "english": "English alone",
    "interleaved": "One above the other",
}


class ReadingScreen(FixingScreen, FindingScreen, KeepingScreen, WordsScreen):
    """Reads a text, sentence by sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space,enter", "reveal", "Show or hide the English", READING),
        bind("i", "explain", "Explain flags and terms of the sentence", READING),
        bind("v", "arrange", "Change the layout", READING, "Layout"),
        bind("p", "pause", "Pause or resume the translation", READING, "Pause"),
        bind("L", "library", "The library", PROGRAM, "Library"),
    ]

    def __init__(
        self,
        desk: Desk,
        library: Library,
        path: Path,
        index: int | None = None,
        search: PatternSearch | None = None,
    ) -> None:
        """Take the text, the pair to begin at, and what is to be marked there."""
        super().__init__(desk, library, path, index)
        self._first_search = search

    def action_reveal(self) -> None:
        """Show or hide the English; where it is always shown, explain the sentence."""
        if self.view.arrangement == "german":
            self.view.reveal()
        else:
            self.action_explain()

    def action_explain(self) -> None:
        """Say everything that is known of the sentence."""
        pair = self.view.current_pair
        if pair is not None:
            note = self.notes.get(self.view.position, "")
            self.app.push_screen(DetailsDialog(pair, note, self.find_entry))

    def action_arrange(self) -> None:
        """Take the next layout."""
        at = ARRANGEMENTS.index(self.view.arrangement) + 1
        following = [*ARRANGEMENTS[at:], *ARRANGEMENTS[:at]]
        if self.view.size.width < NARROW:
            # It would look the same as the first one.
            following.remove("interleaved")
        self.view.arrangement = following[0]
        self.notify(_TOLD[self.view.arrangement], timeout=3)

    def action_library(self) -> None:
        """Close the text."""
        self.leave()
        self.dismiss()

    def on_pairs_view_activated(self, message: PairsView.Activated) -> None:
        """Explain the pair that was clicked twice."""
        self.action_reveal()

    def text_is_shown(self) -> None:
        """Mark what led to this text."""
        if self._first_search is not None:
            self.look_for(self._first_search)
