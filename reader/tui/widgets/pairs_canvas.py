"""The long page of pairs, drawn line by line.

Owns what is shown and where the page is scrolled to. Keys, mouse and the moves of the
reader are `reader.tui.widgets.pairs_view`'s job.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.core.alignment.links import WordLink
from reader.core.pairs import Pair
from reader.tui.arranging.frames import Arrangement, Frame, Side, make_frame
from reader.tui.arranging.marks import (
    Mark,
    SearchMatch,
    mark_matches,
    mark_spans,
    mark_terms,
)
from reader.tui.arranging.page import Page
from reader.tui.arranging.words import FindLinks, WordPlace, find_halves, find_linked
from reader.tui.widgets.pair_drawing import DrawnText, Look, PairDrawer
from reader.tui.widgets.pair_styles import COMPONENTS, PREFIX

_KEPT_LINES = 1_000
"""Lines that are kept as they were drawn, several screens of them."""
_CONTEXT = 6
"""One line in so many of the screen stays between the current pair and its edges."""

_MANY = 2_000
"""From so many pairs on, Python's search for garbage among them would be felt."""


def _no_links(_: Pair) -> Sequence[WordLink]:
    return ()


class PairsCanvas(ScrollView, can_focus=True):
    """Shows pairs, the current one marked, without any way to move yet."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    arrangement: reactive[Arrangement] = reactive[Arrangement]("auto", init=False)
    position: reactive[int] = reactive(0, init=False)
    """Index of the current pair."""
    word: reactive[WordPlace | None] = reactive[WordPlace | None](None, init=False)
    """The words under the cursor, always of the current pair."""

    def __init__(
        self,
        find_links: FindLinks = _no_links,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.find_links = find_links
        self._pairs: list[Pair] = []
        self._page = Page(())
        self._matches: dict[int, list[SearchMatch]] = {}
        self._match: SearchMatch | None = None
        self._bookmarks: frozenset[int] = frozenset()
        self._looks: dict[int, Look] = {}
        self._strips: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], Style] = {}
        self._is_steered = False

    @property
    def pairs(self) -> Sequence[Pair]:
        """What is shown, the pairs left out by the page included."""
        return self._pairs

    @property
    def current_pair(self) -> Pair | None:
        """The pair at `position`."""
        return self._pairs[self.position] if len(self._page) else None

    def show(self, pairs: Sequence[Pair], position: int = 0) -> None:
        """Show other pairs, the one at `position` (or the next shown) as current."""
        self._pairs = list(pairs)
        self._page = Page(self._pairs, self._frame() if self._width else None)
        self._matches, self._match = {}, None
        self._bookmarks = frozenset()
        self.word = None
        self._redraw(resized=True)
        with self._steering():
            self.set_reactive(PairsCanvas.position, -1)
            self.position = position
        self._scroll_to_line(0)
        self.show_current()
        if len(self._pairs) >= _MANY:
            _spare_pauses()

    def update_pairs(self, changed: Mapping[int, Pair]) -> None:
        """Put other pairs in their places; what is read stays where it is."""
        for index, pair in changed.items():
            self._pairs[index] = pair
        word = self.word
        if word is not None and word.side == "target" and word.index in changed:
            self.word = None
        with self._keeping_place():
            self._page.change(changed)

    def set_search(
        self, matches: Sequence[SearchMatch], current: int | None = None
    ) -> None:
        """Light up matches; `current` is the number of the one just jumped to."""
        self._matches = {}
        for match in matches:
            self._matches.setdefault(match.index, []).append(match)
        self._match = None if current is None else matches[current]
        self._redraw()

    def set_bookmarks(self, indexes: Iterable[int]) -> None:
        """Mark the pairs at `indexes`, and no others."""
        self._bookmarks = frozenset(indexes)
        self._redraw()

    def show_current(self) -> None:
        """Scroll as little as needed to have the current pair on the screen."""
        if not len(self._page) or not self._width:
            return
        top, bottom = self._page.extent_of(self.position)
        height = self.scrollable_content_region.height
        context = min(height // _CONTEXT, max(0, height - bottom + top) // 2)
        y = round(self.scroll_y)
        if top - context < y:
            self._scroll_to_line(top - context)
        elif bottom + context > y + height:
            self._scroll_to_line(min(top, bottom + context - height))

    def show_words(self, place: WordPlace) -> None:
        """Scroll to words of the current pair that is higher than the screen."""
        y, height = round(self.scroll_y), self.scrollable_content_region.height
        line = self._page.line_of(place.index, place.side, place.start)
        if not y <= line < y + height:
            self._scroll_to_line(line - height // 2)

    def validate_position(self, position: int) -> int:
        """Return the pair at `position`, or the nearest one that is shown."""
        if not len(self._page):
            return 0
        return self._page.shown[self._page.place_of(position)]

    def watch_position(self, old: int, new: int) -> None:
        """Mark the new pair, and bring it onto the screen."""
        self._redraw_pairs(old, new)
        if self.word is not None and self.word.index != new:
            self.word = None
        if not self._is_steered:
            self.show_current()

    def watch_word(self, old: WordPlace | None, new: WordPlace | None) -> None:
        """Mark the word and what it is linked to."""
        self._redraw_pairs(*(place.index for place in (old, new) if place))
        if new is not None and not self._is_steered:
            self.show_words(new)

    def watch_arrangement(self) -> None:
        """Lay the page out anew."""
        self._page.revealed.clear()
        hidden = {"german": "target", "english": "source"}.get(self.arrangement)
        if self.word is not None and self.word.side == hidden:
            self.word = None
        self._fit()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the current pair on the screen when the page moves under it."""
        super().watch_scroll_y(old_value, new_value)
        if self._is_steered or not len(self._page) or not self._width:
            return
        page, y = self._page, round(new_value)
        below = y + self.scrollable_content_region.height
        top, bottom = page.extent_of(self.position)
        if y < bottom and top < below:
            return
        is_above = bottom <= y
        place = page.place_of(page.pair_at(y if is_above else below - 1))
        top, bottom = page.extent_of(page.shown[place])
        # Rather one that begins on the screen, or else ends there.
        if is_above:
            place += top < y and place + 1 < len(page)
        else:
            place -= bottom > below and place > 0
        with self._steering():
            self.position = page.shown[place]

    def on_resize(self) -> None:
        """Lay the page out for the new width."""
        self._fit()
        self.show_current()

    def notify_style_update(self) -> None:
        """Forget how things looked."""
        super().notify_style_update()
        self._styles.clear()
        self._forget_drawn()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        y += self.scroll_offset.y
        if y >= self._page.height:
            return Strip.blank(self._width, self._find_style(()))
        strip = self._strips.get(y)
        if strip is None:
            if len(self._strips) >= _KEPT_LINES:
                self._forget_drawn()
            strip = self._strips[y] = self._draw(y)
        return strip

    def _draw(self, y: int) -> Strip:
        line = self._page.line_at(y)
        for piece in line.pieces:
            if piece.index not in self._looks:
                self._looks[piece.index] = self._find_look(piece.index)
        return PairDrawer(self._page.frame, self._find_style).draw(line, self._looks)

    def _find_look(self, index: int) -> Look:
        pair = self._pairs[index]
        return Look(
            is_current=index == self.position,
            is_bookmarked=index in self._bookmarks,
            source=DrawnText.make(pair, "source", self._mark(index, "source")),
            target=DrawnText.make(pair, "target", self._mark(index, "target")),
        )

    def _mark(self, index: int, side: Side) -> list[Mark]:
        """Return what is marked in one language of a pair, lowest layer first."""
        pair = self._pairs[index]
        marks = mark_terms(pair, side)
        marks += mark_matches(self._matches.get(index, ()), side, self._match)
        word = self.word
        if word is None or word.index != index:
            return marks
        if word.side == side:
            if side == "source":
                halves = find_halves(pair, word.span, self.find_links)
                marks += mark_spans(halves, "linked")
            return [*marks, Mark(word.start, word.end, "word")]
        linked = find_linked(pair, word.side, word.span, self.find_links)
        return marks + mark_spans(linked, "linked")

    def _find_style(self, names: tuple[str, ...]) -> Style:
        style = self._styles.get(names)
        if style is None:
            classes = [PREFIX + name for name in names]
            style = self.get_visual_style(*classes).rich_style
            # Textual's visual styles leave reversal out.
            if any(self.get_component_styles(c).text_style.reverse for c in classes):
                style += Style(reverse=True)
            self._styles[names] = style
        return style

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _frame(self) -> Frame:
        return make_frame(self.arrangement, self._width)

    def _fit(self) -> None:
        """Lay the page out for another width or arrangement."""
        frame = self._frame()
        if self._width and (frame != self._page.frame or not self._page.is_measured):
            with self._keeping_place():
                self._page.fit(frame)

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        """Keep the current pair, or else the topmost, at its place on the screen."""
        page, y = self._page, round(self.scroll_y)
        anchor, distance = self.position, 0
        is_anchored = bool(len(page)) and page.is_measured
        if is_anchored:
            top, bottom = page.extent_of(anchor)
            if bottom <= y or top >= y + self.scrollable_content_region.height:
                anchor = page.pair_at(y)
            distance = page.top_of(anchor) - y
        yield
        self._redraw(resized=True)
        if is_anchored:
            self._scroll_to_line(page.top_of(anchor) - distance)

    @contextmanager
    def _steering(self) -> Iterator[None]:
        """Let position and scrolling change without the one pulling the other."""
        before, self._is_steered = self._is_steered, True
        try:
            yield
        finally:
            self._is_steered = before

    def _scroll_to_line(self, y: int) -> None:
        with self._steering():
            self.scroll_to(y=max(0, y), animate=False, force=True)

    def _redraw(self, resized: bool = False) -> None:
        self._forget_drawn()
        if resized:
            with self._steering():
                self.virtual_size = Size(self._width, self._page.height)
        self.refresh()

    def _redraw_pairs(self, *indexes: int) -> None:
        if len(self._page) and self._page.is_measured:
            for index in indexes:
                self._looks.pop(index, None)
                for y in range(*self._page.extent_of(index)):
                    self._strips.pop(y, None)
        self.refresh()

    def _forget_drawn(self) -> None:
        self._looks.clear()
        self._strips.clear()


def _spare_pauses() -> None:
    """Take what lives now out of the search for garbage; keys would wait 80 ms for it.

    What an earlier text left is let go first.
    """
    gc.unfreeze()
    gc.freeze()
