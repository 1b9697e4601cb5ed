"""Putting right what is read: edits, terms, and taking them back."""

from __future__ import annotations

from asyncio import ensure_future, wrap_future
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from reader.core.glossary.terms import Term
from reader.core.pairs import Pair
from reader.errors import ReaderError
from reader.service.desk import Urgency
from reader.service.filling import OpenText
from reader.service.fixing import (
    Change,
    Fixed,
    edit_sentence,
    propose,
    reset_sentence,
)
from reader.service.pipeline import Service
from reader.service.term_fixing import (
    TermCheck,
    TermFix,
    add_term,
    check_term,
    draft_term,
    undo_term,
)
from reader.tui.arranging.words import WordPlace
from reader.tui.keys import FIXING, bind
from reader.tui.screens.changes_dialog import ChangesDialog
from reader.tui.screens.changing import ChangingScreen
from reader.tui.screens.edit_dialog import EditDialog
from reader.tui.screens.term_dialog import TermDialog


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be undone."""

    name: str
    undo: Callable[[Service], Fixed]
    terms: tuple[Term | None, ...] = ()
    """Entries that other texts obey, too."""


class FixingScreen(ChangingScreen):
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
        changes = await self.change(
            lambda s: _edit_or_reset(s, text, index, new or None)
        )
        if changes:
            former = pair.target if pair.edited else None
            self.deeds.append(
                Deed("the edit", lambda s: _edit_or_reset(s, text, index, former))
            )
            others = len(changes) - 1
            more = f" and {others} other{'s' * (others > 1)}" if others else ""
            self.notify(f"Saved for this sentence{more}; u undoes it.", timeout=3)

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
        fix = await self.ask(lambda s: add_term(s, text, term))
        if fix is None:
            return
        undo = Deed(
            f"the term {fix.term.source}",
            lambda s: undo_term(s, text, fix),
            (fix.term, fix.replaced),
        )
        changes = await self.change(lambda _: fix.fixed)
        if changes is None:
            await self._undo(undo)
        else:
            self.deeds.append(undo)
            await self._show_fix(fix, changes)

    async def _show_fix(self, fix: TermFix, changes: Sequence[Change]) -> None:
        """Show what a term changed, here and in the other texts."""
        self.read_entries()
        self.spread(fix.term, fix.replaced)
        count = len(changes)
        title = (
            f"{fix.term.source} → {fix.term.target}: "
            f"{count} sentence{'s' * (count != 1)} changed"
        )
        chosen = await self.app.push_screen_wait(ChangesDialog(title, changes))
        if isinstance(chosen, int):
            self.view.move_to(chosen)
        elif chosen is not None:
            self.action_undo()

    @work(exclusive=True, group="undo", exit_on_error=False)
    async def action_undo(self) -> None:
        """Take the last edit or term back."""
        if not self.deeds:
            self.notify("There is nothing to undo.", timeout=2)
            return
        await self._undo(self.deeds.pop())

    async def _undo(self, deed: Deed) -> None:
        if await self.change(deed.undo) is None:
            self.deeds.append(deed)
            return
        self.read_entries()
        self.spread(*deed.terms)
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
) -> Fixed:
    if target is None:
        return reset_sentence(service, text, index)
    return edit_sentence(service, text, index, target)
