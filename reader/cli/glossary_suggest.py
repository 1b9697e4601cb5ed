"""`reader glossary suggest`: terms of articles that the glossary lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Unpack

import click

from reader.cli import notes, output
from reader.cli.options import (
    Chosen,
    chosen_service,
    common_options,
    engine_options,
    glossary_options,
    json_option,
)
from reader.service.suggesting import Proposal, Proposals, propose_terms


@click.command("suggest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=50,
    show_default=True,
    help="How many, the best first.",
)
@click.option("--all", "with_known", is_flag=True, help="Also what the glossary has.")
@click.option(
    "--to",
    "form",
    type=click.Choice(("text", "tsv")),
    default="text",
    help="'tsv' prints lines that 'glossary import' takes. Default: text.",
)
@click.option("--no-translate", is_flag=True, help="Do not ask an engine for English.")
@json_option
@glossary_options
@engine_options
@common_options
def suggest(
    paths: tuple[Path, ...],
    limit: int,
    with_known: bool,
    form: str,
    no_translate: bool,
    as_json: bool,
    **chosen: Unpack[Chosen],
) -> int:
    """Suggest terms for the glossary from German articles, the best first.

    PATH is an article or a folder of them. Nouns, compounds, abbreviations, names and
    phrases are ranked by C-value, cohesion and weirdness against general German. Each
    has its citation form, the engine's English of the bare term, what it became in
    translations of the memory, and three sentences.
    """
    if form == "tsv" and no_translate:
        raise click.UsageError("--to tsv needs the English; leave out --no-translate")
    if form == "tsv" and as_json:
        raise click.UsageError("--json and --to tsv exclude each other")
    with chosen_service(**chosen) as service:
        proposals = propose_terms(service, paths, limit, with_known, not no_translate)
    if form == "tsv":
        _print_sheet(proposals)
    for proposal in proposals.found if form == "text" else ():
        if as_json:
            output.print_json(proposal_record(proposal))
        else:
            _print_proposal(proposal)
    _tell(proposals)
    return proposals.exit_code


def proposal_record(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as the JSON object of `reader glossary suggest --json`."""
    suggestion = proposal.suggestion
    return {
        "source": suggestion.source,
        "target": proposal.target or None,
        "pos": suggestion.pos,
        "count": suggestion.count,
        "score": suggestion.score,
        "known": proposal.is_known,
        "forms": list(suggestion.forms),
        "seen": [{"target": text, "count": count} for text, count in proposal.seen],
        "examples": [
            {"document": s.document, "id": s.id, "source": s.source}
            for s in proposal.examples
        ],
    }


def _print_proposal(proposal: Proposal) -> None:
    suggestion = proposal.suggestion
    english = f" → {proposal.target}" if proposal.target else ""
    known = ", in the glossary" if proposal.is_known else ""
    output.print_line(
        f"{suggestion.source}{english}  "
        f"({suggestion.pos}, {suggestion.count}×, {suggestion.score:.1f}{known})"
    )
    if proposal.seen:
        seen = ", ".join(f"{text} ({count})" for text, count in proposal.seen)
        output.print_line(f"    translated: {seen}")
    for sentence in proposal.examples:
        output.print_line(f"    {sentence.document}:{sentence.id}: {sentence.source}")


def _print_sheet(proposals: Proposals) -> None:
    from reader.formats.glossary_tsv import write_glossary_tsv

    terms = (proposal.to_term() for proposal in proposals.found)
    write_glossary_tsv(output.stdout(), (term for term in terms if term.target))


def _tell(proposals: Proposals) -> None:
    for path, reason in proposals.skipped:
        notes.note(f"left out: {path}: {reason}")
    for error in proposals.failed:
        notes.print_error(error)
    shown = len(proposals.found)
    notes.note(
        f"{proposals.articles} article{'s' * (proposals.articles != 1)}, "
        f"{proposals.candidates} candidates, {proposals.known} in the glossary, "
        f"{shown} shown"
    )
