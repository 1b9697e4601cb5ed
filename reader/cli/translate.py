"""`reader translate`: files and folders to bilingual files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from reader.cli import notes, output
from reader.cli.options import (
    Chosen,
    chosen_service,
    common_options,
    encoding_option,
    engine_options,
    glossary_options,
)
from reader.errors import ExitCode, SettingsError
from reader.formats.writers import LAYOUTS, SUFFIXES

if TYPE_CHECKING:
    from reader.core.translating import Options, Progress
    from reader.service import Service
    from reader.service.runs import Job, Run, Target
    from reader.service.summary import Summary


@click.command("translate")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "out_dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write files below DIR; one file or '-' without it goes to standard output.",
)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(list(SUFFIXES)),
    help="Repeat it for several. Default: html with -o, text without.",
)
@click.option("--layout", type=click.Choice(LAYOUTS), default=LAYOUTS[0])
@click.option("--all", "with_all", is_flag=True, help="Take boilerplate along.")
@glossary_options
@engine_options
@encoding_option
@click.option("--include", multiple=True, metavar="GLOB", help="Only these files.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Not these files.")
@click.option("--force", is_flag=True, help="Translate anew what is known already.")
@click.option("--strict", is_flag=True, help="End with 1 when a pair is flagged.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and end.")
@common_options
def command(
    paths: tuple[Path, ...],
    out_dir: Path | None,
    formats: tuple[str, ...],
    layout: str,
    with_all: bool,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    force: bool,
    strict: bool,
    dry_run: bool,
    **chosen: Unpack[Chosen],
) -> int:
    """Translate German files and folders to English, sentence by sentence.

    A folder's tree is mirrored below DIR; a.txt becomes a.txt.html. What was
    translated before is taken from the memory, so that an interrupted run goes on
    when the same command is typed again.
    """
    # Imported late: help and completion need none of it.
    from reader.core.translating import Options
    from reader.service.runs import Target, plan_jobs

    default = "text" if out_dir is None else "html"
    target = Target(tuple(dict.fromkeys(formats)) or (default,), layout)
    options = Options(with_boilerplate=with_all, anew=force)
    with chosen_service(**chosen) as service:
        if out_dir is None and dry_run:
            for path in paths:
                output.print_line(f"{path} -> standard output")
            return ExitCode.DONE
        if out_dir is None:
            return _translate_to_stdout(service, paths, target, options, strict)
        jobs, skipped = plan_jobs(paths, out_dir, target, include, exclude)
        if dry_run:
            return _tell_plan(jobs, skipped, target)
        sources = [job.source for job in jobs]
        run, is_whole = _watch(
            service, target, options, sources, lambda run: run.translate(jobs)
        )
        run.summary.skipped[:0] = skipped
        _tell_summary(run.summary)
        return run.summary.exit_code(strict) if is_whole else ExitCode.INTERRUPTED


def _translate_to_stdout(
    service: Service,
    paths: tuple[Path, ...],
    target: Target,
    options: Options,
    strict: bool,
) -> int:
    path = paths[0]
    if len(paths) > 1 or path.is_dir():
        raise SettingsError(
            "several documents need a folder for their outputs",
            "the same command with '-o DIR'",
        )
    if len(target.formats) > 1:
        raise SettingsError(
            "standard output takes one format", "the same command with '-o DIR'"
        )
    with output.hold_back(notes.has_progress()) as stream:
        run, is_whole = _watch(
            service,
            target,
            options,
            [path],
            lambda run: run.print_document(path, stream),
        )
    _tell_left_out(run.summary.skipped)
    _tell_details(run.summary)
    return run.summary.exit_code(strict) if is_whole else ExitCode.INTERRUPTED


def _watch(
    service: Service,
    target: Target,
    options: Options,
    paths: Iterable[Path],
    work: Callable[[Run], object],
) -> tuple[Run, bool]:
    """Do `work` behind a progress bar; return the run and whether it was finished."""
    from reader.service.runs import Run, measure_size

    done = 0
    clock = notes.Clock()

    def report(progress: Progress) -> None:
        nonlocal done
        done += progress.translated + progress.recalled
        meter.advance(progress.characters, clock.rate(progress.translated, done))

    run = Run(service, target, options, report)
    with notes.show_progress("Translating", measure_size(paths)) as meter:
        try:
            work(run)
        except KeyboardInterrupt:
            # The engine's process goes first: a batch in it cannot be interrupted.
            service.close()
            notes.note(
                f"interrupted: {done} sentences are in the memory; "
                "type the same command again to go on"
            )
            return run, False
    return run, True


def _tell_plan(jobs: list[Job], skipped: list[tuple[Path, str]], target: Target) -> int:
    for job in jobs:
        for path in target.name_outputs(job.output):
            output.print_line(f"{job.source} -> {path}")
    _tell_left_out(skipped)
    return ExitCode.DONE


def _tell_left_out(skipped: list[tuple[Path, str]]) -> None:
    for path, reason in skipped:
        notes.note(f"left out: {path}: {reason}")


def _tell_summary(summary: Summary) -> None:
    for path in summary.outputs:
        output.print_line(str(path))
    _tell_left_out(summary.skipped)
    for _, error in summary.failed:
        notes.print_error(error)
    counts = {
        "from the memory": summary.recalled,
        "flagged": summary.flagged,
        "without English": summary.untranslated,
    }
    told = [f"{count} {what}" for what, count in counts.items() if count]
    files = {"failed": len(summary.failed), "left out": len(summary.skipped)}
    told += [f"{_count(n, 'file')} {what}" for what, n in files.items() if n]
    notes.note(
        f"{_count(summary.documents, 'file')}, "
        f"{_count(summary.sentences, 'sentence')}"
        + "".join(f", {text}" for text in told)
    )
    _tell_details(summary)


def _tell_details(summary: Summary) -> None:
    for line in summary.describe_terms() + summary.describe_flags():
        notes.note(line)
    if summary.boilerplate:
        count = _count(summary.boilerplate, "line")
        notes.note(f"  {count} of boilerplate left out; --all takes them along")


def _count(number: int, what: str) -> str:
    """Return "1 file", "2 files"."""
    return f"{number} {what}{'s' * (number != 1)}"
