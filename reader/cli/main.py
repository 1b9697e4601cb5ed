"""The `reader` command: its groups, its exit codes, and the one place for errors.

Commands are imported when they are called, so that `reader --help` starts fast.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from reader.cli import notes, output
from reader.errors import ExitCode, ReaderError

COMMANDS = {
    "translate": ("reader.cli.translate", "Translate files and folders to files."),
    "segment": ("reader.cli.segment", "Print the sentences of a text, one a line."),
    "models": ("reader.cli.models", "List, install, remove and verify engines."),
    "memory": ("reader.cli.memory", "Look after the translation memory."),
    "evaluate": ("reader.cli.evaluate", "Score an engine: BLEU, chrF, sentences/s."),
    "doctor": ("reader.cli.doctor", "Say what is installed and what will run."),
    "where": ("reader.cli.where", "Print every path that is read or written."),
}
"""Command name: the module with an attribute `command`, and its line in the help."""


class _HasEnough(Exception):
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
            raise _HasEnough from error

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="'reader COMMAND --help' says more about each.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but results, errors.")
@click.option("--debug", is_flag=True, help="Show the whole trace of an error.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _, wanted: _print_version(context, wanted),
    help="Print the version and end.",
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


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    output.prepare_stdout()
    is_debug = "--debug" in words
    try:
        result = cli.main(args=words, prog_name="reader", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(int(result or ExitCode.DONE))
    except ReaderError as error:
        _show_trace(is_debug)
        notes.print_error(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _print_usage_error(error)
        sys.exit(ExitCode.USAGE)
    except (KeyboardInterrupt, click.Abort):
        notes.note("interrupted")
        sys.exit(ExitCode.INTERRUPTED)
    except (_HasEnough, BrokenPipeError):
        # Keep the interpreter from flushing again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.DONE)
    except Exception as error:
        _show_trace(is_debug)
        message = f"this should not have happened: {type(error).__name__}: {error}"
        notes.print_error(ReaderError(message, "the same command with --debug"))
        sys.exit(ExitCode.FAILED)


def _show_trace(is_wanted: bool) -> None:
    if is_wanted:
        import traceback

        traceback.print_exc()


def _print_usage_error(error: click.ClickException) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "reader"
    notes.print_error(ReaderError(error.format_message(), f"{path} --help"))
