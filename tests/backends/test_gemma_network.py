from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.backends import tiny_gemma


@pytest.mark.parametrize("length", [12, 150])
def test_the_network_computes_what_gemma_3_computes(
    tiny_dir: Path, length: int
) -> None:
    """Merged, quantized and written, it gives the reference's probabilities."""
    import ctranslate2

    engine_dir = tiny_dir / "engine"
    pieces = json.loads((engine_dir / "vocabulary.json").read_text("utf-8"))
    random = np.random.default_rng(length)
    numbers = [2, *random.integers(4, len(pieces), length).tolist()]
    reference = tiny_gemma.Reference(tiny_dir / "base.gguf", tiny_dir / "adapter.npz")
    all_expected = reference.log_probabilities(numbers)
    expected = all_expected[np.arange(length), numbers[1:]]
    # float32, so that only the weights are rounded, as the reference rounds them.
    generator = ctranslate2.Generator(str(engine_dir), compute_type="float32")
    (scored,) = generator.score_batch([[pieces[number] for number in numbers]])
    assert expected.std() > 0.5
    assert np.allclose(scored.log_probs, expected, atol=1e-3)


def test_the_embeddings_are_stored_once(tiny_dir: Path) -> None:
    stored = (tiny_dir / "engine" / "model.bin").stat().st_size
    embeddings = len(tiny_gemma.kept_numbers()) * tiny_gemma.WIDTH
    matrices = 18 * sum(rows * columns for rows, columns in tiny_gemma.SHAPES.values())
    scales_and_norms = 18 * 4 * (5_000 + 1_000)
    assert stored < matrices + embeddings + scales_and_norms
