"""How much of the engine's speed arrives in files: (a) limit, (b) we, (c) Argos.

All three decode sentences of the same texts with the same random model, beam, number
of threads and fixed output length; no output is tried again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from reader.backends.argos import BATCH_PIECES
from reader.backends.argos_package import open_package
from reader.backends.threads import count_cores, share_threads
from reader.core.documents import Kind
from reader.core.normalize import normalize_source
from reader.core.translating import Options
from reader.service import open_service
from reader.service.runs import Run, Target, plan_jobs
from tests.gold.segmentation.reading import read_gold_texts

BEAM = 4
LENGTH_PENALTY = 0.2
LIMIT_BAR = 0.9
LIBRARY_BAR = 3.5
LIBRARY_SHARE = 8
"""The library's path is slow: it gets every eighth sentence, twice other ones."""

_ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Rates:
    """Sentences a second."""

    limit: float
    pipeline: float
    library: float

    def report(self) -> list[str]:
        """Return the lines to print."""
        return [
            f"(a) raw translate_batch, sorted, tokenized before: {self.limit:.2f}/s",
            "(b) reader, file to file, engine's start included, no guard retry, no"
            f" glossary: {self.pipeline:.2f}/s",
            "(c) argostranslate's path, a line at a time, stand-in sentencizer"
            f" (a line is a sentence; minisbd is not loaded): {self.library:.2f}/s",
            _compare("(b)/(a)", self.pipeline / self.limit, LIMIT_BAR),
            _compare("(b)/(c)", self.pipeline / self.library, LIBRARY_BAR),
        ]

    def are_good(self) -> bool:
        """Say whether both bars are reached."""
        return (
            self.pipeline >= LIMIT_BAR * self.limit
            and self.pipeline >= LIBRARY_BAR * self.library
        )


def measure_rates(package_dir: Path, work_dir: Path) -> Rates:
    """Return the three rates; READER_HOME must be a home with the package."""
    documents = work_dir / "texts"
    write_documents(documents)
    sentences = _read_sentences(documents)
    print(
        f"{len(sentences)} sentences, beam {BEAM}, {count_cores()} cores,"
        f" batches of {BATCH_PIECES} pieces in (a), at most as many in (b), the"
        " library's own in (c)",
        flush=True,
    )
    # A shared machine's speed drifts: what is compared with the pipeline is measured
    # before it and after it, and the mean is taken.
    halves = sentences[::LIBRARY_SHARE], sentences[LIBRARY_SHARE // 2 :: LIBRARY_SHARE]
    before = (
        measure_library(package_dir, halves[0], work_dir),
        measure_limit(package_dir, sentences),
    )
    pipeline = measure_pipeline(documents, work_dir / "out", len(sentences))
    limit = mean((before[1], measure_limit(package_dir, sentences)))
    library = mean((before[0], measure_library(package_dir, halves[1], work_dir)))
    return Rates(limit, pipeline, library)


def write_documents(folder: Path) -> None:
    """Write the articles and the gold texts as plain files."""
    folder.mkdir()
    for path in _ROOT.glob("seeds/*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    for gold in read_gold_texts():
        (folder / f"{gold.name}.txt").write_text(gold.text, encoding="utf-8")


def _read_sentences(folder: Path) -> list[str]:
    """Return the texts that a run over `folder` gives to the engine, each once."""
    found: dict[str, None] = {}
    with open_service(engine="argos") as service:
        for path in sorted(folder.iterdir()):
            for sentence in service.segment(service.read_document(path), str(path)):
                if sentence.kind is not Kind.BOILERPLATE:
                    found[normalize_source(sentence.source)] = None
    return list(found)


def measure_limit(package_dir: Path, sentences: list[str]) -> float:
    """Return the rate of one call with everything, its model loaded and warm."""
    import ctranslate2

    tokenizer = open_package(package_dir).tokenizer
    tokens = sorted(map(tokenizer.encode, sentences), key=len, reverse=True)
    workers, threads = share_threads(count_cores())
    translator = ctranslate2.Translator(
        str(package_dir / "model"),
        compute_type="int8",
        inter_threads=workers,
        intra_threads=threads,
    )
    translator.translate_batch(tokens[-8:], beam_size=BEAM)
    begun = time.perf_counter()
    translator.translate_batch(
        tokens,
        max_batch_size=BATCH_PIECES,
        batch_type="tokens",
        beam_size=BEAM,
        length_penalty=LENGTH_PENALTY,
        max_input_length=0,
    )
    return len(tokens) / (time.perf_counter() - begun)


def measure_pipeline(documents: Path, out_dir: Path, expected: int) -> float:
    """Return the rate of a run from text files to JSON Lines, all of it.

    Raises:
        RuntimeError: the run did not translate the `expected` number of sentences.
    """
    target = Target(("jsonl",))
    begun = time.perf_counter()
    # Random weights never say a term, and the limit has no glossary either.
    with open_service(
        engine="argos", beam=BEAM, compute="int8", retry=False, shipped_glossary=False
    ) as it:
        jobs, _ = plan_jobs([documents], out_dir, target)
        summary = Run(it, target, Options()).translate(jobs)
    seconds = time.perf_counter() - begun
    if summary.translated != expected:
        raise RuntimeError(f"{summary.translated} of {expected} were translated")
    return summary.translated / seconds


def measure_library(package_dir: Path, sentences: list[str], work_dir: Path) -> float:
    """Return the rate of argostranslate's own path, in a process of its own."""
    environment = os.environ | {
        "HOME": str(work_dir),
        "XDG_DATA_HOME": str(work_dir),
        "XDG_CONFIG_HOME": str(work_dir),
        "XDG_CACHE_HOME": str(work_dir),
        # One sentence at a time cannot use two workers, so it gets two threads.
        "ARGOS_INTER_THREADS": "1",
        "ARGOS_INTRA_THREADS": str(count_cores()),
        "ARGOS_COMPUTE_TYPE": "int8",
        "ARGOS_BEAM_SIZE": str(BEAM),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.library_path", str(package_dir)],
        input="\n".join(sentences),
        env=environment,
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    result = json.loads(done.stdout.splitlines()[-1])
    if result["lines"] != len(sentences):
        raise RuntimeError(f"{result['lines']} of {len(sentences)} were translated")
    return len(sentences) / float(result["seconds"])


def _compare(name: str, ratio: float, bar: float) -> str:
    verdict = "good" if ratio >= bar else "TOO LOW"
    return f"{name} = {ratio:.2f} (bar: {bar}) {verdict}"
