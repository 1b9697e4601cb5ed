"""`reader glossary add`, `edit` and `remove`: one entry of one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from reader.cli import notes
from reader.cli.options import chosen_service, common_options, join_options
from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.terms import (
    PARTS_OF_SPEECH,
    Case,
    Match,
    Term,
    Usage,
    fill_targets,
    source_key,
    split_forms,
)
from reader.errors import GlossaryError
from reader.service.glossary import LoadedGlossary, load_glossary
from reader.service.glossary_changes import GlossaryFile

_file_option = click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The glossary to change (.tsv). Default: your own.",
)


_CHOICES = {
    "--pos": ("", *PARTS_OF_SPEECH),
    "--usage": tuple(map(str, Usage)),
    "--case": tuple(map(str, Case)),
    "--match": tuple(map(str, Match)),
}
_field_options = join_options(
    click.option(
        "--also",
        multiple=True,
        metavar="FORM",
        help="Further English that is accepted. Repeat it for several.",
    ),
    *(
        click.option(name, type=click.Choice(values))
        for name, values in _CHOICES.items()
    ),
    click.option("--domain", help="The field that the entry belongs to."),
    click.option("--note", help="Whatever people should know."),
)


@click.command("add")
@click.argument("source")
@click.argument("target", required=False)
@_field_options
@_file_option
@common_options
def add(
    source: str,
    target: str | None,
    also: tuple[str, ...],
    path: Path | None,
    **fields: str | None,
) -> None:
    """Add an entry: the German SOURCE in its citation form, and its English.

    A bar separates several English forms, as in the file: 'data center|server farm'.
    A name (--usage keep) needs no TARGET.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    term = Term(source_key(source), split_forms(target or "", *also))
    term = _complete(_set_fields(term, given))
    with chosen_service() as service:
        file = GlossaryFile(service.paths, path, notes.note)
        file.add(term)
    notes.note(f"added to {file.path}: {_show(term)}")


@click.command("edit")
@click.argument("source")
@click.option("--source", "new_source", metavar="GERMAN", help="Another German.")
@click.option("--target", metavar="ENGLISH", help="Another preferred English form.")
@_field_options
@click.option("--forbidden", is_flag=True, help="The entry with the forbidden words.")
@_file_option
@common_options
def edit(
    source: str,
    new_source: str | None,
    target: str | None,
    also: tuple[str, ...],
    forbidden: bool,
    path: Path | None,
    **fields: str | None,
) -> None:
    """Change the entry with the German SOURCE; what is not named stays.

    --also replaces all further English forms; --also '' removes them.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    if new_source is target is None and not also and not given:
        raise click.UsageError("nothing to change: name at least one option")

    def change(old: Term) -> Term:
        new = _set_fields(old, given)
        rest = split_forms(*also) if also else old.targets[1:]
        if _is_plain_name(old) and target is None:
            new = replace(new, targets=split_forms(*also))
        else:
            first = old.targets[:1] if target is None else split_forms(target)
            new = replace(new, targets=tuple(dict.fromkeys((*first, *rest))))
        if new_source is not None:
            new = replace(new, source=source_key(new_source))
        return _complete(new)

    with chosen_service() as service:
        file = GlossaryFile(service.paths, path, notes.note)
        old, new = file.edit(source, change, forbidden)
    notes.note(f"changed in {file.path}: {_show(old)}; now {_show(new)}")


@click.command("remove")
@click.argument("source")
@_file_option
@common_options
def remove(source: str, path: Path | None) -> None:
    """Remove the entries with the German SOURCE.

    An entry that only the glossary of the program has is switched off by a line in
    yours.
    """
    with chosen_service() as service:
        file = GlossaryFile(service.paths, path, notes.note)
        before = load_glossary(service.paths, service.settings)
        shipped = None if path else _find_shipped(before, source)
        removed = file.remove(source, shipped)
        after = load_glossary(service.paths, service.settings)
    for term in removed:
        notes.note(f"removed from {file.path}: {_show(term)}")
    if not removed:
        notes.note(f"switched off in {file.path}: '{source}' of the program's glossary")
    for entry in _find_effective(after, source):
        notes.note(f"in force: {_show(entry.term)} ({entry.path}:{entry.line})")


def _find_effective(loaded: LoadedGlossary, source: str) -> list[LayeredTerm]:
    key = source_key(source)
    return [e for e in loaded.effective if source_key(e.term.source) == key]


def _find_shipped(loaded: LoadedGlossary, source: str) -> LayeredTerm | None:
    """Return the program's own entry in force with this German, if there is one."""
    found = _find_effective(loaded, source)
    return next((entry for entry in found if entry.layer is Layer.SHIPPED), None)


def _set_fields(term: Term, given: Mapping[str, str]) -> Term:
    choices: dict[str, Any] = dict(given)
    for name, kind in (("usage", Usage), ("case", Case), ("match", Match)):
        if name in choices:
            choices[name] = kind(choices[name])
    return replace(term, **choices)


def _complete(term: Term) -> Term:
    """Return an entry that says all that it needs.

    Raises:
        GlossaryError: its German or its English is missing.
    """
    if not term.source:
        raise GlossaryError("the German is empty", "reader glossary add GERMAN ENGLISH")
    term = fill_targets(term)
    if term.usage is not Usage.OFF and not term.targets:
        raise GlossaryError(
            f"'{term.source}' has no English",
            f"reader glossary add '{term.source}' ENGLISH (or --usage keep)",
        )
    return term


def _is_plain_name(term: Term) -> bool:
    return term.usage is Usage.KEEP and term.targets == (term.source,)


def _show(term: Term) -> str:
    targets = " | ".join(term.targets)
    usage = "" if term.usage is Usage.PREFERRED else f" ({term.usage})"
    return f"{term.source} = {targets or '-'}{usage}"
