"""`reader read`: the terminal reader."""

from __future__ import annotations

import os
import sys
from typing import Unpack

import click

from reader.cli.options import (
    Chosen,
    chosen_service,
    common_options,
    encoding_option,
    engine_options,
    glossary_options,
)
from reader.errors import ExitCode, SettingsError


@click.command("read")
@click.argument("words", nargs=-1, metavar="[PATH or TITLE]...")
@glossary_options
@engine_options
@encoding_option
@click.option(
    "--ahead",
    is_flag=True,
    help="Translate all the texts named, and not only the one that is read.",
)
@common_options
def command(
    words: tuple[str, ...],
    ahead: bool,
    **chosen: Unpack[Chosen],
) -> int:
    """Read German texts beside their English, sentence by sentence.

    A file is opened, and files that 'reader translate' wrote are, too. Of a folder, or
    of several files, all are added to the library, which is shown. Words that name no
    file are looked for in the titles and file names of the library: 'reader read sora'.
    Without any, the library is shown.
    """
    if "-" in words:
        raise click.UsageError("the terminal reader cannot read standard input")
    _check_terminal()
    with chosen_service(**chosen) as service:
        # Imported late: Textual is for this command alone.
        from reader.service.library import choose_texts
        from reader.tui.app import ReaderApp

        with service.progress("Adding", None) as meter:
            texts = choose_texts(
                service.library,
                words,
                service.settings.encoding,
                lambda path: meter.advance(1, path.name),
            )
        app = ReaderApp(service, texts, ahead)
        app.run()
        return app.return_code or ExitCode.DONE


def _check_terminal() -> None:
    """Refuse to draw where nobody sees it.

    Raises:
        SettingsError: one of the standard streams is no terminal.
    """
    # `reader serve` draws in a browser, and says so by this.
    if "TEXTUAL_DRIVER" in os.environ:
        return
    # Keys come from the first; Textual draws on the last, whatever its name says.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise SettingsError(
            "the terminal reader needs a terminal",
            "reader translate PATH, which prints the pairs",
        )
