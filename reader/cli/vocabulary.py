"""`reader vocabulary`: the words that the user wants to learn."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from reader.cli import notes, output
from reader.cli.options import chosen_service, common_options, json_option
from reader.core.vocabulary import VocabularyEntry
from reader.errors import ExitCode
from reader.service.vocabulary import EXPORT_FORMATS


@click.group("vocabulary", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Look after the words that you want to learn.

    The reader adds them, with the sentence where they stood; the file is the table
    'vocabulary' of `reader where`.
    """


@command.command("list")
@click.argument("word", required=False)
@json_option
@common_options
def list_(word: str | None, as_json: bool) -> None:
    """List the words, the oldest first; with WORD, those in which it stands."""
    with chosen_service() as service:
        entries = service.vocabulary.read()
    found = [entry for entry in entries if word is None or _holds(entry, word)]
    if as_json:
        for entry in found:
            output.print_json(asdict(entry))
    elif found:
        output.print_table(
            ("added", "word", "translation", "source"),
            ((e.added, e.headword, e.translation, e.source) for e in found),
        )
    else:
        notes.note("there is no such word; the reader's dictionary adds them")


@command.command("export")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(EXPORT_FORMATS),
    help="Default: from the file's suffix (.apkg, .tsv), tsv for '-'.",
)
@common_options
def export(path: Path, form: str | None) -> None:
    """Write all words to FILE for Anki (.apkg), or as a table ('-': standard output).

    Imported again, a package changes the cards that Anki has and adds the new ones.
    """
    with chosen_service() as service:
        vocabulary = service.vocabulary
        count = vocabulary.export(path, form or "", output.stdout())
    notes.note(f"{count} word{'s' * (count != 1)} written to {path}")


@command.command("remove")
@click.argument("word")
@common_options
def remove(word: str) -> int:
    """Remove each entry of WORD, in the form that was met or its citation form."""
    with chosen_service() as service:
        vocabulary = service.vocabulary
        count = vocabulary.remove(lambda entry: word in (entry.word, entry.lemma))
    notes.note(f"{count} entries removed" if count else f"there is no word '{word}'")
    return ExitCode.DONE if count else ExitCode.FAILED


def _holds(entry: VocabularyEntry, word: str) -> bool:
    texts = (entry.word, entry.lemma, entry.translation)
    return any(word.casefold() in text.casefold() for text in texts)
