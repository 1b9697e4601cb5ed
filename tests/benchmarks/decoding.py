"""What the built-in engine's search gives and costs: the table behind its defaults.

    python -m tests.benchmarks.decoding [TABLE] [--rows N] [--package DIR]

translates the first rows of TABLE (a TSV of German and English, by default FLORES-200
dev as far as it is here) with each way of searching, and prints BLEU, chrF, the length
of the output, sentences a second and the most memory used, as a Markdown table. Each
way runs in a process of its own, so that its memory is its own, with the guard's
retries off. It is not part of `make bench`: it takes ten minutes.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from reader.core.interfaces import Decoding, EngineSettings

FLORES = Path(__file__).parents[1] / "gold" / "flores" / "dev500.de-en.tsv"
WAYS = (
    Decoding(beam=1, length_penalty=0.6),
    Decoding(beam=1, length_penalty=0.6, repetition_penalty=1.05),
    Decoding(beam=1, length_penalty=0.6, repetition_penalty=1.1),
    Decoding(beam=1, length_penalty=0.6, no_repeat_ngram=4),
    Decoding(beam=2, length_penalty=0.6),
    Decoding(beam=2, length_penalty=0.6, repetition_penalty=1.05),
    Decoding(beam=4, length_penalty=0.6),
    Decoding(beam=4, length_penalty=0.0, repetition_penalty=1.05),
    Decoding(beam=4, length_penalty=0.6, repetition_penalty=1.05),
    Decoding(beam=4, length_penalty=1.0, repetition_penalty=1.05),
)
# As many as a folder's first batch has, about.
_TOGETHER = 100


def main() -> int:
    """Measure each way, in the order of `WAYS`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", nargs="?", type=Path, default=FLORES)
    parser.add_argument("--rows", type=int, default=150)
    parser.add_argument("--package", type=Path, help="a prepared engine's folder")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    package_dir = chosen.package or find_package()
    if chosen.way:
        decoding = Decoding(**json.loads(chosen.way))
        print(measure(chosen.table, chosen.rows, package_dir, decoding))
        return 0
    print(f"first {chosen.rows} rows of {chosen.table.name}")
    print("| beam | length penalty | repetition | BLEU | chrF | length", end=" ")
    print("| sentences/s | peak |\n|---|---|---|---|---|---|---|---|", flush=True)
    for decoding in WAYS:
        command = [sys.executable, "-m", "tests.benchmarks.decoding"]
        command += [str(chosen.table), "--rows", str(chosen.rows)]
        command += [
            "--package",
            str(package_dir),
            "--way",
            json.dumps(asdict(decoding)),
        ]
        subprocess.run(command, check=True)
    return 0


def find_package() -> Path:
    """Return the folder of the prepared built-in engine."""
    from reader.service import open_service

    with open_service(engine="builtin") as service:
        return Path(service.choice.settings.package_dir)


def measure(table: Path, rows: int, package_dir: Path, decoding: Decoding) -> str:
    """Return the line of the table for one way of searching."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    from reader.backends.builtin import load
    from reader.core.normalize import normalize_source
    from reader.core.tidying import tidy_target

    lines = table.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line != "source\ttarget"][:rows]
    sources = [normalize_source(source) for source, *_ in cells]
    references = [target for _, target, *_ in cells]
    engine = load(EngineSettings("builtin", str(package_dir), decoding=decoding))
    engine.translate(["Guten Morgen."])
    before = time.monotonic()
    targets = [
        translation.target
        for first in range(0, len(sources), _TOGETHER)
        for translation in engine.translate(sources[first : first + _TOGETHER])
    ]
    rate = len(targets) / (time.monotonic() - before)
    targets = list(map(tidy_target, sources, targets))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bleu = BLEU().corpus_score(targets, [references]).score
    chrf = CHRF().corpus_score(targets, [references]).score
    length = sum(map(len, targets)) / sum(map(len, references))
    penalty = f"{decoding.repetition_penalty:g}"
    if decoding.no_repeat_ngram:
        penalty = f"no {decoding.no_repeat_ngram}-gram twice"
    return (
        f"| {decoding.beam} | {decoding.length_penalty:g} | {penalty} | {bleu:.1f} "
        f"| {chrf:.1f} | {length:.3f} | {rate:.1f} | {peak:.0f} MB |"
    )


if __name__ == "__main__":
    sys.exit(main())
