"""What an engine says of a bare term is proposed only where it can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.backends.fake import FakeTranslator
from reader.core.interfaces import Decoding, Translation
from reader.service.suggesting import propose_terms
from tests.service.engines import open_with


class Oracle(FakeTranslator):
    """An engine that says the same of everything, as sure as it likes."""

    def __init__(self, target: str, score: float | None) -> None:
        super().__init__(Decoding(beam=1, length_penalty=0.0))
        self._said = Translation(target, score)

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        return [self._said for _ in sources]


@pytest.mark.parametrize(
    ("noun", "said", "score", "proposed"),
    [
        ("Wärmepumpe", "Heat pump.", -0.3, "heat pump"),
        ("Wärmepumpe", "Heat pump.", None, "heat pump"),
        ("Wärmepumpe", "Air conditioner", -1.08, ""),
        ("Kreissparkasse", "Railway station", -1.54, ""),
        ("Backofen", "Backofen Backofen", -0.4, ""),
        ("Rentenpunkt", "Rentenpunkt", -0.8, ""),
        ("Rentenpunkt", "", -0.1, ""),
    ],
)
def test_a_guess_or_german_is_no_english_of_a_term(
    tmp_path: Path,
    noun: str,
    said: str,
    score: float | None,
    proposed: str,
) -> None:
    article = tmp_path / "a.txt"
    article.write_text(f"Alle reden über: {noun}. Und noch einmal: {noun}.")
    with open_with(Oracle(said, score)) as service:
        proposals = propose_terms(service, [article]).found
    assert {p.suggestion.source: p.target for p in proposals}[noun] == proposed
