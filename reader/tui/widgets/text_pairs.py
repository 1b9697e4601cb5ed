"""The pairs of the reading screen, with the keys that move in them.

The moves themselves are `reader.tui.widgets.pairs_view`'s; the keys that do something
with a pair are the reading screen's.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from reader.tui.keys import MOVING, bind
from reader.tui.widgets.pairs_view import PairsView


class TextPairs(PairsView, inherit_bindings=False):
    """Moves by sentence, paragraph, page, word and term."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("down,j", "move_sentence(1)", "Next sentence", MOVING),
        bind("up,k", "move_sentence(-1)", "Previous sentence", MOVING),
        bind(
            "right_curly_bracket,ctrl+down",
            "move_paragraph(1)",
            "Next paragraph",
            MOVING,
        ),
        bind(
            "left_curly_bracket,ctrl+up",
            "move_paragraph(-1)",
            "Previous paragraph",
            MOVING,
        ),
        bind("pagedown,ctrl+f", "move_page(1)", "Next page", MOVING),
        bind("pageup,ctrl+b", "move_page(-1)", "Previous page", MOVING),
        bind("home", "move_end(-1)", "Beginning", MOVING),
        bind("end", "move_end(1)", "End", MOVING),
        bind("right,l", "move_word(1)", "Next word", MOVING),
        bind("left,h", "move_word(-1)", "Previous word", MOVING),
        bind("shift+right", "extend_words(1)", "Select a word more", MOVING),
        bind("shift+left", "extend_words(-1)", "Select a word less", MOVING),
        bind("o", "switch_side", "To the word of the other language", MOVING),
        bind("tab,right_square_bracket", "move_term(1)", "Next term", MOVING),
        bind("shift+tab,left_square_bracket", "move_term(-1)", "Previous term", MOVING),
    ]
