"""`reader glossary list`: the entries in force, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any, Unpack

import click

from reader.cli import notes, output
from reader.cli.options import (
    Chosen,
    chosen_service,
    common_options,
    glossary_options,
    json_option,
)
from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.terms import Term

_SHOWN_FORMS = 3


@click.command("list")
@click.argument("pattern", required=False)
@json_option
@click.option("--search", metavar="TEXT", help="Only entries that hold TEXT anywhere.")
@click.option(
    "--layer",
    type=click.Choice([str(layer) for layer in Layer]),
    help="All entries of this layer, in force or not.",
)
@glossary_options
@common_options
def list_terms(
    pattern: str | None,
    as_json: bool,
    search: str | None,
    layer: str | None,
    **chosen: Unpack[Chosen],
) -> None:
    """List the entries in force, those whose German fits PATTERN ('*chip*').

    Without --layer an entry that a later layer replaces is not listed. Of more than
    three English forms the first three are shown; --json has all.
    """
    with chosen_service(**chosen) as service:
        loaded = service.glossary
    entries: Iterable[LayeredTerm] = loaded.effective
    if layer:
        entries = (entry for entry in loaded.terms if entry.layer == layer)
    found = [
        entry
        for entry in entries
        if _fits(entry.term, pattern) and _holds(entry.term, search)
    ]
    if as_json:
        for entry in found:
            output.print_json(entry_record(entry))
    elif found:
        output.print_table(
            ("source", "target", "pos", "usage", "layer", "note"), map(_row, found)
        )
    else:
        notes.note("there is no such entry; 'reader glossary add' makes one")


def entry_record(entry: LayeredTerm) -> dict[str, Any]:
    """Return an entry as the JSON object of `reader glossary list --json`."""
    term = entry.term
    return {
        "source": term.source,
        "target": term.target,
        "targets": list(term.targets),
        "pos": term.pos,
        "usage": str(term.usage),
        "case": str(term.case),
        "match": str(term.match),
        "domain": term.domain,
        "note": term.note,
        "extra": dict(term.extra),
        "layer": str(entry.layer),
        "path": str(entry.path),
        "line": entry.line,
    }


def _row(entry: LayeredTerm) -> tuple[str, ...]:
    term = entry.term
    forms = term.targets[:_SHOWN_FORMS]
    targets = " | ".join(forms if forms == term.targets else (*forms, "…"))
    return (term.source, targets, term.pos, term.usage, entry.layer, term.note)


def _fits(term: Term, pattern: str | None) -> bool:
    return pattern is None or fnmatchcase(term.source.casefold(), pattern.casefold())


def _holds(term: Term, text: str | None) -> bool:
    texts = (term.source, *term.targets, term.domain, term.note)
    return text is None or any(text.casefold() in part.casefold() for part in texts)
