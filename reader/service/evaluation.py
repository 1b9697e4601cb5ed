"""Scores of an engine on sentences with references.

BLEU (Papineni et al. 2002) and chrF (Popović 2015) are sacrebleu's (Post 2018), and
each comes with its signature, so that two numbers can be compared at all. They say
little about a lost figure or a name that was changed, so those are counted, too.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.core.batches import BATCH_CHARACTERS, BatchPlan
from reader.core.figures import find_mismatches
from reader.core.guard import inspect_output
from reader.core.normalize import normalize_source
from reader.core.tidying import tidy_target
from reader.errors import DocumentError
from reader.service.pipeline import Service

# "Angela", "Al-Qaida", "O'Neill"; what "'s" makes a genitive is cut off.
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]{2,})*")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Kept:
    """In how many sentences everything of a kind came through."""

    sentences: int
    """Those that have something of the kind."""
    kept: int

    @property
    def share(self) -> float:
        """Between 0 and 1; 1 where there was nothing to keep."""
        return self.kept / self.sentences if self.sentences else 1.0


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
    length: float
    """Characters of the output for each one of the references."""
    numbers: Kept
    """Sentences with figures, and those whose English has the same ones."""
    names: Kept
    """Sentences with names (see `find_names`), and those whose English has them."""
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
    triples = [(*row, target) for row, target in zip(rows, targets, strict=True)]
    bleu, chrf = BLEU(), CHRF()
    return Scores(
        engine=translator.signature.name,
        signature=str(replace(translator.signature, has_retry=False)),
        sentences=len(rows),
        bleu=round(bleu.corpus_score(targets, references).score, 2),
        bleu_signature=str(bleu.get_signature()),
        chrf=round(chrf.corpus_score(targets, references).score, 2),
        chrf_signature=str(chrf.get_signature()),
        length=round(
            sum(map(len, targets)) / sum(len(reference) for _, reference in rows), 3
        ),
        numbers=count_numbers(triples),
        names=count_names(triples),
        flagged=sum(
            bool(inspect_output(source, target))
            for source, target in zip(sources, targets, strict=True)
        ),
        rate=round(len(outputs) / max(seconds, 1e-9), 2),
        start=round(loaded - before, 2),
    )


def count_numbers(rows: Sequence[tuple[str, str, str]]) -> Kept:
    """Return in how many of the (source, reference, output) rows figures are kept.

    Sentences whose reference itself has other figures than the German are left out
    ("20 Uhr", "8 p.m." is no difference, "drei Viertel", "75%" is).
    """
    verdicts = [
        not any(find_mismatches(source, target))
        for source, reference, target in rows
        if any(map(str.isdigit, source)) and not any(find_mismatches(source, reference))
    ]
    return Kept(len(verdicts), sum(verdicts))


def count_names(rows: Sequence[tuple[str, str, str]]) -> Kept:
    """Return in how many of the (source, reference, output) rows names are kept."""
    verdicts = [
        names <= {word.casefold() for word in _split_words(target)}
        for source, reference, target in rows
        if (names := find_names(source, reference))
    ]
    return Kept(len(verdicts), sum(verdicts))


def find_names(source: str, reference: str) -> set[str]:
    """Return the words that are capitalized alike in both, casefolded: names, mostly.

    Those at the beginning of a sentence are left out, which says nothing of a word.

    >>> sorted(find_names("In Rom traf Anna Dr. Li.", "In Rome, Anna met Dr. Li."))
    ['anna', 'dr', 'li']
    """
    both = set(_split_words(source)[1:]) & set(_split_words(reference)[1:])
    return {word.casefold() for word in both if word[0].isupper()}


def _split_words(text: str) -> list[str]:
    """Return the words of a text; "U.S." is the word "US"."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    return _WORD.findall(plain)


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
