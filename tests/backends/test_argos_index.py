from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.backends.argos_index import (
    DEFAULT_INDEX,
    IndexEntry,
    download,
    fetch_index,
    find_entry,
    find_index_url,
)
from reader.errors import ExitCode, PackageError, PackageMissingError

pytestmark = pytest.mark.loopback

CONTENT = bytes(range(256)) * 4096
"""One MiB, in which each quarter KiB tells its place to nobody."""


@dataclass
class Site:
    """What the server gives, and what it was asked for."""

    content: bytes = CONTENT
    etag: str = '"v1"'
    with_ranges: bool = True
    breaks_after: list[int] = field(default_factory=list)
    """Bytes after which each of the next answers breaks off."""
    redirect: str = ""
    encoding: str = ""
    stalls: bool = False
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Path and Range header of each request."""
    address: str = ""

    @property
    def link(self) -> str:
        return f"{self.address}/package.argosmodel"

    @property
    def ranges(self) -> list[str]:
        return [wanted for _, wanted in self.requests]


class Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"
    go_on: threading.Event

    def do_GET(self) -> None:
        site = self.site
        wanted = self.headers.get("Range", "")
        site.requests.append((self.path, wanted))
        self.close_connection = True
        if site.stalls:
            self.go_on.wait(10)
            return
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", site.redirect)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path == "/missing":
            self.send_error(404)
            return
        self._give(site, wanted)

    def _give(self, site: Site, wanted: str) -> None:
        start = 0
        is_same = self.headers.get("If-Range", site.etag) == site.etag
        if wanted and site.with_ranges and is_same:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(site.content):
                self.send_error(416)
                return
            self.send_response(206)
            last = len(site.content) - 1
            total = len(site.content)
            self.send_header("Content-Range", f"bytes {start}-{last}/{total}")
        else:
            self.send_response(200)
        if site.etag:
            self.send_header("ETag", site.etag)
        if site.encoding:
            self.send_header("Content-Encoding", site.encoding)
        body = site.content[start:]
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if site.breaks_after:
            body = body[: site.breaks_after.pop(0)]
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    site = Site()
    go_on = threading.Event()
    handler = type("SiteHandler", (Handler,), {"site": site, "go_on": go_on})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield site
        go_on.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "package.argosmodel"


def entry_for(*links: str, version: str = "1.0") -> IndexEntry:
    return IndexEntry("translate-de_en", version, "de", "en", links)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def record(**changes: object) -> dict[str, object]:
    return {
        "package_version": "1.3",
        "argos_version": "1.9",
        "from_code": "de",
        "from_name": "German",
        "to_code": "en",
        "to_name": "English",
        "links": ["https://example.org/translate-de_en-1_3.argosmodel"],
        **changes,
    }


class TestIndex:
    def test_the_address_is_the_one_of_argostranslate(self) -> None:
        assert find_index_url({}) == DEFAULT_INDEX + "index.json"

    def test_an_index_becomes_its_translation_packages(self, site: Site) -> None:
        site.content = json.dumps(
            [
                record(),
                record(from_code="en", to_code="fr"),
                record(type="sbd", from_code=None),
                record(links=[]),
                record(links=["ipfs://Qm", "file:///etc/passwd", "http://a.org/b"]),
                record(package_version="../1"),
                record(links="https://example.org"),
                "text",
                None,
            ]
        ).encode()

        entries = fetch_index(f"{site.address}/index.json")

        assert [entry.label for entry in entries] == [
            "translate-de_en-1.3",
            "translate-en_fr-1.3",
            "translate-de_en-1.3",
        ]
        assert entries[0].file_name == "translate-de_en-1.3.argosmodel"
        assert entries[2].links == ("http://a.org/b",)

    def test_the_environment_names_another_index(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        site.content = b"[]"
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.address}/mirror/")

        assert fetch_index() == []
        assert site.requests == [("/mirror/index.json", "")]

    @pytest.mark.parametrize("content", [b"", b"{}", b"[", b"\xff", b"[" * 100_000])
    def test_what_is_no_index_is_a_package_error(
        self, site: Site, content: bytes
    ) -> None:
        site.content = content

        with pytest.raises(PackageError, match="no package index"):
            fetch_index(f"{site.address}/index.json")

    def test_an_index_without_end_is_not_read_to_the_end(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("reader.backends.argos_index._INDEX_LIMIT", 1000)

        with pytest.raises(PackageError, match="too large"):
            fetch_index(f"{site.address}/index.json")

    def test_a_server_that_does_not_answer_is_given_up(self, site: Site) -> None:
        site.stalls = True

        with pytest.raises(PackageError, match="in time"):
            fetch_index(f"{site.address}/index.json", timeout=0.2)

    def test_without_a_network_the_error_says_what_to_do(self, site: Site) -> None:
        # Port 9 is the discard service; nobody listens there.
        with pytest.raises(PackageError) as caught:
            fetch_index("http://127.0.0.1:9/index.json")

        assert "cannot be reached" in caught.value.message
        assert "\n" not in caught.value.message + caught.value.hint
        assert "reader models install FILE" in caught.value.hint
        assert caught.value.exit_code is ExitCode.NO_ENGINE

    @pytest.mark.parametrize(
        "url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,[]", "//x", "http://"]
    )
    def test_only_http_is_followed(self, url: str) -> None:
        with pytest.raises(PackageError):
            fetch_index(url)

    @pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x"])
    def test_a_redirect_to_something_else_is_not_followed(
        self, site: Site, url: str
    ) -> None:
        site.redirect = url

        with pytest.raises(PackageError):
            fetch_index(f"{site.address}/away")

    def test_the_environments_proxy_is_used(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", site.address)
        site.content = b"[]"

        fetch_index("http://index.example.org/index.json")

        assert site.requests == [("http://index.example.org/index.json", "")]


class TestFindEntry:
    ENTRIES = (
        entry_for("http://a", version="1.0"),
        entry_for("http://a", version="1.10"),
        entry_for("http://a", version="1.3"),
        IndexEntry("translate-en_fr", "1.0", "en", "fr", ("http://a",)),
    )

    def test_the_newest_version_is_taken_by_its_numbers(self) -> None:
        assert find_entry("translate-de_en", self.ENTRIES).version == "1.10"

    def test_a_version_can_be_named(self) -> None:
        entry = find_entry("translate-de_en-1.3", self.ENTRIES)
        assert entry.version == "1.3"
        assert entry.sha256 is not None
        assert entry.sha256.startswith("becc2b00")

    def test_no_checksum_is_made_up_for_other_versions(self) -> None:
        assert find_entry("translate-de_en-1.0", self.ENTRIES).sha256 is None

    @pytest.mark.parametrize("name", ["translate-en_fr", "de_en", ""])
    def test_an_unknown_name_lists_what_there_is(self, name: str) -> None:
        with pytest.raises(PackageMissingError, match=r"translate-de_en-1\.10"):
            find_entry(name, self.ENTRIES)


class TestDownload:
    def test_a_file_arrives_whole_and_its_progress_is_told(
        self, site: Site, target: Path
    ) -> None:
        told: list[tuple[int, int | None]] = []

        digest = download(
            entry_for(site.link), target, lambda done, total: told.append((done, total))
        )

        assert target.read_bytes() == CONTENT
        assert digest == sha256(CONTENT).hexdigest()
        assert files_in(target.parent) == [target.name]
        assert told[0] == (0, len(CONTENT))
        assert told[-1] == (len(CONTENT), len(CONTENT))
        assert told == sorted(told)

    def test_a_broken_connection_is_taken_up_where_it_broke(
        self, site: Site, target: Path
    ) -> None:
        site.breaks_after = [300_000, 200_000]

        download(entry_for(site.link), target)

        assert target.read_bytes() == CONTENT
        assert site.ranges == ["", "bytes=300000-", "bytes=500000-"]

    def test_the_next_run_goes_on_where_the_last_one_was_given_up(
        self, site: Site, target: Path
    ) -> None:
        site.breaks_after = [300_000, 0, 0]
        with pytest.raises(PackageError, match="broke off") as caught:
            download(entry_for(site.link), target)
        assert "same command again" in caught.value.hint
        assert not target.exists()
        site.requests.clear()
        site.breaks_after.clear()
        told: list[int] = []

        download(entry_for(site.link), target, lambda done, total: told.append(done))

        assert target.read_bytes() == CONTENT
        assert site.ranges == ["bytes=300000-"]
        assert told[0] == 300_000

    def test_a_file_that_has_changed_meanwhile_is_fetched_from_its_start(
        self, site: Site, target: Path
    ) -> None:
        site.breaks_after = [300_000, 0, 0]
        with pytest.raises(PackageError):
            download(entry_for(site.link), target)
        site.content, site.etag = CONTENT[::-1], '"v2"'
        site.breaks_after.clear()

        download(entry_for(site.link), target)

        assert target.read_bytes() == CONTENT[::-1]

    @pytest.mark.parametrize("etag", ["", 'W/"weak"'])
    def test_without_a_strong_etag_the_size_has_to_be_the_same(
        self, site: Site, target: Path, etag: str
    ) -> None:
        site.etag = etag
        site.breaks_after = [300_000, 0, 0]
        with pytest.raises(PackageError):
            download(entry_for(site.link), target)
        site.content = CONTENT[::-1] + b"more"
        site.breaks_after.clear()

        download(entry_for(site.link), target)

        assert target.read_bytes() == CONTENT[::-1] + b"more"

    def test_a_file_that_has_become_shorter_is_fetched_from_its_start(
        self, site: Site, target: Path
    ) -> None:
        site.etag = ""
        site.breaks_after = [300_000, 0, 0]
        with pytest.raises(PackageError):
            download(entry_for(site.link), target)
        site.content = CONTENT[:1000]
        site.breaks_after.clear()

        download(entry_for(site.link), target)

        assert target.read_bytes() == CONTENT[:1000]

    def test_a_server_without_ranges_starts_again(
        self, site: Site, target: Path
    ) -> None:
        site.with_ranges = False
        site.breaks_after = [300_000]

        download(entry_for(site.link), target)

        assert target.read_bytes() == CONTENT

    def test_a_complete_part_is_not_fetched_again(
        self, site: Site, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("pathlib.Path.replace", _raise_as_if_killed)
            with pytest.raises(KeyboardInterrupt):
                download(entry_for(site.link), target)
        site.requests.clear()

        download(entry_for(site.link), target)

        assert target.read_bytes() == CONTENT
        assert site.requests == []

    def test_a_wrong_checksum_leaves_nothing(self, site: Site, target: Path) -> None:
        with pytest.raises(PackageError, match="sha256"):
            download(entry_for(site.link), target, expected_sha256="0" * 64)

        assert files_in(target.parent) == []
        assert len(site.requests) == 1

    def test_the_pinned_checksum_is_demanded_without_being_asked_for(
        self, site: Site, target: Path
    ) -> None:
        with pytest.raises(PackageError, match="becc2b00"):
            download(entry_for(site.link, version="1.3"), target)

    def test_a_part_that_was_damaged_on_the_disk_is_fetched_anew(
        self, site: Site, target: Path
    ) -> None:
        site.breaks_after = [300_000, 0, 0]
        with pytest.raises(PackageError):
            download(entry_for(site.link), target)
        part = target.with_name(f"{target.name}.part")
        part.write_bytes(bytes(300_000))
        site.breaks_after.clear()

        download(
            entry_for(site.link),
            target,
            expected_sha256=sha256(CONTENT).hexdigest().upper(),
        )

        assert target.read_bytes() == CONTENT

    def test_the_second_link_is_tried_when_the_first_fails(
        self, site: Site, target: Path
    ) -> None:
        links = (f"{site.address}/missing", "http://127.0.0.1:9/x", site.link)

        download(entry_for(*links), target)

        assert target.read_bytes() == CONTENT
        assert [path for path, _ in site.requests] == [
            "/missing",
            "/package.argosmodel",
        ]

    def test_a_part_from_one_link_is_not_continued_from_another(
        self, site: Site, target: Path
    ) -> None:
        site.breaks_after = [300_000, 0, 0]
        with pytest.raises(PackageError):
            download(entry_for(site.link), target)
        site.breaks_after.clear()
        site.requests.clear()

        download(entry_for(f"{site.address}/other"), target)

        assert site.ranges == [""]
        assert target.read_bytes() == CONTENT

    def test_an_answer_of_the_server_is_passed_on(
        self, site: Site, target: Path
    ) -> None:
        with pytest.raises(PackageError, match="404"):
            download(entry_for(f"{site.address}/missing"), target)

    def test_a_package_without_a_link_is_a_package_error(self, target: Path) -> None:
        with pytest.raises(PackageError, match="no link"):
            download(entry_for(), target)

    def test_a_file_over_the_limit_is_refused_before_it_is_read(
        self, site: Site, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("reader.backends.argos_index._DOWNLOAD_LIMIT", 1000)

        with pytest.raises(PackageError, match="larger"):
            download(entry_for(site.link), target)

        assert files_in(target.parent) == []

    def test_a_packed_answer_is_refused(self, site: Site, target: Path) -> None:
        site.encoding = "gzip"

        with pytest.raises(PackageError, match="packed"):
            download(entry_for(site.link), target)

    def test_a_stalled_server_is_given_up(self, site: Site, target: Path) -> None:
        site.stalls = True

        with pytest.raises(PackageError, match="in time"):
            download(entry_for(site.link), target, timeout=0.2)

        assert len(site.requests) == 1


def _raise_as_if_killed(*arguments: object) -> None:
    raise KeyboardInterrupt
