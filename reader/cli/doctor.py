"""`reader doctor`: what is installed, what will run, and what is amiss."""

from __future__ import annotations

import click

from reader.cli import output
from reader.cli.options import chosen_service, common_options, json_object_option
from reader.errors import ExitCode


@click.command("doctor")
@json_object_option
@common_options
def command(as_json: bool) -> int:
    """Say what is installed, which engine will run, and what would need the network.

    Ends with 3 when no engine can run.
    """
    from reader.service.diagnosis import diagnose

    with chosen_service() as service:
        diagnosis = diagnose(service)
    if as_json:
        output.print_json(diagnosis.to_record())
    else:
        for title, lines in diagnosis.to_sections():
            output.print_line(title)
            for line in lines:
                output.print_line(f"  {line}")
    return ExitCode.DONE if diagnosis.engine else ExitCode.NO_ENGINE
