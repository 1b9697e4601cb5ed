"""Where the terms of a glossary stand in a text.

Owns the index from entries to sentences. What became of a term in a sentence is the
pair's own record (`TermUse`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from reader.core.glossary.terms import Term, source_key
from reader.core.pairs import STATUSES, Pair

FindPlaces = Callable[[Term], Sequence[tuple[int, str]]]
"""Returns (number of the pair, its German and what became of the term) for a term."""


def index_terms(pairs: Iterable[Pair]) -> FindPlaces:
    """Return a function that knows the sentences of each term; pairs count from 0."""
    places: dict[tuple[str, bool], dict[int, str]] = defaultdict(dict)
    for number, pair in enumerate(pairs):
        for use in pair.terms:
            key = (source_key(use.source), use.status == "forbidden")
            said = pair.sentence.source
            if use.status not in ("kept", "enforced"):
                said = f"{said} ({STATUSES.get(use.status, use.status)})"
            # Of several places in a sentence the one in trouble is told.
            if len(said) >= len(places[key].get(number, "")):
                places[key][number] = said
    return lambda term: tuple(places.get(term.key, {}).items())
