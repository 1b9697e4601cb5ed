"""Scores of an engine on sentences with references.

BLEU (Papineni et al. 2002) and chrF (Popović 2015) are sacrebleu's (Post 2018), and
each comes with its signature, so that two numbers can be compared at all.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from reader.core.batches import BATCH_CHARACTERS, BatchPlan
from reader.core.guard import inspect_output
from reader.core.normalize import normalize_source
from reader.core.tidying import tidy_target
from reader.errors import DocumentError
from reader.service.pipeline import Service


@dataclass(frozen=True, slots=True)
class Scores:
    """One evaluation, as `reader evaluate` prints it."""

    engine: str
    signature: str
    sentences: int
    bleu: float
    bleu_signature: str
    chrf: float
    chrf_signature: str
    flagged: int
    """Outputs that the guard flags, before any retry."""
    rate: float
    """Sentences a second, without the time to load the engine."""
    start: float
    """Seconds until the engine was loaded and had translated one word."""


def evaluate(service: Service, path: Path, limit: int | None = None) -> Scores:
    """Translate the sources of `path` and score them against its references.

    Raises:
        DocumentError: the file has no rows of two columns.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    rows = read_references(service, path)[:limit]
    translator = service.translator
    before = time.monotonic()
    translator.translate(["Test."])
    loaded = time.monotonic()
    outputs: dict[str, str] = {}
    sources = [normalize_source(source) for source, _ in rows]
    plan = BatchPlan(BATCH_CHARACTERS[translator.signature.engine])
    for batch in plan.plan(sources):
        translations = translator.translate(batch)
        for source, output in zip(batch, translations, strict=True):
            outputs[source] = tidy_target(source, output.target)
    seconds = time.monotonic() - loaded
    targets = [outputs[source] for source in sources]
    references = [[reference for _, reference in rows]]
    bleu, chrf = BLEU(), CHRF()
    return Scores(
        engine=translator.signature.name,
        signature=str(replace(translator.signature, has_retry=False)),
        sentences=len(rows),
        bleu=round(bleu.corpus_score(targets, references).score, 2),
        bleu_signature=str(bleu.get_signature()),
        chrf=round(chrf.corpus_score(targets, references).score, 2),
        chrf_signature=str(chrf.get_signature()),
        flagged=sum(
            bool(inspect_output(source, target))
            for source, target in zip(sources, targets, strict=True)
        ),
        rate=round(len(outputs) / max(seconds, 1e-9), 2),
        start=round(loaded - before, 2),
    )


def read_references(service: Service, path: Path) -> list[tuple[str, str]]:
    """Return the (source, reference) rows of a TSV file.

    Raises:
        DocumentError: a row has no second column, with its number; or no rows.
    """
    rows = []
    lines = service.read_document(path).replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if not line.strip() or (number == 1 and cells[:2] == ["source", "target"]):
            continue
        if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
            raise DocumentError(
                f"{path}:{number}: no source and target with a tab between them",
                "one pair a line: German, a tab, English",
            )
        rows.append((cells[0], cells[1]))
    if not rows:
        raise DocumentError(
            f"{path} has no rows", "one pair a line: German, a tab, English"
        )
    return rows
