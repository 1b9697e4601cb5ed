"""`reader serve`: the terminal reader in a browser, on this machine only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Unpack

import click

from reader.cli import notes, output
from reader.cli.options import (
    Chosen,
    common_options,
    encoding_option,
    engine_options,
    glossary_options,
)
from reader.errors import SettingsError


@click.command("serve")
@click.argument("words", nargs=-1, metavar="[PATH or TITLE]...")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The IP address to listen on.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="0 is any free one.",
)
@click.option(
    "--allow-remote",
    is_flag=True,
    help="Let --host be an address that other machines reach.",
)
@click.option(
    "--readers",
    type=click.IntRange(1, 100),
    default=4,
    show_default=True,
    metavar="NUMBER",
    help="How many tabs may be open at once; each has an engine of its own.",
)
@glossary_options
@engine_options
@encoding_option
@common_options
@click.pass_context
def command(
    context: click.Context,
    /,
    words: Sequence[str],
    host: str,
    port: int,
    allow_remote: bool,
    readers: int,
    **chosen: Unpack[Chosen],
) -> None:
    """Show the terminal reader in a browser, until Ctrl+C.

    Prints the address to open. It has a secret token in it that is new every time;
    every tab has a reader of its own, as 'reader read' with the same arguments.
    """
    # Imported late: Textual and a web server.
    from reader.tui.serving.server import serve

    if "-" in words:
        raise click.UsageError("the reader in a browser cannot read standard input")
    address = _find_address(host, allow_remote)
    options = _repeat_options(context.command.params, chosen)
    # -P: a folder named "reader" in the working directory is not the program.
    read = [sys.executable, "-P", "-m", "reader", "read", *options, "--", *words]
    serve(read, address, port, _announce, readers)


def _find_address(host: str, is_remote_allowed: bool) -> str:
    """Return the address to listen on; other machines' only when that was asked for."""
    from reader.tui.serving.guard import is_address, is_loopback

    if host == "localhost":
        return "127.0.0.1"
    if not is_address(host):
        raise click.BadParameter(
            f"'{host}' is not an IP address", param_hint="'--host'"
        )
    if is_loopback(host):
        return host
    if not is_remote_allowed:
        raise SettingsError(
            f"other machines may reach {host}, so it is not served by itself",
            "reader serve, for this machine alone; or the same with --allow-remote",
        )
    notes.note(
        f"warning: other machines may reach {host}. Who has the address with its token "
        "can read and change your texts, and nothing on the way is encrypted."
    )
    return host


def _repeat_options(
    parameters: Iterable[click.Parameter], chosen: Mapping[str, object]
) -> list[str]:
    """Return the words that choose the same for the reader of a tab."""
    words: list[str] = []
    for parameter in parameters:
        value = chosen.get(parameter.name or "")
        if value is True:
            words.append(parameter.opts[0])
        elif value is not None and value is not False:
            for each in value if isinstance(value, tuple) else (value,):
                words += [parameter.opts[0], str(each)]
    return words


def _announce(url: str) -> None:
    output.print_line(url)
    sys.stdout.flush()
    notes.note("Open this address in a browser. Ctrl+C ends the server.")
