"""Real engines made to obey: how many terms come out, by which step, at what price."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import sacrebleu

from reader.backends import argos, builtin
from reader.backends.inflection import EnglishInflector
from reader.backends.lemmas import load_lemmas
from reader.backends.lexicon import load_lexicon
from reader.backends.patterns import compile_pattern
from reader.core.alignment.aligner import Aligner
from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Term
from reader.core.interfaces import Decoding, EngineSettings, Translation, Translator
from reader.core.matching.matcher import Matcher
from reader.core.obeying.checking import check_terms
from reader.core.obeying.hinting import hint_terms
from reader.core.obeying.obeying import Obeyed, Task, obey
from tests.packages import HELD_OUT, TINY

FLORES = Path(__file__).parents[1] / "gold" / "flores"
FAST = Decoding(beam=1, length_penalty=0.6)
MEASURED_ROWS = 100
"""Of the 200 with terms; the real engine takes a second for a sentence."""

# Words that the tiny package never says of itself.
TERMS = [
    Term("Sprachmodell", ("large language model",), "noun"),
    Term("Unternehmen", ("firm",), "noun"),
    Term("Konzern", ("group",), "noun"),
    Term("Behörde", ("agency",), "noun"),
    Term("Fabrik", ("plant",), "noun"),
    Term("Rechenzentrum", ("server farm",), "noun"),
    Term("Markt", ("marketplace",), "noun"),
    Term("kaufen", ("purchase",), "verb"),
    Term("entwickeln", ("design",), "verb"),
]


@dataclass(frozen=True, slots=True)
class Outcome:
    tasks: Sequence[Task]
    """The sentences whose plain English fails."""
    results: Sequence[Obeyed]
    kept: int
    """Hits of the sentences whose plain English obeys."""
    failing: Sequence[int]
    """Which sentences fail."""

    @property
    def steps(self) -> Counter[str]:
        found = Counter(step for result in self.results for step in result.steps)
        return found + Counter(engine=self.kept)

    def share(self, *steps: str) -> float:
        return sum(self.steps[step] for step in steps) / self.steps.total()


def run(
    translator: Translator, sources: Sequence[str], hits: Sequence[Sequence[TermHit]]
) -> Outcome:
    inflector = EnglishInflector()
    forms = EnglishForms(inflector)
    tasks, failing, kept = [], [], 0
    plain = translator.translate(sources)
    for number, (source, english, found) in enumerate(
        zip(sources, plain, hits, strict=True)
    ):
        if check_terms(found, english.target, (), forms, source).is_good:
            kept += len(found)
        else:
            tasks.append(Task(source, english, tuple(found)))
            failing.append(number)
    results = obey(tasks, translator, Aligner(load_lexicon()), inflector)
    return Outcome(tasks, results, kept, failing)


def assert_steps_are_true(outcome: Outcome) -> None:
    forms = EnglishForms(EnglishInflector())
    for task, result in zip(outcome.tasks, outcome.results, strict=True):
        target = result.translation.target
        verdict = check_terms(task.hits, target, (), forms, task.source)
        there = [span is not None for span in verdict.spans]
        assert there == [step != "missing" for step in result.steps], target


@pytest.fixture(scope="module")
def tiny() -> Outcome:
    with HELD_OUT.open(encoding="utf-8", newline="") as lines:
        sources = [row["source"] for row in csv.DictReader(lines, dialect="excel-tab")]
    matcher = Matcher(TERMS, load_lemmas(), compile_pattern)
    hits = {source: matcher.find(source).hits for source in sources}
    chosen = [source for source in sources if hits[source]]
    engine = argos.load(EngineSettings("argos", str(TINY), threads=1))
    return run(engine, chosen, [hits[source] for source in chosen])


def test_a_package_that_never_says_the_terms_obeys_all_the_same(tiny: Outcome) -> None:
    print(tiny.steps)
    assert tiny.steps.total() >= 50
    assert tiny.share("engine", "second-pass", "replacement") >= 0.95
    # Else nothing was tested.
    assert tiny.share("engine") < 0.2
    assert_steps_are_true(tiny)


def test_english_that_lost_its_thread_is_not_taken(tiny: Outcome) -> None:
    """Forced to say "agency", the package drops the verb; replaced, nothing is lost."""
    english = {
        task.source: result.translation.target
        for task, result in zip(tiny.tasks, tiny.results, strict=True)
    }
    expected = {
        "Eine Behörde kaufte chinesische Projekte, um dieses japanische Passwort zu"
        " entwickeln.": "An agency purchased Chinese projects to design this Japanese"
        " password.",
        "Mit keinem Markt baut der wichtige Ingenieur den kleinen Plan.": "With no"
        " marketplace, the important engineer builds the small plan.",
        "Wenige Menschen nutzen Sprachmodelle, sagt Paul Harrowell.": "Few people use"
        " large language models, says Paul Harrowell.",
    }
    assert {source: english[source] for source in expected} == expected


@pytest.mark.slow
@pytest.mark.measured
def test_the_real_engine_obeys_terms_of_the_references_and_gets_better(
    real_engine_dir: Path,
) -> None:
    decoding = Decoding(beam=2, length_penalty=0.6)
    settings = EngineSettings("builtin", str(real_engine_dir), decoding=decoding)
    rows = read_rows()
    sources = [row["source"] for row in rows]

    outcome = run(builtin.load(settings), sources, read_hits(sources))

    references = [rows[number]["target"] for number in outcome.failing]
    before = score([task.plain for task in outcome.tasks], references)
    after = score([result.translation for result in outcome.results], references)
    print(
        outcome.steps, f"{len(references)} sentences: chrF {before:.1f} → {after:.1f}"
    )
    assert outcome.share("engine", "second-pass", "replacement") >= 0.95
    assert outcome.share("replacement") < 0.05
    assert outcome.share("second-pass") > 0.08
    assert after > before + 2
    assert_steps_are_true(outcome)


@pytest.mark.slow
@pytest.mark.measured
def test_the_real_engine_obeys_by_itself_when_it_is_told_the_terms_before(
    real_engine_dir: Path,
) -> None:
    engine = builtin.load(
        EngineSettings("builtin", str(real_engine_dir), decoding=FAST)
    )
    rows = read_rows()
    sources = [row["source"] for row in rows]
    hits = read_hits(sources)
    inflector = EnglishInflector()

    hinted = [
        hint_terms(source, found, "braces", inflector)
        for source, found in zip(sources, hits, strict=True)
    ]
    plain, told = engine.translate(sources), engine.translate(hinted)

    shares, scores = [], []
    references = [row["target"] for row in rows]
    for outputs in (plain, told):
        shares.append(share_obeyed(sources, hits, outputs, inflector))
        scores.append(score(outputs, references))
    print(
        f"obeyed in the first pass: {shares[0]:.1%} untold, {shares[1]:.1%} told;"
        f" chrF {scores[0]:.1f} → {scores[1]:.1f}"
    )
    assert shares[1] >= 0.9 > shares[0]
    assert scores[1] > scores[0]


def share_obeyed(
    sources: Sequence[str],
    hits: Sequence[Sequence[TermHit]],
    outputs: Sequence[Translation],
    inflector: EnglishInflector,
) -> float:
    forms = EnglishForms(inflector)
    verdicts = [
        check_terms(found, output.target, (), forms, source)
        for source, found, output in zip(sources, hits, outputs, strict=True)
    ]
    spans = [span for verdict in verdicts for span in verdict.spans]
    return sum(span is not None for span in spans) / len(spans)


def read_rows() -> list[dict[str, str]]:
    """Return the rows that are measured, with "source" and "target"."""
    with (FLORES / "dev500.de-en.tsv").open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, dialect="excel-tab", quoting=csv.QUOTE_NONE)
        return list(table)[:MEASURED_ROWS]


def score(translations: Sequence[Translation], references: Sequence[str]) -> float:
    targets = [translation.target for translation in translations]
    return float(sacrebleu.corpus_chrf(targets, [references]).score)


def read_hits(sources: Sequence[str]) -> list[list[TermHit]]:
    """Return the hits of the references' terms, of each noun the first."""
    hits: list[list[TermHit]] = [[] for _ in sources]
    with (FLORES / "terms.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, dialect="excel-tab"):
            number, noun = int(row["row"]) - 1, row["source"]
            if number < len(sources):
                start = sources[number].index(noun)
                is_plural = row["number"] == "plural"
                term = Term(noun, (row["target"],), "noun")
                hits[number].append(
                    TermHit(
                        term,
                        start,
                        start + len(noun),
                        "plural" if is_plural else "singular",
                    )
                )
    return hits
