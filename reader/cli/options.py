"""Options that several commands share, and the service they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypedDict, TypeVar, Unpack

import click

from reader.cli import notes
from reader.core.interfaces import DEVICES, ENGINES
from reader.service import Service, open_service

Function = TypeVar("Function", bound=Callable[..., Any])


FAST, BEST = 1, 4
"""Beams of --fast and --best; `python -m tests.benchmarks.decoding` measures them."""


class Chosen(TypedDict, total=False):
    """The options of a command that choose its service; None was not given."""

    glossary_files: tuple[Path, ...]
    no_shipped_glossary: bool
    engine: str | None
    beam: int | None
    fast: bool
    best: bool
    threads: int | None
    device: str | None
    encoding: str | None


def join_options(
    *options: Callable[[Function], Function],
) -> Callable[[Function], Function]:
    """Return one decorator for several options, which stand in this order."""

    def add(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return add


def _set_quiet(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        notes.set_quiet(True)


# Behind the command, too; before it they belong to `reader` itself.
common_options = join_options(
    click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        help="Show the whole trace of an error.",
    ),
    click.option(
        "--quiet",
        "-q",
        is_flag=True,
        expose_value=False,
        callback=_set_quiet,
        help="Print nothing but results and errors.",
    ),
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, one object a line."
)
json_object_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object."
)
encoding_option = click.option(
    "--encoding", help="Of the documents; found out when left out."
)
engine_options = join_options(
    click.option("--engine", type=click.Choice(ENGINES), help="Default: auto."),
    click.option("--beam", type=click.IntRange(1, 32), help="Width of the search."),
    click.option("--fast", is_flag=True, help=f"The same as --beam {FAST}."),
    click.option("--best", is_flag=True, help=f"The same as --beam {BEST}."),
    click.option("--threads", type=click.IntRange(1, 1024), help="Default: all cores."),
    click.option("--device", type=click.Choice(DEVICES), help="Default: cpu."),
)
glossary_options = join_options(
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


@contextmanager
def chosen_service(**chosen: Unpack[Chosen]) -> Iterator[Service]:
    """Open the service with the settings in force and the options given."""
    with open_service(
        notify=notes.note,
        progress=notes.show_progress,
        glossary_files=chosen.get("glossary_files", ()),
        **_settle(chosen),
    ) as service:
        yield service


def _settle(chosen: Chosen) -> dict[str, Any]:
    """Return the settings that the options ask for."""
    settled = {
        "engine": chosen.get("engine"),
        "beam": _choose_beam(chosen),
        "threads": chosen.get("threads"),
        "device": chosen.get("device"),
        "encoding": chosen.get("encoding"),
        "shipped_glossary": False if chosen.get("no_shipped_glossary") else None,
    }
    return {name: value for name, value in settled.items() if value is not None}


def _choose_beam(chosen: Chosen) -> int | None:
    asked = {}
    if (beam := chosen.get("beam")) is not None:
        asked[f"--beam {beam}"] = beam
    for name, width in (("fast", FAST), ("best", BEST)):
        if chosen.get(name):
            asked[f"--{name}"] = width
    if len(set(asked.values())) > 1:
        raise click.UsageError(
            f"{' and '.join(asked)} contradict each other; leave one of them out"
        )
    return next(iter(asked.values()), None)
