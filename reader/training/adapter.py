"""Train the built-in engine's adapter: prepare, train, export, evaluate, pack.

    python -m reader.training.adapter prepare RUN --bitext BITEXT.tsv.xz
    python -m reader.training.adapter train RUN --minutes 90
    python -m reader.training.adapter export RUN adapter.npz
    python -m reader.training.adapter evaluate adapter.npz --pairs FLORES.tsv --work RUN

RUN is a folder that holds everything that training needs. Each command goes on where
it was interrupted; training may be stopped (SIGTERM, Ctrl-C) and started again at any
time, and begins with the adapter that ships. On a GPU the same command uses it, with
the settings that `adapter.toml` has for one. To train on another machine:

    python -m reader.training.adapter pack RUN PARTS            (here)
    python -m reader.training.adapter unpack PARTS RUN          (there; train)
    python -m reader.training.adapter pack RUN PARTS --results  (there; unpack here)

Needs the extra "builtin"; training alone needs torch, numpy, sentencepiece and gguf.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Any

from reader.backends.gemma.adapter import load_adapter
from reader.backends.gemma.base import open_base
from reader.backends.gemma.network import HEAD_SIZE, HEADS, LAYERS
from reader.backends.gemma.tokenizer import (
    TOKENIZER_FILE,
    VOCABULARY_FILE,
    Tokenizer,
)
from reader.training.checkpoints import LOG_FILE, find_adapter, write_adapter
from reader.training.corpus import choose_pairs, read_pairs
from reader.training.evaluation import (
    load_engine,
    measure_obedience,
    prepare_engine,
    read_table,
    score,
)
from reader.training.examples import make_term_finder, prepare_examples, read_examples
from reader.training.packing import (
    BASE_FILE,
    START_FILE,
    PrunedBase,
    pack_files,
    unpack_files,
    write_base,
)
from reader.training.settings import SETTINGS_PATH, load_settings

EXAMPLES_FILE = "examples.jsonl"
MOST_THERE, MOST_BACK = 30 << 20, 16 << 20
"""Bytes of a packed file, of what training needs and of what it learned."""
_REPORTED_EVERY = 1000


def prepare(arguments: argparse.Namespace) -> None:
    """Write all that training needs into the run's folder."""
    run_dir: Path = arguments.run
    run_dir.mkdir(parents=True, exist_ok=True)
    settings = load_settings(arguments.settings)
    if not (run_dir / BASE_FILE).exists():
        adapter = load_adapter(arguments.start)
        write_adapter(run_dir / START_FILE, adapter.matrices, adapter)
        with open_base(run_dir, arguments.gguf, lambda done, total: None) as base:
            write_base(base, adapter, run_dir)
    if (run_dir / EXAMPLES_FILE).exists():
        return
    rows = chain.from_iterable(map(read_pairs, arguments.bitext))
    pairs = choose_pairs(rows, settings.corpus)
    prepare_examples(
        pairs,
        run_dir / EXAMPLES_FILE,
        make_term_finder(settings.hints.confidence),
        lambda done, total: (
            _say(f"prepared {done:,} of {total:,} pairs")
            if done % _REPORTED_EVERY == 0 or done == total
            else None
        ),
    )


def train(arguments: argparse.Namespace) -> None:
    """Train for some minutes, from the run's checkpoint where there is one."""
    import torch

    from reader.training.batches import Encoder
    from reader.training.network import Shape, load_network
    from reader.training.trainer import Run, Trainer

    device = "cuda" if torch.cuda.is_available() else "cpu"
    settings = load_settings(arguments.settings, device)
    torch.manual_seed(settings.seed)
    run_dir: Path = arguments.run
    adapter = load_adapter(run_dir / START_FILE)
    with closing(PrunedBase(run_dir)) as base:
        shape = Shape(LAYERS, HEADS, HEAD_SIZE)
        rank = settings.network.rank
        network = load_network(base.read_tensor, adapter, shape, rank)
    kept = json.loads((run_dir / VOCABULARY_FILE).read_bytes())
    encoder = Encoder(Tokenizer.load(run_dir), kept)
    examples = read_examples(run_dir / EXAMPLES_FILE)
    run = Run(settings, run_dir, network, adapter, encoder, examples, device)
    with stopped_by_signals() as stop:
        Trainer(run, stop).train(60 * arguments.minutes, _say)


