"""`reader glossary report`: what became of each term."""

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
from reader.core.terminology.usage import TermReport, UsageReport
from reader.service.reporting import GlossaryReport, report_terms

_EXAMPLES = 3
_HEADER = (
    "term", "English", "hits", "kept", "enforced", "missing", "forbidden",
    "candidates",
)  # fmt: skip


@click.command("report")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@glossary_options
@engine_options
@common_options
def report(
    paths: tuple[Path, ...],
    as_json: bool,
    **chosen: Unpack[Chosen],
) -> int:
    """Count what became of each glossary term, what needs attention first.

    PATH is a German article, which is translated as 'reader translate' does it (what
    the memory has is not translated again), a file of finished pairs (.jsonl, .tsv,
    .html, .tmx), or a folder. Candidates are compounds that hold a term and are not
    enforced, because nobody has said their English: 'glossary add' does.
    """
    with chosen_service(**chosen) as service:
        found = report_terms(service, paths)
    if as_json:
        for one in found.usage.terms:
            output.print_json({"kind": "term"} | term_record(one))
        output.print_json({"kind": "total"} | total_record(found))
    elif found.usage.terms:
        output.print_table(_HEADER, map(_row, found.usage.terms))
        output.print_line()
        for line in _describe_total(found.usage):
            output.print_line(line)
    _tell(found)
    return found.exit_code


def term_record(one: TermReport) -> dict[str, Any]:
    """Return a term's counts as a JSON object."""
    return {
        "source": one.term.source,
        "target": one.term.target,
        "usage": str(one.term.usage),
        "hits": one.hits,
        "kept": one.statuses["kept"],
        "enforced": one.statuses["enforced"],
        "missing": one.statuses["missing"],
        "forbidden": one.statuses["forbidden"],
        "steps": dict(one.steps),
        "candidates": dict(one.candidates.most_common()),
    }


def total_record(found: GlossaryReport) -> dict[str, Any]:
    """Return the sums as a JSON object; `steps` are shares of the hits."""
    usage = found.usage
    shares = {step: round(share, 4) for step, share in usage.steps().items()}
    return {
        "files": found.files,
        "pairs": usage.pairs,
        "untranslated": usage.untranslated,
        "entries": found.entries,
        "terms": len(usage.terms),
        **usage.total(),
        "steps": shares,
    }


def _row(one: TermReport) -> tuple[object, ...]:
    words = [word for word, _ in one.candidates.most_common(_EXAMPLES)]
    examples = f" ({', '.join(words)})" if words else ""
    usage = "not: " if one.term.usage == "forbidden" else ""
    counts = (one.statuses[name] or "" for name in _HEADER[3:7])
    candidates = f"{one.candidates.total() or ''}{examples}"
    return (one.term.source, usage + one.term.target, one.hits, *counts, candidates)


def _describe_total(usage: UsageReport) -> list[str]:
    sums = usage.total()
    counts = ", ".join(f"{n} {name}" for name, n in sums.items() if name != "hits")
    shares = ", ".join(f"{step} {share:.1%}" for step, share in usage.steps().items())
    return [f"{sums['hits']} hits: {counts}", f"share of each step: {shares}"]


def _tell(found: GlossaryReport) -> None:
    for path, reason in found.skipped:
        notes.note(f"left out: {path}: {reason}")
    for error in found.failed:
        notes.print_error(error)
    usage = found.usage
    without = usage.untranslated
    notes.note(
        f"{found.files} file{'s' * (found.files != 1)}, {usage.pairs} pairs, "
        f"{len(usage.terms)} of {found.entries} entries found"
        + (f", {without} sentences without English left out" if without else "")
    )
