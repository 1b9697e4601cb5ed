"""Verbs cut in two, and compounds cut in parts."""

from __future__ import annotations

import pytest

from reader.core.alignment.compounds import split_compound
from reader.core.alignment.particles import find_halves
from reader.core.alignment.words import find_words, stem_source

KNOWN_VERBS = {
    ("vorstellte", "presented"): 0.6,
    ("vorlas", "presented"): 0.2,
    ("ausfällt", "fails"): 0.6,
    ("aushaus", "fails"): 0.9,
}


def _probability(source: str, target: str) -> float:
    return KNOWN_VERBS.get((source, target), 0.0)


def _halves(source: str, target: str) -> list[str]:
    sources, targets = find_words(source), find_words(target)
    return [
        f"{sources[particle].text}{sources[verb].text}"
        for verb, particle, _ in find_halves(source, sources, targets, _probability)
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Er stellte den Chip gestern vor.", "He presented the chip.", ["vorstellte"]),
        ("Stellte sie ihn vor?", "Has she presented him?", ["vorstellte"]),
        ("Er stellte ihn vor und ging.", "He presented it.", ["vorstellte"]),
        # The verb that has the English, not the nearer one.
        ("Er stellte, was er las, vor.", "He presented it.", ["vorstellte"]),
        # A preposition stands before its noun.
        ("Er stellte ihn vor die Tür.", "He presented it.", []),
        # A noun is no verb.
        ("Das Haus sieht gut aus.", "It fails.", []),
        # Unknown together, or English that has nothing of it.
        ("Er tanzte ihnen vor.", "He presented it.", []),
        ("Er stellte ihn vor.", "He left.", []),
        ("Vor.", "Presented.", []),
    ],
)
def test_a_particle_at_the_end_of_a_clause_finds_its_verb(
    source: str, target: str, expected: list[str]
) -> None:
    assert _halves(source, target) == expected


PARTS = {
    stem_source(word)
    for word in ("daten", "schutz", "behörde", "strom", "preis", "strompreis", "deckel")
}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("datenschutz", ("daten", "schutz")),
        ("datenschutzbehörden", ("daten", "schutz", "behörde")),
        # As few parts as can be.
        ("strompreisdeckels", ("strompreis", "deckel")),
        ("preisschutz", ("preis", "schutz")),
        ("schutzpreise", ("schutz", "preis")),
        # One part is not known.
        ("datenxyzzy", ()),
        ("xyzzyschutz", ()),
        ("daten", ()),
        ("", ()),
    ],
)
def test_compounds_are_cut_into_known_parts(word: str, parts: tuple[str, ...]) -> None:
    expected = tuple(stem_source(part) for part in parts)
    assert split_compound(word, PARTS.__contains__) == expected
