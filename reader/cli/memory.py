"""`reader memory`: what was translated before, and what people made of it."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from reader.cli import notes, output
from reader.cli.options import chosen_service, common_options, json_object_option
from reader.service.exchange import EXPORT_FORMATS, export_memory, import_memory


@click.group("memory", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Look after the translation memory."""


@command.command("stats")
@json_object_option
@common_options
def stats(as_json: bool) -> None:
    """Count what the memory holds."""
    with chosen_service() as service:
        measured = asdict(service.memory.measure())
    if as_json:
        output.print_json(measured)
        return
    engines = measured.pop("engines")
    measured["size"] = f"{measured['size'] / 1e6:.1f} MB"
    output.print_table(("what", "count"), [*measured.items(), *engines.items()])


@command.command("export")
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--to",
    "form",
    type=click.Choice(EXPORT_FORMATS),
    help="Default: from the file's suffix, jsonl for standard output.",
)
@common_options
def export(path: Path, form: str | None) -> None:
    """Write the whole memory to PATH ('-': standard output) as JSONL or TMX 1.4b."""
    with chosen_service() as service:
        count = export_memory(service.memory, path, form or "", output.stdout())
    notes.note(f"{count} translations written to {path}")


@command.command("import")
@click.argument("path", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common_options
def import_(path: Path) -> None:
    """Read JSONL, TMX or a corrected TSV into the memory.

    From a TSV that `translate --to tsv` wrote, each English sentence that was
    changed becomes an edit, which wins everywhere from then on.
    """
    with chosen_service() as service:
        count = import_memory(service.memory, path)
    notes.note(
        f"{path}: {count.edits} edits, {count.translations} translations, "
        f"{count.unchanged} unchanged"
    )


@command.command("forget")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--keep-edits", is_flag=True, help="Keep what a person wrote.")
@common_options
def forget(path: Path, keep_edits: bool) -> None:
    """Remove the traces of a document, or of all below a folder.

    Sentences that other documents contain as well stay. The file itself need not
    exist any more.
    """
    with chosen_service() as service:
        count = service.memory.forget(path, keep_edits)
    notes.note(f"{count} sentences forgotten")


@command.command("clear")
@click.option("--edits", is_flag=True, help="Remove what a person wrote as well.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@common_options
def clear(edits: bool, yes: bool) -> None:
    """Remove every machine translation; a person's edits stay unless asked for."""
    if not yes:
        what = "all translations and all edits" if edits else "all translations"
        _confirm(f"Remove {what} from the memory?")
    with chosen_service() as service:
        count = service.memory.clear(edits)
    notes.note(f"{count} translations removed")


def _confirm(question: str) -> None:
    """Ask, and end with 130 unless the answer is yes.

    Raises:
        UsageError: there is nobody to answer.
    """
    click.echo(f"{question} [y/N]: ", nl=False, err=True)
    answer = sys.stdin.readline() if sys.stdin else ""
    if not answer:
        click.echo(err=True)
        raise click.UsageError("nobody answered; with --yes nothing is asked")
    if answer.strip().lower() not in ("y", "yes"):
        raise click.Abort
