"""Steps and batches: what the network sees of an example."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.backends.gemma.tokenizer import Tokenizer
from reader.training.batches import Encoded, Encoder, make_batches, walk_steps
from tests.backends import tiny_gemma


def test_a_pair_is_encoded_as_the_engine_reads_it(tiny_run_dir: Path) -> None:
    pieces = tiny_gemma.make_pieces()[0]
    kept = [pieces[number] for number in tiny_gemma.kept_numbers()]
    encoded = Encoder(Tokenizer.load(tiny_run_dir), kept).encode("Die ei", "ist")
    texts = [kept[number] for number in encoded.pieces]
    assert texts == ["<bos>", "D", "ie", "▁", "ei", "\n", "ist", "<eos>"]
    assert encoded.beginning == 6


EXAMPLES = [
    Encoded(tuple(range(1, length + 1)), length // 2)
    for length in (8, 20, 6, 7, 30, 5, 9, 6, 6, 6)
]


def test_a_step_has_so_many_pieces_and_no_example_that_is_too_long() -> None:
    steps = list(walk_steps(EXAMPLES, 20, 25))
    sizes = [[len(example.pieces) for example in step] for _, step in steps]
    assert sizes == [[8, 20], [6, 7, 5, 9]]
    # The one that is too long was read, too: a checkpoint counts it.
    assert [read for read, _ in steps] == [2, 5]


@pytest.mark.parametrize("most", [1, 16, 24, 1000])
def test_every_example_is_in_one_batch_and_the_places_are_its_english(
    most: int,
) -> None:
    batches = make_batches(EXAMPLES, most)
    wanted = []
    for batch in batches:
        texts, length = batch.pieces.shape
        assert texts == 1 or texts * length <= most
        follow = batch.pieces.flatten()[batch.places + 1]
        wanted += follow.tolist()
    # Piece k of an example has the number k + 1.
    expected = [
        number for example in EXAMPLES for number in example.pieces[example.beginning :]
    ]
    assert sorted(wanted) == sorted(expected)
    assert 0 not in wanted


def test_the_largest_batch_is_first() -> None:
    lengths = [batch.pieces.shape[1] for batch in make_batches(EXAMPLES, 20)]
    assert lengths == sorted(lengths, reverse=True)
