from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from reader.tui.serving import server
from tests.cli.running import Runner

pytestmark = pytest.mark.loopback

URL = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]{32}/\n")


def start(*options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "reader", "serve", "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What a shell runs in the background ignores Ctrl+C, and so do its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])
def test_an_address_that_others_reach_is_refused(reader: Runner, host: str) -> None:
    result = reader("serve", "--host", host)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith(f"reader: other machines may reach {host}")
    assert "--allow-remote" in result.err


def test_a_name_is_refused_and_not_looked_up(reader: Runner) -> None:
    result = reader("serve", "--host", "zeitung.example", "--allow-remote")
    assert result.code == 2
    assert "'zeitung.example' is not an IP address" in result.err


def test_a_port_in_use_is_an_error_that_says_what_to_type(reader: Runner) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = reader("serve", "--port", port)
    assert result.code == 2
    assert result.out == ""
    assert f"reader: port {port} on 127.0.0.1 is in use" in result.err
    assert re.search(r"\n  try: reader serve --port \d+\n$", result.err)


def test_standard_input_cannot_be_read_in_a_browser(reader: Runner) -> None:
    result = reader("serve", "-")
    assert result.code == 2
    assert "standard input" in result.err


def test_every_tab_gets_the_reader_with_the_arguments_of_serve(
    reader: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[object] = []
    monkeypatch.setattr(server, "serve", lambda *given: served.extend(given))
    result = reader(
        "serve", "--host", "localhost", "--engine", "fake", "--glossary", "a b.tsv",
        "--glossary", "c.tsv", "--beam", "2", "--no-shipped-glossary",
        "--readers", "2", "sora", "--", "--titel",
    )  # fmt: skip
    assert result.code == 0, result.err
    words, host, port, _, readers = served
    assert words == [
        sys.executable, "-P", "-m", "reader", "read",
        "--glossary", "a b.tsv", "--glossary", "c.tsv", "--no-shipped-glossary",
        "--engine", "fake", "--beam", "2", "--", "sora", "--titel",
    ]  # fmt: skip
    assert (host, port, readers) == ("127.0.0.1", 8000, 2)


@pytest.mark.parametrize("number", ["0", "-1", "101", "viele"])
def test_a_number_of_readers_that_makes_no_sense_is_exit_2(
    reader: Runner, number: str
) -> None:
    result = reader("serve", "--readers", number)
    assert (result.code, result.out) == (2, "")
    assert "--readers" in result.err


def test_the_address_alone_is_printed_and_control_c_ends_with_130() -> None:
    with start() as process:
        assert process.stdout is not None
        url = process.stdout.readline()
        assert URL.fullmatch(url)
        with urllib.request.urlopen(url.strip(), timeout=20) as page:
            assert b'class="textual-terminal"' in page.read()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == ""
    assert err.split("\n") == [
        "Open this address in a browser. Ctrl+C ends the server.",
        # click ends the line that "^C" stands on.
        "",
        "interrupted",
        "",
    ]


def test_other_machines_are_let_in_with_a_warning_where_that_is_asked_for() -> None:
    with start("--host", "0.0.0.0", "--allow-remote") as process:
        assert process.stdout is not None
        assert URL.fullmatch(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.startswith("warning: other machines may reach 0.0.0.0.")
