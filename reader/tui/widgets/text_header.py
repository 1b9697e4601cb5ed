"""The line above a text: its title, and how far its translation is."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from reader.core.controls import strip_controls


class TextHeader(Widget):
    """One line: the title on the left, the translation's progress on the right."""

    title: reactive[str] = reactive("")
    progress: reactive[str] = reactive("opening …")
    is_paused: reactive[bool] = reactive(False)
    work: reactive[str] = reactive("")

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def tell(self, done: int, total: int, rate: float) -> None:
        """Show how many of the text's sentences are done."""
        if done >= total:
            self.progress = f"{total} sentences"
        else:
            speed = f" · {rate:.1f}/s" if rate else ""
            self.progress = f"{done}/{total}{speed}"

    def tell_work(self, label: str, done: int, total: int | None) -> None:
        """Show other slow work; "" for none."""
        part = f" {100 * done // total} %" if total else ""
        self.work = f"{label}{part}"

    def render(self) -> Text:
        """Return the line."""
        state = self.work or self.progress
        if not self.work and "/" in self.progress:
            state = f"{'paused' if self.is_paused else 'translating'} {self.progress}"
        width = max(self.size.width - len(state) - 3, 1)
        title = Text(strip_controls(self.title, keep=""), "bold")
        title.truncate(width, overflow="ellipsis", pad=True)
        return Text.assemble(" ", title, " ", (state, "dim"), " ")
