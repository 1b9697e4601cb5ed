from __future__ import annotations

import pytest

from reader.core.tidying import tidy_target


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Der Markt wächst.", "the market is growing.", "The market is growing."),
        ("„Das war gut“, sagte sie.", '"that was good," she said.',
         '"That was good," she said.'),
        ("Open-Source-Modelle.", "open-source models.", "Open-source models."),
        ("Er.", "he.", "He."),
        ("iPhones kosten mehr.", "iPhones cost more.", "iPhones cost more."),
        ("Bahn.de ist offline.", "bahn.de is offline.", "bahn.de is offline."),
        ("§ 3 gilt.", "§ 3 applies.", "§ 3 applies."),
        ("und dann kam er.", "and then he came.", "and then he came."),
        ("Wasser ist H2O.", "h2o is water.", "h2o is water."),
        ("Ja.", "", ""),
    ],
)  # fmt: skip
def test_an_english_sentence_begins_as_the_german_one(
    source: str, target: str, expected: str
) -> None:
    assert tidy_target(source, target) == expected
