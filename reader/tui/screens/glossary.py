"""The glossary screen: every entry in force, its problems, and where it stands.

Returns the number of the pair to jump to, or None. Reading and changing the glossary
is left to the callables that it is given.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Input, Label, OptionList
from textual.widgets.option_list import Option

from reader.core.controls import strip_controls
from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.problems import Problem
from reader.core.glossary.terms import Term
from reader.core.term_places import FindPlaces
from reader.tui.asking import ask
from reader.tui.screens.question import QuestionScreen
from reader.tui.screens.term_dialog import CheckTerm, TermDialog
from reader.tui.widgets.field import Field
from reader.tui.widgets.glossary_table import GlossaryTable

NO_PLACES = "It is not in this text."


class GlossaryScreen(Screen[int | None]):
    """Browses the glossary; changes, removes and adds entries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,f", "filter", "Filter", key_display="/"),
        Binding("s", "sort", "Sort"),
        Binding("a", "add", "Add"),
        Binding("e", "edit", "Edit"),
        Binding("d,delete", "remove", "Remove"),
        Binding("p", "problems", "Problems"),
        Binding("tab", "other_list", "Places", show=False, priority=True),
        Binding("escape", "leave", "Back"),
        Binding("down,j", "move(1)", "Next", show=False),
        Binding("up,k", "move(-1)", "Previous", show=False),
    ]

    def __init__(
        self,
        load: Callable[[], Awaitable[Sequence[LayeredTerm]]],
        save: Callable[[LayeredTerm | None, Term], Awaitable[None]],
        remove: Callable[[LayeredTerm], Awaitable[None]],
        check: CheckTerm,
        lint: Callable[[], Awaitable[Sequence[Problem]]],
        hits: FindPlaces,
    ) -> None:
        """Take who reads the entries, changes one, says what is wrong, finds places.

        `save` takes the entry to replace (None for a new one) and the new one.
        """
        super().__init__()
        self._load = load
        self._save = save
        self._remove = remove
        self._check = check
        self._lint = lint
        self._hits = hits
        self._entries: list[LayeredTerm] = []
        self._empty = "…"
        """What is said when there are none, or none yet."""
        self._problems: Sequence[Problem] | None = None
        """What lint found; None while places are shown."""

    def compose(self) -> ComposeResult:
        """Put the entries above what is known of the one under the cursor."""
        yield Label(
            "Glossary", id="glossary-title", markup=False, classes="screen-title"
        )
        yield Field("Filter", Input(placeholder="words", id="filter", compact=True))
        yield GlossaryTable(self._hits, id="terms")
        yield Label("", id="about", markup=False)
        yield OptionList(id="places", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show the entries."""
        self.table.focus()
        self.reload()

    @property
    def table(self) -> GlossaryTable:
        """The entries that the filter lets through."""
        return self.query_one(GlossaryTable)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#places", OptionList)

    @work(exclusive=True, group="load", exit_on_error=False)
    async def reload(self, key: tuple[str, bool] | None = None) -> None:
        """Read the entries again, and go to the one with `key`."""
        self._entries = list(await ask(self.app, self._load()) or ())
        self._empty = "The glossary is empty."
        self._show()
        if key is not None:
            self.table.go_to(lambda entry: entry.term.key == key)
        self._tell_current()

    def _show(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        shown = [entry for entry in self._entries if _has_words(entry, words)]
        self.table.show(shown)
        count = f"{len(self._entries)} entries"
        if words:
            count = f"{len(shown)} of {count}"
        if left := len(shown) - self.table.row_count:
            count += f", {left} not shown"
        self.query_one("#glossary-title", Label).update(
            f"Glossary   {count}   by {self.table.order}"
        )
        self._tell_current()

    def _tell_current(self) -> None:
        """Say what the entry under the cursor has, and where it stands."""
        entry = self.table.current
        if entry is None:
            said = "No entry fits: Esc" if self._entries else self._empty
        else:
            said = _describe(entry)
        self.query_one("#about", Label).update(strip_controls(said, keep="\n"))
        if self._problems is None:
            self._offer([text for _, text in self._places] or [NO_PLACES])

    @property
    def _places(self) -> Sequence[tuple[int, str]]:
        entry = self.table.current
        return () if entry is None else self._hits(entry.term)

    def _offer(self, lines: Sequence[str]) -> None:
        self._list.set_options(Option(strip_controls(line, "")) for line in lines)
        self._list.highlighted = 0

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Follow the cursor."""
        self._tell_current()

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Go to the places of the entry that Enter or a click chose."""
        self._list.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the entries that are left."""
        self.table.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Jump to the sentence, or to the entry that has the problem."""
        if self._problems is None:
            if self._places:
                self.dismiss(self._places[event.option_index][0])
        elif self._problems:
            problem = self._problems[event.option_index]
            self.query_one("#filter", Input).value = ""
            self._show()
            place = (problem.path, problem.line)
            self.table.go_to(lambda entry: (entry.path, entry.line) == place)
            self.table.focus()

    def action_filter(self) -> None:
        """Type words that the entries must have."""
        self.query_one("#filter", Input).focus()

    def action_sort(self) -> None:
        """Sort by the next order: as in the files, by German, by places."""
        self.table.take_next_order()
        self._show()

    def action_other_list(self) -> None:
        """Go to the places of the entry, or back to the entries."""
        (self._list if self.table.has_focus else self.table).focus()

    def action_move(self, by: int) -> None:
        """Move in the list that has the keys; from the filter, in the entries."""
        if not self._list.has_focus:
            self.table.move_cursor(row=self.table.cursor_row + by)
        elif by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_leave(self) -> None:
        """Go back, one step at a time: list, filter, screen."""
        line = self.query_one("#filter", Input)
        if self._problems is not None:
            self._show_problems(None)
        elif line.value or not self.table.has_focus:
            line.value = ""
            self.table.focus()
        else:
            self.dismiss(None)

    @work(exclusive=True, group="problems", exit_on_error=False)
    async def action_problems(self) -> None:
        """Show what is wrong in the glossary, or the places again."""
        if self._problems is not None:
            self._show_problems(None)
            return
        found = await ask(self.app, self._lint())
        if found is not None:
            self._show_problems(found)

    def _show_problems(self, problems: Sequence[Problem] | None) -> None:
        self._problems = problems
        if problems is None:
            self.table.focus()
            self._tell_current()
            return
        self._offer([_tell_problem(p) for p in problems] or ["Nothing is wrong."])
        self._list.focus()

    @work(exclusive=True, group="change", exit_on_error=False)
    async def action_add(self) -> None:
        """Write a new entry into the user's glossary."""
        await self._change(None)

    @work(exclusive=True, group="change", exit_on_error=False)
    async def action_edit(self) -> None:
        """Change the entry under the cursor."""
        if self.table.current is not None:
            await self._change(self.table.current)

    async def _change(self, old: LayeredTerm | None) -> None:
        changed = old.term if old else None
        draft = changed or Term("", ())
        while True:
            dialog = TermDialog(draft, self._check, changed)
            term = await self.app.push_screen_wait(dialog)
            if term is None or term == changed:
                return
            if await ask(self.app, self._save_entry(old or self._own(term), term)):
                break
            # It could not be written: what was typed is not lost.
            draft = term
        self.reload(term.key)

    def _own(self, term: Term) -> LayeredTerm | None:
        """Return the user's entry that a new one takes the place of."""
        own = (entry for entry in self._entries if entry.layer is Layer.USER)
        return next((entry for entry in own if entry.term.key == term.key), None)

    async def _save_entry(self, old: LayeredTerm | None, term: Term) -> bool:
        await self._save(old, term)
        return True

    @work(exclusive=True, group="change", exit_on_error=False)
    async def action_remove(self) -> None:
        """Remove the entry under the cursor, after a question."""
        entry = self.table.current
        if entry is None:
            return
        is_shipped = entry.layer is Layer.SHIPPED
        question = QuestionScreen(
            strip_controls(f"Remove “{entry.term.source}” from the glossary?", keep=""),
            "Your own glossary will switch off this entry of the program."
            if is_shipped
            else strip_controls(f"It is taken out of {entry.path}."),
            yes="Remove",
        )
        if await self.app.push_screen_wait(question):
            await ask(self.app, self._remove(entry))
            self.reload()


def _has_words(entry: LayeredTerm, words: Sequence[str]) -> bool:
    term = entry.term
    parts = (
        term.source,
        *term.targets,
        term.domain,
        term.note,
        term.usage,
        entry.layer,
    )
    text = " ".join(parts).casefold()
    return all(word in text for word in words)


def _describe(entry: LayeredTerm) -> str:
    term = entry.term
    english = " | ".join(term.targets)
    about = ", ".join(filter(None, (term.pos, term.usage, term.domain)))
    lines = (f"{term.source} → {english}   ({about})", term.note)
    return "\n".join(filter(None, (*lines, f"{entry.path}:{entry.line}")))


def _tell_problem(problem: Problem) -> str:
    place = f"{problem.path.name}:{problem.line}" if problem.path else ""
    return f"{problem.severity}: {problem.message}   {place}"
