"""The degree of an adjective that is handed to the engine."""

from __future__ import annotations

import pytest

from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Term
from reader.core.obeying.wording import word_hit
from tests.core.obeying.doubles import PlainInflector


@pytest.mark.parametrize(
    ("citation", "english", "source", "words", "wanted"),
    [
        ("gut", "decent", "Das beste Auto fährt.", "beste", "most decent"),
        ("gut", "decent", "Ein besseres Auto fährt.", "besseres", "more decent"),
        ("gut", "decent", "Ein gutes Auto fährt.", "gutes", "decent"),
        ("schnell", "fast", "Das schnellste Netz.", "schnellste", "fastest"),
        ("schnell", "fast", "Ein schnellerer Chip.", "schnellerer", "faster"),
        ("schnell", "fast", "Das ist schneller als Licht.", "schneller", "faster"),
        ("schnell", "fast", "Ein schneller Chip.", "schneller", "fast"),
        ("gut", "good", "Das beste Auto fährt.", "beste", "best"),
        ("weit", "far", "Die weiteste Reise.", "weiteste", "furthest"),
        ("sicher", "safe", "Ein sicherer Hafen.", "sicherer", "safe"),
        ("robust", "sturdy", "Ein robustes Modell.", "robustes", "sturdy"),
        ("robust", "sturdy", "Das robusteste Modell.", "robusteste", "sturdiest"),
        ("inländisch", "domestic", "inländische Anbieter", "inländische", "domestic"),
    ],
)
def test_an_adjective_keeps_its_degree(
    citation: str, english: str, source: str, words: str, wanted: str
) -> None:
    start = source.index(words)
    hit = TermHit(
        Term(citation, (english,), pos="adjective"), start, start + len(words)
    )
    assert word_hit(hit, source, "", PlainInflector()) == wanted
