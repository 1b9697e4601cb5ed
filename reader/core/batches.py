"""The batch plan: which sentences are decoded together.

An engine's output depends slightly on the neighbours in a batch, so the plan is
made from the documents alone, before the memory is asked: a run that was killed and
started again makes the same batches and therefore the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

WINDOW = 2048
"""Sentences in reading order that are sorted by length together."""
BATCH_CHARACTERS = {"argos": 24_000, "builtin": 12_000, "fake": 24_000}
"""Source characters (padding counted) in a batch, by engine: half a minute of
work on two cores. One batch is one call of the engine, which cuts it for its threads;
a larger one wastes less at its end, a smaller one loses less when it is killed."""

Item = TypeVar("Item")


def cut_windows(items: Iterable[Item], size: int = WINDOW) -> Iterator[list[Item]]:
    """Yield `items` in their order, `size` at a time."""
    stream = iter(items)
    while window := list(islice(stream, size)):
        yield window


class BatchPlan:
    """Plans a run window by window, each source text once in the whole run."""

    def __init__(self, characters: int) -> None:
        self._characters = characters
        # Eight bytes a sentence; two of 10 million sharing them has a chance of
        # 3 in a million, and costs one sentence a batch of its own.
        self._planned: set[int] = set()

    def plan(self, sources: Iterable[str]) -> list[list[str]]:
        """Return the batches of one window: longest first, new texts only.

        Sorted by length, because a batch is padded to its longest sentence, and by
        text within a length, so that the plan does not depend on anything else.
        """
        fresh = {source for source in sources if self._claim(source)}
        ordered = sorted(fresh, key=lambda source: (-len(source), source))
        batches: list[list[str]] = []
        for source in ordered:
            batch = batches[-1] if batches else None
            if batch and len(batch[0]) * (len(batch) + 1) <= self._characters:
                batch.append(source)
            else:
                batches.append([source])
        return batches

    def _claim(self, source: str) -> bool:
        digest = blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8)
        key = int.from_bytes(digest.digest(), "big")
        if key in self._planned:
            return False
        self._planned.add(key)
        return True
