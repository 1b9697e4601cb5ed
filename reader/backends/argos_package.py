"""An Argos package as the engine sees it: its model, its tokenizer, its prefix.

Owns the only import of argostranslate. Of that library we use the package format;
what it does around a translation (splitting, batching) is ours. Which package to
take is decided in `reader.service`.
"""

from __future__ import annotations

import html
import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from reader.errors import PackageError

_WORD_MARK = "\u2581"
"""What sentencepiece writes for a blank; it looks like an underscore."""

_PLACES = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
"""The variables by which argostranslate finds the user's folders."""


class Tokenizer(Protocol):
    """A sentence as the pieces that a model reads, and back."""

    def encode(self, text: str) -> list[str]:
        """Return the pieces of a source sentence."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """Return the text of target pieces, white space folded."""
        ...

    def find_source_words(self, pieces: Sequence[str], text: str) -> list[int] | None:
        """Return the number of each piece's word in the source; None if unclear."""
        ...

    def find_target_words(self, pieces: Sequence[str], text: str) -> list[int] | None:
        """Return the number of each piece's word in the target; None if unclear."""
        ...


@dataclass(frozen=True, slots=True)
class ArgosPackage:
    """An opened package."""

    label: str
    """Name and version, as in "translate-de_en-1.3"."""
    model_dir: Path
    tokenizer: Tokenizer
    target_prefix: str
    """The piece with which every output is made to begin; "" for none."""


class SentencePieces:
    """The tokenizer of a package with a sentencepiece model."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def encode(self, text: str) -> list[str]:
        """Return the pieces of a source sentence."""
        return list(self._processor.encode(text, out_type=str))

    def decode(self, pieces: Sequence[str]) -> str:
        """Return the text of target pieces, white space folded.

        Not by Argos's own method, which makes a blank of each "_". Sentencepiece
        leaves its mark in pieces that it does not know.
        """
        text: str = self._processor.decode_pieces(list(pieces))
        return " ".join(text.replace(_WORD_MARK, " ").split())

    def find_source_words(self, pieces: Sequence[str], text: str) -> list[int] | None:
        """Return the number of each piece's word in the source; None if unclear."""
        return _count_marks(pieces, text)

    def find_target_words(self, pieces: Sequence[str], text: str) -> list[int] | None:
        """Return the number of each piece's word in the target; None if unclear."""
        return _count_marks(pieces, text)


class BytePairs:
    """The tokenizer of a package with a BPE model: Moses words, cut by subword-nmt."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    def encode(self, text: str) -> list[str]:
        """Return the pieces of a source sentence."""
        return [piece for piece in self._tokenizer.encode(text) if piece]

    def decode(self, pieces: Sequence[str]) -> str:
        """Return the text of target pieces, white space folded."""
        # Argos joins the pieces by "@@ ", which leaves a mark on the last one.
        text: str = self._tokenizer.decode(list(pieces))
        return " ".join(text.removesuffix("@@").split())

    def find_source_words(self, pieces: Sequence[str], text: str) -> list[int] | None:
        """Return the number of each piece's word in the source; None if unclear."""
        normalized: str = self._tokenizer.normalizer.normalize(text)
        if len(normalized.split()) != len(text.split()):
            return None
        return _count_characters(pieces, normalized)

    def find_target_words(self, pieces: Sequence[str], text: str) -> list[int] | None:
        """Return the number of each piece's word in the target; None if unclear."""
        return _count_characters(pieces, text)


def open_package(folder: Path) -> ArgosPackage:
    """Return the package in `folder`, its tokenizer loaded.

    Raises:
        PackageError: a file is missing or broken.
    """
    package_class = _import_package_class()
    hint = "reader models verify, then install the package again"
    try:
        package = package_class(folder)
        name = f"translate-{package.from_code}_{package.to_code}"
        return ArgosPackage(
            label=f"{name}-{package.package_version}",
            model_dir=folder / "model",
            tokenizer=_load_tokenizer(package),
            target_prefix=str(package.target_prefix or ""),
        )
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise PackageError(
            f"the package in {folder} is broken: {error}", hint
        ) from error
    except RuntimeError as error:
        # Sentencepiece's word for a broken model.
        raise PackageError(
            f"the tokenizer in {folder} does not load: {error}", hint
        ) from error


def _load_tokenizer(package: Any) -> Tokenizer:
    from argostranslate.tokenizer import SentencePieceTokenizer

    # An AttributeError, if the package has neither kind.
    tokenizer = package.tokenizer
    if isinstance(tokenizer, SentencePieceTokenizer):
        return SentencePieces(tokenizer.lazy_processor())
    tokenizer.lazy_load()
    return BytePairs(tokenizer)


def _import_package_class() -> Any:
    """Return argostranslate's `Package` without a trace of importing it.

    Its settings module reads the environment, makes folders in the user's home and
    sets a variable; it sees an empty environment and a folder that is gone in a
    moment. Nothing that we use of the library looks at these paths.
    """
    with _empty_environment():
        from argostranslate.package import Package
    return Package


@contextmanager
def _empty_environment() -> Iterator[None]:
    before = dict(os.environ)
    with TemporaryDirectory(prefix="zwiesprache-") as nowhere:
        for name in before:
            if name.startswith(("ARGOS_", "SNAP")):
                del os.environ[name]
        os.environ.update(dict.fromkeys(_PLACES, nowhere))
        try:
            yield
        finally:
            for name in os.environ.keys() - before.keys():
                del os.environ[name]
            os.environ.update(before)


def _count_marks(pieces: Sequence[str], text: str) -> list[int] | None:
    """Return each piece's word, a piece with the mark of a blank beginning one.

    >>> _count_marks(["▁Rechen", "leistung", "▁fehlt", "."], "Rechenleistung fehlt.")
    [0, 0, 1, 1]
    """
    if any(_WORD_MARK in piece[1:] for piece in pieces):
        return None
    starts = [
        piece.startswith(_WORD_MARK) or number == 0
        for number, piece in enumerate(pieces)
    ]
    words = [count - 1 for count in accumulate(starts)]
    # Sentencepiece normalizes: "´" becomes a blank and an accent.
    return words if sum(starts) == len(text.split()) else None


def _count_characters(pieces: Sequence[str], text: str) -> list[int] | None:
    """Return each piece's word, found by counting the characters before it.

    >>> _count_characters(["Strom@@", "netz", "fehlt", "."], "Stromnetz fehlt.")
    [0, 0, 1, 1]
    """
    # Moses escapes: "&quot;" can be one piece or several.
    tokens = html.unescape(" ".join(pieces).replace("@@ ", "").removesuffix("@@"))
    if "".join(tokens.split()) != "".join(text.split()):
        return None
    ends = [*accumulate(map(len, text.split()))]
    starts = [0, *accumulate(map(len, tokens.split()))]
    words, token = [], 0
    for piece in pieces:
        words.append(bisect_right(ends, starts[token]))
        token += not piece.endswith("@@")
    return words
