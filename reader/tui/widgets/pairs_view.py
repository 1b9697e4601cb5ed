"""The heart of the reader: German and English side by side, sentence by sentence.

Owns every move: of the current pair, of the word cursor, by key and by mouse. What is
seen of the long page is `reader.tui.widgets.pairs_canvas`'s job.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from reader.core.glossary.hits import Span
from reader.core.pairs import Pair, TermUse
from reader.tui.arranging.frames import Arrangement, Side
from reader.tui.arranging.marks import SearchMatch
from reader.tui.arranging.pointing import find_nearest_word, find_pair, find_word
from reader.tui.arranging.words import (
    FindLinks,
    WordPlace,
    find_halves,
    find_linked,
    next_term,
    next_word,
    resize_words,
    term_at,
    text_of,
)
from reader.tui.keys import MOVING, bind
from reader.tui.widgets.pairs_canvas import PairsCanvas

__all__ = ["Arrangement", "FindLinks", "PairsView", "SearchMatch", "Side", "WordPlace"]

_FindNext = Callable[[Pair, Side, Span | None, int], Span | None]


class PairsView(PairsCanvas):
    """Shows pairs; the current one is marked, and moves with keys and mouse."""

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
    _held: WordPlace | None = None
    """The word on which the mouse was pressed."""
    _is_dragged = False
    """Whether the mouse has moved to another word since."""

    @dataclass
    class Moved(Message):
        """Another pair is the current one."""

        position: int

    @dataclass
    class WordMoved(Message):
        """Other words are under the cursor."""

        index: int
        side: Side
        start: int
        end: int

    @dataclass
    class Activated(Message):
        """Somebody wants to look closer at a pair."""

        index: int

    @property
    def selected_text(self) -> str:
        """The words under the cursor, "" without any."""
        pair, word = self.current_pair, self.word
        if pair is None or word is None:
            return ""
        return text_of(pair, word.side)[word.start : word.end]

    @property
    def selected_term(self) -> TermUse | None:
        """The glossary term under the word cursor."""
        pair, word = self.current_pair, self.word
        return term_at(pair, word.side, word.span) if pair and word else None

    @property
    def linked_words(self) -> list[Span]:
        """What the words under the cursor are linked to in the other language."""
        pair, word = self.current_pair, self.word
        if pair is None or word is None:
            return []
        return find_linked(pair, word.side, word.span, self.find_links)

    @property
    def selected_link(self) -> tuple[str, str]:
        """The words under the cursor and what they are linked to, as one reads them.

        Both halves of a German verb are there: "stellte … vor" and "presented".
        """
        pair, word = self.current_pair, self.word
        if pair is None or word is None:
            return "", ""
        own = [word.span]
        if word.side == "source":
            own = sorted([word.span, *find_halves(pair, word.span, self.find_links)])
        other: Side = "target" if word.side == "source" else "source"
        return (
            _quote(text_of(pair, word.side), own),
            _quote(text_of(pair, other), self.linked_words),
        )

    def move_to(self, index: int) -> None:
        """Make another pair the current one."""
        self.position = index

    def move_sentence(self, count: int) -> None:
        """Move by sentences; one higher than the screen is scrolled through first."""
        if len(self._page) and not (abs(count) == 1 and self._scroll_inside(count)):
            self._go_to(self._place + count)

    def move_paragraph(self, step: int) -> None:
        """Move to the beginning of the next, this, or the previous paragraph."""
        if not len(self._page):
            return
        place, page = self._place + step, self._page
        while 0 < place < len(page) and not page.starts_block(place):
            place += step
        self._go_to(place)

    def move_page(self, step: int) -> None:
        """Move by as much as is seen, two lines of it kept."""
        if not len(self._page):
            return
        page, place = self._page, self._place
        lines = step * max(1, self.scrollable_content_region.height - 2)
        y = round(self.scroll_y)
        line = max(page.top_of(self.position), y) + lines
        goal = page.place_of(page.pair_at(max(0, line)))
        if goal == place:
            if not self._scroll_inside(step):
                self._go_to(goal + step)
            return
        self._scroll_to_line(y + lines)
        # What is read of a long sentence is where the page now begins.
        with self._steering():
            self.move_to(page.shown[goal])

    def move_end(self, step: int) -> None:
        """Move to the first pair (-1) or the last one (1)."""
        self._go_to(len(self._page) - 1 if step > 0 else 0)

    def move_word(self, step: int) -> None:
        """Move the word cursor; from the end of a sentence into the next one."""
        self._move_cursor(next_word, step)

    def move_term(self, step: int) -> None:
        """Move the word cursor to the next glossary term, however far away."""
        self._move_cursor(next_term, step)

    def extend_words(self, step: int) -> None:
        """Take one word more under the cursor, or one less."""
        pair, word = self.current_pair, self.word
        if pair is None or word is None:
            self.move_word(1)
        else:
            self.put_cursor(resize_words(pair, word, step))

    def switch_side(self) -> None:
        """Move the word cursor to what its words are linked to."""
        linked, word = self.linked_words, self.word
        if word and linked and self.arrangement != "english":
            side: Side = "target" if word.side == "source" else "source"
            self.uncover(side)
            self.put_cursor(WordPlace(word.index, side, *linked[0]))

    def leave_words(self) -> None:
        """Take the word cursor away."""
        self.word = None

    def put_cursor(self, place: WordPlace) -> None:
        """Put the word cursor on words of any pair."""
        self.move_to(place.index)
        if place != self.word:
            self.word = place
            self.post_message(self.WordMoved(**asdict(place)))

    def reveal(self) -> None:
        """Show or hide the English of the current pair where only German is shown."""
        if not len(self._page) or self.arrangement != "german":
            return
        self._page.revealed ^= {self.position}
        if self.word is not None and self.word.side == "target":
            self.word = None
        with self._keeping_place():
            self._page.change([self.position])
        self.show_current()

    def uncover(self, side: Side) -> None:
        """Show one language of the current pair where it is hidden."""
        if side == "target" and self.position not in self._page.revealed:
            self.reveal()

    def watch_position(self, old: int, new: int) -> None:
        """Tell everybody that another pair is the current one."""
        super().watch_position(old, new)
        if len(self._page):
            self.post_message(self.Moved(new))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the word under the mouse."""
        self._is_dragged = False
        if event.button == 1 and event.get_content_offset(self) is not None:
            cell = self._find_cell(event)
            self._held = find_word(self._page, self._pairs, *cell)
            if self._held is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Take every word between the one that is held and the mouse."""
        if self._held is None:
            return
        place = find_nearest_word(
            self._page, self._pairs, *self._find_cell(event), self._held
        )
        if place != self._held or self._is_dragged:
            self._is_dragged = True
            # The text stands still as long as it is pointed at.
            with self._steering():
                self._stretch_cursor(self._held, place)

    def on_mouse_up(self) -> None:
        """Let go of the words."""
        if self._held is not None:
            self._held = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Make the pair under the mouse the current one, with the word there."""
        if self._is_dragged or event.get_content_offset(self) is None:
            return
        cell = self._find_cell(event)
        index = find_pair(self._page, self._pairs, *cell)
        if index is None:
            return
        place = find_word(self._page, self._pairs, *cell)
        if place and event.shift and self.word and self.word.index == index:
            self._stretch_cursor(self.word, place)
        elif place:
            self.put_cursor(place)
        else:
            self.leave_words()
            self.move_to(index)
        if event.chain == 2:
            self.post_message(self.Activated(index))

    def _find_cell(self, event: events.MouseEvent) -> tuple[int, int]:
        """Return the cell of the page that is under the mouse."""
        offset = event.get_content_offset_capture(self)
        return offset.x, offset.y + self.scroll_offset.y

    def _stretch_cursor(self, old: WordPlace, new: WordPlace) -> None:
        """Take everything between two words of one language under the cursor."""
        if old.side == new.side:
            span = min(old.start, new.start), max(old.end, new.end)
            self.put_cursor(WordPlace(old.index, old.side, *span))

    @property
    def _place(self) -> int:
        return self._page.place_of(self.position)

    def _go_to(self, place: int) -> None:
        if len(self._page):
            place = max(0, min(place, len(self._page) - 1))
            self.move_to(self._page.shown[place])
            self.show_current()

    def _scroll_inside(self, step: int) -> bool:
        """Scroll on in a pair that is higher than the screen; tell whether it was."""
        y = round(self.scroll_y)
        top, bottom = self._page.extent_of(self.position)
        height = self.scrollable_content_region.height
        if bottom - top <= height:
            return False
        goal = (
            min(y + height - 2, bottom - height) if step > 0 else max(top, y - height)
        )
        if goal == y or (goal > y) != (step > 0):
            return False
        self._scroll_to_line(goal)
        return True

    def _move_cursor(self, find_next: _FindNext, step: int) -> None:
        """Put the word cursor on the next place, in this pair or a further one."""
        if not len(self._page):
            return
        word, place = self.word, self._place
        side: Side = "target" if self.arrangement == "english" else "source"
        if word is not None:
            side = word.side
        span = word.span if word else None
        while 0 <= place < len(self._page):
            index = self._page.shown[place]
            found = find_next(self._pairs[index], side, span, step)
            if found:
                return self.put_cursor(WordPlace(index, side, *found))
            place, span = place + step, None

    action_move_sentence = move_sentence
    action_move_paragraph = move_paragraph
    action_move_page = move_page
    action_move_end = move_end
    action_move_word = move_word
    action_extend_words = extend_words
    action_move_term = move_term
    action_switch_side = switch_side


def _quote(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(text[start:end] for start, end in spans)
