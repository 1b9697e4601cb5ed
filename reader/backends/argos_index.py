"""Fetches packages from the Argos index: the one module that opens connections.

Owns the network. What is fetched is checked and installed by `reader.store.models`;
only `reader models install` comes here.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import IO, Any

from reader.errors import PackageError, PackageMissingError

DEFAULT_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
"""As in argostranslate; `ARGOS_PACKAGE_INDEX` names another one there and here."""

KNOWN_SHA256: Mapping[str, str] = {
    "translate-de_en-1.3": (
        "becc2b0011f8249fcb89be9ecb75ba0d876b1fab93c28ee6ff0420936897d637"
    ),
}
"""The index gives no checksums; these are pinned by several public projects."""

TIMEOUT = 30.0
"""Seconds without a single byte."""

_INDEX_LIMIT = 8 << 20
_DOWNLOAD_LIMIT = 2 << 30
_CHUNK = 1 << 18
_ATTEMPTS = 3
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,60}")
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")
_HINT = (
    "on a machine with a connection, download the .argosmodel file from "
    "https://www.argosopentech.com/argospm/index/, bring it here, and type "
    "'reader models install FILE'"
)

Report = Callable[[int, int | None], None]
"""Takes the bytes that are there, and how many there will be if that is known."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A package that the index offers."""

    name: str
    """As in "translate-de_en"."""
    version: str
    from_code: str
    to_code: str
    links: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name and version, as in "translate-de_en-1.3"."""
        return f"{self.name}-{self.version}"

    @property
    def file_name(self) -> str:
        """The name of the file to download it to."""
        return f"{self.label}.argosmodel"

    @property
    def sha256(self) -> str | None:
        """The file's checksum, where one is known."""
        return KNOWN_SHA256.get(self.label)


def find_index_url(environment: Mapping[str, str]) -> str:
    """Return the address of the index file.

    >>> find_index_url({"ARGOS_PACKAGE_INDEX": "https://example.org/argos"})
    'https://example.org/argos/index.json'
    """
    base = environment.get("ARGOS_PACKAGE_INDEX") or DEFAULT_INDEX
    return f"{base.rstrip('/')}/index.json"


def fetch_index(url: str | None = None, timeout: float = TIMEOUT) -> list[IndexEntry]:
    """Return the translation packages of the index, in its order.

    Entries of other kinds, and those without a link that can be followed, are left
    out.

    Raises:
        PackageError: it cannot be fetched, or is no index.
    """
    url = url or find_index_url(os.environ)
    with _failure_means_package_error(url):
        with _open(url, {}, timeout) as response:
            content = response.read(_INDEX_LIMIT + 1)
        if len(content) > _INDEX_LIMIT:
            raise PackageError(f"the index at {url} is too large to be one", _HINT)
        try:
            records = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise PackageError(f"{url} is no package index: {error}", _HINT) from error
    if not isinstance(records, list):
        raise PackageError(f"{url} is no package index", _HINT)
    entries = (_read_entry(record) for record in records)
    return [entry for entry in entries if entry is not None]


def find_entry(name: str, entries: Iterable[IndexEntry]) -> IndexEntry:
    """Return the newest package called `name`, which may end in a version.

    Raises:
        PackageMissingError: the index has none, or it is not German→English.
    """
    offered = [e for e in entries if (e.from_code, e.to_code) == ("de", "en")]
    found = [entry for entry in offered if name in (entry.name, entry.label)]
    if not found:
        labels = ", ".join(sorted(entry.label for entry in offered)) or "none"
        raise PackageMissingError(
            f"the index has no German→English package '{name}' (it has: {labels})",
            "reader models install translate-de_en",
        )
    return max(found, key=lambda entry: _version_key(entry.version))


def download(
    entry: IndexEntry,
    target: Path,
    report: Report = lambda done, total: None,
    expected_sha256: str | None = None,
    timeout: float = TIMEOUT,
) -> str:
    """Download a package to `target` and return its sha256.

    What was fetched stays in a `.part` file beside it when the connection breaks,
    and the next call goes on from there. Without `expected_sha256` the pinned one
    of the package is demanded, if there is one.

    Raises:
        PackageError: no link works, or the file is not what it should be.
    """
    expected = expected_sha256 or entry.sha256
    target.parent.mkdir(parents=True, exist_ok=True)
    failure = PackageError(f"{entry.label} has no link to follow", _HINT)
    for link in entry.links:
        for _ in range(_ATTEMPTS):
            attempt = _Download(link, target, report, timeout)
            before = attempt.size
            try:
                return attempt.finish(expected)
            except PackageError as error:
                failure = error
            if attempt.size == before:
                # It will be no different the next time.
                break
    raise failure


@dataclass(frozen=True, slots=True)
class _Origin:
    """Which file the part on the disk is a part of."""

    url: str
    validator: str
    """Its strong ETag or its date; "" if the server gives neither."""
    total: int | None


