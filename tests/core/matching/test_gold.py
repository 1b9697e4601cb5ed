"""The gold set: how many surface forms are found, and how many hits are none.

`pytest -s` prints the shares, by kind of row too, and the rows that still fail. The
bars are those that the project promises on texts that it has not seen.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from reader.core.matching import Matcher
from tests.core.matching.finding import matcher
from tests.gold.terms.rows import Row, read_glossary, read_rows
from tests.gold.terms.scoring import score_candidates, score_hits

pytestmark = pytest.mark.measured

FOUND = 0.97
FALSE = 0.03


@pytest.fixture(scope="module")
def gold() -> Matcher:
    return matcher(*read_glossary())


def test_the_surface_forms_are_found_and_hardly_anything_else(gold: Matcher) -> None:
    score = score_hits(read_rows(), gold.find)
    print(
        f"\nforms found: {score.found} of {score.expected} ({score.found_share:.2%});"
        f" false hits: {score.false} of {score.claimed} ({score.false_share:.2%})"
    )
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for row in read_rows():
        kinds[row.kind].append(row)
    for kind, rows in kinds.items():
        part = score_hits(rows, gold.find)
        print(
            f"  {kind}: found {part.found} of {part.expected},"
            f" false {part.false} of {part.claimed}"
        )
    print(*(f"  {line}" for line in score.complaints), sep="\n")
    assert score.found_share >= FOUND
    assert score.false_share <= FALSE


def test_every_kind_of_row_is_found(gold: Matcher) -> None:
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for row in read_rows():
        kinds[row.kind].append(row)
    for kind, rows in kinds.items():
        score = score_hits(rows, gold.find)
        assert score.found_share >= 0.9, (kind, score.complaints)


def test_candidates_are_reported(gold: Matcher) -> None:
    score = score_candidates(read_rows(), gold.find)
    print(f"\ncandidates: {score.found} of {score.expected} ({score.found_share:.2%})")
    print(*(f"  {line}" for line in score.complaints), sep="\n")
    assert score.found_share >= 0.9
