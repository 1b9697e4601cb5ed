"""The German of a first pass that is told the glossary's terms."""

from __future__ import annotations

import re

import pytest

from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Term, Usage
from reader.core.obeying.hinting import hint_terms
from tests.core.obeying.doubles import PlainInflector

POWER = Term("Rechenleistung", ("computing power",), "noun")
CHIP = Term("Chip", ("chip",), "noun")
BEIJING = Term("Peking", ("Beijing",), "name")
NVIDIA = Term("Nvidia", ("Nvidia",), "name", usage=Usage.KEEP)
NOT_FAIR = Term("Markt", ("fair",), "noun", usage=Usage.FORBIDDEN)

ROWS = [
    (POWER, "Die Rechenleistung wächst.", "Die computing power wächst."),
    (CHIP, "Die Chips sind knapp.", "Die chips sind knapp."),
    (BEIJING, "Pekings Zugang ist beschränkt.", "Beijing's Zugang ist beschränkt."),
    (BEIJING, "Der Zugang nach Peking.", "Der Zugang nach Beijing."),
    (NVIDIA, "Nvidias Chips sind knapp.", "Nvidias Chips sind knapp."),
    (NOT_FAIR, "Der Markt wächst.", "Der Markt wächst."),
]


def hit(term: Term, source: str) -> TermHit:
    found = re.search(rf"{term.source}s?", source)
    assert found
    return TermHit(term, *found.span(), "plural" if "Chips" in found[0] else "")


@pytest.mark.parametrize(("term", "source", "hinted"), ROWS)
def test_the_english_stands_in_place_of_the_german(
    term: Term, source: str, hinted: str
) -> None:
    hits = [hit(term, source)]
    assert hint_terms(source, hits, "words", PlainInflector()) == hinted


def test_an_engine_without_hints_gets_the_german() -> None:
    source = "Die Rechenleistung wächst."
    assert hint_terms(source, [hit(POWER, source)], "", PlainInflector()) == source
