"""The group of all commands: what click does for `reader COMMAND …`.

Owns the finding of a command; the list of them and the exit codes belong to
`reader.cli.main`, which prints the help without importing click.
"""

from __future__ import annotations

from importlib import import_module

import click

from reader.cli import notes, output
from reader.cli.main import COMMANDS, describe_program


class HasEnough(Exception):
    """Whoever reads our standard output has closed it: `reader … | head`."""


class LazyGroup(click.Group):
    """A group that knows its commands' names and imports only the one called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the contract."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command `cmd_name`; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click would make exit code 1 of a closed pipe."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise HasEnough from error

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the program's help without importing any command."""
        formatter.write(describe_program() + "\n")


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--quiet", "-q", is_flag=True)
@click.option("--debug", is_flag=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _, wanted: _print_version(context, wanted),
)
def cli(quiet: bool, debug: bool) -> None:
    """Read German articles in English, sentence by sentence, on your own machine."""
    notes.set_quiet(quiet)


def _print_version(context: click.Context, is_wanted: bool) -> None:
    if not is_wanted:
        return
    from importlib.metadata import version

    output.print_line(f"reader (zwiesprache) {version('zwiesprache')}")
    context.exit()
