"""Options that several commands share, and the service they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from reader.cli import notes
from reader.core.interfaces import DEVICES, ENGINES
from reader.service import Service, open_service

Function = TypeVar("Function", bound=Callable[..., Any])


def common_options(function: Function) -> Function:
    """Let --quiet and --debug stand behind the command, too."""
    for names, text in (
        (("--quiet", "-q"), "Print nothing but results and errors."),
        (("--debug",), "Show the whole trace of an error."),
    ):
        function = click.option(
            *names,
            is_flag=True,
            expose_value=False,
            callback=_set_quiet if "-q" in names else None,
            help=text,
        )(function)
    return function


def _set_quiet(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        notes.set_quiet(True)


def json_option(function: Function) -> Function:
    """Add --json, for commands that list or report."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON, one object a line."
    )(function)


def engine_options(function: Function) -> Function:
    """Add what chooses the engine and how it searches."""
    for option in reversed(
        (
            click.option("--engine", type=click.Choice(ENGINES), help="Default: auto."),
            click.option(
                "--beam", type=click.IntRange(1, 32), help="Width of the search."
            ),
            click.option("--fast", is_flag=True, help="The same as --beam 1."),
            click.option(
                "--threads", type=click.IntRange(1, 1024), help="Default: all cores."
            ),
            click.option("--device", type=click.Choice(DEVICES), help="Default: cpu."),
        )
    ):
        function = option(function)
    return function


def glossary_options(function: Function) -> Function:
    """Add what chooses the glossary."""
    for option in reversed(
        (
            click.option(
                "--glossary",
                "glossary_files",
                type=click.Path(path_type=Path),
                multiple=True,
                metavar="FILE",
                help="A term base that wins over the others. Repeat it for several.",
            ),
            click.option(
                "--no-shipped-glossary",
                is_flag=True,
                help="Leave out the glossary that comes with the program.",
            ),
        )
    ):
        function = option(function)
    return function


@contextmanager
def chosen_service(
    fast: bool = False,
    beam: int | None = None,
    *,
    glossary_files: Sequence[Path] = (),
    no_shipped_glossary: bool = False,
    **chosen: Any,
) -> Iterator[Service]:
    """Open the service with the settings in force and the options given.

    Options that are None were not given.
    """
    if fast and beam not in (None, 1):
        raise click.UsageError("--fast means --beam 1; leave one of them out")
    given = {name: value for name, value in chosen.items() if value is not None}
    if fast or beam:
        given["beam"] = 1 if fast else beam
    if no_shipped_glossary:
        given["shipped_glossary"] = False
    with open_service(
        notify=notes.note,
        progress=notes.show_progress,
        glossary_files=glossary_files,
        **given,
    ) as service:
        yield service
