"""`reader glossary lint`: what is wrong with a glossary."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Unpack

import click

from reader.cli import notes, output
from reader.cli.options import (
    Chosen,
    chosen_service,
    common_options,
    glossary_options,
    json_option,
)
from reader.core.glossary.lint import is_failed
from reader.core.glossary.problems import Problem, Severity
from reader.errors import ExitCode


@click.command("lint")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@json_option
@glossary_options
@common_options
def lint(
    files: tuple[Path, ...],
    as_json: bool,
    **chosen: Unpack[Chosen],
) -> int:
    """Find duplicates, conflicts, chains, bad cells and entries never found.

    Without FILE all layers are looked at. Ends with 1 when there is a problem; what
    is only information (one layer wins over another) is none.
    """
    with chosen_service(**chosen) as service:
        problems = service.lint_glossary(files)
    for problem in problems:
        if as_json:
            output.print_json(problem_record(problem))
        else:
            output.print_line(_describe(problem))
    number = sum(problem.severity is not Severity.INFO for problem in problems)
    notes.note("1 problem" if number == 1 else f"{number or 'no'} problems")
    return ExitCode.FAILED if is_failed(problems) else ExitCode.DONE


def problem_record(problem: Problem) -> dict[str, Any]:
    """Return a problem as the JSON object of `reader glossary lint --json`."""
    return {
        "path": str(problem.path) if problem.path else None,
        "line": problem.line,
        "kind": problem.kind,
        "severity": str(problem.severity),
        "message": problem.message,
        "hint": problem.hint,
    }


def _describe(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}"
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{where}: {problem.severity}: {problem.kind}: {problem.message}{hint}"
