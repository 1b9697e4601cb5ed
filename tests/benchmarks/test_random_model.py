from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.backends.argos_package import open_package
from tests.benchmarks.random_model import RandomModel, make_pieces
from tests.packages.shape import Shape

SOURCES = (
    "Ja.",
    "Die Rechenleistung wächst schnell.",
    "Sora wurde am 16. Februar eingeführt, da China vor Herausforderungen steht.",
)


@pytest.fixture(scope="module")
def package_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shape = Shape(
        pieces=4_000, width=64, heads=2, inner=128, encoder_layers=1, decoder_layers=1
    )
    folder = tmp_path_factory.mktemp("random") / "package"
    return RandomModel(shape, output_pieces=17).write(folder)


@pytest.mark.parametrize("beam", [1, 2, 4, 5])
def test_every_output_has_the_same_length_with_every_beam(
    package_dir: Path, beam: int
) -> None:
    import ctranslate2

    translator = ctranslate2.Translator(str(package_dir / "model"))
    tokenizer = open_package(package_dir).tokenizer
    results = translator.translate_batch(
        [tokenizer.encode(source) for source in SOURCES],
        beam_size=beam,
        length_penalty=0.2,
    )
    assert [len(result.hypotheses[0]) for result in results] == [17, 17, 17]


def test_the_entries_that_fill_the_vocabulary_match_no_text() -> None:
    import sentencepiece

    processor: Any = sentencepiece.SentencePieceProcessor(model_proto=make_pieces(5000))
    assert len(processor) == 5000
    numbers = [number for source in SOURCES for number in processor.encode(source)]
    assert not any(processor.is_unused(number) for number in numbers)
    assert processor.is_unused(4999)
    assert processor.encode("⟨7⟩", out_type=str) != ["▁⟨7⟩"]
