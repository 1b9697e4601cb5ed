"""What dictionaries said about single words, kept between runs.

Their tables take seconds to load; a run whose words are all known does without them.
Owns the file, which may be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader.errors import OutputError
from reader.store.files import ensure_private_dir, open_atomic

MOST_ANSWERS = 200_000
"""About 6 MB; words beyond are looked up anew in each run."""


class SavedAnswers:
    """Answers by question and word, as in "lemma" of "Märkten": "Markt"."""

    def __init__(self, path: Path, version: str) -> None:
        """Read what is saved; `version` is that of the dictionaries that are asked."""
        self._path = path
        self._version = version
        self._known = _read(path, version)
        self._has_news = False

    def ask(self, question: str, word: str, answer: Callable[[str], str]) -> str:
        """Return what is known, or what `answer` says about `word`."""
        key = f"{question} {word}"
        known = self._known.get(key)
        if known is None:
            known = answer(word)
            if len(self._known) < MOST_ANSWERS:
                self._known[key] = known
                self._has_news = True
        return known

    def save(self) -> None:
        """Write what is new; where that is not possible nothing is lost but time."""
        if not self._has_news:
            return
        with suppress(OSError, OutputError):
            ensure_private_dir(self._path.parent)
            with open_atomic(self._path) as stream:
                record = {"version": self._version, "answers": self._known}
                json.dump(record, stream, ensure_ascii=False, separators=(",", ":"))
            self._has_news = False


def _read(path: Path, version: str) -> dict[str, str]:
    """Return what is saved; nothing where the file is broken or of another version."""
    try:
        record = json.loads(path.read_bytes())
        if record["version"] == version:
            return {str(key): str(said) for key, said in record["answers"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return {}
