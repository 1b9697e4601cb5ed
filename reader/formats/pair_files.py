"""Finished pairs out of any file that has them, each with its place in the file.

Owns which files hold pairs and how each is read. What other tools write (TMX, sheets
with the columns `source` and `target` alone) gives pairs without a record of terms.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.core.controls import strip_controls
from reader.core.documents import Kind, Sentence
from reader.core.pairs import Pair
from reader.errors import DocumentError
from reader.formats.html_pairs import read_html
from reader.formats.jsonl import read_jsonl
from reader.formats.plain import open_utf8, read_text
from reader.formats.tsv import COLUMNS, read_tsv, read_tsv_edits

PAIR_SUFFIXES = (".jsonl", ".tsv", ".html", ".htm", ".tmx")
"""From the richest to the poorest; all but TMX are what `translate --to` writes."""

_HINT = "write the pairs again with 'reader translate'"

PlacedPair = tuple[str, Pair]
"""(where it stands in its file, as in "b0007s02", "row 12" or "unit 3"; the pair)."""


def find_pair_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that `paths` name and, of folders, all that may hold pairs.

    In a folder, hidden files and links to folders are left alone; so is a .tsv file
    that has not our columns, because a glossary is one, too.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if not name.startswith(".") and _holds_pairs(file):
                    yield file


def read_pairs(path: Path) -> Iterator[PlacedPair]:
    """Yield the pairs of a file; its suffix says what it is.

    Raises:
        DocumentError: it cannot be read, is no such file, or holds no pair.
    """
    is_empty = True
    if not path.exists():
        raise DocumentError(
            f"there is no file {_name(path)}", f"ls '{_name(path.parent)}'"
        )
    try:
        for place, pair in _read(path):
            is_empty = False
            yield place, pair
    except DocumentError as error:
        if _name(path) in error.message:
            raise
        message = f"{_name(path)}: {error.message}"
        raise DocumentError(message, error.hint) from error
    if is_empty:
        raise DocumentError(
            f"{_name(path)} holds no pairs",
            "name a file that 'reader translate --to jsonl' wrote",
        )


def _read(path: Path) -> Iterator[PlacedPair]:
    match path.suffix.lower():
        case ".jsonl":
            with open_utf8(path, _HINT) as stream:
                yield from ((pair.sentence.id, pair) for pair in read_jsonl(stream))
        case ".html" | ".htm":
            with open_utf8(path, _HINT) as stream:
                yield from ((pair.sentence.id, pair) for pair in read_html(stream))
        case ".tsv":
            yield from _read_sheet(path)
        case ".tmx":
            from reader.formats.tmx import read_tmx

            for number, unit in enumerate(read_tmx(path), 1):
                pair = _make_pair(path, number, unit.source, unit.target)
                yield f"unit {number}", pair
        case _:
            raise DocumentError(
                f"{_name(path)} is no file of pairs",
                f"name a file that ends in one of: {', '.join(PAIR_SUFFIXES)}",
            )


def _read_sheet(path: Path) -> Iterator[PlacedPair]:
    text = read_text(path)
    stream = io.StringIO(text, newline="")
    if _has_our_columns(text.partition("\n")[0]):
        yield from ((pair.sentence.id, pair) for pair in read_tsv(stream))
        return
    for row in read_tsv_edits(stream):
        yield f"row {row.row}", _make_pair(path, row.row, row.source, row.target)


def _make_pair(path: Path, number: int, source: str, target: str) -> Pair:
    sentence = Sentence(str(path), Kind.PARAGRAPH, number, 1, 0, len(source), source)
    return Pair(sentence, target or None)


def _holds_pairs(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix != ".tsv":
        return suffix in PAIR_SUFFIXES
    try:
        with path.open("rb") as stream:
            head = stream.readline(1 << 16)
    except OSError:
        return True
    return _has_our_columns(head.decode("utf-8-sig", "replace"))


def _has_our_columns(header: str) -> bool:
    names = [name.strip().removeprefix("\ufeff") for name in header.split("\t")]
    return set(COLUMNS) <= set(names)


def _name(path: Path) -> str:
    return strip_controls(str(path), keep="")
