"""What a source text is made of: blocks and sentences with their exact spans.

Owns the records only. Finding the blocks is `reader.core.blocks`'s job, finding
the sentences inside them `reader.core.sentences`'s, and decoding bytes
`reader.formats.plain`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is in its article."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    LIST = "list"
    BOILERPLATE = "boilerplate"
    """What the page left behind: image names, teasers, comment forms."""


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a text that is read as a unit, never longer than a paragraph."""

    kind: Kind
    start: int
    """Offset of the first character in the decoded text; no white space there."""
    end: int
    """Offset behind the last character that is not white space."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (segment) with its exact place in the document."""

    document: str
    """The path as the user gave it, or the title of standard input."""
    kind: Kind
    block: int
    """Number of the block in the document, from 1."""
    sentence: int
    """Number of the sentence in its block, from 1."""
    start: int
    """Offset of the first character in the decoded text, after a BOM."""
    end: int
    source: str
    """`text[start:end]` with white space folded and nothing else changed."""

    @property
    def id(self) -> str:
        """The sentence's name in its document, as in "b0007s02"."""
        return f"b{self.block:04d}s{self.sentence:02d}"


def fold_blanks(text: str) -> str:
    r"""Return `text` with each run of white space as one blank, none at the ends.

    >>> fold_blanks("Der\u00a0 16.\nFebruar ")
    'Der 16. Februar'
    """
    return " ".join(text.split())
