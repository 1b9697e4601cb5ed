"""A sentence as the pieces of work that an Argos model gets, and back.

Owns cutting a sentence that is too long for the model, and joining what was made of
its parts; `reader.backends.argos` decodes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.backends.argos_package import Tokenizer
from reader.core.clauses import cut_at_clauses
from reader.core.documents import fold_blanks
from reader.core.interfaces import Links, Translation

MAX_SOURCE_PIECES = 150
"""Longer sentences are cut: Argos's training configuration leaves them out."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of work for the model: a sentence, or a part of a long one."""

    sentence: int
    """Number of the sentence in the batch."""
    source: str
    pieces: list[str]
    beginning: tuple[str, ...] = ()
    """Pieces with which the English must begin; none in a part of a long sentence."""


@dataclass(frozen=True, slots=True)
class Output:
    """The English of one part."""

    target: str
    log_probability: float
    """Of all pieces together, the end of the sentence counted."""
    steps: int
    links: Links | None


def make_parts(
    number: int, sentence: str, beginning: str, tokenizer: Tokenizer
) -> list[Part]:
    """Return the work for the sentence with that `number` in its batch."""
    source, encode = fold_blanks(sentence), tokenizer.encode
    pieces = encode(source)
    if len(pieces) <= MAX_SOURCE_PIECES:
        start = encode(beginning) if beginning else []
        return [Part(number, source, pieces, tuple(start))]
    texts = cut_at_clauses(source, lambda part: len(encode(part)), MAX_SOURCE_PIECES)
    return [Part(number, text, encode(text)) for text in texts]


def join_parts(
    sentence: str, parts: Sequence[Part], outputs: Sequence[Output]
) -> Translation:
    """Return the translation of a sentence from those of its parts."""
    target = " ".join(output.target for output in outputs if output.target)
    if not target:
        return Translation("")
    steps = sum(output.steps for output in outputs)
    score = sum(output.log_probability for output in outputs) / steps
    links = _join_links(fold_blanks(sentence), parts, outputs)
    return Translation(target, round(score, 2), links)


def _join_links(
    source: str, parts: Sequence[Part], outputs: Sequence[Output]
) -> Links | None:
    # A word without a blank in 150 pieces is cut inside; then nobody knows.
    if " ".join(part.source for part in parts) != source:
        return None
    links: list[tuple[int, int]] = []
    source_start = target_start = 0
    for part, output in zip(parts, outputs, strict=True):
        if output.links is None:
            return None
        links += [(source_start + s, target_start + t) for s, t in output.links]
        source_start += len(part.source.split())
        target_start += len(output.target.split())
    return tuple(links)
