"""Which sentence pairs are learned from, and which English."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from reader.training.corpus import (
    Pair,
    choose_pairs,
    is_good,
    numbers_agree,
    read_pairs,
)
from reader.training.settings import load_settings

CORPUS = load_settings().corpus
SOURCE = "Die Regierung will den Ausbau der Netze beschleunigen."
TARGET = "The government wants to speed up the expansion of the grids."


def _pair(source: str, target: str, origin: str = "human", name: str = "wmt") -> Pair:
    return Pair(name, origin, source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCE, TARGET),
        ("Am 3. Mai kamen 2.500 Leute.", "On May 3, 2,500 people came."),
        ("Der Zug fährt um 9.30 Uhr ab.", "The train leaves at 9:30 a.m."),
    ],
)
def test_a_translation_is_good(source: str, target: str) -> None:
    assert is_good(_pair(source, target), CORPUS)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Danke, das reicht.", "Thanks, that is enough."),
        # "der Netze" is left out.
        (SOURCE, "The government wants faster grids."),
        (SOURCE, TARGET + " " + TARGET + " So it is said."),
        ("Rock am Ring: Metallica live", "Rock am Ring: Metallica Live"),
        (SOURCE, "Die Regierung will, dass der Ausbau der Netze schneller geht."),
        ("The government wants to speed up the expansion.", TARGET),
        ("Im Jahr 2019 kamen 12 Leute.", "In 2018, 12 people came."),
        ("Sie kamen am 25. Juli in Bonn an.", "They arrived in Bonn on 25. July."),
        ("Sie kamen am 9. Juli in Bonn an.", "They arrived in Bonn on the 9th. July."),
    ],
)
def test_what_is_no_translation_is_left_out(source: str, target: str) -> None:
    assert not is_good(_pair(source, target), CORPUS)


def test_human_english_of_a_misaligned_set_is_left_out_a_machines_is_not() -> None:
    assert not is_good(_pair(SOURCE, TARGET, name="newstest2014"), CORPUS)
    machine = _pair(SOURCE, TARGET, "bergamot-base", "newstest2014")
    assert is_good(machine, CORPUS)


def test_short_everyday_sentences_are_left_out() -> None:
    source, target = "Tom mag den neuen Garten.", "Tom likes the new garden."
    assert is_good(_pair(source, target), CORPUS)
    assert not is_good(_pair(source, target, name="tatoeba"), CORPUS)


def test_a_machines_english_is_taken_where_there_is_one() -> None:
    person = _pair(SOURCE, TARGET.replace("speed up", "accelerate"))
    first = _pair(SOURCE, TARGET, "bergamot-base")
    second = _pair(SOURCE, TARGET + " So.", "bergamot-base-memory")
    assert choose_pairs([person, second, first], CORPUS) == [first]
    assert choose_pairs([person, second], CORPUS) == [second]
    assert choose_pairs([person], CORPUS) == [person]


def test_the_second_machine_helps_where_the_first_is_wrong() -> None:
    wrong = _pair("Es kamen 12 gute Leute.", "15 good people came.", "bergamot-base")
    right = _pair(wrong.source, "12 good people came.", "bergamot-base-memory")
    assert choose_pairs([wrong, right], CORPUS) == [right]


def test_each_german_sentence_is_learned_once() -> None:
    rows = [_pair(SOURCE, TARGET), _pair(SOURCE.upper(), TARGET), _pair(SOURCE, "No.")]
    assert choose_pairs(rows, CORPUS) == rows[:1]


@pytest.mark.parametrize(
    ("source", "target", "agree"),
    [
        ("2,5 Mio. in 3 Jahren", "2.5 million in 3 years", True),
        ("12 und 12", "12", False),
        ("zwölf", "12", False),
    ],
)
def test_figures_must_agree(source: str, target: str, agree: bool) -> None:
    assert numbers_agree(source, target) is agree


def test_held_out_sets_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bitext.tsv.xz"
    head = "set\torigin\tsource\ttarget\n"
    rows = f"wmt\thuman\t Es\u00a0regnet. \tIt rains.\n{'{}'}\thuman\tJa.\tYes.\n"
    path.write_bytes(lzma.compress((head + rows.format("tatoeba")).encode()))
    assert [pair.source for pair in read_pairs(path)] == ["Es regnet.", "Ja."]
    for name in ("flores-dev", "newstest2021", "generaltest2022"):
        path.write_bytes(lzma.compress((head + rows.format(name)).encode()))
        with pytest.raises(ValueError, match="held out"):
            list(read_pairs(path))
