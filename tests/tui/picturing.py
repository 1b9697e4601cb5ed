"""Screens as text: what stands in each cell, and below it in which style.

A picture differs when anything on a screen does, and a person can read what. Owns the
files in `snapshots`; which screens they show is `test_snapshots`'s job.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from functools import lru_cache
from pathlib import Path
from string import ascii_letters, digits, punctuation

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, TextArea

FOLDER = Path(__file__).with_name("snapshots")
_LETTERS = "." + ascii_letters + digits + punctuation.replace(".", "")
"""Which stand for styles, in the order in which these are met."""
_ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse")
_HIDDEN = "░"
_UPDATE = "pytest tests/tui/test_snapshots.py --update-snapshots"
_STILL = 8
"""So many equal drawings one after another, and a screen is done."""


async def compare(pilot: Pilot[None], name: str, hidden: str, update: bool) -> None:
    """Fail if the screen is not as its picture says; draw that anew for `update`.

    `hidden` selects widgets that say what differs from machine to machine.
    """
    pilot.app.clear_notifications()
    for widget in pilot.app.screen.query("Input, TextArea"):
        assert isinstance(widget, Input | TextArea)
        widget.cursor_blink = False
    path = FOLDER / f"{name}.txt"
    if update:
        path.parent.mkdir(exist_ok=True)
        seen = await _wait_until_still(pilot, hidden)
        path.write_text(seen, encoding="utf-8", newline="\n")
        return
    known = path.read_text(encoding="utf-8") if path.exists() else ""
    seen = await _wait_until_still(pilot, hidden, known)
    if seen != known:
        lines = (known.splitlines(), seen.splitlines())
        told = "\n".join(
            unified_diff(*lines, path.name, "the screen", n=0, lineterm="")
        )
        pytest.fail(f"{told}\nIf it should look so: {_UPDATE}", pytrace=False)


def draw(pilot: Pilot[None], hidden: str = "") -> str:
    """Return the screen as lines of text, then of styles, then what these are."""
    screen = pilot.app.screen
    covered = [widget.region for widget in screen.query(hidden)] if hidden else []
    letters: dict[str, str] = {}
    texts, looks = [], []
    for y, strip in enumerate(screen._compositor.render_strips()):
        line, marks = [], []
        for x, (char, style) in enumerate(_find_cells(strip)):
            is_hidden = any(region.contains(x, y) for region in covered)
            line.append(_HIDDEN if is_hidden else char)
            said = _describe(style)
            marks.append(letters.setdefault(said, _LETTERS[len(letters)]))
        texts.append("".join(line).rstrip())
        looks.append("".join(marks))
    legend = [f"{letter} {said}" for said, letter in letters.items()]
    return "\n".join([*texts, "", *looks, "", *legend, ""])


def _find_cells(strip: Strip) -> Iterator[tuple[str, Style]]:
    """Yield what stands in each cell; the second one of a wide character is empty."""
    for text, style, _ in strip:
        for char in text:
            yield char, style or Style()
            yield from [("", style or Style())] * (cell_len(char) - 1)


@lru_cache
def _describe(style: Style) -> str:
    """Return a style without what is not seen, as in "bold #ffffff on #000000"."""
    attributes = [name for name in _ATTRIBUTES if getattr(style, name)]
    color, ground = (
        "default" if color is None else color.name
        for color in (style.color, style.bgcolor)
    )
    return " ".join([*attributes, color, "on", ground])


async def _wait_until_still(pilot: Pilot[None], hidden: str, wanted: str = "") -> str:
    """Return the drawing of a screen that does not change any more, or is as wanted."""
    before, same = draw(pilot, hidden), 0
    while before != wanted and same < _STILL:
        await pilot.pause(0.1)
        now = draw(pilot, hidden)
        same = same + 1 if now == before else 0
        before = now
    return before
