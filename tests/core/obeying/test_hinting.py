"""The German of a first pass that is told the glossary's terms."""

from __future__ import annotations

import re
from typing import Any

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

PRESENT = Term("vorstellen", ("present",), "verb")
QUOTA = Term("Quote", ("quota",), "noun")
MODEL = Term("Textmodell", ("text model",), "noun")


def hit(
    term: Term, source: str, words: str = "", rest: str = "", is_elided: bool = False
) -> TermHit:
    place = re.search(words or term.source, source)
    assert place
    further = (source.index(rest), source.index(rest) + len(rest)) if rest else None
    rests = (further,) if further else ()
    return TermHit(term, *place.span(), rest=rests, is_elided=is_elided)


ROWS = [
    (
        (POWER, "Die Rechenleistung wächst."),
        "Die Rechenleistung { computing power } wächst.",
    ),
    ((CHIP, "Die Chips sind knapp.", "Chips"), "Die Chips { chip } sind knapp."),
    ((BEIJING, "Pekings Nein.", "Pekings"), "Pekings { Beijing } Nein."),
    ((CHIP, "Der {neue} Chip-Krieg."), "Der (neue) Chip { chip }-Krieg."),
    # What is no whole word gives way.
    ((POWER, "Der Rechenleistungsbedarf."), "Der computing power-Bedarf."),
    ((CHIP, "Der Mikrochip.", "chip"), "Der Mikro-chip."),
    (
        (PRESENT, "Sie stellte alles vor.", "stellte", " vor"),
        "Sie presented alles.",
    ),
    ((QUOTA, "Zölle und -quoten.", "quoten"), "Zölle und quoten { quota }."),
    (
        (MODEL, "Text- und Bildmodelle.", "Text", "modelle", True),
        "text model und Bildmodelle.",
    ),
    # What must not be said, and what is said anyway, is no hint.
    ((NVIDIA, "Nvidias {A100}.", "Nvidias"), "Nvidias {A100}."),
    ((NOT_FAIR, "Der Markt wächst."), "Der Markt wächst."),
]


@pytest.mark.parametrize(("arguments", "hinted"), ROWS)
def test_the_english_stands_behind_whole_words_and_in_place_of_others(
    arguments: Any, hinted: str
) -> None:
    source = arguments[1]
    hits = [hit(*arguments)]
    assert hint_terms(source, hits, "braces", PlainInflector()) == hinted


def test_an_engine_without_hints_gets_the_german() -> None:
    source = "Die Rechenleistung wächst."
    assert hint_terms(source, [hit(POWER, source)], "", PlainInflector()) == source
