"""Scores of an engine on sentences with references.

BLEU (Papineni et al. 2002) and chrF (Popović 2015) are sacrebleu's (Post 2018), and
each comes with its signature, so that two numbers can be compared at all. They say
little about a lost figure or a name that was changed, so those are counted, too.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.core.batches import BATCH_CHARACTERS, BatchPlan
from reader.core.figures import find_mismatches
from reader.core.normalize import normalize_source
from reader.core.translating import Checked, decode
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
    intact: Kept
    """All sentences, and those that lose neither a figure nor a name."""
    flagged: int
    """Outputs that the guard flags, after the retry where the settings allow one."""
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
    translator, has_retry = service.translator, service.settings.retry
    before = time.monotonic()
    translator.translate(["Test."])
    loaded = time.monotonic()
    checked: dict[str, Checked] = {}
    sources = [normalize_source(source) for source, _ in rows]
    plan = BatchPlan(BATCH_CHARACTERS[translator.signature.engine])
    for batch in plan.plan(sources):
        checked |= decode({text: text for text in batch}, translator, has_retry)
    seconds = time.monotonic() - loaded
    targets = [checked[source][0].target for source in sources]
    references = [[reference for _, reference in rows]]
    triples = [(*row, target) for row, target in zip(rows, targets, strict=True)]
    numbers = [keeps_numbers(*triple) for triple in triples]
    names = [keeps_names(*triple) for triple in triples]
    bleu, chrf = BLEU(), CHRF()
    return Scores(
        engine=translator.signature.name,
        signature=str(translator.signature),
        sentences=len(rows),
        bleu=round(bleu.corpus_score(targets, references).score, 2),
        bleu_signature=str(bleu.get_signature()),
        chrf=round(chrf.corpus_score(targets, references).score, 2),
        chrf_signature=str(chrf.get_signature()),
        length=round(
            sum(map(len, targets)) / sum(len(reference) for _, reference in rows), 3
        ),
        numbers=count_kept(numbers),
        names=count_kept(names),
        intact=count_kept(
            False not in verdicts for verdicts in zip(numbers, names, strict=True)
        ),
        flagged=sum(bool(checked[source][1]) for source in sources),
        rate=round(len(checked) / max(seconds, 1e-9), 2),
        start=round(loaded - before, 2),
    )


def count_kept(verdicts: Iterable[bool | None]) -> Kept:
    """Return how many verdicts there are, and how many of them are good."""
    known = [verdict for verdict in verdicts if verdict is not None]
    return Kept(len(known), sum(known))


def keeps_numbers(source: str, reference: str, target: str) -> bool | None:
    """Tell whether all figures are in the English; None where there are none.

    A sentence whose reference itself has other figures than the German has none
    ("20 Uhr", "8 p.m." is no difference, "drei Viertel", "75%" is).
    """
    if not any(map(str.isdigit, source)) or any(find_mismatches(source, reference)):
        return None
    return not any(find_mismatches(source, target))


def keeps_names(source: str, reference: str, target: str) -> bool | None:
    """Tell whether all names are in the English; None where there are none."""
    names = find_names(source, reference)
    if not names:
        return None
    return names <= {word.casefold() for word in _split_words(target)}


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
