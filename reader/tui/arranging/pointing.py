"""What stands under the mouse: the pair, the language, and the word.

The inverse of `reader.tui.widgets.pair_drawing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes

from reader.core.pairs import Pair
from reader.tui.arranging.page import Page
from reader.tui.arranging.passages import show_side
from reader.tui.arranging.rows import Piece
from reader.tui.arranging.words import WordPlace, nearest_word, text_of, word_at


def find_pair(page: Page, pairs: Sequence[Pair], x: int, y: int) -> int | None:
    """Return the index of the pair nearest to a cell of the page."""
    if not len(page) or not 0 <= y < page.height:
        return None
    piece = _find_piece(page, pairs, x, y)
    return page.pair_at(y) if piece is None else piece.index


def find_word(page: Page, pairs: Sequence[Pair], x: int, y: int) -> WordPlace | None:
    """Return the word at a cell of the page, None beside the words."""
    if not len(page) or not 0 <= y < page.height:
        return None
    piece = _find_piece(page, pairs, x, y)
    if piece is None or not 0 <= x - piece.x < cell_len(_text_of(piece, pairs)):
        return None
    pair = pairs[piece.index]
    word = word_at(text_of(pair, piece.side), _offset_at(piece, pairs, x))
    return WordPlace(piece.index, piece.side, *word) if word else None


def find_nearest_word(
    page: Page, pairs: Sequence[Pair], x: int, y: int, beside: WordPlace
) -> WordPlace:
    """Return the word nearest to a cell in the sentence that `beside` is of."""
    text = text_of(pairs[beside.index], beside.side)
    pieces = {
        line: piece
        for line in range(*page.extent_of(beside.index))
        for piece in page.line_at(line).pieces
        if (piece.index, piece.side) == (beside.index, beside.side)
    }
    if not pieces or y < min(pieces):
        offset = 0
    elif y > max(pieces):
        offset = len(text)
    else:
        offset = _offset_at(pieces[y], pairs, x)
    word = nearest_word(text, offset) or beside.span
    return WordPlace(beside.index, beside.side, *word)


def _find_piece(page: Page, pairs: Sequence[Pair], x: int, y: int) -> Piece | None:
    """Return the piece of a line that is nearest to a cell, None where there is none.

    A column whose text has ended belongs to its pair, and to no language.
    """
    return min(
        page.line_at(y).pieces,
        key=lambda piece: _distance(piece, pairs, x),
        default=None,
    )


def _distance(piece: Piece, pairs: Sequence[Pair], x: int) -> int:
    last = piece.x + cell_len(_text_of(piece, pairs)) - 1
    return max(piece.x - x, x - last, 0)


def _offset_at(piece: Piece, pairs: Sequence[Pair], x: int) -> int:
    """Return the offset in the pair's text of the character nearest to a cell."""
    shown = show_side(pairs[piece.index], piece.side)
    start, end = piece.span
    behind = piece.x
    for first, _, cells in split_graphemes(shown.text[start:end])[0]:
        behind += cells
        if x < behind:
            return shown.to_real(start + first)
    return shown.to_real(end)


def _text_of(piece: Piece, pairs: Sequence[Pair]) -> str:
    return show_side(pairs[piece.index], piece.side).text[slice(*piece.span)]