class _Download:
    """One file from one link, resumed where an earlier attempt has left off."""

    def __init__(self, url: str, target: Path, report: Report, timeout: float) -> None:
        self._url = url
        self._target = target
        self._report = report
        self._timeout = timeout
        self._part = target.with_name(f"{target.name}.part")
        self._origin_path = target.with_name(f"{target.name}.part.json")

    @property
    def size(self) -> int:
        """Bytes that are already here."""
        return self._part.stat().st_size if self._part.exists() else 0

    def finish(self, expected_sha256: str | None) -> str:
        """Fetch what is missing, check it, and put it at `target`.

        Raises:
            PackageError: it breaks off, or has another checksum.
        """
        with _failure_means_package_error(self._url):
            total = self._fetch()
            if total is not None and self.size != total:
                raise PackageError(
                    f"{self._url}: the connection broke off after "
                    f"{self.size >> 20} of {total >> 20} MiB",
                    "type the same command again: it goes on from there",
                )
            with self._part.open("rb") as stream:
                found = file_digest(stream, "sha256").hexdigest()
            if expected_sha256 is not None and found != expected_sha256.lower():
                self._forget()
                raise PackageError(
                    f"{self._url} has the sha256 {found} and not {expected_sha256}",
                    _HINT,
                )
            self._part.replace(self._target)
            self._forget()
            return found

    def _fetch(self) -> int | None:
        """Append to the part what the server gives; return the whole's size."""
        origin = self._read_origin()
        done = self.size if origin is not None else 0
        if origin is not None and done and done == origin.total:
            # The process ended between the last byte and the check.
            return origin.total
        headers = {}
        if origin is not None and done:
            headers = {"Range": f"bytes={done}-"}
            if origin.validator:
                headers["If-Range"] = origin.validator
        try:
            response = _open(self._url, headers, self._timeout)
        except urllib.error.HTTPError as error:
            if error.code == 416:
                # The file has become shorter: it is another one.
                self._forget()
            raise
        with response:
            start, fresh = _describe(self._url, response)
            if start not in (0, done) or (start and fresh != origin):
                self._forget()
                raise PackageError(f"{self._url} has changed meanwhile", _HINT)
            self._write_origin(fresh)
            self._copy(response, start, fresh.total)
        return fresh.total

    def _copy(self, response: IO[bytes], start: int, total: int | None) -> None:
        done = start
        self._report(done, total)
        with self._part.open("ab" if start else "wb") as stream:
            while chunk := response.read(_CHUNK):
                done += len(chunk)
                if done > _DOWNLOAD_LIMIT:
                    self._forget()
                    raise PackageError(f"{self._url} has no end", _HINT)
                stream.write(chunk)
                self._report(done, total)
            stream.flush()
            os.fsync(stream.fileno())

    def _read_origin(self) -> _Origin | None:
        """Return where the part came from, if it came from here."""
        with suppress(OSError, ValueError, TypeError):
            record = json.loads(self._origin_path.read_text(encoding="utf-8"))
            origin = _Origin(**record)
            return origin if origin.url == self._url else None
        return None

    def _write_origin(self, origin: _Origin) -> None:
        record = {"url": origin.url, "validator": origin.validator}
        text = json.dumps(record | {"total": origin.total})
        self._origin_path.write_text(text, encoding="utf-8")

    def _forget(self) -> None:
        for path in (self._part, self._origin_path):
            path.unlink(missing_ok=True)


def _describe(url: str, response: Any) -> tuple[int, _Origin]:
    """Return where the response's bytes start, and what file they belong to."""
    headers = response.headers
    if headers.get("Content-Encoding", "identity") != "identity":
        raise PackageError(f"{url} comes packed, which was not asked for", _HINT)
    etag = headers.get("ETag", "")
    # A weak ETag says "much the same", which is not enough for joining bytes.
    validator = etag if etag.startswith('"') else headers.get("Last-Modified", "")
    start, total = 0, None
    if response.status == 206:
        match = _CONTENT_RANGE.fullmatch(headers.get("Content-Range", ""))
        if match is None:
            raise PackageError(f"{url} answers with an unclear range", _HINT)
        start, total = int(match[1]), int(match[2])
    elif headers.get("Content-Length", "").isdigit():
        total = int(headers["Content-Length"])
    if total is not None and total > _DOWNLOAD_LIMIT:
        raise PackageError(f"{url} is larger than any package", _HINT)
    return start, _Origin(url, validator, total)


class _SameSafety(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from https to http."""

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """Return the request for `newurl`, or refuse."""
        if req.type == "https" and urllib.parse.urlsplit(newurl).scheme != "https":
            raise urllib.error.URLError(f"it redirects to the unsafe {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(url: str, headers: Mapping[str, str], timeout: float) -> Any:
    """Open an http or https address; the environment's proxies are used."""
    opener = urllib.request.OpenerDirector()
    # Not build_opener: it would open files and FTP, too.
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _SameSafety(),
    ):
        opener.add_handler(handler)
    fixed = {"User-Agent": "zwiesprache", "Accept-Encoding": "identity"}
    request = urllib.request.Request(url, headers={**fixed, **headers})
    return opener.open(request, timeout=timeout)


@contextmanager
def _failure_means_package_error(url: str) -> Iterator[None]:
    try:
        yield
    except urllib.error.HTTPError as error:
        error.close()
        raise PackageError(
            f"{url} answers {error.code} {error.reason}", _HINT
        ) from error
    except TimeoutError as error:
        raise PackageError(f"{url} does not answer in time", _HINT) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        # URLError, itself an OSError, wraps what happened.
        reason = getattr(error, "reason", None) or error
        raise PackageError(f"{url} cannot be reached: {reason}", _HINT) from error


def _read_entry(record: object) -> IndexEntry | None:
    if not isinstance(record, dict) or record.get("type", "translate") != "translate":
        return None
    fields = [record.get(name) for name in ("from_code", "to_code", "package_version")]
    links = record.get("links")
    if not isinstance(links, list) or not all(
        isinstance(field, str) and _PLAIN_NAME.fullmatch(field) for field in fields
    ):
        return None
    from_code, to_code, version = map(str, fields)
    usable = tuple(
        link
        for link in links
        if isinstance(link, str) and link.startswith(("https://", "http://"))
    )
    if not usable:
        return None
    name = f"translate-{from_code}_{to_code}"
    return IndexEntry(name, version, from_code, to_code, usable)


def _version_key(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]
