"""Trains the tiny German→English Argos package that tests and benchmarks use.

    python -m tests.packages.train_tiny BITEXT OUTPUT

BITEXT is `bitext.de-en.tsv.xz`, OUTPUT a folder that gets the package, the held-out
slice as TSV and the log. README.md beside this file says what the domain is. Needs
torch (the extra `train`) and some 15 minutes on two cores; the seeds are fixed.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.backends.attention import PROBES
from tests.packages.everyday import (
    hold_out,
    load_everyday,
    sentence_key,
    with_links,
)
from tests.packages.grammar import Grammar
from tests.packages.linked import LinkedPair
from tests.packages.network import Network
from tests.packages.pieces import END, PADDING, START, piece_links, train_pieces
from tests.packages.shape import Shape

VERSION = "0.1"
FOLDER = "translate-de_en-0_1"
SEED = 20_240_216
HELD_OUT = 150
"""Sentences of each kind in the held-out slice."""
SHAPE = Shape(
    pieces=3_500, width=192, heads=4, inner=768, encoder_layers=3, decoder_layers=2
)
EPOCHS = 10
TEMPLATES_PER_EPOCH = 9_000
BATCH = 64
PEAK_RATE = 3e-3
WARMUP = 150
DROPOUT = 0.1
SMOOTHING = 0.05
ALIGNMENT_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence pair in piece numbers."""

    source: list[int]
    target: list[int]
    links: list[list[int]]
    """For each target piece the source pieces that it is linked to."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The training text and the held-out slice; no German sentence is in both."""

    everyday: list[LinkedPair]
    templates: list[LinkedPair]
    held_out: list[tuple[str, LinkedPair]]
    """Each with its kind, "everyday" or "template"."""


def load_corpus(bitext_path: Path, templates: int) -> Corpus:
    """Return everyday and template sentences, and what is held out of each."""
    rows, everyday_slice = hold_out(load_everyday(bitext_path), HELD_OUT)
    reserved = Grammar(SEED + 1).pairs(reserved=True)
    template_slice = list(itertools.islice(reserved, HELD_OUT))
    seen = {sentence_key(pair.source) for pair in template_slice}
    # The engine tests a package's attention with these; nobody learns them by heart.
    seen |= {sentence_key(probe.source) for probe in PROBES}
    fresh = (
        pair
        for pair in Grammar(SEED).pairs(reserved=False)
        if sentence_key(pair.source) not in seen
    )
    return Corpus(
        everyday=with_links(rows),
        templates=list(itertools.islice(fresh, templates)),
        held_out=[
            *(("everyday", pair) for pair in everyday_slice),
            *(("template", pair) for pair in template_slice),
        ],
    )


class Training:
    """One run: the network, its optimizer, and the log of its losses."""

    def __init__(self, processor: Any, shape: Shape, steps: int) -> None:
        import torch

        torch.manual_seed(SEED)
        self._torch = torch
        self._processor = processor
        self._steps = steps
        self.network = Network(shape, SEED, PADDING)
        self.network.dropout = DROPOUT
        self._optimizer = torch.optim.AdamW(
            list(self.network.weights.values()),
            betas=(0.9, 0.98),
            weight_decay=0.01,
            fused=True,
        )

    def examples(self, pairs: Sequence[LinkedPair]) -> list[Example]:
        """Return the pairs in piece numbers."""
        made = []
        for pair in pairs:
            source = self._processor.encode(pair.source, out_type=str)
            target = self._processor.encode(pair.target, out_type=str)
            to_ids = self._processor.piece_to_id
            links = piece_links(pair, source, target)
            made.append(Example(to_ids(source), to_ids(target), links))
        return made

    def step(self, number: int, batch: Sequence[Example]) -> tuple[float, float]:
        """Learn from a batch; return the losses of translation and alignment.

        The alignment loss is the one of Garg et al. 2019, "Jointly Learning to Align
        and Translate": one head of the last layer is pulled to the known links.
        """
        torch = self._torch
        left = 1 - number / self._steps
        rate = PEAK_RATE * min((number + 1) / WARMUP, max(left, 0.01))
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        source = self.pad([example.source for example in batch])
        target = self.pad([[START, *example.target, END] for example in batch])
        logits, attention = self.network.decode(
            self.network.encode(source), source, target[:, :-1]
        )
        loss = torch.nn.functional.cross_entropy(
            logits.flatten(0, 1),
            target[:, 1:].flatten(),
            ignore_index=PADDING,
            label_smoothing=SMOOTHING,
        )
        gold = self._gold_attention(batch, attention.shape)
        alignment_loss = -(gold * attention).sum() / gold.sum().clamp(min=1)
        self._optimizer.zero_grad()
        (loss + ALIGNMENT_WEIGHT * alignment_loss).backward()
        torch.nn.utils.clip_grad_norm_(self.network.weights.values(), 1.0)
        self._optimizer.step()
        return loss.item(), alignment_loss.item()

    def pad(self, rows: Sequence[Sequence[int]]) -> Any:
        """Return the rows as one tensor, filled up to the longest."""
        length = max(map(len, rows))
        return self._torch.tensor(
            [[*row, *[PADDING] * (length - len(row))] for row in rows]
        )

    def _gold_attention(self, batch: Sequence[Example], size: Any) -> Any:
        """Return the attention that the links ask for; unlinked rows are zero."""
        gold = self._torch.zeros(size)
        for row, example in enumerate(batch):
            for place, linked in enumerate(example.links):
                for piece in linked:
                    gold[row, place, piece] = 1 / len(linked)
        return gold


