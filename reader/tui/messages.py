"""Messages that cross the borders of widgets and threads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from reader.core.interfaces import PatternSearch
from reader.service.filling import Failed, Filled


@dataclass
class DeskReported(Message):
    """The desk's thread has something to say about the open text."""

    event: Filled | Failed


@dataclass
class StoppedAhead(Message):
    """No text is translated ahead any more."""

    error: Exception


@dataclass
class Noted(Message):
    """The service told something in words."""

    text: str


@dataclass
class Advanced(Message):
    """Slow work goes on, as the getting ready of the built-in engine."""

    label: str
    done: int
    total: int | None
    """None where the end cannot be known."""


@dataclass
class Finished(Message):
    """The work with this label is over."""

    label: str


@dataclass
class TextChosen(Message):
    """A text is to be opened."""

    path: Path
    index: int | None
    """The pair to begin at; None is where the reader was last."""
    search: PatternSearch | None = None
    """What led there, to be marked."""
