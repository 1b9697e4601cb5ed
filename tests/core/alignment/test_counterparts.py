"""The English of a German stretch, read from links that are written out."""

from __future__ import annotations

import pytest

from reader.core.alignment.counterparts import find_counterpart
from reader.core.alignment.links import WordLink
from tests.gold.alignment.reading import parse_pair


def _link(source: str, target: str, links: str) -> list[WordLink]:
    """Return the links of a pair, written as in the gold set; "?" is a weak one."""
    text = f"## 01 machine | test\nsource: {source}\ntarget: {target}\nlinks: {links}"
    pair = parse_pair(text)
    return [
        WordLink(
            pair.source_words[i],
            pair.target_words[j],
            0.9 if (i, j) in pair.sure else 0.2,
            pair.target[slice(*pair.target_words[j])].lower() in ("a", "an", "the"),
        )
        for i, j in sorted(pair.possible)
    ]


@pytest.mark.parametrize(
    ("source", "target", "links", "stretch", "expected"),
    [
        ("Der Chip altert.", "The chip ages.", "Der-The Chip-chip", "Chip", "chip"),
        # Articles at the edges stay out, those inside do not.
        ("Der Chip altert.", "The chip ages.", "Der-The Chip-chip", "Der Chip", "chip"),
        (
            "Abbau der Zölle",
            "Reduction of the tariffs",
            "Abbau-Reduction der-of+the Zölle-tariffs",
            "Abbau der Zölle",
            "Reduction of the tariffs",
        ),
        ("Das Netz", "The Internet", "Das-The", "Das", None),
        ("Das Netz", "The Internet", "Das-The", "Netz", None),
        # A stray link far away is not taken along.
        (
            "Große Modelle wachsen, sagt Ada.",
            "Large models are growing, says Ada of the models.",
            "Große-Large Modelle-models Modelle?models#2 sagt-says Ada-Ada",
            "Große Modelle",
            "Large models",
        ),
        # Another word's English in between parts a stretch.
        (
            "Der Bericht beschreibt künstliche Intelligenz.",
            "Intelligence, says the report, is artificial.",
            "Der-the Bericht-report künstliche-artificial Intelligenz?Intelligence",
            "künstliche Intelligenz",
            "artificial",
        ),
        # What another word is far surer of is left to it.
        (
            "Die Bundesregierung unterschrieb",
            "The German government signed",
            "Bundesregierung-German+government unterschrieb-signed "
            "Bundesregierung?signed",
            "Bundesregierung",
            "German government",
        ),
        # Parts of a compound have their parts of the English, in the same order.
        (
            "Der Rechenleistungsbedarf steigt.",
            "The computing power requirement rises.",
            "Rechenleistungsbedarf-computing+power+requirement",
            "Rechenleistung",
            "computing power",
        ),
        (
            "Der Rechenleistungsbedarf steigt.",
            "The computing power requirement rises.",
            "Rechenleistungsbedarf-computing+power+requirement",
            "bedarf",
            "requirement",
        ),
        # One English word for the whole is the English of no part.
        (
            "Die Halbleiterbranche",
            "The chipmakers",
            "Halbleiterbranche-chipmakers",
            "Halbleiter",
            None,
        ),
        # An ending outside of the stretch does not make it a part.
        ("Die Chips", "The chips", "Chips-chips", "Chip", "chips"),
    ],
)
def test_the_english_of_a_stretch_is_tight(
    source: str, target: str, links: str, stretch: str, expected: str | None
) -> None:
    start = source.index(stretch)
    span = find_counterpart(_link(source, target, links), start, start + len(stretch))
    assert (target[slice(*span)] if span else None) == expected


def test_without_links_there_is_no_counterpart() -> None:
    assert find_counterpart([], 0, 5) is None
