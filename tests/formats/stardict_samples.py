"""StarDict dictionaries that tests write, byte by byte after its specification."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.formats.dictd_samples import dictzip

Entry = tuple[str, bytes]
"""A headword, and the bytes of its entry."""

TITLE = "Deutsch-Englisch"
ENTRIES: tuple[Entry, ...] = (
    ("Chip", b"chip\nwafer"),
    ("Markt", b"market"),
    ("Ärzte", b"physicians"),
    ("der Arzt", b"the physician"),
    ("gehen", b"go, walk"),
)


def write_stardict(
    folder: Path,
    entries: Iterable[Entry] = ENTRIES,
    kinds: str = "m",
    synonyms: Iterable[tuple[str, int]] = (),
    options: Mapping[str, str] | None = None,
    name: str = "sample-deu-eng",
    chunk_length: int = 64,
) -> Path:
    """Write a dictionary; return its .ifo file.

    `kinds` are the fields that all entries have, "" where each names its own. With a
    `chunk_length` of 0 the entries are not compressed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    offset = ">Q" if (options or {}).get("idxoffsetbits") == "64" else ">I"
    index, body, count = b"", b"", 0
    for word, data in entries:
        place = struct.pack(offset, len(body)) + struct.pack(">I", len(data))
        index += word.encode() + b"\0" + place
        body += data
        count += 1
    lines = {"version": "2.4.2", "bookname": TITLE, "wordcount": str(count)}
    lines |= {"idxfilesize": str(len(index))} | dict(options or {})
    if kinds:
        lines["sametypesequence"] = kinds
    info = folder / f"{name}.ifo"
    text = "".join(f"{key}={value}\n" for key, value in lines.items())
    info.write_text(f"StarDict's dict ifo file\n{text}", encoding="utf-8")
    info.with_suffix(".idx").write_bytes(index)
    other = b"".join(
        word.encode() + b"\0" + struct.pack(">I", number) for word, number in synonyms
    )
    if other:
        info.with_suffix(".syn").write_bytes(other)
    if chunk_length:
        info.with_suffix(".dict.dz").write_bytes(dictzip(body, chunk_length))
    else:
        info.with_suffix(".dict").write_bytes(body)
    return info
