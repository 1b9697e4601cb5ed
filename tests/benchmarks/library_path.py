"""argostranslate's own way from text to text, timed; run as a script.

    python -m tests.benchmarks.library_path PACKAGE < SENTENCES

The library splits at newlines, hands each line to a sentencizer and calls the engine
once for each. Its sentencizer wants a model from the network and a library under the
AGPL, so a stand-in takes its place: a line is a sentence.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any


class LineSentencizer:
    """The stand-in: what it gets is one sentence already."""

    def __init__(self, package: Any) -> None:
        self.pkg = package

    def split_sentences(self, text: str) -> list[str]:
        """Return the line as it is."""
        return [text]


def load_translation(package_dir: Path) -> Any:
    """Return the library's `PackageTranslation` with the stand-in sentencizer."""
    stub: Any = ModuleType("minisbd")
    stub.SBDetect = None
    stub.models = ModuleType("minisbd.models")
    sys.modules["minisbd"] = stub
    from argostranslate import translate
    from argostranslate.package import Package

    translate.MiniSBDSentencizer = LineSentencizer
    german = translate.Language("de", "German")
    english = translate.Language("en", "English")
    return translate.PackageTranslation(german, english, Package(package_dir))


def main() -> None:
    """Translate standard input and print the seconds that it took."""
    lines = sys.stdin.read().splitlines()
    translation = load_translation(Path(sys.argv[1]))
    # The model is loaded at the first call.
    translation.translate(lines[0])
    begun = time.perf_counter()
    translated = translation.translate("\n".join(lines))
    seconds = time.perf_counter() - begun
    count = len(translated.split("\n"))
    print(json.dumps({"lines": count, "seconds": seconds}))


if __name__ == "__main__":
    main()
