"""Who may talk to the server, as tables of headers."""

from __future__ import annotations

import pytest

from reader.tui.serving.guard import Guard, is_address, is_loopback

HERE = Guard("127.0.0.1", 8000, "geheim-7")
HERE_6 = Guard("::1", 8000, "geheim-7")
EVERYWHERE = Guard("0.0.0.0", 8000, "geheim-7")
ON_80 = Guard("127.0.0.1", 80, "geheim-7")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_an_address_of_this_machine_alone_is_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.168.1.5", "localhost.example", "127.0.0.1.nip.io"]
)
def test_an_address_that_others_reach_is_not_loopback(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("host", ["", "zeitung.example", "127.1", "0x7f.1", "1"])
def test_a_name_or_a_shorthand_is_no_address(host: str) -> None:
    assert not is_address(host)


@pytest.mark.parametrize(
    ("guard", "header"),
    [
        (HERE, "127.0.0.1:8000"),
        (HERE, "localhost:8000"),
        (HERE, "LOCALHOST:8000"),
        (HERE_6, "[::1]:8000"),
        (ON_80, "127.0.0.1"),
        (EVERYWHERE, "192.168.1.5:8000"),
        (EVERYWHERE, "[2001:db8::7]:8000"),
        (EVERYWHERE, "localhost:8000"),
    ],
)
def test_a_host_header_of_this_server_is_known(guard: Guard, header: str) -> None:
    assert guard.knows_host(header)


@pytest.mark.parametrize(
    ("guard", "header"),
    [
        (HERE, ""),
        (HERE, "127.0.0.1"),
        (HERE, "127.0.0.1:8001"),
        (HERE, "boese.example:8000"),
        (HERE, "127.0.0.1.nip.io:8000"),
        (HERE, "192.168.1.5:8000"),
        (HERE, "boese@127.0.0.1:8000"),
        (EVERYWHERE, "boese.example:8000"),
        (EVERYWHERE, "192.168.1.5"),
        (EVERYWHERE, "192.168.1.5:99999"),
        (EVERYWHERE, "boese@192.168.1.5:8000"),
        (EVERYWHERE, "[kaputt:8000"),
    ],
)
def test_any_other_host_header_is_unknown(guard: Guard, header: str) -> None:
    assert not guard.knows_host(header)


@pytest.mark.parametrize("path", ["/geheim-7/", "/geheim-7/ws", "/geheim-7"])
def test_a_path_that_starts_with_the_token_is_known(path: str) -> None:
    assert HERE.knows_token(path)


@pytest.mark.parametrize(
    "path",
    ["/", "", "/geheim-", "/geheim-77/", "/x/geheim-7/", "/größe/", "//geheim-7"],
)
def test_a_path_without_the_token_is_unknown(path: str) -> None:
    assert not HERE.knows_token(path)


def test_the_origin_must_be_the_page_of_the_same_host() -> None:
    assert HERE.knows_origin("http://127.0.0.1:8000", "127.0.0.1:8000")
    for origin in (
        None,
        "null",
        "http://127.0.0.1:9999",
        "http://localhost:8000",
        "https://127.0.0.1:8000",
        "http://boese.example",
    ):
        assert not HERE.knows_origin(origin, "127.0.0.1:8000"), origin


def test_every_guard_has_a_long_token_of_its_own_that_it_does_not_show() -> None:
    one, other = Guard("127.0.0.1", 8000), Guard("127.0.0.1", 8000)
    assert one.token != other.token
    assert len(one.token) >= 32
    assert one.token not in repr(one)


@pytest.mark.parametrize(
    ("guard", "url"),
    [
        (HERE, "http://127.0.0.1:8000/geheim-7/"),
        (HERE_6, "http://[::1]:8000/geheim-7/"),
        (ON_80, "http://127.0.0.1/geheim-7/"),
        (EVERYWHERE, "http://127.0.0.1:8000/geheim-7/"),
    ],
)
def test_the_address_can_be_opened_on_this_machine(guard: Guard, url: str) -> None:
    assert guard.url == url
