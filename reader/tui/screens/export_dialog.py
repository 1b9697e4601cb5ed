"""The dialog that writes the text that is read to a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, Select

from reader.formats.writers import LAYOUTS, SUFFIXES
from reader.tui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class Export:
    """Where to write a text, and how."""

    path: Path
    to: str
    """A format of `reader translate --to`."""
    layout: str


class ExportDialog(ModalScreen[Export | None]):
    """Returns what to write; an existing file must be confirmed by a second Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Write"),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(self, path: Path, missing: int) -> None:
        """Take the text's path, and how many of its sentences have no English yet."""
        super().__init__()
        self._path = path
        self._missing = missing
        self._confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        """Ask for format, layout and file."""
        with Vertical(classes="dialog"):
            yield Label("Write this text to a file", classes="dialog-title")
            with Horizontal(classes="fields"):
                yield Field("Format", _make_select("format", SUFFIXES, "html"))
                yield Field("Layout", _make_select("layout", LAYOUTS, LAYOUTS[0]))
            yield Field("File", Input(self._suggest("html"), id="file", compact=True))
            yield Label(self._tell_missing(), id="told", markup=False, classes="hint")
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin with the format."""
        self.query_one("#format").focus()

    def on_select_changed(self, event: Select.Changed) -> None:
        """Give the file the suffix of its format."""
        if event.select.id == "format":
            file = self.query_one("#file", Input)
            if Path(file.value).name.startswith(self._path.name):
                folder = Path(file.value).parent
                file.value = str(folder / Path(self._suggest(self._format)).name)

    def on_input_submitted(self) -> None:
        """Write."""
        self.action_save()

    def action_save(self) -> None:
        """Return what to write, unless that would overwrite a file unasked."""
        path = Path(self.query_one("#file", Input).value.strip()).expanduser()
        told = self.query_one("#told", Label)
        if path.exists() and path.resolve() == self._path.resolve():
            told.update("That is the text itself: choose another file.")
        elif path.is_dir():
            told.update("That is a folder: name a file in it.")
        elif path.exists() and path != self._confirmed:
            self._confirmed = path
            told.update("The file exists: once more to overwrite it.")
        else:
            layout = self.query_one("#layout", Select).value
            self.dismiss(Export(path, self._format, str(layout)))

    @property
    def _format(self) -> str:
        return str(self.query_one("#format", Select).value)

    def _suggest(self, to: str) -> str:
        return str(self._path.with_name(f"{self._path.name}.{SUFFIXES[to]}"))

    def _tell_missing(self) -> str:
        if not self._missing:
            return ""
        return f"{self._missing} sentences have no English yet."


def _make_select(name: str, values: Iterable[str], value: str) -> Select[str]:
    options = [(one, one) for one in values]
    return Select(options, value=value, allow_blank=False, id=name, compact=True)
