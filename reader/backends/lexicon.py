"""The lexical table German→English that ships with the program.

Owns the file `lexicon.npz` and how words are looked up in it; it is made by
`reader.training.lexicon`. It knows stems (`reader.core.alignment.words`), so that a
rare form finds what its word became, and goes by its parts for an unknown compound.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.alignment.compounds import split_compound
from reader.core.alignment.words import stem_source, stem_target
from reader.errors import BackendError

if TYPE_CHECKING:
    import numpy as np

LEXICON_PATH = Path(__file__).with_name("lexicon.npz")

PART = 0.4
"""What a compound's part tells about the compound."""
SHORTEST_COMPOUND = 8

BEGINNING = 6
RELATED = 0.4
"""What a word tells about one that begins with as many letters: "accelerate" about
"accelerator"."""


class StemLexicon:
    """A lexical table between stems; a row is unpacked when it is asked for."""

    def __init__(
        self,
        sources: list[str],
        targets: list[str],
        starts: np.ndarray[Any, np.dtype[np.uint32]],
        columns: np.ndarray[Any, np.dtype[np.uint16]],
        scores: np.ndarray[Any, np.dtype[np.uint8]],
    ) -> None:
        """Take the table row by row: row i is `columns[starts[i]:starts[i + 1]]`."""
        self._numbers = {source: number for number, source in enumerate(sources)}
        self._targets = targets
        self._starts = starts
        self._columns = columns
        self._scores = scores
        self._rows: dict[str, Mapping[str, float]] = {}
        self._stems: dict[str, str] = {}

    def probability(self, source: str, target: str) -> float:
        """Return how likely `target` is for `source`, both in lower case."""
        row = self._rows.get(source)
        if row is None:
            row = self._rows[source] = self.row(source)
        stem = self._stems.get(target)
        if stem is None:
            stem = self._stems[target] = stem_target(target)
        value = row.get(stem)
        return row.get(stem[:BEGINNING] + "~", 0.0) if value is None else value

    def row(self, source: str) -> Mapping[str, float]:
        """Return what `source` may become, as English stems with a value each.

        A stem that ends in "~" stands for all that begin so.
        """
        merged = self._row_of_stem(stem_source(source))
        if len(source) < SHORTEST_COMPOUND:
            return merged
        for part in split_compound(source, self._numbers.__contains__):
            for target, value in self.row(part).items():
                merged[target] = max(merged.get(target, 0.0), PART * value)
        return merged

    def _row_of_stem(self, stem: str) -> dict[str, float]:
        number = self._numbers.get(stem)
        if number is None:
            return {}
        start, end = self._starts[number], self._starts[number + 1]
        targets = self._targets
        row = {
            targets[column]: (score / 255) ** 2
            for column, score in zip(
                self._columns[start:end].tolist(),
                self._scores[start:end].tolist(),
                strict=True,
            )
        }
        for target, value in list(row.items()):
            if len(target) >= BEGINNING:
                beginning = target[:BEGINNING] + "~"
                row[beginning] = max(row.get(beginning, 0.0), RELATED * value)
        return row


@cache
def load_lexicon(path: Path = LEXICON_PATH) -> StemLexicon:
    """Return the table of `path`, read once.

    Raises:
        BackendError: the file is missing or is no lexical table.
    """
    import zipfile

    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as arrays:
            return StemLexicon(
                _read_words(arrays["sources"]),
                _read_words(arrays["targets"]),
                arrays["starts"],
                arrays["columns"],
                arrays["scores"],
            )
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise BackendError(
            f"the lexical table {path.name} cannot be read: {error}",
            "install zwiesprache again",
        ) from error


def _read_words(letters: np.ndarray[Any, np.dtype[np.uint8]]) -> list[str]:
    return letters.tobytes().decode("utf-8").split("\n")
