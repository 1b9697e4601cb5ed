"""The command-line reference, made from the commands' own help.

`python -m reader.cli.reference` writes REFERENCE.md beside this file; with --check
it only says whether that is up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reader.cli.group import cli

REFERENCE = Path(__file__).with_name("REFERENCE.md")


def describe_commands() -> str:
    """Return the help of every command as Markdown."""
    parts = [
        "# Command-line reference",
        "Made from the commands' help by `make reference`; do not edit.",
    ]
    for path, text in _walk(cli, "reader", None):
        parts += [f"## `{path}`", f"```text\n{text}\n```"]
    return "\n\n".join(parts) + "\n"


def _walk(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command,
        parent,
        info_name=name,
        terminal_width=80,
        **command.context_settings,
    )
    yield context.command_path, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for child_name in command.list_commands(context):
            child = command.get_command(context, child_name)
            assert child is not None
            yield from _walk(child, child_name, context)


def main(arguments: list[str]) -> int:
    """Write the reference, or compare it; return the exit code."""
    text = describe_commands()
    if "--check" not in arguments:
        REFERENCE.write_text(text, encoding="utf-8")
        return 0
    if REFERENCE.is_file() and REFERENCE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"{REFERENCE} is out of date\n  try: make reference\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
