"""The columns of the library: what each says of a text, and what it sorts by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.core.controls import strip_controls
from reader.core.texts import Text

TITLE = "title"


@dataclass(frozen=True, slots=True)
class LibraryColumn:
    """One column: what it is called, shows and sorts by."""

    name: str
    label: str
    width: int
    """Cells, one of them for the arrow behind the label; 0 is what is left."""
    show: Callable[[Text], str]
    rank: Callable[[Text], Any]
    from_top: bool = False
    """Whether the highest stands first."""
    is_number: bool = False
    """Whether it stands at the right."""


def show_title(text: Text) -> str:
    """Return the title, or the file's name and how the text begins."""
    opening = "" if text.front.title else text.front.opening
    return strip_controls(f"{text.name}  {opening}" if opening else text.name)


def show_state(text: Text) -> str:
    """Return how far a text is read, as in "new", "43 %", "read"."""
    if text.is_read:
        return "read"
    if text.last_read is None:
        return "new"
    return f"{text.progress:.0%}".replace("%", " %")


def show_sentences(text: Text) -> str:
    """Return how many sentences a text has, "–" where they were not counted."""
    return "–" if text.sentences is None else str(text.sentences)


def show_translated(text: Text) -> str:
    """Return how much of a text has English, as in "100 %"."""
    if not text.sentences:
        return "–"
    # Rounded down: 100 % means all of it.
    return f"{100 * text.translated // text.sentences} %"


def show_date(text: Text) -> str:
    """Return when a text was last read."""
    return f"{text.last_read.astimezone():%Y-%m-%d}" if text.last_read else "–"


def _rank_state(text: Text) -> tuple[bool, bool, float]:
    return text.is_read, text.last_read is not None, text.progress


def _rank_translated(text: Text) -> float:
    return text.translated / text.sentences if text.sentences else 0.0


def _rank_date(text: Text) -> tuple[bool, datetime]:
    return text.last_read is not None, text.last_read or text.added


COLUMNS = (
    LibraryColumn(TITLE, "Title", 0, show_title, lambda text: text.name.casefold()),
    LibraryColumn("read", "Read", 5, show_state, _rank_state),
    LibraryColumn(
        "sentences",
        "Sentences",
        10,
        show_sentences,
        lambda text: text.sentences or 0,
        from_top=True,
        is_number=True,
    ),
    LibraryColumn(
        "english",
        "English",
        8,
        show_translated,
        _rank_translated,
        from_top=True,
        is_number=True,
    ),
    LibraryColumn(
        "flags",
        "Flags",
        6,
        lambda text: str(text.flags or ""),
        lambda text: text.flags,
        from_top=True,
        is_number=True,
    ),
    LibraryColumn("last-read", "Last read", 10, show_date, _rank_date, from_top=True),
)
"""From left to right, and in the order in which a key sorts by them."""