def make_batches(examples: list[Example], chance: random.Random) -> Iterator[Any]:
    """Yield shuffled batches of examples of like length."""
    chance.shuffle(examples)
    for start in range(0, len(examples), BATCH * 32):
        chunk = examples[start : start + BATCH * 32]
        chunk.sort(key=lambda example: (len(example.source), len(example.target)))
        batches = [chunk[i : i + BATCH] for i in range(0, len(chunk), BATCH)]
        chance.shuffle(batches)
        yield from batches


def train(
    corpus: Corpus, pieces: bytes, shape: Shape, epochs: int, log_path: Path
) -> Training:
    """Train a network on the corpus and write the losses to `log_path`."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    share = len(corpus.templates) // epochs
    per_epoch = -(-(len(corpus.everyday) + share) // BATCH)
    training = Training(processor, shape, steps=per_epoch * epochs)
    everyday = training.examples(corpus.everyday)
    chance = random.Random(SEED)
    begun, number = time.monotonic(), 0
    sums = [0.0, 0.0]
    with log_path.open("w", encoding="utf-8") as log:
        print("step\tloss\talignment_loss", file=log)
        for epoch in range(epochs):
            # Templates never repeat: a name is to be copied, not learnt.
            fresh = corpus.templates[epoch * share : (epoch + 1) * share]
            for batch in make_batches([*everyday, *training.examples(fresh)], chance):
                losses = training.step(number, batch)
                sums = [a + b for a, b in zip(sums, losses, strict=True)]
                number += 1
                if number % 100 == 0:
                    line = f"{number}\t{sums[0] / 100:.3f}\t{sums[1] / 100:.3f}"
                    print(line, file=log, flush=True)
                    print(line, f"\t{time.monotonic() - begun:.0f} s", flush=True)
                    sums = [0.0, 0.0]
    training.network.dropout = 0.0
    return training


def check_export(training: Training, package_dir: Path, sources: list[str]) -> None:
    """Make sure that CTranslate2 in 32-bit floats gives torch's greedy output.

    Raises:
        RuntimeError: a translation differs.
    """
    import ctranslate2
    import sentencepiece

    pieces = (package_dir / "sentencepiece.model").read_bytes()
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    translator = ctranslate2.Translator(
        str(package_dir / "model"), compute_type="float32"
    )
    tokens = [processor.encode(source, out_type=str) for source in sources]
    results = translator.translate_batch(tokens, beam_size=1, max_decoding_length=60)
    batch = training.pad([processor.piece_to_id(row) for row in tokens])
    outputs = training.network.translate(batch, START, END, 60).tolist()
    for source, result, output in zip(sources, results, outputs, strict=True):
        length = output.index(END) if END in output else len(output)
        expected = [processor.id_to_piece(piece) for piece in output[:length]]
        if result.hypotheses[0] != expected:
            raise RuntimeError(
                f"{source}: CTranslate2 says {result.hypotheses[0]}, torch {expected}"
            )


def write_held_out(held_out: Sequence[tuple[str, LinkedPair]], path: Path) -> None:
    """Write the held-out slice: kind, source, target, links as in "0-0 1-2"."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, "excel-tab", lineterminator="\n")
        writer.writerow(("kind", "source", "target", "links"))
        for kind, pair in held_out:
            links = " ".join(f"{i}-{j}" for i, j in pair.word_links())
            writer.writerow((kind, pair.source, pair.target, links))


def main() -> None:
    """Run the training from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bitext", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    import torch

    from tests.packages.argos_folder import write_package

    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    options.output.mkdir(parents=True, exist_ok=True)
    corpus = load_corpus(options.bitext, TEMPLATES_PER_EPOCH * options.epochs)
    print(f"{len(corpus.everyday)} everyday, {len(corpus.templates)} template pairs")
    write_held_out(corpus.held_out, options.output / "held_out.tsv")
    sample = [*corpus.everyday, *corpus.templates[: len(corpus.everyday)]]
    texts = [text for pair in sample for text in (pair.source, pair.target)]
    pieces = train_pieces(texts, SHAPE.pieces)
    log_path = options.output / "training.tsv"
    training = train(corpus, pieces, SHAPE, options.epochs, log_path)
    weights = training.network.arrays()
    readme = (Path(__file__).parent / "package_readme.md").read_text(encoding="utf-8")
    arguments = (weights, SHAPE, pieces)
    exact = options.output / "float32"
    write_package(exact, *arguments, version=VERSION, readme=readme, quantization=None)
    check_export(training, exact, [pair.source for _, pair in corpus.held_out[::5]])
    write_package(options.output / FOLDER, *arguments, version=VERSION, readme=readme)


if __name__ == "__main__":
    main()
