"""Citation forms that were looked up before, kept between runs.

The lemmatizer's dictionary takes more than a second to load; a run whose words are all
known does without it. Owns the file, which may be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader.core.interfaces import Lemmatize
from reader.errors import OutputError
from reader.store.files import ensure_private_dir, open_atomic

MOST_WORDS = 200_000
"""About 5 MB; words beyond are looked up anew in each run."""


class SavedLemmas:
    """A `Lemmatize` that asks the real one only for words that it never saw."""

    def __init__(self, path: Path, version: str, load: Callable[[], Lemmatize]) -> None:
        """Read what is saved; `version` is that of the dictionary that `load` reads."""
        self._path = path
        self._version = version
        self._load = load
        self._lemmatize: Lemmatize | None = None
        self._known = _read(path, version)
        self._has_news = False

    def __call__(self, word: str) -> str:
        """Return the citation form of a German word."""
        lemma = self._known.get(word)
        if lemma is None:
            if self._lemmatize is None:
                self._lemmatize = self._load()
            lemma = self._lemmatize(word)
            if len(self._known) < MOST_WORDS:
                self._known[word] = lemma
                self._has_news = True
        return lemma

    def save(self) -> None:
        """Write what is new; where that is not possible nothing is lost but time."""
        if not self._has_news:
            return
        with suppress(OSError, OutputError):
            ensure_private_dir(self._path.parent)
            with open_atomic(self._path) as stream:
                record = {"version": self._version, "lemmas": self._known}
                json.dump(record, stream, ensure_ascii=False, separators=(",", ":"))
            self._has_news = False


def _read(path: Path, version: str) -> dict[str, str]:
    """Return what is saved; nothing where the file is broken or of another version."""
    try:
        record = json.loads(path.read_bytes())
        if record["version"] == version:
            return {str(word): str(lemma) for word, lemma in record["lemmas"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return {}
