"""`reader glossary import` and `export`: other tools' term bases."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from reader.cli import notes, output
from reader.cli.options import Chosen, chosen_service, common_options, glossary_options
from reader.core.glossary.layers import Layer
from reader.core.glossary.problems import Problem
from reader.formats.glossary_files import READABLE, WRITABLE
from reader.service.glossary import make_error
from reader.service.glossary_changes import GlossaryFile, export_terms

_SHOWN = 20


@click.command("import")
@click.argument("incoming", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "form",
    type=click.Choice(READABLE),
    help="Default: from the file's suffix (.txt and .utf8 are OmegaT's).",
)
@click.option("--replace", "replace_known", is_flag=True, help="Replace known entries.")
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The glossary to add to (.tsv). Default: your own.",
)
@common_options
def import_(
    incoming: Path, form: str | None, replace_known: bool, path: Path | None
) -> None:
    """Add the entries of FILE: TSV, CSV, DeepL, OmegaT, UTX or TBX.

    An entry that is there already is left as it is, and told. A bad line is told and
    stops only itself.
    """
    with chosen_service() as service:
        file = GlossaryFile(service.paths, path, notes.note)
        count = file.import_file(incoming, form or "", replace_known)
    _tell_problems(count.problems)
    for term in count.left[:_SHOWN]:
        notes.note(f"left as it is: {term.source} = {' | '.join(term.targets)}")
    if len(count.left) > _SHOWN:
        notes.note(f"… and {len(count.left) - _SHOWN} more")
    notes.note(
        f"{file.path}: {count.added} added, {count.replaced} replaced, "
        f"{count.unchanged} unchanged, {len(count.left)} left as they are"
    )
    if count.left:
        notes.note("  try: the same command with --replace")


@click.command("export")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(WRITABLE),
    help="Default: from the file's suffix, tsv for '-'.",
)
@click.option(
    "--layer",
    type=click.Choice([str(layer) for layer in Layer]),
    help="All entries of this layer. Default: those in force.",
)
@glossary_options
@common_options
def export(
    path: Path,
    form: str | None,
    layer: str | None,
    **chosen: Unpack[Chosen],
) -> None:
    """Write the entries in force to FILE ('-': standard output).

    What a format has no place for is told. 'tbx' is TBX-Basic in the style DCA,
    'tbx-dct' in the style DCT.
    """
    with chosen_service(**chosen) as service:
        count, notices = export_terms(
            service.glossary,
            path,
            form or "",
            output.stdout(),
            Layer(layer) if layer else None,
        )
    for notice in notices:
        notes.note(notice)
    notes.note(f"{count} entries written to {path}")


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:_SHOWN]:
        notes.note(make_error(problem).message)
    if len(problems) > _SHOWN:
        notes.note(f"… and {len(problems) - _SHOWN} more problems")
