"""Words looked up: the glossary, the dictionaries, and the words to learn."""

from __future__ import annotations

from asyncio import wrap_future
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, TypeVar

from textual import work
from textual.binding import BindingType

from reader.core.glossary.layers import LayeredTerm
from reader.core.glossary.terms import Term, Usage
from reader.core.pairs import Pair
from reader.core.term_places import FindPlaces, index_terms
from reader.service.glossary_editing import remove_entry, save_entry
from reader.service.pipeline import Service
from reader.service.term_fixing import check_term, obey_terms
from reader.tui.keys import FIXING, READING, bind
from reader.tui.screens.changing import ChangingScreen
from reader.tui.screens.dictionary import DictionaryScreen
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.vocabulary import VocabularyScreen

Result = TypeVar("Result")


class WordsScreen(ChangingScreen):
    """A text whose words may be looked up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("d", "look_up", "Look up the word in the dictionaries", READING),
        bind("V", "vocabulary", "The words to learn", READING),
        bind("G", "glossary", "The glossary, and where its terms stand", FIXING),
    ]
    places: FindPlaces | None = None
    """Where the glossary's terms stand; None when that must be found anew."""

    def update_pairs(self, changed: Mapping[int, Pair]) -> None:
        """Show new English."""
        self.places = None
        super().update_pairs(changed)

    @work(exclusive=True, group="words", exit_on_error=False)
    async def action_glossary(self) -> None:
        """Show the glossary, and go to the sentence that was chosen there."""
        if self.text is None:
            return
        screen = GlossaryScreen(
            load=partial(self.have, lambda s: s.glossary.effective),
            save=self._save_entry,
            remove=self._remove_entry,
            check=lambda term: self.have(lambda s: check_term(s, term)),
            lint=partial(self.have, lambda s: s.lint_glossary()),
            hits=self._find_places,
        )
        index = await self.app.push_screen_wait(screen)
        self.read_entries()
        if index is not None:
            self.view.move_to(index)

    @work(exclusive=True, group="words", exit_on_error=False)
    async def action_look_up(self) -> None:
        """Look up the word under the cursor."""
        view, pair = self.view, self.view.current_pair
        sentence = pair.sentence.source if pair is not None else ""
        start, end = view.word.span if view.word is not None else (0, 0)
        if view.word is not None and view.word.side == "target":
            # The dictionaries are asked for German.
            start, end = next(iter(view.linked_words), (0, 0))
        await self.app.push_screen_wait(
            DictionaryScreen(
                sentence[start:end],
                lambda asked: self.have(
                    lambda s: s.bookshelf.look_up(asked, sentence, start)
                ),
                lambda entry: self.have(lambda s: s.vocabulary.add(entry)),
                pair,
            )
        )

    @work(exclusive=True, group="words", exit_on_error=False)
    async def action_vocabulary(self) -> None:
        """Show the words to learn."""
        await self.app.push_screen_wait(
            VocabularyScreen(
                lambda: self.have(lambda s: s.vocabulary.read()),
                lambda entry: self.have(lambda s: s.vocabulary.remove_entry(entry)),
                lambda path: self.have(lambda s: s.vocabulary.export(path)),
            )
        )

    async def have(self, task: Callable[[Service], Result]) -> Result:
        """Return what comes of `task` at the desk; its error is whoever asked's."""
        return await wrap_future(self.desk.ask(task))

    async def _save_entry(self, old: LayeredTerm | None, new: Term) -> None:
        await self.have(lambda service: save_entry(service, old, new))
        self.obey(new, *([old.term] if old else []))

    async def _remove_entry(self, entry: LayeredTerm) -> None:
        await self.have(lambda service: remove_entry(service, entry))
        self.obey(entry.term)

    def _find_places(self, term: Term) -> Sequence[tuple[int, str]]:
        if self.places is None:
            self.places = index_terms(self.view.pairs)
        return self.places(term)

    @work(group="obey", exit_on_error=False)
    async def obey(self, *terms: Term) -> None:
        """Have the texts obey entries that were changed."""
        text = self.text
        wanted = [term for term in terms if term.usage is not Usage.OFF]
        if text is None:
            return
        changes = await self.change(lambda service: obey_terms(service, text, *wanted))
        self.spread(*wanted)
        if changes:
            count = len(changes)
            self.notify(f"{count} sentence{'s' * (count != 1)} translated anew")
