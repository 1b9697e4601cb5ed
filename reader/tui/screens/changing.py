"""Changing English: at once what the memory knows, the rest when the engine has time.

Owns what a change of the glossary does to this text and to the library's others. What
is changed is the business of `fixing` and `words`.
"""

from __future__ import annotations

import os
from asyncio import wrap_future
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import work

from reader.core.glossary.terms import Term
from reader.service.desk import Urgency
from reader.service.fixing import Change, Fixed, retranslate
from reader.service.pipeline import Service
from reader.service.term_fixing import spread_terms
from reader.tui.asking import ask
from reader.tui.screens.text_screen import TextScreen


class ChangingScreen(TextScreen):
    """A text whose English may change."""

    async def change(self, task: Callable[[Service], Fixed]) -> list[Change] | None:
        """Show what comes of `task`, and return it; None where something failed."""
        text, fixed = self.text, await self.ask(task)
        if text is None or fixed is None:
            return None
        self.show_changes(fixed.changes)
        changes = list(fixed.changes)
        if fixed.waiting:
            more = await self.ask(
                lambda service: retranslate(service, text, fixed.waiting),
                Urgency.ENGINE,
            )
            if more is None:
                return None
            self.show_changes(more)
            changes += more
        return sorted(changes, key=lambda change: change.index)

    @work(group="spread", exit_on_error=False)
    async def spread(self, *terms: Term | None) -> None:
        """Have the library's other texts obey entries that were changed, too."""
        total = await ask(self.app, self._spread(terms))
        if total:
            named = ", ".join(dict.fromkeys(term.source for term in terms if term))
            self.notify(
                f"{named}: {total} sentence{'s' * (total != 1)} in other texts "
                "brought up to date",
                markup=False,
            )

    async def _spread(self, terms: Sequence[Term | None]) -> int:
        """Return how many sentences of other texts were changed."""
        here = Path(os.path.abspath(self.path))
        total = 0

        def count(changes: tuple[Change, ...]) -> None:
            nonlocal total
            total += len(changes)

        for text in self.library.texts():
            if text.translated and text.path != here and text.path.exists():
                walk = self.desk.walk(
                    lambda s, path=text.path: spread_terms(s, path, *terms),  # type: ignore[misc] # mypy cannot infer the default's type
                    count,
                    Urgency.SPARE,
                )
                await wrap_future(walk)
        return total