@contextmanager
def stopped_by_signals() -> Iterator[Event]:
    """Yield what SIGTERM and Ctrl-C set, instead of ending the program at once."""
    stop = Event()
    handlers = {
        number: signal.signal(number, lambda *_: stop.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield stop
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def export(arguments: argparse.Namespace) -> None:
    """Copy the adapter of a checkpoint, the last one unless a step is given."""
    run_dir: Path = arguments.run
    path = find_adapter(run_dir, arguments.step)
    shutil.copyfile(path, arguments.adapter)
    _say(f"{path.stem}: {path.stat().st_size:,} bytes")


def evaluate(arguments: argparse.Namespace) -> None:
    """Measure an adapter on sentence pairs that it has not learned from."""
    settings = load_settings(arguments.settings)
    pairs = read_table(arguments.pairs, arguments.rows or settings.evaluation.rows)
    beam = arguments.beam or settings.evaluation.beam
    arguments.work.mkdir(parents=True, exist_ok=True)
    engine_dir = prepare_engine(arguments.adapter, arguments.work, arguments.gguf)
    engine = load_engine(engine_dir, beam)

    def translate(sources: list[str]) -> list[str]:
        return [translation.target for translation in engine.translate(sources)]

    plain = translate([pair.source for pair in pairs])
    scores = score(plain, pairs)
    print(f"{len(pairs)} sentences, beam {beam}")
    print("\n".join(scores.signatures))
    print(f"BLEU {scores.bleu:.1f}, chrF {scores.chrf:.1f}", flush=True)
    seen = measure_obedience(
        translate,
        plain,
        pairs,
        make_term_finder(settings.hints.confidence),
        settings.hints.most,
        settings.seed,
    )
    with_hints = score(seen.translations, pairs)
    print(f"with hints: BLEU {with_hints.bleu:.1f}, chrF {with_hints.chrf:.1f}")
    print(
        f"hints obeyed: {seen.obeyed} of {seen.hints}"
        f" ({seen.unasked} of them said without a hint);"
        f" braces in the English: {sum('{' in text for text in seen.translations)}"
    )


def pack(arguments: argparse.Namespace) -> None:
    """Pack what a run needs, or what it learned, in a few small files."""
    run_dir: Path = arguments.run
    if arguments.results:
        paths = [find_adapter(run_dir, None), run_dir / LOG_FILE]
        most = MOST_BACK
    else:
        names = (BASE_FILE, START_FILE, TOKENIZER_FILE, VOCABULARY_FILE, EXAMPLES_FILE)
        paths = [run_dir / name for name in names]
        most = MOST_THERE
    for part in pack_files(paths, run_dir, arguments.parts, most):
        _say(f"{part}: {part.stat().st_size:,} bytes")


def unpack(arguments: argparse.Namespace) -> None:
    """Write what was packed into a run's folder."""
    unpack_files(arguments.parts, arguments.run)


def main(words: Sequence[str] | None = None) -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        prog="python -m reader.training.adapter",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True)

    def add(act: Callable[[argparse.Namespace], None], *paths: str) -> Any:
        command = commands.add_parser(act.__name__, help=act.__doc__)
        for path in paths:
            command.add_argument(path, type=Path)
        command.add_argument("--settings", type=Path, default=SETTINGS_PATH)
        command.set_defaults(act=act)
        return command.add_argument

    option = add(prepare, "run")
    option("--bitext", type=Path, required=True, nargs="+", help="one or several")
    option("--start", type=Path, help="an adapter to begin with")
    option("--gguf", type=Path, help="the base's file")
    option = add(train, "run")
    option("--minutes", type=float, required=True)
    option = add(export, "run", "adapter")
    option("--step", type=int, help="not the last checkpoint")
    option = add(evaluate, "adapter")
    option("--pairs", type=Path, required=True, help="a table: source, target")
    option("--work", type=Path, required=True, help="a folder for the engine")
    option("--rows", type=int)
    option("--beam", type=int)
    option("--gguf", type=Path, help="the base's file")
    option = add(pack, "run", "parts")
    option("--results", action="store_true", help="what was learned")
    add(unpack, "parts", "run")
    arguments = parser.parse_args(words)
    arguments.act(arguments)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
