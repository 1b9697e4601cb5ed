from __future__ import annotations

import pytest

from reader.backends.gemma.spelling import spell_out


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Er kam am 26. November 2008.", "Er kam am 26ten November 2008."),
        ("31. Januar 2024", "31ten Januar 2024"),
        ("vom 3. bis 5. Mai (7. Mai)", "vom 3ten bis 5ten Mai (7ten Mai)"),
        ("im 18. Jahrhundert", "im 18ten Jahrhundert"),
        ("das 11. Husarenregiment", "das 11ten Husarenregiment"),
        ("in der 89. Minute", "in der 89ten Minute"),
    ],
)
def test_an_ordinal_has_no_stop(source: str, expected: str) -> None:
    assert spell_out(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "1. Einleitung",
        "Sie kam auf Platz 3. Danach ging sie.",
        "Das war 1995. Viele kamen.",
        "Der 1. FC Köln und der 1. FSV Mainz 05 verloren.",
        "Es sind 3.500 oder 3,5 Prozent.",
        "Er wurde 20.",
        "Dr. Kern nennt Nr. 5, d. h. die Version 2.0 usw.",
        "Prisma.",
    ],
)
def test_what_is_no_ordinal_stays(source: str) -> None:
    assert spell_out(source) == source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Öl, z.B. in Kuwait", "Öl, zum Beispiel in Kuwait"),
        ("(ca. 3 %)", "(etwa 3 %)"),
        ("11,8 Mio. $ und 2 Mrd.", "11,8 Millionen $ und 2 Milliarden."),
        ("„3 Mrd.“", "„3 Milliarden“"),
        ("die sog. Cloud", "die sogenannte Cloud"),
        ("Prismaca. Abc", "Prismaca. Abc"),
    ],
)
def test_some_abbreviations_are_spelled_out(source: str, expected: str) -> None:
    assert spell_out(source) == expected
