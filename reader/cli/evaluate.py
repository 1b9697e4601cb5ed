"""`reader evaluate`: how good and how fast an engine is, by the field's measures."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Unpack

import click

from reader.cli import output
from reader.cli.options import (
    Chosen,
    chosen_service,
    common_options,
    engine_options,
    json_object_option,
)


@click.command("evaluate")
@click.argument("path", type=click.Path(path_type=Path))
@engine_options
@click.option("--limit", type=click.IntRange(1), help="Only the first rows.")
@json_object_option
@common_options
def command(
    path: Path,
    limit: int | None,
    as_json: bool,
    **chosen: Unpack[Chosen],
) -> None:
    """Score an engine on PATH, a TSV of German sources and English references.

    Prints BLEU and chrF with sacrebleu's signatures, how many sentences keep their
    figures and the names that are the same in both languages, and sentences a second.
    What the guard flags is tried once more, as always (`retry` in reader.toml); the
    memory is neither asked nor filled. A first line 'source<TAB>target' is a
    header.
    """
    with chosen_service(**chosen) as service:
        from reader.service.evaluation import evaluate

        scores = evaluate(service, path, limit)
    if as_json:
        output.print_json(asdict(scores))
        return
    output.print_line(f"engine     {scores.engine}")
    output.print_line(f"sentences  {scores.sentences}, {scores.flagged} flagged")
    for kind, kept in (("numbers", scores.numbers), ("names", scores.names)):
        output.print_line(
            f"{kind:<10} kept in {kept.kept} of {kept.sentences} sentences that have"
            f" any ({kept.share:.1%})"
        )
    output.print_line(
        f"intact     {scores.intact.kept} of {scores.intact.sentences} sentences lose"
        f" neither ({scores.intact.share:.1%})"
    )
    output.print_line(f"length     {scores.length:.1%} of the references")
    output.print_line(f"BLEU       {scores.bleu:.1f}  {scores.bleu_signature}")
    output.print_line(f"chrF       {scores.chrf:.1f}  {scores.chrf_signature}")
    output.print_line(
        f"speed      {scores.rate:.1f} sentences/s, loaded in {scores.start:.1f} s"
    )
