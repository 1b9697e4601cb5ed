"""Keeping something of a text: bookmarks, notes, the clipboard, a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import BindingType

from reader.core.documents import Kind
from reader.core.pairs import Pair
from reader.service import Service
from reader.tui.asking import telling_errors
from reader.tui.keys import KEEPING, bind
from reader.tui.screens.copy_dialog import CopyDialog
from reader.tui.screens.export_dialog import ExportDialog
from reader.tui.screens.list_dialog import ListDialog
from reader.tui.screens.note_dialog import NoteDialog
from reader.tui.screens.text_screen import TextScreen
from reader.tui.widgets.status_panel import clean


class KeepingScreen(TextScreen):
    """A text of which something may be kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("b", "bookmark", "Set or remove a bookmark", KEEPING),
        bind("B", "bookmarks", "List bookmarks and notes", KEEPING),
        bind("m", "note", "Write a note on the sentence", KEEPING),
        bind("y", "copy", "Copy pair, sentence, term or words", KEEPING),
        bind("x", "export", "Export to a file", KEEPING, "Export"),
    ]

    def action_bookmark(self) -> None:
        """Set a bookmark at the sentence, or take it away."""
        if self.text is None or self.view.current_pair is None:
            return
        with telling_errors(self):
            is_set = self.library.toggle_bookmark(
                self.path, self.view.position, self.text.sentences
            )
            self.show_marks()
            self.notify("Bookmark set" if is_set else "Bookmark removed", timeout=2)

    @work(exclusive=True, group="bookmarks", exit_on_error=False)
    async def action_bookmarks(self) -> None:
        """List bookmarks and notes, and go to one."""
        if self.text is None:
            return
        with telling_errors(self):
            marked = self.library.bookmarked(self.path, self.text.sentences)
            await self._list_places(sorted(marked | set(self.notes)))

    async def _list_places(self, places: Sequence[int]) -> None:
        pairs = self.view.pairs
        chosen = await self.app.push_screen_wait(
            ListDialog(
                "Bookmarks and notes",
                [_describe(pairs[n], self.notes.get(n, "")) for n in places],
                "None yet: b sets a bookmark, m writes a note.",
            )
        )
        if chosen is not None:
            self.view.move_to(places[chosen])

    @work(exclusive=True, group="note", exit_on_error=False)
    async def action_note(self) -> None:
        """Let a person write a note on the sentence."""
        text, pair, index = self.text, self.view.current_pair, self.view.position
        if text is None or pair is None:
            return
        dialog = NoteDialog(clean(pair.sentence.source), self.notes.get(index, ""))
        note = await self.app.push_screen_wait(dialog)
        if note is not None:
            with telling_errors(self):
                self.library.write_note(self.path, index, text.sentences, note)
                self.show_marks()

    @work(exclusive=True, group="copy", exit_on_error=False)
    async def action_copy(self) -> None:
        """Ask what to copy, and put it into the terminal's clipboard (OSC 52)."""
        pair = self.view.current_pair
        if pair is None:
            return
        offered = _gather(pair, self.view.selected_text)
        use = self.view.selected_term
        if use is not None:
            offered["t"] = f"{use.source}\t{use.target}"
        chosen = await self.app.push_screen_wait(CopyDialog("".join(offered)))
        if chosen is not None:
            self.app.copy_to_clipboard(offered[chosen])
            self.notify("Copied", timeout=2)

    @work(exclusive=True, group="export", exit_on_error=False)
    async def action_export(self) -> None:
        """Write the text to a file, in any format of `reader translate`."""
        text = self.text
        if text is None:
            return
        missing = sum(
            pair.target is None and pair.sentence.kind is not Kind.BOILERPLATE
            for pair in text.pairs
        )
        export = await self.app.push_screen_wait(ExportDialog(self.path, missing))
        if export is None:
            return
        pairs = list(text.pairs)

        def write(service: Service) -> bool:
            service.write_pairs(pairs, export.path, export.to, export.layout)
            return True

        if await self.ask(write):
            self.notify(f"Written: {export.path}", markup=False)


def _gather(pair: Pair, words: str) -> dict[str, str]:
    """Return what may be copied of a pair, by the letter of the dialog."""
    source = pair.sentence.source
    offered = {"p": f"{source}\n{pair.target or ''}", "g": source}
    if pair.target:
        offered["e"] = pair.target
    if words:
        offered["w"] = words
    return offered


def _describe(pair: Pair, note: str) -> Text:
    lines = [Text(clean(pair.sentence.source))]
    lines += [Text(f"  {clean(line)}", "italic") for line in note.splitlines()]
    return Text("\n").join(lines)
