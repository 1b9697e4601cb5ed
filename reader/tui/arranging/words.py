"""The word cursor: from word to word, from term to term, and what a word is linked to.

Owns the moves inside and between pairs; drawing and messages are
`reader.tui.widgets.pairs_view`'s job.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.alignment.content import is_source_content
from reader.core.alignment.counterparts import find_counterpart
from reader.core.alignment.links import WordLink
from reader.core.alignment.particles import PARTICLES
from reader.core.glossary.hits import Span
from reader.core.pairs import Pair, TermUse
from reader.tui.arranging.frames import Side

FindLinks = Callable[[Pair], Sequence[WordLink]]
"""Returns the links of a pair's words, as offsets in its source and target."""

_WORD = re.compile(r"[^\W_]+(?:[-'’.,:][^\W_]+)*|[%€$£]")
_GUESSED = 0.1
"""Links of less confidence were guessed from their neighbours."""


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A stretch of words of a pair."""

    index: int
    side: Side
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its stretch of the pair's text."""
        return self.start, self.end


def text_of(pair: Pair, side: Side) -> str:
    """Return the text of one language, "" where there is none yet."""
    return pair.sentence.source if side == "source" else pair.target or ""


def find_words(text: str) -> list[Span]:
    """Return the words that the cursor stops at; a hyphen joins.

    >>> text = "KI-Chips kosten 2,4 Mio. €"
    >>> [text[start:end] for start, end in find_words(text)]
    ['KI-Chips', 'kosten', '2,4', 'Mio', '€']
    """
    return [match.span() for match in _WORD.finditer(text)]


def next_word(pair: Pair, side: Side, span: Span | None, step: int) -> Span | None:
    """Return the word before or behind a stretch; None where the sentence ends.

    Without a stretch to begin at, the first word for a step forwards, else the last.
    """
    return _step(find_words(text_of(pair, side)), span, step)


def word_at(text: str, offset: int) -> Span | None:
    """Return the word that a character belongs to."""
    return next((w for w in find_words(text) if w[0] <= offset < w[1]), None)


def nearest_word(text: str, offset: int) -> Span | None:
    """Return the word that is nearest to a character; None in a text without words.

    >>> nearest_word("Der Markt, der wächst", 9)
    (4, 9)
    """
    return min(
        find_words(text),
        key=lambda word: max(word[0] - offset, offset - word[1] + 1, 0),
        default=None,
    )


def term_at(pair: Pair, side: Side, span: Span) -> TermUse | None:
    """Return the glossary term that a stretch touches, the longest one of several."""
    touched = [
        (term_end - term_start, term)
        for term, (term_start, term_end) in _place_terms(pair, side)
        if term_start < span[1] and span[0] < term_end
    ]
    return max(touched, key=lambda found: found[0])[1] if touched else None


def next_term(pair: Pair, side: Side, span: Span | None, step: int) -> Span | None:
    """Return the nearest term before or behind a stretch; None where there is none."""
    spans = sorted({place for _, place in _place_terms(pair, side)})
    return _step(spans, span, step)


def resize_words(pair: Pair, place: WordPlace, step: int) -> WordPlace:
    """Return the stretch with one word more at its end, or one less."""
    words = find_words(text_of(pair, place.side))
    if step > 0:
        ends = [end for start, end in words if start >= place.end][:1]
    else:
        inside = [end for start, end in words if place.start <= start < place.end]
        ends = inside[-2:-1]
    return replace(place, end=ends[0]) if ends else place


def find_linked(
    pair: Pair, side: Side, span: Span, find_links: FindLinks
) -> list[Span]:
    """Return the stretches of the other language that say the same, in their order.

    A glossary term knows its own counterpart; other words have that of the aligner.
    """
    if pair.target is None:
        return []
    other: Side = "target" if side == "source" else "source"
    counterparts = dict(_place_terms(pair, other))
    found: list[Span] = []
    for term, (start, end) in _place_terms(pair, side):
        if start < span[1] and span[0] < end and term in counterparts:
            found.append(counterparts[term])
            if start <= span[0] and span[1] <= end:
                return [counterparts[term]]
    links = find_links(pair)
    stretch = find_counterpart(links, *span) if side == "source" else None
    if stretch is not None:
        found.append(stretch)
    else:
        touched = _touched(links, side, span)
        found += [link.target if side == "source" else link.source for link in touched]
    return _merge(found, text_of(pair, other))


def find_halves(pair: Pair, span: Span, find_links: FindLinks) -> list[Span]:
    """Return the other half of each German verb that a stretch has one half of.

    "stellte … vor" is "presented": both halves are linked to the same word.
    """
    text, links = pair.sentence.source, find_links(pair) if pair.target else ()
    found = set()
    touched = _touched(links, "source", span)
    others = [link for link in links if link not in touched]
    for own in touched:
        for link in others:
            if link.target != own.target:
                continue
            verb, particle = sorted((own.source, link.source))
            is_content = is_source_content(text[slice(*verb)].lower())
            if is_content and text[slice(*particle)] in PARTICLES:
                found.add(link.source)
    return sorted(found)


def _touched(links: Iterable[WordLink], side: Side, span: Span) -> list[WordLink]:
    """Return the links of a stretch, the guessed ones only where there is no other."""
    touched = []
    for link in links:
        start, end = link.source if side == "source" else link.target
        if start < span[1] and span[0] < end:
            touched.append(link)
    return [link for link in touched if link.confidence >= _GUESSED] or touched


def _merge(spans: Iterable[Span], text: str) -> list[Span]:
    """Return stretches with those made one that nothing but a blank parts."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _step(spans: Sequence[Span], span: Span | None, step: int) -> Span | None:
    if step > 0:
        return next((s for s in spans if span is None or s[0] >= span[1]), None)
    return next((s for s in reversed(spans) if span is None or s[1] <= span[0]), None)


def _place_terms(pair: Pair, side: Side) -> Iterator[tuple[TermUse, Span]]:
    for term in pair.terms:
        if side == "source":
            yield term, (term.start, term.end)
        elif term.target_start is not None and term.target_end is not None:
            yield term, (term.target_start, term.target_end)
