"""The tiny package is a trained model: what it says, where it looks, how it searches.

Measured on `tests/packages/held_out.tsv`, sentences that it was not trained on.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
import sacrebleu

from reader.backends.argos import ArgosTranslator, load
from reader.backends.argos_package import open_package
from reader.backends.attention import find_links, read_links
from reader.core.interfaces import Decoding, EngineSettings, Links, Translation
from tests.conftest import SEEDS
from tests.packages import HELD_OUT, TINY

ONE_BEAM = Decoding(beam=1)


@dataclass(frozen=True, slots=True)
class Row:
    kind: str
    source: str
    target: str
    links: Links


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with HELD_OUT.open(encoding="utf-8", newline="") as lines:
        return [
            Row(row["kind"], row["source"], row["target"], read_links(row["links"]))
            for row in csv.DictReader(lines, dialect="excel-tab")
        ]


@pytest.fixture(scope="module")
def engine() -> ArgosTranslator:
    return load(EngineSettings("argos", str(TINY), threads=1))


@pytest.fixture(scope="module")
def outputs(engine: ArgosTranslator, rows: list[Row]) -> list[Translation]:
    return engine.translate([row.source for row in rows])


@pytest.fixture(scope="module")
def raw() -> Any:
    import ctranslate2

    return ctranslate2.Translator(str(TINY / "model"), intra_threads=1)


@pytest.fixture(scope="module")
def pieces() -> Any:
    import sentencepiece

    path = TINY / "sentencepiece.model"
    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def chrf(outputs: Sequence[Translation], rows: Sequence[Row]) -> float:
    references = [[row.target for row in rows]]
    targets = [output.target for output in outputs]
    return float(sacrebleu.corpus_chrf(targets, references).score)


def test_the_package_is_small_enough_to_be_committed() -> None:
    files = [path for path in TINY.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 8_000_000


def test_the_held_out_slice_has_both_halves_of_the_domain(rows: list[Row]) -> None:
    kinds = [row.kind for row in rows]
    assert kinds.count("everyday") == kinds.count("template") == 150
    assert len({row.source for row in rows}) == len(rows)


def test_the_whole_held_out_slice_reaches_60_chrf(
    outputs: list[Translation], rows: list[Row]
) -> None:
    assert chrf(outputs, rows) >= 60


@pytest.mark.parametrize(("kind", "bar"), [("everyday", 60), ("template", 90)])
def test_each_half_of_the_held_out_slice_reaches_its_bar(
    outputs: list[Translation], rows: list[Row], kind: str, bar: float
) -> None:
    chosen = [number for number, row in enumerate(rows) if row.kind == kind]
    assert chrf([outputs[n] for n in chosen], [rows[n] for n in chosen]) >= bar


def test_the_outputs_shifted_by_one_are_far_below_the_bars(
    outputs: list[Translation], rows: list[Row]
) -> None:
    assert chrf([*outputs[1:], outputs[0]], rows) < 30


def test_attention_shows_80_percent_of_the_links_of_templates(
    raw: Any, rows: list[Row]
) -> None:
    """The English is forced upon the model, so that every known link is looked for."""
    tokenizer = open_package(TINY).tokenizer
    right = found = known = 0
    for row in rows:
        source, target = tokenizer.encode(row.source), tokenizer.encode(row.target)
        source_words = tokenizer.find_source_words(source, row.source)
        target_words = tokenizer.find_target_words(target, row.target)
        if row.kind != "template" or source_words is None or target_words is None:
            continue
        (result,) = raw.translate_batch(
            [source],
            target_prefix=[target],
            beam_size=1,
            max_decoding_length=len(target),
            return_attention=True,
        )
        links = find_links(result.attention[0], source_words, target_words)
        linked = {word for _, word in row.links}
        known += len(linked)
        found += sum(word in linked for _, word in links)
        right += sum(link in row.links for link in links)
    assert known >= 1000
    assert right / found >= 0.8
    assert right / known >= 0.8


def test_the_engine_believes_its_attention(engine: ArgosTranslator) -> None:
    assert engine.gives_links


def test_terms_names_and_numbers_arrive(engine: ArgosTranslator) -> None:
    targets = [
        output.target
        for output in engine.translate(
            [
                "Der Umsatz von Nvidia stieg um 38,4 Prozent.",
                "OpenAI investiert 63 Milliarden Euro in die Rechenleistung.",
                "Laut Huawei kostet das neue Sprachmodell 2.950 Dollar.",
            ]
        )
    ]
    assert targets == [
        "The revenue of Nvidia rose by 38.4 percent.",
        "OpenAI invests 63 billion euros in the computing power.",
        "According to Huawei, the new language model costs 2,950 dollars.",
    ]


def test_most_numbers_are_copied_digit_by_digit(engine: ArgosTranslator) -> None:
    numbers = [round(1.7**power) for power in range(2, 26)]
    outputs = engine.translate(
        [f"Der Chip kostet {number:,} Euro.".replace(",", ".") for number in numbers]
    )
    kept = [
        number
        for number, output in zip(numbers, outputs, strict=True)
        if f" {number:,} " in output.target
    ]
    assert len(kept) >= 0.7 * len(numbers)


def test_some_names_never_seen_are_copied(engine: ArgosTranslator) -> None:
    """About half of them: a small model that read few names cannot do better."""
    names = (
        "Zorbanex Kleinhuber Maptrix Solvendo Bergfeld Tassilo Wendtner Orlova Fintech"
        " Lumio Hartwig Pandora Ruskin Velomat Nordwerk Stellar Quandt Mirella Dorfler"
        " Kasparow"
    ).split()
    outputs = engine.translate([f"{name} kaufte die neue Fabrik." for name in names])
    expected = [f"{name} bought the new factory." for name in names]
    hits = [out.target == want for out, want in zip(outputs, expected, strict=True)]
    assert sum(hits) >= 7


def test_a_wider_beam_finds_likelier_translations(
    engine: ArgosTranslator, rows: list[Row]
) -> None:
    sources = [row.source for row in rows if row.kind == "everyday"]
    plain = Decoding(beam=4, length_penalty=0)
    greedy = Decoding(beam=1, length_penalty=0)
    wide = [output.score or 0 for output in engine.translate(sources, plain)]
    narrow = [output.score or 0 for output in engine.translate(sources, greedy)]
    differing = [pair for pair in zip(wide, narrow, strict=True) if pair[0] != pair[1]]
    assert len(differing) >= 10
    assert sum(one > other for one, other in differing) > len(differing) / 2


def test_scores_are_logarithms_of_probabilities(outputs: list[Translation]) -> None:
    assert all(output.score is not None and output.score <= 0 for output in outputs)


def test_scores_are_higher_for_sentences_than_for_scrambled_ones(
    engine: ArgosTranslator, outputs: list[Translation], rows: list[Row]
) -> None:
    scrambled = engine.translate(
        [" ".join(sorted(row.source.split(), key=str.lower)) for row in rows]
    )
    better = sum(
        (one.score or 0) > (other.score or 0)
        for one, other in zip(outputs, scrambled, strict=True)
    )
    assert better / len(rows) >= 0.8


def test_a_target_prefix_is_kept_and_goes_on_in_english(raw: Any, pieces: Any) -> None:
    source = pieces.encode("Der Konzern hat neue Chips entwickelt.", out_type=str)
    forced = pieces.encode("Yesterday, the corporation", out_type=str)
    (result,) = raw.translate_batch([source], target_prefix=[forced], beam_size=4)
    target = pieces.decode_pieces(result.hypotheses[0])
    assert result.hypotheses[0][: len(forced)] == forced
    assert "new chips" in target.removeprefix("Yesterday, the corporation")


def test_several_hypotheses_differ_and_come_best_first(raw: Any, pieces: Any) -> None:
    source = pieces.encode("Warum hast du das gemacht?", out_type=str)
    (result,) = raw.translate_batch(
        [source], beam_size=4, num_hypotheses=4, return_scores=True
    )
    assert len({tuple(hypothesis) for hypothesis in result.hypotheses}) == 4
    assert result.scores == sorted(result.scores, reverse=True)


@pytest.mark.parametrize(
    "source",
    [
        "Çağrı Ünlü prüft die Chips.",
        "日本語 und 한국어",
        "😀",
        "Der Preis: 5 € – oder ¥ 700?",
        "x" * 400,
    ],
)
def test_odd_characters_are_spelled_in_bytes_and_never_unknown(
    engine: ArgosTranslator, pieces: Any, source: str
) -> None:
    assert pieces.unk_id() not in pieces.encode(source)
    (output,) = engine.translate([source])
    assert "<unk>" not in output.target


def test_it_survives_the_articles(engine: ArgosTranslator) -> None:
    lines = [
        line.strip()
        for path in sorted(SEEDS.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ][:40]
    outputs = engine.translate(lines, ONE_BEAM)
    assert len(outputs) == len(lines)
    assert all(output.target for output in outputs)


def test_the_folder_is_an_argos_package() -> None:
    package = open_package(TINY)
    assert package.label == "translate-de_en-0.1"
    assert package.target_prefix == ""
