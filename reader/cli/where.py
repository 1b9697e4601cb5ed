"""`reader where`: every path that is read or written."""

from __future__ import annotations

import click

from reader.cli import output
from reader.cli.options import chosen_service, common_options, json_object_option


@click.command("where")
@json_object_option
@common_options
def command(as_json: bool) -> None:
    """Print every path that is read or written.

    READER_HOME moves all of them into one folder.
    """
    with chosen_service() as service:
        places = service.paths.to_record()
    if as_json:
        output.print_json(places)
    else:
        output.print_table(("what", "where"), places.items())
