"""The `reader` command: its help, its exit codes, and the one place for errors.

click and the commands are imported when one is called, so that `reader --help`
starts fast; `reader.cli.group` is what click sees.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from reader.cli import notes, output
from reader.errors import ExitCode, ReaderError

if TYPE_CHECKING:
    from click import ClickException

COMMANDS = {
    "read": ("reader.cli.read", "Read texts beside their English, in the terminal."),
    "serve": ("reader.cli.serve", "Read in a browser, on this machine only."),
    "translate": ("reader.cli.translate", "Translate files and folders to files."),
    "segment": ("reader.cli.segment", "Print the sentences of a text, one a line."),
    "glossary": ("reader.cli.glossary", "Look after the glossary."),
    "lookup": ("reader.cli.lookup", "Look up German words in your dictionaries."),
    "models": ("reader.cli.models", "List, install, remove and verify engines."),
    "memory": ("reader.cli.memory", "Look after the translation memory."),
    "vocabulary": ("reader.cli.vocabulary", "Look after the words to learn."),
    "evaluate": ("reader.cli.evaluate", "Score an engine: BLEU, chrF, sentences/s."),
    "doctor": ("reader.cli.doctor", "Say what is installed and what will run."),
    "where": ("reader.cli.where", "Print every path that is read or written."),
}
"""Command name: the module with an attribute `command`, and its line in the help."""


_OPTIONS = {
    "-q, --quiet": "Print nothing but results, errors.",
    "--debug": "Show the whole trace of an error.",
    "--version": "Print the version and end.",
    "-h, --help": "Show this message and exit.",
}


def describe_program() -> str:
    """Return the text of `reader --help`."""
    lines = [
        "Usage: reader [OPTIONS] COMMAND [ARGS]...",
        "",
        "  Read German articles in English, sentence by sentence, on your own machine.",
        "",
        "Options:",
        *(f"  {names:<11}  {text}" for names, text in _OPTIONS.items()),
        "",
        "Commands:",
        *(f"  {name:<10}  {text}" for name, (_, text) in COMMANDS.items()),
        "",
        "  'reader COMMAND --help' says more about each.",
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    output.prepare_stdout()
    is_debug = "--debug" in words
    try:
        code = _print_help() if words in (["--help"], ["-h"]) else _run(words)
        sys.stdout.flush()
    except ReaderError as error:
        _show_trace(is_debug)
        notes.print_error(error)
        code = error.exit_code
    except KeyboardInterrupt:
        notes.note("interrupted")
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:
        code = ExitCode.DONE
    except Exception as error:
        _show_trace(is_debug)
        message = f"this should not have happened: {type(error).__name__}: {error}"
        notes.print_error(ReaderError(message, "the same command with --debug"))
        code = ExitCode.FAILED
    output.finish_stdout()
    sys.exit(code)


def _print_help() -> int:
    sys.stdout.write(describe_program() + "\n")
    return ExitCode.DONE


def _run(words: list[str]) -> int:
    """Let click find and run the command; return its exit code."""
    import click

    from reader.cli.group import HasEnough, cli

    try:
        result = cli.main(args=words, prog_name="reader", standalone_mode=False)
        return int(result or ExitCode.DONE)
    except click.ClickException as error:
        _print_usage_error(error)
        return ExitCode.USAGE
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except HasEnough as error:
        raise BrokenPipeError from error


def _show_trace(is_wanted: bool) -> None:
    if is_wanted:
        import traceback

        traceback.print_exc()


def _print_usage_error(error: ClickException) -> None:
    import click

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "reader"
    notes.print_error(ReaderError(error.format_message(), f"{path} --help"))
