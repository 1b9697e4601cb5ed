"""The dialog that makes a glossary entry from words that were selected."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, Select

from reader.core.controls import strip_controls
from reader.core.glossary.terms import PARTS_OF_SPEECH, Term, Usage, source_key
from reader.service.term_fixing import TermCheck

CheckTerm = Callable[[Term], Awaitable[TermCheck | None]]

_USAGES = {
    Usage.PREFERRED: "must be used",
    Usage.FORBIDDEN: "must not be used",
    Usage.KEEP: "a name that stays",
}


class TermDialog(ModalScreen[Term | None]):
    """Returns the entry to write, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(self, draft: Term, check: CheckTerm) -> None:
        super().__init__()
        self._draft = draft
        self._check = check

    def compose(self) -> ComposeResult:
        """Ask for the fields of the entry, filled in as far as they are known."""
        draft = self._draft
        with Vertical(classes="dialog"):
            yield Label("A term for your glossary", classes="dialog-title")
            yield Label("German, as a dictionary has it")
            yield Input(draft.source, id="source", compact=True)
            yield Label("English; further accepted forms behind a |")
            yield Input(" | ".join(draft.targets), id="target", compact=True)
            with Horizontal(classes="fields"):
                yield Select(
                    [(pos, pos) for pos in PARTS_OF_SPEECH],
                    prompt="part of speech",
                    value=draft.pos or Select.NULL,
                    id="pos",
                    compact=True,
                )
                yield Select(
                    [(said, usage) for usage, said in _USAGES.items()],
                    value=draft.usage,
                    allow_blank=False,
                    id="usage",
                    compact=True,
                )
            yield Label("Note")
            yield Input(draft.note, id="note", compact=True)
            yield Label("", id="check", markup=False)
            yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin with the English: the German is most often right."""
        self.query_one("#target", Input).focus()
        self.check_entry()

    @property
    def term(self) -> Term:
        """The entry as it stands in the fields."""
        pos = self.query_one("#pos", Select).value
        usage = self.query_one("#usage", Select).value
        source = source_key(self._value("source"))
        targets = tuple(
            " ".join(part.split())
            for part in self._value("target").split("|")
            if part.strip()
        )
        if usage is Usage.KEEP and not targets:
            targets = (source,)
        return Term(
            source,
            targets,
            pos=pos if isinstance(pos, str) else "",
            usage=usage if isinstance(usage, Usage) else Usage.PREFERRED,
            note=self._value("note"),
        )

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
        if not await self._find_obstacle():
            self.dismiss(self.term)

    async def _find_obstacle(self) -> bool:
        term, label = self.term, self.query_one("#check", Label)
        if not term.source or not term.targets:
            label.update("German and English are needed.")
            return True
        check = await self._check(term)
        if check is None:
            return True
        label.update(strip_controls(_tell(check)))
        return not check.is_fit

    def _value(self, name: str) -> str:
        return " ".join(self.query_one(f"#{name}", Input).value.split())


def _tell(check: TermCheck) -> str:
    """Return what a check found, in a few lines."""
    lines = []
    known = check.known
    if known is not None:
        english = " | ".join(known.term.targets)
        place = f"the {known.layer} glossary, line {known.line}"
        lines.append(f"Known in {place}: {known.term.source} → {english}")
        lines.append(
            "That entry wins over yours."
            if check.is_overruled
            else "Yours will win over it."
        )
    lines += [
        f"{problem.severity}: {problem.message}" for problem in check.problems[:3]
    ]
    return "\n".join(lines) or "New to the glossary."
