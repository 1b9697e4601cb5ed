"""Where a reader is in a text, in words that survive a changed article.

A sentence's identity is its text and which of its occurrences it is, never its
number. Owns finding such a place again; keeping it is `reader.store.library`'s job.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

NEIGHBOURS = 8
"""Sentences remembered on each side: about a paragraph, should it be rewritten."""


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence of a document, by its text and its surroundings."""

    digest: str
    occurrence: int
    """Which of the sentences with this text, from 0."""
    index: int
    """Its number among all sentences, the last resort."""
    before: tuple[str, ...] = ()
    """Digests of the sentences before it, the nearest first."""
    after: tuple[str, ...] = ()


def digest_source(source: str) -> str:
    """Return what stands for a sentence's text: 16 hex digits, no way back."""
    return blake2b(source.encode("utf-8", "replace"), digest_size=8).hexdigest()


def mark_place(sources: Sequence[str], index: int) -> Place:
    """Return the place of the sentence number `index` among `sources`."""
    source = sources[index]
    before = reversed(sources[max(0, index - NEIGHBOURS) : index])
    after = sources[index + 1 : index + 1 + NEIGHBOURS]
    return Place(
        digest=digest_source(source),
        occurrence=sum(other == source for other in sources[:index]),
        index=index,
        before=tuple(map(digest_source, before)),
        after=tuple(map(digest_source, after)),
    )


class PlaceFinder:
    """Finds places among the sentences of a document as it is today."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._last = len(sources) - 1
        self._indexes: dict[str, list[int]] = {}
        for index, source in enumerate(sources):
            self._indexes.setdefault(digest_source(source), []).append(index)

    def find(self, place: Place) -> int | None:
        """Return the index of the sentence that `place` names, or of what is left.

        If its text is gone, that is the sentence where it stood, told by its
        neighbours; if they are gone too, its old number. None for an empty document.

        >>> place = mark_place(["Eins.", "Zwei.", "Drei."], 1)
        >>> PlaceFinder(["Neu.", "Eins.", "Zwei."]).find(place)
        2
        >>> PlaceFinder(["Neu.", "Eins.", "Vier.", "Drei."]).find(place)
        2
        """
        if self._last < 0:
            return None
        same = self._indexes.get(place.digest)
        if same:
            return same[min(place.occurrence, len(same) - 1)]
        found = self._find_by_neighbours(place)
        return min(max(place.index if found is None else found, 0), self._last)

    def _find_by_neighbours(self, place: Place) -> int | None:
        before, after = self._nearest(place.before), self._nearest(place.after)
        if before is None:
            return None if after is None else after[0]
        # Those between are counted: they may have been rewritten, too.
        index = before[0] + 1 + before[1]
        return min(index, after[0]) if after and after[0] > before[0] else index

    def _nearest(self, digests: Sequence[str]) -> tuple[int, int] | None:
        """Return where the first known of `digests` stands, and which one it is."""
        for distance, digest in enumerate(digests):
            same = self._indexes.get(digest, ())
            # A text that stands there twice ("Foto: dpa") tells nothing.
            if len(same) == 1:
                return same[0], distance
        return None
