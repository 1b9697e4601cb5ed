"""Plain text from a file, with its encoding found out.

Owns bytes to text: byte order mark, then strict UTF-8, then UTF-16 by its pattern of
NUL bytes, then windows-1252. No statistics: on short German texts detectors take
latin-1 for exotic code pages. Newlines stay as they are, since offsets count in this
text. Finding the files of a folder is `reader.formats.folders`'s job.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from reader.core.controls import strip_controls
from reader.errors import DocumentError, SettingsError
from reader.formats.magic import name_binary

MAX_BYTES = 256 * 1024 * 1024
"""A longer file is no article; a German novel has about one megabyte."""

_SAMPLE = 64 * 1024
_MAX_CONTROL_SHARE = 0.02
_BOMS = (
    # The mark of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CP1252 = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What windows-1252 has where latin-1 has control characters."""


def read_text(path: Path, encoding: str | None = None) -> str:
    """Return the text of the file at `path`, after a byte order mark.

    `encoding` overrides what would be found out.

    Raises:
        DocumentError: there is no text to read, with the reason.
        SettingsError: `encoding` is not known.
    """
    name = strip_controls(str(path), keep="")
    try:
        _refuse_all_but_files(path, name)
        if path.stat().st_size > MAX_BYTES:
            raise _too_long(name)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise DocumentError(
            f"{name} cannot be read: {error.strerror or error}",
            f"look at its rights: ls -l '{name}'",
        ) from error
    return decode_text(data, name, encoding)


@contextmanager
def open_utf8(path: Path, hint: str) -> Iterator[IO[str]]:
    """Open a file that a program wrote in UTF-8, to be read as it comes.

    Raises:
        DocumentError: it cannot be read; where it is not UTF-8, with `hint`.
    """
    name = strip_controls(str(path), keep="")
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise DocumentError(
            f"{name} cannot be read: {error.strerror or error}",
            f"look for it: ls '{path.parent}'",
        ) from error
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name} cannot be read: byte {error.start} is not UTF-8", hint
        ) from error


def decode_text(data: bytes, name: str, encoding: str | None = None) -> str:
    r"""Return the text that `data` holds; `name` stands in messages.

    >>> decode_text("Größe".encode("utf-16"), "a.txt")
    'Größe'
    >>> decode_text("„Größe“\r\n".encode("cp1252"), "a.txt")
    '„Größe“\r\n'

    Raises:
        DocumentError: the data is empty, too long or no text.
        SettingsError: `encoding` is not known.
    """
    if len(data) > MAX_BYTES:
        raise _too_long(name)
    if kind := name_binary(data[:_SAMPLE]):
        raise _binary(name, kind)
    text = _decode_as(data, name, encoding) if encoding else _decode(data, name)
    text = text.removeprefix("\ufeff")
    if _is_blank(text):
        raise DocumentError(f"{name} is empty", "put German text into it first")
    sample = text[:_SAMPLE]
    if len(_NOT_TEXT.findall(sample)) > _MAX_CONTROL_SHARE * len(sample):
        raise _binary(name, "binary data")
    return text


def _decode(data: bytes, name: str) -> str:
    """Decode as the first encoding that fits, in the order told above."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, name, encoding)
    if b"\0" in data[:_SAMPLE]:
        wide = _find_utf16(data[:_SAMPLE])
        if wide is None:
            raise _binary(name, "binary data")
        return _decode_as(data, name, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mend_utf8(data) or data.decode("latin-1").translate(_CP1252)


def _mend_utf8(data: bytes) -> str | None:
    """Return UTF-8 with a few broken bytes as U+FFFD; None when it is not UTF-8.

    A download that broke off, or one bad byte, must not turn every "ä" into "Ã¤".
    Other encodings' umlauts hardly ever happen to be valid UTF-8.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if beyond_ascii - broken >= 10 * broken else None


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name} is not {encoding}: byte {error.start} does not fit",
            f"name its encoding: reader translate '{name}' --encoding cp1252",
        ) from error
    except (LookupError, ValueError) as error:
        # Not known, a codec that is not for text ("hex"), or a NUL in the name.
        raise SettingsError(
            f"there is no text encoding named {encoding!r}",
            "try --encoding utf-8, utf-16, cp1252, latin-1, cp850 or mac-roman",
        ) from error


def _find_utf16(sample: bytes) -> str | None:
    """Return which UTF-16 puts a NUL beside nearly every Latin letter."""
    if len(sample) % 2:
        return None
    half = len(sample) / 2
    high_first = sample[0::2].count(0) / half
    low_first = sample[1::2].count(0) / half
    if low_first >= 0.7 and high_first <= 0.05:
        return "utf-16-le"
    if high_first >= 0.7 and low_first <= 0.05:
        return "utf-16-be"
    return None


def _is_blank(text: str) -> bool:
    """Tell whether nothing in `text` can be seen: white space, controls, marks."""
    return all(
        char.isspace() or unicodedata.category(char) in ("Cc", "Cf") for char in text
    )


def _binary(name: str, kind: str) -> DocumentError:
    return DocumentError(
        f"{name} is {kind}, not text",
        "save its text as a .txt file first (or name its encoding: --encoding utf-16)",
    )


def _too_long(name: str) -> DocumentError:
    return DocumentError(
        f"{name} is longer than {MAX_BYTES // 1024**2} MiB",
        f"cut it into parts: split --line-bytes=50M '{name}'",
    )


def _refuse_all_but_files(path: Path, name: str) -> None:
    """Raise what a user understands where there is no regular file.

    Asked before opening: opening a FIFO waits for somebody who writes to it.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.is_symlink():
            aim = strip_controls(os.readlink(path), keep="")
            raise DocumentError(
                f"{name} is a link to {aim}, which does not exist",
                f"remove the link: rm '{name}'",
            ) from error
        raise DocumentError(
            f"there is no file {name}",
            f"look for it: ls '{path.parent}'",
        ) from error
    if stat.S_ISDIR(mode):
        raise DocumentError(f"{name} is a folder", f"reader translate '{name}' -o out")
    if not stat.S_ISREG(mode):
        raise DocumentError(
            f"{name} is not a regular file",
            f"send it to standard input: reader translate - < '{name}'",
        )
