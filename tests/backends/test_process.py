from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.backends.fake import FakeTranslator
from reader.backends.process import EngineProcess
from reader.core.interfaces import EngineSettings
from reader.errors import BackendError

FAKE = EngineSettings("fake")


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    process = EngineProcess(FAKE, FakeTranslator(FAKE.decoding).signature)
    yield process
    process.close()


def is_running(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0]
    except FileNotFoundError:
        return False


def wait_until_gone(pid: int, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not is_running(pid):
            return True
        time.sleep(0.02)
    return False


def test_a_batch_is_translated_in_another_process(engine: EngineProcess) -> None:
    assert engine.translate(["Der Markt wächst."])[0].target == "Red Tkram tshcäw."
    assert engine.pid not in (0, os.getpid())


def test_a_beginning_reaches_the_other_process(engine: EngineProcess) -> None:
    sources, beginnings = ["Der Markt wächst.", "Eins."], ["The market", ""]
    first, second = engine.propose(sources, None, beginnings)
    assert [output.target for output in first + second] == [
        "The market Tkram tshcäw.",
        "Snie.",
    ]
    assert engine.propose(sources[1:]) == [second]


def test_the_child_is_not_started_before_the_first_batch(engine: EngineProcess) -> None:
    assert engine.signature.engine == "fake"
    assert engine.pid == 0


def test_an_engine_that_is_being_loaded_gets_a_batch_and_no_second_child(
    engine: EngineProcess,
) -> None:
    loading = threading.Thread(target=engine.load)
    loading.start()
    assert engine.translate(["Eins."])[0].target == "Snie."
    loading.join()
    pid = engine.pid
    engine.load()
    assert engine.pid == pid != 0


def test_a_child_that_was_killed_is_replaced(engine: EngineProcess) -> None:
    engine.translate(["Eins."])
    first = engine.pid
    os.kill(first, signal.SIGKILL)
    assert engine.translate(["Zwei."])[0].target == "Iewz."
    assert engine.pid != first


def test_closing_ends_the_child(engine: EngineProcess) -> None:
    engine.translate(["Eins."])
    pid = engine.pid
    engine.close()
    assert wait_until_gone(pid)


def test_an_engine_that_does_not_load_is_an_error_with_a_hint() -> None:
    settings = EngineSettings("unknown")
    engine = EngineProcess(settings, FakeTranslator(FAKE.decoding).signature)
    try:
        with pytest.raises(BackendError, match="no engine 'unknown'") as caught:
            engine.translate(["Eins."])
    finally:
        engine.close()
    assert caught.value.hint


def run_script(path: Path, script: str) -> subprocess.Popen[str]:
    path.write_text(textwrap.dedent(script))
    return subprocess.Popen(
        [sys.executable, str(path)], stdout=subprocess.PIPE, text=True
    )


START = """
    from reader.backends.fake import FakeTranslator
    from reader.backends.process import EngineProcess
    from reader.core.interfaces import EngineSettings

    settings = EngineSettings("fake")
    engine = EngineProcess(settings, FakeTranslator(settings.decoding).signature)
    print(engine.translate(["Eins."])[0].target, engine.pid, flush=True)
"""


def test_a_script_without_a_main_guard_works(tmp_path: Path) -> None:
    child = run_script(tmp_path / "script.py", START + "    engine.close()\n")
    out, _ = child.communicate(timeout=30)
    assert child.returncode == 0
    assert out.startswith("Snie.") and out.count("\n") == 1


def test_the_child_ends_when_its_parent_was_killed(tmp_path: Path) -> None:
    parent = run_script(
        tmp_path / "script.py", START + "    import time; time.sleep(60)\n"
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline().split()[1])
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert wait_until_gone(pid)


def test_an_engine_that_did_not_load_says_so_again_the_next_time() -> None:
    engine = EngineProcess(
        EngineSettings("unknown"), FakeTranslator(FAKE.decoding).signature
    )
    for _ in range(2):
        with pytest.raises(BackendError, match="no engine 'unknown'"):
            engine.translate(["Eins."])
        assert engine.pid == 0


def test_an_engine_starts_where_standard_error_has_no_file(tmp_path: Path) -> None:
    # A full-screen program puts something of its own in the place of the stream.
    stand_in = "type('Screen', (), {'fileno': lambda self: -1})()"
    script = f"\n    import sys\n    sys.stderr = {stand_in}{START}"
    child = run_script(tmp_path / "script.py", script + "    engine.close()\n")
    out, _ = child.communicate(timeout=30)
    assert out.startswith("Snie.")
