"""Glossary files of every format: which one a file has, and its reader and writer.

Owns the names of `--from` and `--to` and the suffixes. Each format is a module of its
own and is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from reader.core.glossary.terms import Term
from reader.errors import DocumentError, GlossaryError
from reader.formats.glossary_rows import ReadGlossary
from reader.formats.plain import read_text

READABLE = ("tsv", "csv", "deepl", "omegat", "utx", "tbx")
WRITABLE = (*READABLE, "tbx-dct")
"""`tbx` is written in the style DCA, `tbx-dct` in the style DCT."""

_SUFFIXES = {
    ".tsv": "tsv",
    ".csv": "csv",
    ".txt": "omegat",
    ".utf8": "omegat",
    ".tab": "omegat",
    ".utx": "utx",
    ".tbx": "tbx",
    ".xml": "tbx",
}


def find_format(path: Path) -> str:
    """Return the name of the format that a file's suffix says.

    Raises:
        GlossaryError: it says none.
    """
    name = _SUFFIXES.get(path.suffix.lower())
    if name is None:
        raise GlossaryError(
            f"'{path.name}' does not say which kind of glossary it is",
            f"a name that ends in one of: {', '.join(_SUFFIXES)}",
        )
    return name


def read_glossary(
    path: Path, form: str = "", encoding: str | None = None
) -> ReadGlossary:
    """Return what a file holds; a line that cannot be read stops only itself.

    `form` is one of `READABLE`; "" takes it from the suffix.

    Raises:
        GlossaryError: the file cannot be read, or not as that format.
    """
    form = form or find_format(path)
    if form == "tbx":
        from reader.formats.glossary_tbx import read_tbx

        return read_tbx(path)
    return parse_glossary(load_text(path, encoding), path, form)


def load_text(path: Path, encoding: str | None = None) -> str:
    """Return the text of a glossary file, after a byte order mark.

    Raises:
        GlossaryError: there is none to read.
    """
    try:
        return read_text(path, encoding)
    except DocumentError as error:
        hint = error.hint
        if "is empty" in error.message:
            hint = "make this its first line, with a tab between: source\ttarget"
        raise GlossaryError(error.message, hint) from error


def parse_glossary(text: str, path: Path, form: str) -> ReadGlossary:
    """Return what a text holds; `form` is one of `READABLE` but "tbx".

    Raises:
        GlossaryError: the text is not of that format.
    """
    if form == "tsv":
        from reader.formats.glossary_tsv import read_glossary_tsv

        return read_glossary_tsv(text, path)
    if form == "omegat":
        from reader.formats.glossary_omegat import read_omegat

        return read_omegat(text, path)
    if form == "utx":
        from reader.formats.glossary_utx import read_utx

        return read_utx(text, path)
    from reader.formats.glossary_csv import read_deepl, read_glossary_csv

    return (read_deepl if form == "deepl" else read_glossary_csv)(text, path)


def write_glossary(stream: IO[str], terms: Iterable[Term], form: str) -> list[str]:
    """Write entries as one of `WRITABLE`; return notices of what it cannot hold."""
    if form == "tsv":
        from reader.formats.glossary_tsv import write_glossary_tsv

        return write_glossary_tsv(stream, terms)
    if form == "omegat":
        from reader.formats.glossary_omegat import write_omegat

        return write_omegat(stream, terms)
    if form == "utx":
        from reader.formats.glossary_utx import write_utx

        return write_utx(stream, terms)
    if form in ("tbx", "tbx-dct"):
        from reader.formats.glossary_tbx_writing import write_tbx

        return write_tbx(stream, terms, "dct" if form == "tbx-dct" else "dca")
    from reader.formats.glossary_csv import write_deepl, write_glossary_csv

    return (write_deepl if form == "deepl" else write_glossary_csv)(stream, terms)
