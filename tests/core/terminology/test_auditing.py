"""The audit: violations are found, and so is every record that is not true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.core.glossary.terms import Term, Usage
from reader.core.pairs import TermUse
from reader.core.terminology.auditing import audit_pair, prove_anew
from tests.core.terminology.keeping import make_keeper, make_pair

COMPUTE = Term("Rechenleistung", ("computing power", "compute"))
CHIP = Term("Chip", ("chip",))
NOT_COMPUTER = Term("Rechner", ("calculator",), usage=Usage.FORBIDDEN)
KEEPER = make_keeper(COMPUTE, CHIP, NOT_COMPUTER)

SOURCE = "Die Rechenleistung fehlt."
GOOD = "The computing power is missing."
USE = TermUse("Rechenleistung", "computing power", 4, 18, 4, 19, "kept", "engine")


def audit(source: str, target: str | None, *terms: TermUse) -> list[tuple[str, str]]:
    found = audit_pair(make_pair(source, target, *terms), KEEPER.prove)
    return [(finding.kind, finding.words) for finding in found]


@pytest.mark.parametrize(
    "target", [GOOD, "The compute is missing.", "Computing power is missing."]
)
def test_accepted_english_is_no_finding(target: str) -> None:
    assert audit(SOURCE, target) == []


def test_a_missing_term_is_found_whatever_the_record_says() -> None:
    claims = [
        (),
        (USE,),
        (replace(USE, status="missing", target_start=None, target_end=None),),
    ]
    kinds = [
        [kind for kind, _ in audit(SOURCE, "The force of sums is low.", *claim)]
        for claim in claims
    ]
    assert kinds == [["missing"], ["missing", "untrue"], ["missing"]]


def test_a_forbidden_word_is_told_as_it_stands() -> None:
    assert audit("Der Rechner fehlt.", "The calculators are missing.") == [
        ("forbidden", "calculators")
    ]
    assert audit("Der Rechner fehlt.", "The computer is missing.") == []


def test_a_true_record_is_no_finding() -> None:
    assert audit(SOURCE, GOOD, USE) == []
    put_in = replace(USE, status="enforced", step="replacement")
    assert audit(SOURCE, GOOD, put_in) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"target_start": 3}, "' computing power' is not its English"),
        ({"target_start": 5}, "'omputing power' is not its English"),
        ({"target_start": 20, "target_end": 30}, "'is missing' is not"),
        ({"target_end": 99}, "English span 4–99 is outside"),
        ({"target_start": None, "target_end": None}, "without a span"),
        ({"end": 99}, "German span 4–99 is outside"),
        ({"start": 0, "end": 3}, "the German at 0–3 is not this term"),
        ({"status": "missing"}, "with a span in the English"),
        (
            {"status": "missing", "target_start": None, "target_end": None},
            "'computing power' is there",
        ),
        ({"status": "forbidden"}, "no such word is there"),
    ],
)
def test_an_untrue_record_is_told_with_its_reason(
    changes: dict[str, object], reason: str
) -> None:
    record = replace(USE, **changes)  # type: ignore[arg-type]  # any field
    ((kind, words),) = audit(SOURCE, GOOD, record)
    assert kind == "untrue"
    assert reason in words


def test_another_place_with_the_same_word_is_no_untruth() -> None:
    source, target = "Ein Chip und ein Chip.", "A chip and a chip."
    first = TermUse("Chip", "chip", 4, 8, 13, 17, "kept", "engine")
    second = TermUse("Chip", "chip", 17, 21, 2, 6, "kept", "engine")
    assert audit(source, target, first, second) == []


def test_records_of_another_glossary_are_only_asked_for_their_offsets() -> None:
    other = TermUse("fehlen", "lack", 19, 24, 20, 30, "kept", "engine")
    assert audit(SOURCE, GOOD, other) == []
    assert [kind for kind, _ in audit(SOURCE, GOOD, replace(other, end=40))] == [
        "untrue"
    ]


def test_a_pair_without_english_breaks_no_rule() -> None:
    assert audit(SOURCE, None) == []


def test_only_the_step_is_taken_from_a_record() -> None:
    record = replace(USE, status="enforced", step="second-pass", target_start=9)
    (use,) = prove_anew(make_pair(SOURCE, GOOD, record), KEEPER.prove).terms
    assert use == replace(USE, status="enforced", step="second-pass")
    (use,) = prove_anew(make_pair(SOURCE, "Oh.", record), KEEPER.prove).terms
    assert (use.status, use.step) == ("missing", "missing")
