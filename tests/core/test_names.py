from __future__ import annotations

import pytest

from reader.core.guard import badness, inspect_output
from reader.core.names import find_lost_names


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Er kam gestern in Berlin an.", "He arrived yesterday.", ["Berlin"]),
        ("Wir trafen Siemens in Mainz.", "We met them there.", ["Siemens", "Mainz"]),
        ("Sie nutzt dafür DeepMind.", "She uses a network for it.", ["DeepMind"]),
        ("Das Gerät ist ein iPhone.", "The device is a telephone.", ["iPhone"]),
        ("Sie hat vom OHA gehört.", "She has heard.", ["OHA"]),
        ("Alle flogen nach Los Angeles.", "All flew.", ["Los", "Angeles"]),
        ("Der Flug nach Angeles, Angeles.", "The flight.", ["Angeles"]),
    ],
)
def test_a_lost_name_is_found(source: str, target: str, lost: list[str]) -> None:
    assert find_lost_names(source, target) == lost
    assert "names" in inspect_output(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Das ist Berlins Antwort.", "This is Berlin’s answer."),
        ("Er ist aus dem Iran.", "He is Iranian."),
        ("Das steht bei OpenAI.", "It is at Open AI."),
        ("Er war bei der UEFA.", "He was at U.E.F.A."),
        # Names that English has another word for, and nouns.
        ("Er lebt in Wien.", "He lives in Vienna."),
        ("Sie hat einen Job.", "She works."),
        # German acronyms have English ones, or none.
        ("Das beschloss die EZB.", "The bank decided that."),
        ("Das misst der XYZ.", "The XZY measures it."),
        ("DIE MAUERN FALLEN HEUTE", "THE WALLS ARE FALLING TODAY"),
        ("Alle MitarbeiterInnen kamen.", "All employees came."),
        # The first word of a sentence is capitalized anyway.
        ("Allen geht es gut.", "All are well."),
        ("Er sagte: Long ist kurz.", "He said that."),
    ],
)
def test_what_may_change_is_no_lost_name(source: str, target: str) -> None:
    assert find_lost_names(source, target) == []


def test_a_lost_name_weighs_as_much_as_a_lost_number() -> None:
    assert badness(("names",)) == badness(("numbers",))
    assert badness(("names",)) < badness(("negation",))
