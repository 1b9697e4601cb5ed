"""The report's counts: by term, by step, what needs attention first."""

from __future__ import annotations

from dataclasses import replace

from reader.core.glossary.terms import Term, Usage
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.terminology.auditing import prove_anew
from reader.core.terminology.usage import UsageReport
from tests.core.terminology.keeping import make_keeper, make_pair

COMPUTE = Term("Rechenleistung", ("computing power", "compute"))
CHIP = Term("Chip", ("chip",))
NOT_COMPUTER = Term("Rechner", ("calculator",), usage=Usage.FORBIDDEN)
KEEPER = make_keeper(COMPUTE, CHIP, NOT_COMPUTER)


def count(*pairs: Pair) -> UsageReport:
    report = UsageReport()
    for pair in pairs:
        matches = KEEPER.match(normalize_source(pair.sentence.source))
        report.count(prove_anew(pair, KEEPER.prove), matches)
    return report


def enforced(pair: Pair) -> Pair:
    (use,) = prove_anew(pair, KEEPER.prove).terms
    return replace(pair, terms=(replace(use, status="enforced", step="replacement"),))


def test_each_hit_is_counted_once_with_its_status_and_step() -> None:
    report = count(
        make_pair("Die Rechenleistung fehlt.", "Compute is missing."),
        enforced(make_pair("Die Rechenleistung reicht.", "The compute is enough.")),
        make_pair("Die Rechenleistung wächst.", "The power is growing."),
    )
    (one,) = report.terms
    assert (one.term, one.hits) == (COMPUTE, 3)
    assert one.statuses == {"kept": 1, "enforced": 1, "missing": 1}
    assert report.steps() == {
        "engine": 1 / 3,
        "second-pass": 0.0,
        "replacement": 1 / 3,
        "missing": 1 / 3,
    }


def test_what_needs_attention_comes_first() -> None:
    report = count(
        make_pair("Chip um Chip.", "Chip by chip."),
        make_pair("Die Rechenleistung wächst.", "The power is growing."),
        make_pair("Ein Rechner.", "A calculator."),
        make_pair("Ein Rechner.", "A calculator."),
    )
    assert [one.term for one in report.terms] == [NOT_COMPUTER, COMPUTE, CHIP]


def test_a_forbidden_word_is_no_hit_that_wants_english() -> None:
    report = count(
        make_pair("Ein Rechner.", "A calculator."),
        make_pair("Ein Rechner.", "A computer."),
    )
    (one,) = report.terms
    assert (one.hits, one.statuses["forbidden"]) == (2, 1)
    assert count(make_pair("Ein Rechner.", "A computer.")).terms == []
    assert report.total()["hits"] == 0
    assert report.total()["forbidden"] == 1
    assert set(report.steps().values()) == {0.0}


def test_candidates_are_listed_with_their_compounds() -> None:
    report = count(
        make_pair("Die Chipfabrik baut.", "The chip factory is building."),
        make_pair("Die Chipfabrik schließt.", "The chip factory closes."),
        make_pair("Das Chipverbot kommt.", "The chip ban is coming."),
    )
    (one,) = report.terms
    assert (one.hits, one.candidates) == (0, {"Chipfabrik": 2, "Chipverbot": 1})
    assert report.total()["candidates"] == 3


def test_sentences_without_english_are_left_out_and_told() -> None:
    report = count(make_pair("Die Rechenleistung fehlt.", None))
    assert (report.terms, report.pairs, report.untranslated) == ([], 0, 1)
