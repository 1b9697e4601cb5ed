"""The reading screen: every key that does something with a text.

Moving is the business of `reader.tui.widgets.text_pairs`, and what each part of the
screen's work is, that of the classes that this one is made of.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from reader.tui.arranging.frames import ARRANGEMENTS, Arrangement
from reader.tui.keys import READING, bind
from reader.tui.screens.text_screen import TextScreen

_TOLD: dict[Arrangement, str] = {
    "auto": "Side by side where there is room, else one above the other",
    "german": "German alone; space shows the English of a sentence",
    "english": "English alone",
    "interleaved": "One above the other",
}


class ReadingScreen(TextScreen):
    """Reads a text, sentence by sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space,enter", "reveal", "Show or hide the English", READING),
        bind("v", "arrange", "Change the layout", READING, "Layout"),
        bind("p", "pause", "Pause or resume the translation", READING, "Pause"),
    ]

    def action_reveal(self) -> None:
        """Show or hide the English of the sentence."""
        self.view.reveal()

    def action_arrange(self) -> None:
        """Take the next layout."""
        at = ARRANGEMENTS.index(self.view.arrangement)
        self.view.arrangement = ARRANGEMENTS[(at + 1) % len(ARRANGEMENTS)]
        self.notify(_TOLD[self.view.arrangement], timeout=3)
