"""Two lines below the pairs: what is to be known of the sentence or word at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from reader.core.controls import strip_controls
from reader.core.explaining import explain_flags
from reader.core.glossary.layers import LayeredTerm
from reader.core.pairs import STATUSES, Pair, TermUse

STEPS = {
    "engine": "by the engine itself",
    "second-pass": "in a second pass",
    "replacement": "by replacement",
}
"""How a term came into the English (`TermUse.step`)."""


class StatusPanel(Widget):
    """Shows two lines of text, cut where the screen ends."""

    content: reactive[Text] = reactive(Text)

    def tell(self, lines: Iterable[Text]) -> None:
        """Show other lines."""
        self.content = Text("\n").join(lines)

    def render(self) -> Text:
        """Return the lines."""
        width = max(self.size.width - 2, 1)
        lines = self.content.split("\n", allow_blank=True)
        for line in lines:
            line.truncate(width, overflow="ellipsis")
        return Text("\n").join(lines)


def describe_term(use: TermUse, entry: LayeredTerm | None) -> list[Text]:
    """Return what is to be said of a term in a pair; `entry` is the glossary's."""
    step = STEPS.get(use.step, "")
    said = [STATUSES.get(use.status, ""), step if use.status == "enforced" else ""]
    first = Text.assemble(
        (clean(use.source), "bold"),
        " → ",
        (clean(use.target), "bold"),
        f"  {use.status}: {', '.join(filter(None, said))}",
    )
    if entry is None:
        return [first, Text("")]
    term = entry.term
    # What may be long comes last: a line that ends with the screen is cut there.
    parts = [
        f"{entry.layer} glossary, line {entry.line}",
        term.pos,
        term.domain,
        term.note,
        "or " + " | ".join(term.targets[1:]) if len(term.targets) > 1 else "",
    ]
    return [first, Text(clean(" · ".join(filter(None, parts))), "dim")]


def describe_words(words: str, linked: str, lines: Sequence[Text]) -> list[Text]:
    """Return what words are linked to, and of what is said of the pair the rest."""
    first = Text.assemble((clean(words), "bold"), " → ", (clean(linked), "bold"))
    return [first, next((line for line in reversed(lines) if line), Text(""))]


def describe_pair(pair: Pair, number: int, total: int, note: str) -> list[Text]:
    """Return what is to be said of a pair: its place, its flags, a note."""
    parts = [f"sentence {number} of {total}", str(pair.sentence.kind)]
    if pair.edited:
        parts.append("edited by you")
    elif pair.engine:
        score = "" if pair.score is None else f", score {pair.score:g}"
        parts.append(f"{pair.engine}{score}")
    elif pair.target is None:
        parts.append("not translated yet")
    first = Text(clean(" · ".join(parts)))
    second = Text("")
    if pair.flags:
        said = explain_flags(
            pair.sentence.source, pair.target or "", pair.flags, pair.terms
        )
        second = Text(f"⚠ {clean('; '.join(said))}")
    if note:
        line = clean(note.partition("\n")[0])
        second = Text.assemble(("Note: ", "bold"), line, "  " if second else "", second)
    return [first, second]


def clean(text: str) -> str:
    """Return text of a file as it may stand in one line of the screen."""
    return strip_controls(text, keep="")
