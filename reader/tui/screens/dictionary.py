"""What the dictionaries say about a word; an entry can be learnt with its sentence."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from reader.core.lookup import Answer, DictionaryEntry, Relation
from reader.core.pairs import Pair
from reader.core.vocabulary import VocabularyEntry
from reader.errors import DictionaryError
from reader.tui.asking import ask

HINT = "↑ ↓ entry   a learn it   / another word   Esc close"
_MOST_LINES = 30
"""Of an entry's text; some have hundreds of examples."""
_MOST_TRANSLATIONS = 3
_MARKS = re.compile(r"<[^<>]*>|\[[^\[\]]*\]")
"""Grammar and field of use, which stand beside the words that are looked for."""


class DictionaryScreen(ModalScreen[None]):
    """Looks up a word, and further ones that are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add to the vocabulary"),
        Binding("slash", "type", "Another word", key_display="/"),
        Binding("down,j", "move(1)", "Next entry", show=False),
        Binding("up,k", "move(-1)", "Previous entry", show=False),
        Binding("escape", "dismiss", "Close"),
    ]

    def __init__(
        self,
        word: str,
        look_up: Callable[[str], Awaitable[Answer]],
        add: Callable[[VocabularyEntry], Awaitable[bool]],
        pair: Pair | None = None,
    ) -> None:
        """Take the word, who answers, who keeps words, and the pair it stands in."""
        super().__init__()
        self._word = word
        self._look_up = look_up
        self._add = add
        self._pair = pair
        self._answer: Answer | None = None

    def compose(self) -> ComposeResult:
        """Put the entries below the word."""
        with Vertical(classes="dialog", id="dictionary"):
            yield Input(self._word, placeholder="German word", id="word", compact=True)
            yield Label("", id="answer", markup=False)
            yield OptionList(id="entries", markup=False)
            yield Label(HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Look up the word."""
        if self._word:
            self._entries.focus()
            self.look_up(self._word)
        else:
            self.action_type()

    @property
    def _entries(self) -> OptionList:
        return self.query_one("#entries", OptionList)

    @work(exclusive=True, group="look-up", exit_on_error=False)
    async def look_up(self, word: str) -> None:
        """Ask the dictionaries, and show what they say."""
        self._show(Answer(word), "…")
        try:
            answer = await self._look_up(word)
        except DictionaryError as error:
            # No reason for a dialog: the word can be learnt all the same.
            self._show(Answer(word), f"{error.message}\n{error.hint}")
            return
        # The border of the worker: nothing that goes wrong there ends the program.
        except Exception as error:
            self._show(Answer(word), f"{type(error).__name__}: {error}")
            return
        self._show(answer, describe_answer(answer))

    def _show(self, answer: Answer, said: str) -> None:
        self._answer = answer
        self.query_one("#answer", Label).update(said)
        entries = self._entries
        has_many = len({entry.dictionary for _, entry in answer.entries}) > 1
        entries.set_options(
            Option(draw_entry(entry, has_many)) for _, entry in answer.entries
        )
        if answer.entries:
            entries.highlighted = 0

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Look up what was typed."""
        word = event.value.strip()
        if word:
            self._entries.focus()
            self.look_up(word)

    def action_type(self) -> None:
        """Type another word."""
        self.query_one("#word", Input).focus()

    def action_move(self, by: int) -> None:
        """Move to another entry."""
        self._entries.focus()
        if by > 0:
            self._entries.action_cursor_down()
        else:
            self._entries.action_cursor_up()

    @work(exclusive=True, group="add", exit_on_error=False)
    async def action_add(self) -> None:
        """Learn the entry under the cursor; without any, the word alone."""
        if self._answer is None or not self._answer.word:
            return
        place = self._entries.highlighted
        chosen = None if place is None else self._answer.entries[place]
        entry = make_vocabulary_entry(self._answer, chosen, self._pair)
        is_new = await ask(self.app, self._add(entry))
        if is_new is not None:
            said = "added to the vocabulary" if is_new else "changed in the vocabulary"
            self.notify(f"{entry.card}: {said}", markup=False)


def describe_answer(answer: Answer) -> str:
    """Return what a word is, in one line."""
    if answer.parts:
        named = f"{answer.article} {answer.word}".strip()
        return f"{named} = {' + '.join(answer.parts)}"
    if not answer.findings:
        return f"“{answer.word}” is in no dictionary; a learns it all the same"
    if answer.lemma and answer.lemma != answer.word:
        return f"{answer.word}: a form of {answer.lemma}"
    return answer.word


def draw_entry(entry: DictionaryEntry, with_title: bool = False) -> Content:
    """Return an entry as it is shown: its word, its grammar, and what it says.

    The dictionary's own title is shown where several have answered.
    """
    grammar = ", ".join(
        part
        for part in (
            entry.article,
            f"plural {entry.plural}" if entry.plural else "",
            entry.pos,
            entry.dictionary if with_title else "",
        )
        if part
    )
    lines = entry.text.split("\n")[1:]
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], "…"]
    body = "\n".join(line.expandtabs(4) for line in lines)
    said = Content(body.rstrip()).highlight_regex(_MARKS, style="dim")
    return Content.assemble(
        (entry.headword, "bold"),
        (f"  {grammar}" if grammar else "", "dim"),
        *("\n", said) if body.strip() else "",
        "\n",
    )


def make_vocabulary_entry(
    answer: Answer, chosen: tuple[Relation, DictionaryEntry] | None, pair: Pair | None
) -> VocabularyEntry:
    """Return what is kept of a word: the entry chosen, and the pair it stands in.

    Of a compound's part the part is learnt; it stands in the same sentence.
    """
    source = pair.sentence.source if pair else ""
    target = (pair.target or "") if pair else ""
    document = pair.sentence.document if pair else ""
    if chosen is None:
        return VocabularyEntry(
            answer.word, answer.lemma, source=source, target=target, document=document
        )
    relation, entry = chosen
    return VocabularyEntry(
        word=entry.headword if relation is Relation.PART else answer.word,
        lemma=entry.headword,
        article=entry.article,
        plural=entry.plural,
        translation=", ".join(entry.translations[:_MOST_TRANSLATIONS]),
        source=source,
        target=target,
        document=document,
    )
