"""`reader segment`: the sentences alone."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli import output
from reader.cli.options import chosen_service, common_options
from reader.core.documents import Kind
from reader.core.pairs import sentence_record


@click.command("segment")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--all", "with_all", is_flag=True, help="Take boilerplate along.")
@click.option("--encoding", help="Of the text; found out when left out.")
@click.option("--json", "as_json", is_flag=True, help="Print the records.")
@common_options
def command(path: Path, with_all: bool, encoding: str | None, as_json: bool) -> None:
    """Print the sentences of PATH, one a line; '-' reads standard input.

    With --json, each line is a record with the sentence's kind and its exact place
    in the file.
    """
    with chosen_service(encoding=encoding) as service:
        text = service.read_document(path)
        for sentence in service.segment(text, str(path)):
            if sentence.kind is Kind.BOILERPLATE and not with_all:
                continue
            if as_json:
                output.print_json(sentence_record(sentence))
            else:
                output.print_line(sentence.source)
