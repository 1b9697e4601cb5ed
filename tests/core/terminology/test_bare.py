"""The English of a bare term, as it would stand inside a sentence."""

from __future__ import annotations

import pytest

from reader.core.terminology.bare import tidy_bare


@pytest.mark.parametrize(
    ("source", "target", "tidy"),
    [
        ("Wärmepumpe", "Heat pump.", "heat pump"),
        ("Wärmepumpe", "heat  pump", "heat pump"),
        ("KI-Chip", "AI chip", "AI chip"),
        ("GPU", "Graphics processor", "graphics processor"),
        ("Siemens", "Siemens", "Siemens"),
        ("Siemens-Werk", "Siemens plant", "Siemens plant"),
        ("Europäische Union", "European Union", "European Union"),
        ("chinesischer Chip", "Chinese chip", "Chinese chip"),
        ("Prof.", "Prof.", "Prof."),
        ("Wärme", "", ""),
    ],
)
def test_a_capital_and_a_stop_go_where_german_alone_asks_for_them(
    source: str, target: str, tidy: str
) -> None:
    assert tidy_bare(source, target) == tidy
