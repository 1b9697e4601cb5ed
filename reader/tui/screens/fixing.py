"""Putting right what is read: edits, terms, and taking them back."""

from __future__ import annotations

import os
from asyncio import ensure_future, wrap_future
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from reader.core.glossary.terms import Term
from reader.core.pairs import Pair
from reader.errors import ReaderError
from reader.service.desk import Urgency
from reader.service.filling import OpenText
from reader.service.fixing import Change, edit_sentence, propose, reset_sentence
from reader.service.pipeline import Service
from reader.service.term_fixing import (
    TermCheck,
    TermFix,
    add_term,
    check_term,
    draft_term,
    spread_term,
    undo_term,
)
from reader.tui.arranging.words import WordPlace
from reader.tui.keys import FIXING, bind
from reader.tui.screens.changes_dialog import ChangesDialog
from reader.tui.screens.edit_dialog import EditDialog
from reader.tui.screens.term_dialog import TermDialog
from reader.tui.screens.text_screen import TextScreen


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be undone."""

    name: str
    undo: Callable[[Service], list[Change]]


class FixingScreen(TextScreen):
    """A text whose English a person may put right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("e", "edit", "Edit the English of the sentence", FIXING, "Edit"),
        bind("t", "term", "Make a term of the selected words", FIXING, "Term"),
        bind("u", "undo", "Undo the last edit or term", FIXING),
    ]
    deeds: list[Deed]

    def on_mount(self) -> None:
        """Begin with nothing to undo."""
        self.deeds = []

    @work(exclusive=True, group="fix", exit_on_error=False)
    async def action_edit(self) -> None:
        """Let a person write the English of the sentence."""
        text, pair, index = self.text, self.view.current_pair, self.view.position
        if text is None or pair is None:
            return
        proposals = ensure_future(self._propose(text, index))
        new = await self.app.push_screen_wait(EditDialog(pair, proposals))
        if new is None:
            proposals.cancel()
            return
        changes = await self._change(text, index, new or None)
        if changes:
            self.show_changes(changes)
            former = pair.target if pair.edited else None
            self.deeds.append(
                Deed("the edit", lambda s: _edit_or_reset(s, text, index, former))
            )
            others = len(changes) - 1
            more = f" and {others} other{'s' * (others > 1)}" if others else ""
            self.notify(f"Saved for this sentence{more}; u undoes it.", timeout=3)

    async def _change(
        self, text: OpenText, index: int, new: str | None
    ) -> list[Change] | None:
        urgency = Urgency.NOW if new else Urgency.ENGINE
        return await self.ask(lambda s: _edit_or_reset(s, text, index, new), urgency)

    async def _propose(self, text: OpenText, index: int) -> Sequence[str] | str:
        """Return what the engine offers, or why it cannot."""
        try:
            return await wrap_future(
                self.desk.ask(lambda s: propose(s, text, index), Urgency.ENGINE)
            )
        except ReaderError as error:
            return f"The engine offers nothing: {error}"

    @work(exclusive=True, group="fix", exit_on_error=False)
    async def action_term(self) -> None:
        """Make a term of the selected words, and have it obeyed at once."""
        text, pair, words = self.text, self.view.current_pair, self._find_words()
        if text is None or pair is None:
            return
        if words is None:
            self.notify("Select words first: ← → and shift+→, or the mouse.")
            return
        draft = await self.ask(lambda s: self._draft(s, pair, words))
        if draft is None:
            return
        term = await self.app.push_screen_wait(TermDialog(draft, self._check_term))
        if term is None:
            return
        self.notify(f"{term.source} → {term.target} …", timeout=2, markup=False)
        fix = await self.ask(lambda s: add_term(s, text, term), Urgency.ENGINE)
        if fix is not None:
            await self._show_fix(text, fix)

    async def _show_fix(self, text: OpenText, fix: TermFix) -> None:
        """Show what a term changed, here and in the other texts."""
        self.show_changes(fix.changes)
        self.read_entries()
        self.deeds.append(
            Deed(f"the term {fix.term.source}", lambda s: undo_term(s, text, fix))
        )
        self.spread(fix.term)
        count = len(fix.changes)
        title = (
            f"{fix.term.source} → {fix.term.target}: "
            f"{count} sentence{'s' * (count != 1)} changed"
        )
        chosen = await self.app.push_screen_wait(ChangesDialog(title, fix.changes))
        if isinstance(chosen, int):
            self.view.move_to(chosen)
        elif chosen is not None:
            self.action_undo()

    @work(group="spread", exit_on_error=False)
    async def spread(self, term: Term) -> None:
        """Have the term obeyed in the library's other texts, too."""
        texts = [t for t in self.library.texts() if t.translated]
        here = Path(os.path.abspath(self.path))
        total = 0
        for other in texts:
            if other.path != here and other.path.exists():
                future = self.desk.ask(
                    lambda s, path=other.path: spread_term(s, path, term),  # type: ignore[misc] # mypy cannot infer the default's type
                    Urgency.SPARE,
                )
                total += await wrap_future(future)
        if total:
            self.notify(
                f"{term.source}: {total} sentence{'s' * (total != 1)} in other texts "
                "translated anew",
                markup=False,
            )

    @work(exclusive=True, group="undo", exit_on_error=False)
    async def action_undo(self) -> None:
        """Take the last edit or term back."""
        if not self.deeds:
            self.notify("There is nothing to undo.", timeout=2)
            return
        deed = self.deeds.pop()
        changes = await self.ask(deed.undo, Urgency.ENGINE)
        if changes is None:
            self.deeds.append(deed)
            return
        self.show_changes(changes)
        self.read_entries()
        self.notify(f"Undone: {deed.name}", timeout=3, markup=False)

    def _draft(self, service: Service, pair: Pair, words: tuple[int, int]) -> Term:
        """Return the entry that the glossary has for the words, or a new one."""
        draft = draft_term(service, pair, *words, self.linker.find_links(pair))
        known = check_term(service, draft).known if draft.targets else None
        return known.term if known is not None else draft

    async def _check_term(self, term: Term) -> TermCheck:
        return await wrap_future(self.desk.ask(lambda s: check_term(s, term)))

    def _find_words(self) -> tuple[int, int] | None:
        """Return the selected words of the German, or those that English ones say."""
        word: WordPlace | None = self.view.word
        if word is None:
            return None
        if word.side == "source":
            return word.span
        linked = self.view.linked_words
        return (linked[0][0], linked[-1][1]) if linked else None


def _edit_or_reset(
    service: Service, text: OpenText, index: int, target: str | None
) -> list[Change]:
    if target is None:
        return reset_sentence(service, text, index)
    return edit_sentence(service, text, index, target)
