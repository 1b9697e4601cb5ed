"""Which words of a pair say the same, for a screen that asks at every key.

Owns the cache. The table of words takes a moment to load, which `load` does in the
desk's thread; until then nothing is linked.
"""

from __future__ import annotations

from functools import lru_cache

from reader.core.alignment.aligner import Aligner
from reader.core.alignment.links import WordLink
from reader.core.normalize import locate_normalized, normalize_source
from reader.core.pairs import Pair
from reader.service.pipeline import Service

_REMEMBERED = 512
"""Pairs whose links are kept at hand; a few screens."""


class Linker:
    """Finds the links of pairs; any thread may ask it."""

    def __init__(self) -> None:
        self._aligner: Aligner | None = None
        self._align = lru_cache(_REMEMBERED)(self._find)

    def load(self, _: Service) -> None:
        """Load what links are found with; work for the desk."""
        from reader.backends.lexicon import load_lexicon

        self._aligner = Aligner(load_lexicon())
        self._align.cache_clear()

    def find_links(self, pair: Pair) -> tuple[WordLink, ...]:
        """Return the links of a pair, their offsets those of its source and target."""
        return self._align(pair.sentence.source, pair.target) if pair.target else ()

    def _find(self, source: str, target: str) -> tuple[WordLink, ...]:
        if self._aligner is None:
            return ()
        text = normalize_source(source)
        links = self._aligner.align(text, target)
        if text == source:
            return links
        places = locate_normalized(source)
        return tuple(
            WordLink(
                (places[link.source[0]], places[link.source[1]]),
                link.target,
                link.confidence,
                link.is_article,
            )
            for link in links
        )
