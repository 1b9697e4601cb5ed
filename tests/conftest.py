"""What every test gets: a home of its own, and no network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the pictures of screens be drawn anew."""
    said = "draw the pictures in tests/tui/snapshots anew"
    parser.addoption("--update-snapshots", action="store_true", help=said)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what the tests marked `measured` printed: the figures of the README."""
    for report in terminalreporter.stats.get("passed", []):
        if "measured" in report.keywords and report.capstdout.strip():
            terminalreporter.section(report.nodeid, "-")
            terminalreporter.write_line(report.capstdout.strip())


@pytest.fixture(autouse=True)
def reader_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move everything that the program keeps into the test's own folder."""
    home = tmp_path / "home"
    monkeypatch.setenv("READER_HOME", str(home))
    # This machine may have dictionaries; a test has those that it makes.
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "system"))
    # Whoever runs the tests may not like colours.
    monkeypatch.delenv("NO_COLOR", raising=False)
    return home


@pytest.fixture(autouse=True)
def no_network(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Refuse every connection; `loopback` tests may reach this machine alone."""
    connect = socket.socket.connect
    is_loopback = request.node.get_closest_marker("loopback") is not None

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family == socket.AF_UNIX or (is_loopback and address[0] == "127.0.0.1"):
            return connect(self, address)
        raise AssertionError(f"a test tried to connect to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded)
    yield
