"""`reader serve`: the terminal reader in a browser, on this machine only."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reader.cli import notes, output
from reader.cli.options import common_options
from reader.core.interfaces import ENGINES
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
@click.option("--engine", type=click.Choice(ENGINES), help="Default: auto.")
@click.option(
    "--glossary",
    "glossary_files",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A term base that wins over the others. Repeat it for several.",
)
@common_options
def command(
    words: Sequence[str],
    host: str,
    port: int,
    allow_remote: bool,
    engine: str | None,
    glossary_files: Sequence[Path],
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
    serve(_build_command(words, engine, glossary_files), address, port, _announce)


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


def _build_command(
    words: Sequence[str], engine: str | None, glossary_files: Sequence[Path]
) -> list[str]:
    """Return the words that start the reader of one tab."""
    # -P: a folder named "reader" in the working directory is not the program.
    command = [sys.executable, "-P", "-m", "reader", "read"]
    if engine is not None:
        command += ["--engine", engine]
    for path in glossary_files:
        command += ["--glossary", str(path)]
    return [*command, "--", *words]


def _announce(url: str) -> None:
    output.print_line(url)
    sys.stdout.flush()
    notes.note("Open this address in a browser. Ctrl+C ends the server.")
