"""The gold set: how well blocks, kinds and sentence ends are found.

`pytest -s` prints the scores and the rows that still fail; no score may fall.
Punkt alone, without blocks and rules, reaches 0.818 inside blocks and 0.791 over
whole texts.
"""

from __future__ import annotations

import pytest

from reader.backends.punkt import load_boundaries
from reader.core.documents import Sentence
from reader.core.segmentation import segment
from reader.core.sentences import split_sentences
from tests.gold.segmentation.reading import GoldText, parse_marked, read_gold_texts
from tests.gold.segmentation.scoring import (
    score_inside_blocks,
    score_kinds,
    score_whole_texts,
)

pytestmark = pytest.mark.measured


def _segment(text: str) -> list[Sentence]:
    return list(segment("gold", text, load_boundaries()))


def _show(title: str, rows: list[str]) -> None:
    print(f"\n{title}")
    for row in rows:
        print(f"  {row}")


def test_the_gold_set_is_large_and_half_of_it_is_hard() -> None:
    sentences = [s for gold in read_gold_texts() for s in gold.sentences]
    hard = [s for s in sentences if s.tag]
    assert len(sentences) >= 300
    assert len(hard) >= len(sentences) / 2


def test_marks_leave_the_text_as_it_is() -> None:
    gold = parse_marked("x", "# Notiz\n{title}Ein Titel\n\n{list}‹list›1. Ja.¦ Nein.\n")
    assert gold.text == "Ein Titel\n\n1. Ja. Nein.\n"
    found = [(str(s.kind), gold.text[s.start : s.end], s.tag) for s in gold.sentences]
    assert found == [
        ("title", "Ein Titel", ""),
        ("list", "1. Ja.", "list"),
        ("list", "Nein.", ""),
    ]


def test_boundaries_inside_blocks_are_found() -> None:
    find_boundaries = load_boundaries()

    def find_ends(text: str) -> list[int]:
        return [end for _, end in split_sentences(text, find_boundaries)]

    score = score_inside_blocks(read_gold_texts(), find_ends)
    _show(f"inside blocks: F1 {score.f1:.4f}", score.rows)
    assert score.f1 >= 0.99


def test_boundaries_over_whole_texts_are_found() -> None:
    score = score_whole_texts(
        read_gold_texts(), lambda text: [s.end for s in _segment(text)]
    )
    _show(f"whole texts: F1 {score.f1:.4f}", score.rows)
    assert score.f1 >= 0.99


def test_kinds_are_found() -> None:
    score = score_kinds(read_gold_texts(), _segment)
    _show(
        f"kinds: {score.right_kind} right, {score.right_boilerplate} right on "
        f"boilerplate, of {score.total}",
        score.rows,
    )
    assert score.right_boilerplate >= 0.98 * score.total
    assert score.right_kind >= 0.97 * score.total


def test_the_score_falls_when_boundaries_are_missed() -> None:
    gold: list[GoldText] = [parse_marked("x", "{paragraph}Es regnet.¦ Alle gehen.\n")]
    assert score_inside_blocks(gold, lambda text: []).f1 == 0
    assert score_inside_blocks(gold, lambda text: [10]).f1 == 1
    assert score_inside_blocks(gold, lambda text: [3, 10]).extra == 1
