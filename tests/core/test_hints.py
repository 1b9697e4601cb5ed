"""Hints in a German sentence."""

from __future__ import annotations

import pytest

from reader.core.hints import write_hints


@pytest.mark.parametrize(
    ("source", "hints", "expected"),
    [
        ("Es regnet.", [], "Es regnet."),
        (
            "Die Rechenleistung wächst.",
            [("Rechenleistung", "computing power")],
            "Die Rechenleistung { computing power } wächst.",
        ),
        (
            "Er stellt Chips für KI-Modelle her.",
            [("KI", "AI"), ("Chips", "chip")],
            "Er stellt Chips { chip } für KI { AI }-Modelle her.",
        ),
        # Of two that begin together the longer one, of two that overlap the first.
        (
            "Große Sprachmodelle lernen.",
            [("Große", "large"), ("Große Sprachmodelle", "large language model")],
            "Große Sprachmodelle { large language model } lernen.",
        ),
        (
            "Große Sprachmodelle lernen.",
            [("Große Sprachmodelle", "LLM"), ("Sprachmodelle", "language model")],
            "Große Sprachmodelle { LLM } lernen.",
        ),
        (
            "Die Wahl { Bonn }.",
            [("Wahl", "vote\n{x}")],
            "Die Wahl { vote (x) } ( Bonn ).",
        ),
    ],
)
def test_english_stands_in_braces_behind_its_german(
    source: str, hints: list[tuple[str, str]], expected: str
) -> None:
    places = [
        (source.index(german), source.index(german) + len(german), english)
        for german, english in hints
    ]
    assert write_hints(source, places) == expected
