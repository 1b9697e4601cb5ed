"""Batch runs: constant memory, and what is left when a run is broken off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.translating import Options
from reader.service import open_service
from reader.service.runs import Run, Target, plan_jobs
from reader.store.files import TEMPORARY_PREFIX


def write_documents(folder: Path, documents: int, sentences: int) -> None:
    folder.mkdir()
    for document in range(documents):
        lines = (
            f"Im Jahr {1900 + number % 120} kamen {document} Leute und {number} Hunde."
            for number in range(sentences)
        )
        (folder / f"{document:04d}.txt").write_text("\n\n".join(lines))


def test_a_run_that_breaks_off_leaves_whole_files_alone(tmp_path: Path) -> None:
    source, out = tmp_path / "texte", tmp_path / "out"
    write_documents(source, 3, 4)
    jobs, _ = plan_jobs([source], out, Target())
    with open_service(engine="fake") as service:
        Run(service, Target(), Options()).translate(jobs[:1])

        def interrupt(_: object) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            Run(service, Target(), Options(), interrupt).translate(jobs)
    assert [path.name for path in out.iterdir()] == ["0000.txt.html"]


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    source, out = tmp_path / "texte", tmp_path / "out"
    write_documents(source, 1, 2)
    out.mkdir()
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    (out / f"{TEMPORARY_PREFIX}0000.txt.html.{child.pid}").write_text("half")
    jobs, _ = plan_jobs([source], out, Target())
    with open_service(engine="fake") as service:
        Run(service, Target(), Options()).translate(jobs)
    assert [path.name for path in out.iterdir()] == ["0000.txt.html"]


PEAK = """
import resource, sys
from reader.cli.main import main
try:
    main(["translate", sys.argv[1], "-o", sys.argv[2], "--engine", "fake", "-q",
          "--to", "jsonl", "--to", "html"])
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
"""


def measure_peak(source: Path, out: Path) -> float:
    """Return the peak memory of a run in MB."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(source), str(out)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stderr.split()[-1]) / 1024


@pytest.mark.slow
def test_a_hundred_thousand_sentences_stream_through(tmp_path: Path) -> None:
    few, many = tmp_path / "few", tmp_path / "many"
    write_documents(few, 100, 100)
    write_documents(many, 1000, 100)
    small = measure_peak(few, tmp_path / "out-few")
    large = measure_peak(many, tmp_path / "out-many")
    assert len(list((tmp_path / "out-many").iterdir())) == 2000
    # The plan remembers eight bytes of each sentence, in a set: some 10 MB more.
    assert large < small + 40, f"{small:.0f} MB for 10,000, {large:.0f} MB for 100,000"
