"""`reader glossary`: the group of its commands, each imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

SUBCOMMANDS = {
    "list": ("reader.cli.glossary_list", "list_terms"),
    "add": ("reader.cli.glossary_entries", "add"),
    "edit": ("reader.cli.glossary_entries", "edit"),
    "remove": ("reader.cli.glossary_entries", "remove"),
    "import": ("reader.cli.glossary_exchange", "import_"),
    "export": ("reader.cli.glossary_exchange", "export"),
    "lint": ("reader.cli.glossary_lint", "lint"),
    "check": ("reader.cli.glossary_check", "check"),
    "suggest": ("reader.cli.glossary_suggest", "suggest"),
    "report": ("reader.cli.glossary_report", "report"),
}
"""Command name: its module, and the name of the command there."""


class LazySubcommands(click.Group):
    """A group that imports only the command called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the contract."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command `cmd_name`; None when there is none."""
        if cmd_name not in SUBCOMMANDS:
            return None
        module, name = SUBCOMMANDS[cmd_name]
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    "glossary",
    cls=LazySubcommands,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def command() -> None:
    """Look after the glossary: which German word becomes which English one.

    Four layers, a later one wins entry by entry: the glossary that comes with the
    program, your own, the project's ('glossary' in reader.toml of the working
    folder), and --glossary FILE.
    """
