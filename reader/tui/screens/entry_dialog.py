"""The dialog with every field of a glossary entry."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
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
from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import (
    PARTS_OF_SPEECH,
    Case,
    Match,
    Term,
    Usage,
    source_key,
)

CheckEntry = Callable[[Term], Awaitable[Sequence[Problem]]]
Choice = TypeVar("Choice", bound=StrEnum)

_SHOWN_PROBLEMS = 3
_USAGES = [
    ("must be used", Usage.PREFERRED),
    ("must not be used", Usage.FORBIDDEN),
    ("a name that stays", Usage.KEEP),
    ("switched off", Usage.OFF),
]


class EntryDialog(ModalScreen[Term | None]):
    """Returns the entry as it shall be, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(self, term: Term | None, check: CheckEntry) -> None:
        """Take the entry to change, None for a new one, and who says what is wrong."""
        super().__init__()
        self._is_new = term is None
        self._term = term or Term("", ())
        self._check = check

    def compose(self) -> ComposeResult:
        """Ask for each field."""
        term = self._term
        title = "A new entry" if self._is_new else "Change an entry"
        with Vertical(classes="dialog"):
            yield Label(title, classes="dialog-title")
            yield Label("German, as a dictionary has it")
            yield Input(term.source, id="source", compact=True)
            yield Label("English; further accepted forms behind a |")
            yield Input(" | ".join(term.targets), id="target", compact=True)
            with Horizontal(classes="fields"):
                yield _make_select("pos", [(pos, pos) for pos in PARTS_OF_SPEECH], term)
                yield _make_select("usage", _USAGES, term)
            with Horizontal(classes="fields"):
                forms = [(f"match: {match}", match) for match in Match]
                yield _make_select("match", forms, term)
                cases = [(f"case: {case}", case) for case in Case]
                yield _make_select("case", cases, term)
            yield Label("Domain")
            yield Input(term.domain, id="domain", compact=True)
            yield Label("Note")
            yield Input(term.note, id="note", compact=True)
            yield Label("", id="check", markup=False)
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin with what is most often changed."""
        name = "#source" if self._is_new else "#target"
        self.query_one(name, Input).focus()

    @property
    def term(self) -> Term:
        """The entry as it stands in the fields; what has no field stays."""
        targets = (part.strip() for part in self._read("target").split("|"))
        pos = self.query_one("#pos", Select).value
        term = replace(
            self._term,
            source=source_key(self._read("source")),
            targets=tuple(target for target in targets if target),
            pos=pos if isinstance(pos, str) else "",
            usage=self._read_choice("usage", Usage),
            match=self._read_choice("match", Match),
            case=self._read_choice("case", Case),
            domain=self._read("domain"),
            note=self._read("note"),
        )
        if term.usage is Usage.KEEP and not term.targets:
            return replace(term, targets=(term.source,))
        return replace(term, targets=()) if term.usage is Usage.OFF else term

    def on_input_submitted(self) -> None:
        """Save with Enter, too."""
        self.action_save()

    @work(exclusive=True, group="save", exit_on_error=False)
    async def action_save(self) -> None:
        """Return the entry, unless something is wrong with it."""
        term, told = self.term, self.query_one("#check", Label)
        if not term.source or (not term.targets and term.usage is not Usage.OFF):
            told.update("German and English are needed.")
            return
        try:
            problems = await self._check(term)
        # The border of the worker: nothing that goes wrong there ends the program.
        except Exception as error:
            told.update(strip_controls(str(error)))
            return
        if not any(problem.severity is Severity.ERROR for problem in problems):
            self.dismiss(term)
            return
        lines = (f"{p.severity}: {p.message}" for p in problems[:_SHOWN_PROBLEMS])
        told.update(strip_controls("\n".join(lines)))

    def _read(self, name: str) -> str:
        return " ".join(self.query_one(f"#{name}", Input).value.split())

    def _read_choice(self, name: str, kind: type[Choice]) -> Choice:
        chosen = self.query_one(f"#{name}", Select).value
        return kind(str(chosen))


def _make_select(
    name: str, options: Sequence[tuple[str, str]], term: Term
) -> Select[str]:
    """Return the choice for a field of an entry; what may be "" may be left blank."""
    value = getattr(term, name)
    return Select(
        options,
        prompt="part of speech",
        value=value or Select.NULL,
        allow_blank=name == "pos",
        id=name,
        compact=True,
    )
