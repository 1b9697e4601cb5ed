"""The dialog that writes a glossary entry: a new one, or one that is changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, Select

from reader.core.controls import strip_controls
from reader.core.documents import fold_blanks
from reader.core.glossary.terms import (
    PARTS_OF_SPEECH,
    Case,
    Match,
    Term,
    Usage,
    fill_targets,
    join_forms,
    source_key,
    split_forms,
)
from reader.service.term_fixing import TermCheck
from reader.tui.widgets.field import Field

CheckTerm = Callable[[Term], Awaitable[TermCheck]]
Choice = TypeVar("Choice", bound=StrEnum)

HINT = "German as in a dictionary; further English forms behind a |"
_SHOWN_PROBLEMS = 3
_USAGES = {
    Usage.PREFERRED: "must be used",
    Usage.FORBIDDEN: "must not be used",
    Usage.KEEP: "name that stays",
    Usage.OFF: "switched off",
}
_MATCHES = {
    Match.LEMMA: "every form",
    Match.EXACT: "exactly this",
    Match.PREFIX: "as a beginning",
    Match.REGEX: "regular expression",
}
_CASES = {
    Case.AUTO: "as in German",
    Case.SENSITIVE: "sensitive",
    Case.INSENSITIVE: "insensitive",
}


class TermDialog(ModalScreen[Term | None]):
    """Returns the entry to write, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(
        self, draft: Term, check: CheckTerm, changed: Term | None = None
    ) -> None:
        """Take what the fields begin with, and the entry that is changed, if any."""
        super().__init__()
        self._draft = draft
        self._check = check
        self._changed = changed

    def compose(self) -> ComposeResult:
        """Ask for the fields of the entry, filled in as far as they are known."""
        draft = self._draft
        classes = {"": "not said"} | {pos: pos for pos in PARTS_OF_SPEECH}
        with Vertical(classes="dialog"):
            what = "A new" if self._changed is None else "Change an"
            yield Label(f"{what} entry of the glossary", classes="dialog-title")
            yield Field("German", Input(draft.source, id="source", compact=True))
            english = join_forms(draft.targets)
            yield Field("English", Input(english, id="target", compact=True))
            with Horizontal(classes="fields"):
                yield Field(
                    "Usage", _make_select("usage", _USAGES.items(), draft.usage)
                )
                yield Field(
                    "Word class", _make_select("pos", classes.items(), draft.pos)
                )
            with Horizontal(classes="fields"):
                yield Field(
                    "Match", _make_select("match", _MATCHES.items(), draft.match)
                )
                yield Field("Case", _make_select("case", _CASES.items(), draft.case))
            yield Field("Domain", Input(draft.domain, id="domain", compact=True))
            yield Field("Note", Input(draft.note, id="note", compact=True))
            yield Label(HINT, classes="hint", markup=False)
            yield Label("", id="check", markup=False)
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin with the English: the German is most often right when it is there."""
        name = "#target" if self._draft.source else "#source"
        self.query_one(name, Input).focus()
        self.check_entry()

    @property
    def term(self) -> Term:
        """The entry as it stands in the fields; what has no field stays."""
        usage = self._read_choice("usage", Usage)
        targets = split_forms(self._read("target"))
        term = replace(
            self._draft,
            source=source_key(self._read("source")),
            targets=() if usage is Usage.OFF else targets,
            pos=str(self.query_one("#pos", Select).value),
            usage=usage,
            match=self._read_choice("match", Match),
            case=self._read_choice("case", Case),
            domain=self._read("domain"),
            note=self._read("note"),
        )
        return fill_targets(term)

    def on_input_changed(self) -> None:
        """Check what is typed."""
        self.check_entry()

    def on_select_changed(self) -> None:
        """Check what is chosen."""
        self.check_entry()

    def on_input_submitted(self) -> None:
        """Save with Enter, too."""
        self.action_save()

    @work(exclusive=True, group="check", exit_on_error=False)
    async def check_entry(self) -> None:
        """Say what the glossary has already, and what is wrong."""
        await self._find_obstacle()

    @work(exclusive=True, group="save", exit_on_error=False)
    async def action_save(self) -> None:
        """Return the entry, unless something is wrong with it."""
        term = self.term
        if not await self._find_obstacle():
            self.dismiss(term)

    async def _find_obstacle(self) -> bool:
        term, told = self.term, self.query_one("#check", Label)
        if not term.source or (not term.targets and term.usage is not Usage.OFF):
            told.update("German and English are needed.")
            return True
        try:
            check = await self._check(term)
        # The border of the worker: nothing that goes wrong there ends the program.
        except Exception as error:
            told.update(strip_controls(str(error)))
            return True
        told.update(strip_controls("\n".join(self._tell(check)), keep="\n"))
        return not check.is_fit

    def _tell(self, check: TermCheck) -> list[str]:
        """Return what a check found, in a few lines."""
        known = check.known
        problems = [
            f"{problem.severity}: {problem.message}"
            for problem in check.problems[:_SHOWN_PROBLEMS]
        ]
        if known is None:
            return problems or ["New to the glossary."]
        if known.term == self._changed:
            return problems
        english = join_forms(known.term.targets)
        return [
            f"Known in the {known.layer} glossary, line {known.line}: "
            f"{known.term.source} → {english}",
            "That entry wins over yours."
            if check.is_overruled
            else "Yours takes its place.",
            *problems,
        ]

    def _read(self, name: str) -> str:
        return fold_blanks(self.query_one(f"#{name}", Input).value)

    def _read_choice(self, name: str, kind: type[Choice]) -> Choice:
        return kind(str(self.query_one(f"#{name}", Select).value))


def _make_select(
    name: str, values: Iterable[tuple[str, str]], value: str
) -> Select[str]:
    """Return the choice among `values`, each with what it is called."""
    options = [(said, one) for one, said in values]
    return Select(options, value=value, allow_blank=False, id=name, compact=True)
