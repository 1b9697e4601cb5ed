"""What stands under the mouse: the pair, the language, and the character.

The inverse of `reader.tui.widgets.pair_drawing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import split_graphemes

from reader.core.pairs import Pair
from reader.tui.arranging.frames import Side
from reader.tui.arranging.rows import Page, hang_of, indent_of, show_side
from reader.tui.arranging.words import WordPlace, text_of, word_at


def find_pair(page: Page, y: int) -> int | None:
    """Return the index of the pair at a line of the page."""
    if not len(page) or not 0 <= y < page.height:
        return None
    return page.shown[page.row_at(y)]


def find_word(page: Page, pairs: Sequence[Pair], x: int, y: int) -> WordPlace | None:
    """Return the word at a cell of the page, None beside the words."""
    index = find_pair(page, y)
    if index is None:
        return None
    row = page.row_at(y)
    number = y - page.text_top(row)
    lines = page.make_row(row).lines
    if not 0 <= number < len(lines):
        return None
    source, target = lines[number]
    side: Side = "source" if source else "target"
    if page.frame.mode == "side-by-side":
        side = "source" if x < page.frame.target.bar else "target"
    span = source if side == "source" else target
    pair = pairs[index]
    if span is None or (side == "target" and pair.target is None):
        return None
    shown = show_side(pair, side)
    cell = x - page.frame.column(side).x - indent_of(pair)
    cell -= 0 if span[0] == 0 else hang_of(pair)
    offset = _offset_at(shown.text[span[0] : span[1]], cell)
    if offset is None:
        return None
    word = word_at(text_of(pair, side), shown.to_real(span[0] + offset))
    return WordPlace(index, side, *word) if word else None


def _offset_at(line: str, cell: int) -> int | None:
    """Return the offset of the character that covers a cell of a line."""
    behind = 0
    for start, _, cells in split_graphemes(line)[0]:
        behind += cells
        if 0 <= cell < behind:
            return start
    return None
