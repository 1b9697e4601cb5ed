"""`reader glossary check`: violations in finished translations, for people and CI."""

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
from reader.errors import ExitCode
from reader.service.auditing import Audit, Violation, open_audit


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@glossary_options
@common_options
def check(
    paths: tuple[Path, ...],
    as_json: bool,
    **chosen: Unpack[Chosen],
) -> int:
    """Check finished translations against the glossary in force.

    PATH is a file of pairs (.jsonl, .tsv or .html of 'reader translate', .tmx, or a
    sheet with the columns source and target) or a folder of them. Every sentence is
    matched and checked anew; what the file says about its terms is compared with
    that. Ends with 1 when a term is missing, a forbidden word stands, or a record is
    not true, and with 2 when nothing could be read.
    """
    with chosen_service(**chosen) as service:
        audit = open_audit(service)
        for violation in audit.run(paths):
            if as_json:
                output.print_json(violation_record(violation))
            else:
                output.print_line(describe(violation))
    return _tell(audit)


def describe(violation: Violation) -> str:
    """Return a violation as one line.

    `file:b0007s02: Rechenleistung → computing power (missing): The compute is short.`
    """
    use, finding = violation.finding.use, violation.finding
    reason = {
        "forbidden": f'forbidden "{finding.words}"',
        "untrue": f"untrue: {finding.words}",
    }.get(finding.kind, finding.kind)
    expected = violation.expected or use.target
    if finding.kind == "forbidden":
        expected = violation.expected or "another word"
    what = f"{use.source} → {expected} ({reason})"
    where = f"{violation.path}:{violation.place}"
    return f"{where}: {what}: {' '.join((violation.pair.target or '').split())}"


def violation_record(violation: Violation) -> dict[str, Any]:
    """Return a violation as the JSON object of `reader glossary check --json`."""
    sentence, use = violation.pair.sentence, violation.finding.use
    return {
        "path": str(violation.path),
        "place": violation.place,
        "document": sentence.document,
        "kind": violation.finding.kind,
        "expected": violation.expected or None,
        "words": violation.finding.words,
        "term": {name: getattr(use, name) for name in type(use).__slots__},
        "source": sentence.source,
        "target": violation.pair.target,
    }


def _tell(audit: Audit) -> ExitCode:
    for error in audit.failed:
        notes.print_error(error)
    counts = {
        "missing or forbidden": audit.violations,
        "records not true": audit.untrue,
        "unreadable": len(audit.failed),
    }
    told = "".join(f", {count} {what}" for what, count in counts.items() if count)
    notes.note(
        f"{audit.files} file{'s' * (audit.files != 1)}, {audit.pairs} pairs, "
        f"{audit.hits} glossary hits{told or ', nothing wrong'}"
    )
    if audit.without_english:
        notes.note(f"{audit.without_english} sentences without English not checked")
    return audit.exit_code
