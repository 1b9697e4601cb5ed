"""What a dialog asks for, beside its label."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Label


class Field(Horizontal):
    """A label and one widget; the stylesheet marks the one that has the keys."""

    def __init__(self, label: str, asked: Widget) -> None:
        super().__init__(Label(label, markup=False), asked)
