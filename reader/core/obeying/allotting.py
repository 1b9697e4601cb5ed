"""Allots places in the English to hits in the German, no word to two of them.

A matching in a bipartite graph by augmenting paths (Kuhn 1955): a hit that finds its
place taken makes the other move if that one has a second choice. Which places a hit
has is `reader.core.obeying.checking`'s job.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.english.places import Place


def allot_places(
    choices: Sequence[Sequence[Place]], order: Sequence[int]
) -> list[Place | None]:
    """Return a place for each entry of `choices`, None where none is left.

    Each entry has its places from best to worst; entries are served in `order`. An
    entry that has a place may be moved, but never loses it to a later one.
    """
    allotted: list[Place | None] = [None] * len(choices)
    for entry in order:
        found = _make_room(entry, choices, allotted, {entry})
        if found is not None:
            allotted = found
    return allotted


def _make_room(
    entry: int,
    choices: Sequence[Sequence[Place]],
    allotted: list[Place | None],
    asked: set[int],
) -> list[Place | None] | None:
    """Return the allotment with a place for `entry`, None if there is no way."""
    for place in choices[entry]:
        if not _blockers(place, entry, allotted):
            return _with(allotted, entry, place)
    for place in choices[entry]:
        blockers = _blockers(place, entry, allotted)
        if asked & blockers:
            continue
        # Each is asked once, or the search would take exponential time.
        asked |= blockers
        freed = [None if n in blockers else taken for n, taken in enumerate(allotted)]
        moved: list[Place | None] | None = _with(freed, entry, place)
        for blocker in sorted(blockers):
            moved = moved and _make_room(blocker, choices, moved, asked)
        if moved is not None:
            return moved
    return None


def _with(allotted: list[Place | None], entry: int, place: Place) -> list[Place | None]:
    return [*allotted[:entry], place, *allotted[entry + 1 :]]


def _blockers(place: Place, entry: int, allotted: Sequence[Place | None]) -> set[int]:
    return {
        other
        for other, taken in enumerate(allotted)
        if other != entry and taken is not None and is_conflict(place, taken)
    }


def is_conflict(one: Place, other: Place) -> bool:
    """Return whether two places want a word that neither of them lends to the other.

    "Text and image synthesis": the synthesis of the text is that of the image, too,
    but not one of its own.
    """
    common = one.words & other.words
    if common and common in (one.words, other.words):
        return True
    return not (common <= one.lent or common <= other.lent)
