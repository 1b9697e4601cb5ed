"""The gold files: texts with marks for blocks, sentences and what makes them hard.

Owns taking the marks off; README.md beside this file says what they mean, and
`tests.gold.segmentation.scoring` compares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reader.core.documents import Kind

GOLD_DIR = Path(__file__).parent

_MARK = re.compile(r"\{(?P<kind>[a-z]+)\}|(?P<end>¦)|‹(?P<tag>[a-z]+)›")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One sentence as a person cut it."""

    kind: Kind
    block: int
    start: int
    end: int
    tag: str
    """What makes it hard; "" for an easy one."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text without its marks, and what they said."""

    name: str
    text: str
    sentences: tuple[GoldSentence, ...]

    def blocks(self) -> list[tuple[GoldSentence, ...]]:
        """Return the sentences block by block."""
        found: dict[int, list[GoldSentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return [tuple(sentences) for sentences in found.values()]


def read_gold_texts() -> list[GoldText]:
    """Return every gold text, in the order of the file names."""
    return [
        parse_marked(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(GOLD_DIR.glob("*.txt"))
    ]


def parse_marked(name: str, marked: str) -> GoldText:
    """Return the text of `marked` without comments and marks, and its sentences."""
    while marked.startswith("#"):
        marked = marked.partition("\n")[2]
    marked = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), marked)
    text = ""
    sentences: list[GoldSentence] = []
    kind, block, tag, start, done = Kind.PARAGRAPH, 0, "", 0, 0

    def close() -> None:
        nonlocal start, tag
        body = text[start:]
        if body.strip():
            first = start + len(body) - len(body.lstrip())
            last = start + len(body.rstrip())
            sentences.append(GoldSentence(kind, block, first, last, tag))
        start, tag = len(text), ""

    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if mark["tag"]:
            tag = mark["tag"]
            continue
        close()
        if mark["kind"]:
            kind, block = Kind(mark["kind"]), block + 1
    text += marked[done:]
    close()
    return GoldText(name, text, tuple(sentences))
