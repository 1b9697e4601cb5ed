"""Several translations of a sentence, and English that begins as it must."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.backends import argos
from reader.backends.argos import ArgosTranslator
from reader.backends.argos_parts import Part
from reader.core.interfaces import Decoding, EngineSettings
from tests.backends.argos_models import (
    write_byte_pair_package,
    write_copying_package,
    write_random_package,
)
from tests.packages import TINY

PREFIX = ">>eng<<"
SOURCES = [
    "Das Buch ist neu.",
    "Die Firma in Berlin hat im März neue Chips gekauft, weil sie billig waren.",
    "Niemand las sie.",
]
WIDE = Decoding(beam=4, hypotheses=4)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("packages")
    write_copying_package(base / "copying")
    write_copying_package(base / "prefixed", target_prefix=PREFIX)
    write_byte_pair_package(base / "byte_pairs")
    write_random_package(base / "random")
    write_random_package(base / "random_prefixed", target_prefix=PREFIX)
    return base


@pytest.fixture(scope="module")
def tiny() -> ArgosTranslator:
    return argos.load(EngineSettings("argos", str(TINY), threads=1))


def load(folder: Path) -> ArgosTranslator:
    settings = EngineSettings("argos", str(folder), compute="float32", threads=1)
    return argos.load(settings)


@pytest.mark.parametrize("name", ["copying", "prefixed", "byte_pairs"])
@pytest.mark.parametrize("beam", [1, 4])
def test_the_english_begins_as_it_must_and_goes_on_behind_a_blank(
    packages: Path, name: str, beam: int
) -> None:
    """A copier goes on with the piece at its place, so that the borders show."""
    engine = load(packages / name)
    beginnings = ["Das Buch", "", "Niemand las"]

    proposed = engine.propose(SOURCES, Decoding(beam=beam), beginnings)

    assert [best.target for best, *_ in proposed] == SOURCES
    forced = engine.propose(SOURCES[:1], Decoding(beam=beam), ["Der Markt"])[0][0]
    assert forced.target.startswith("Der Markt")
    assert PREFIX not in forced.target


def test_a_beginning_of_the_trained_package_goes_on_in_english(
    tiny: ArgosTranslator,
) -> None:
    sources = [
        "Der Umsatz von Nvidia stieg um 38,4 Prozent.",
        "OpenAI investiert 63 Milliarden Euro in die Rechenleistung.",
        "Der Konzern hat neue Chips entwickelt.",
    ]
    beginnings = [
        "The sales",
        "OpenAI invests 63 billion euros in computing capacity",
        "",
    ]

    first, second, third = tiny.propose(sources, None, beginnings)

    assert first[0].target == "The sales of Nvidia rose by 38.4 percent."
    assert second[0].target == f"{beginnings[1]}."
    assert third == tiny.translate(sources[2:])


def test_a_sentence_in_parts_comes_back_free(packages: Path) -> None:
    long = ", ".join(["Anna sagte, dass die Firma in Berlin Chips kauft"] * 30) + "."
    engine = load(packages / "copying")

    ((output,),) = engine.propose([long], None, ["Der Markt"])

    assert output.target == long


def test_a_sentence_in_parts_has_several_translations_too(
    tiny: ArgosTranslator,
) -> None:
    long = ", ".join(["Anna sagte, dass die Firma in Berlin Chips kauft"] * 30) + "."

    (options,) = tiny.propose([long], WIDE)

    assert len({option.target for option in options}) > 1
    scores = [option.score or 0 for option in options]
    assert options[0] == tiny.translate([long], WIDE)[0]
    assert scores[0] == max(scores)


def test_several_translations_differ_and_come_best_first(
    tiny: ArgosTranslator,
) -> None:
    sources = ["Warum hast du das gemacht?", "Der Konzern hat neue Chips entwickelt."]

    proposed = tiny.propose(sources, WIDE)

    for source, options in zip(sources, proposed, strict=True):
        assert len({option.target for option in options}) == WIDE.hypotheses
        assert options[0] == tiny.translate([source])[0]


@pytest.mark.parametrize(
    ("name", "prefix"), [("random", []), ("random_prefixed", [PREFIX])]
)
@pytest.mark.parametrize("beam", [1, 4])
@pytest.mark.parametrize("penalty", [0.0, 1.0])
def test_a_score_is_that_of_the_whole_english(
    packages: Path, name: str, prefix: list[str], beam: int, penalty: float
) -> None:
    engine = load(packages / name)
    encode = engine._package.tokenizer.encode
    decoding = Decoding(beam=beam, hypotheses=beam, length_penalty=penalty)

    proposed = engine.propose(SOURCES, decoding, ["Anna sagte"] * len(SOURCES))

    assert all(len(options) == beam for options in proposed)
    for source, options in zip(SOURCES, proposed, strict=True):
        sources = [encode(source)]
        results = engine._translator.translate_batch(
            sources,
            target_prefix=[prefix + encode("Anna sagte")],
            beam_size=beam,
            num_hypotheses=beam,
            length_penalty=penalty,
        )
        for option, pieces in zip(options, results[0].hypotheses, strict=True):
            (scored,) = engine._translator.score_batch(sources, [pieces])
            log_probs = scored.log_probs[len(prefix) :]
            mean = sum(log_probs) / len(log_probs)
            assert option.score == pytest.approx(mean, abs=0.006)


@pytest.mark.parametrize("name", ["random", "random_prefixed"])
def test_links_of_forced_english_are_those_of_its_own_sentence(
    packages: Path, name: str
) -> None:
    engine = load(packages / name)
    engine.gives_links = True
    beginnings = ["Anna sagte", "", "Nach Angaben"]

    proposed = engine.propose(SOURCES, WIDE, beginnings)

    alone = [
        engine.propose([source], WIDE, [beginning])[0]
        for source, beginning in zip(SOURCES, beginnings, strict=True)
    ]
    assert proposed == alone
    assert any(option.links for options in proposed for option in options)


def test_links_of_forced_english_are_those_that_the_probe_would_find(
    tiny: ArgosTranslator,
) -> None:
    """All of its pieces forced, one by one, with no other sentence in the batch."""
    source = "Der Umsatz von Nvidia stieg um 38,4 Prozent."
    other = "Warum hast du das gemacht?"
    beginning = "According to Nvidia, sales"
    _, options = tiny.propose([other, source], WIDE, ["Tell me", beginning])
    tokenizer: Any = tiny._package.tokenizer
    for option in options:
        pieces = tokenizer.encode(option.target)
        (result,) = tiny._translator.translate_batch(
            [tokenizer.encode(source)],
            target_prefix=[pieces],
            beam_size=1,
            max_decoding_length=len(pieces),
            return_attention=True,
        )
        part = Part(0, source, tokenizer.encode(source))
        rows = result.attention[0]
        assert tiny._find_links(part, pieces, option.target, rows) == option.links
