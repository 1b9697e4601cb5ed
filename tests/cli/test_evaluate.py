from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.backends.fake import FakeTranslator
from reader.core.interfaces import Decoding, Translation
from reader.service.evaluation import (
    Kept,
    count_kept,
    find_names,
    keeps_names,
    keeps_numbers,
)
from tests.cli.running import Runner


def test_a_perfect_engine_scores_100(reader: Runner, tmp_path: Path) -> None:
    rows = [
        ("Der Markt wächst seit drei Jahren.", "Red Tkram tshcäw ties ierd Nerhaj."),
        ("Die Preise fallen um 7,6 Prozent.", "Eid Esierp nellaf mu 7,6 Tnezorp."),
    ]
    path = tmp_path / "test.tsv"
    lines = ["source\ttarget", *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    (record,) = reader("evaluate", path, "--engine", "fake", "--json").records
    assert (record["sentences"], record["bleu"], record["chrf"]) == (2, 100.0, 100.0)
    assert record["numbers"] == {"sentences": 1, "kept": 1}
    assert record["intact"] == {"sentences": 2, "kept": 2}
    assert record["signature"].endswith("|retry:1")
    assert "tok:13a" in record["bleu_signature"]
    assert record["rate"] > 0
    text = reader("evaluate", path, "--engine", "fake").out
    assert "BLEU       100.0" in text and "sentences/s" in text
    assert "intact     2 of 2 sentences lose neither (100.0%)" in text


def test_a_wrong_engine_scores_less(reader: Runner, tmp_path: Path) -> None:
    path = tmp_path / "test.tsv"
    path.write_text("Der Markt wächst.\tThe market is growing.\n" * 3)
    (record,) = reader("evaluate", path, "--engine", "fake", "--json").records
    assert record["bleu"] < 10


def test_what_is_kept_is_counted_by_sentences_that_have_it() -> None:
    rows = [
        ("Um 20 Uhr kam Li.", "Li came at 8 p.m.", "Li came at 8 p.m."),
        ("Um 7 kam Li.", "At 7, Li came.", "At 9, Lee came."),
        ("Drei von 4 gingen.", "75% of them left.", "Three of 4 left."),
        ("Die USA warten auf Li's Brief.", "Now U.S. and Li wait.", "li has it."),
        ("In Rom schneit es.", "In Rome, it snows.", "Snow."),
    ]
    numbers = [keeps_numbers(*row) for row in rows]
    names = [keeps_names(*row) for row in rows]
    assert numbers == [True, False, None, None, None]
    assert names == [None, False, None, True, None]
    assert count_kept(numbers) == Kept(2, 1)
    assert Kept(0, 0).share == 1.0
    assert find_names("Die US-Armee der US wartet.", "The U.S. waits.") == {"us"}


def test_the_memory_is_not_asked(
    reader: Runner, tmp_path: Path, reader_home: Path
) -> None:
    path = tmp_path / "test.tsv"
    path.write_text("Der Markt wächst.\tThe market is growing.\n")
    assert reader("evaluate", path, "--engine", "fake").code == 0
    assert not reader_home.exists()


@pytest.mark.parametrize("text", ["nur eine Spalte\n", "source\ttarget\n", "a\t\n"])
def test_a_file_without_pairs_is_exit_2(
    reader: Runner, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "test.tsv"
    path.write_text(text)
    result = reader("evaluate", path, "--engine", "fake")
    assert (result.code, result.out) == (2, "")
    assert "German, a tab, English" in result.err


def test_what_the_guard_flags_is_tried_again(
    reader: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "test.tsv"
    path.write_text("Es sind 7 Prozent.\tIt is 7 percent.\n")
    asked: list[Decoding | None] = []
    translate = FakeTranslator.translate

    def lose_figures(
        self: FakeTranslator, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        asked.append(decoding)
        outputs = translate(self, sources, decoding)
        if decoding is not None:
            return outputs
        return [replace(output, target="It is.") for output in outputs]

    monkeypatch.setattr(FakeTranslator, "translate", lose_figures)
    (record,) = reader("evaluate", path, "--engine", "fake", "--json").records
    assert (record["flagged"], record["numbers"]["kept"]) == (0, 1)
    assert asked[-1] is not None and asked[-1].beam == 4
