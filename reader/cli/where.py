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

    READER_HOME moves the user's own into one folder. What the system, the program
    and the settings name stays where it is.
    """
    from reader.service.places import join_places, list_places

    with chosen_service() as service:
        places = list_places(service)
    if as_json:
        output.print_json(join_places(places))
    else:
        output.print_table(("what", "where"), places)
