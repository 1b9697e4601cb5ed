"""Batch runs: constant memory, and what is left when a run is broken off."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.pairs import Pair
from reader.core.translating import Options
from reader.errors import SettingsError
from reader.service import open_service
from reader.service.runs import Run, Target, plan_jobs
from reader.service.summary import Summary
from reader.store.files import TEMPORARY_PREFIX


def write_documents(folder: Path, documents: int, sentences: int) -> None:
    folder.mkdir()
    for document in range(documents):
        lines = (
            f"Im Jahr {1900 + number % 120} kamen {document} Leute und {number} Hunde."
            for number in range(sentences)
        )
        (folder / f"{document:04d}.txt").write_text("\n\n".join(lines))


def test_a_run_that_breaks_off_while_it_writes_leaves_whole_files_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = tmp_path / "texte", tmp_path / "out"
    write_documents(source, 3, 4)
    jobs, _ = plan_jobs([source], out, Target())
    with open_service(engine="fake") as service:
        Run(service, Target(), Options()).translate(jobs[:2])
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        count = Summary.count
        written: list[Pair] = []

        def interrupt(self: Summary, pair: Pair, options: Options) -> Pair:
            written.append(pair)
            if len(written) == 6:
                raise KeyboardInterrupt
            return count(self, pair, options)

        monkeypatch.setattr(Summary, "count", interrupt)
        other = Target(layout="interleaved")
        with pytest.raises(KeyboardInterrupt):
            Run(service, other, Options()).translate(jobs)
    after = {path.name: path.read_bytes() for path in out.iterdir()}
    assert after.keys() == before.keys() == {"0000.txt.html", "0001.txt.html"}
    # The first was finished anew, the second was being written.
    assert after["0000.txt.html"] != before["0000.txt.html"]
    assert after["0001.txt.html"] == before["0001.txt.html"]


def test_an_output_that_cannot_be_written_fails_alone(tmp_path: Path) -> None:
    source, out = tmp_path / "texte", tmp_path / "out"
    write_documents(source, 2, 4)
    (out / "0000.txt.html").mkdir(parents=True)
    jobs, _ = plan_jobs([source], out, Target())
    with open_service(engine="fake") as service:
        summary = Run(service, Target(), Options()).translate(jobs)
    assert [path.name for path, _ in summary.failed] == ["0000.txt"]
    assert (out / "0001.txt.html").is_file()
    assert summary.exit_code() == 1


def test_a_text_that_stood_there_before_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "k").write_text("Das ist ein Satz.")
    (tmp_path / "k.txt").write_text("Das ist ein anderer Satz.")
    with pytest.raises(SettingsError, match="would be overwritten"):
        plan_jobs([tmp_path / "k"], tmp_path, Target(("text",)))


def test_a_folder_that_cannot_be_made_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Das ist ein Satz.")
    with pytest.raises(SettingsError, match="nothing can be written"):
        plan_jobs([tmp_path / "a.txt"], tmp_path / "a.txt" / "out", Target())


def test_a_name_that_is_no_unicode_is_a_document_like_others(tmp_path: Path) -> None:
    source = tmp_path / "texte"
    source.mkdir()
    path = Path(os.fsdecode(os.fsencode(source) + b"/gr\xfc\xdfe.txt"))
    path.write_text("Das ist ein Satz.")
    jobs, _ = plan_jobs([source], tmp_path / "out", Target())
    with open_service(engine="fake") as service:
        summary = Run(service, Target(), Options()).translate(jobs)
        assert (summary.documents, summary.failed) == (1, [])
        assert service.memory.forget(path) == 1


def test_a_name_as_long_as_the_file_system_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 246 + ".txt")
    path.write_text("Das ist ein Satz.")
    jobs, _ = plan_jobs([path], tmp_path / "out", Target())
    with open_service(engine="fake") as service:
        assert Run(service, Target(), Options()).translate(jobs).failed == []


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


def test_a_run_puts_its_documents_into_the_library_with_their_counts(
    tmp_path: Path,
) -> None:
    source = tmp_path / "texte"
    write_documents(source, 2, 4)
    (source / "titel.txt").write_text("Der Markt\n\nDer Markt wächst.\n")
    jobs, _ = plan_jobs([source], tmp_path / "out", Target())
    with open_service(engine="fake") as service:
        Run(service, Target(), Options()).translate(jobs)
        texts = {text.path.name: text for text in service.library.texts()}
    assert texts.keys() == {"0000.txt", "0001.txt", "titel.txt"}
    assert texts["0000.txt"].sentences == texts["0000.txt"].translated == 4
    assert texts["0000.txt"].last_read is None
    assert texts["titel.txt"].name == "Der Markt"
    assert texts["titel.txt"].flags == 0


def test_a_library_that_cannot_be_used_is_a_note_and_no_failure(
    tmp_path: Path, reader_home: Path
) -> None:
    source, told = tmp_path / "texte", list[str]()
    write_documents(source, 2, 4)
    (reader_home / "library.sqlite").mkdir(parents=True)
    jobs, _ = plan_jobs([source], tmp_path / "out", Target())
    with open_service(engine="fake", notify=told.append) as service:
        summary = Run(service, Target(), Options()).translate(jobs)
    assert summary.exit_code() == 0 and len(summary.outputs) == 2
    assert len([text for text in told if "library cannot be used" in text]) == 1


def test_standard_input_is_no_text_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = io.BytesIO("Der Markt wächst. Die Preise fallen.".encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(german))
    with open_service(engine="fake") as service:
        stream = io.StringIO()
        Run(service, Target(("text",)), Options()).print_document(Path("-"), stream)
        assert service.library.texts() == []
