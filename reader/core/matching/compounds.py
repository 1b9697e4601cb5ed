"""Terms inside closed compounds: "Rechenleistungsbedarf", "Technologieriesen".

A compound is claimed only where terms cover all of it; where the other part is merely
a known word, the term is a candidate. The parts are looked up, never searched: a
dictionary of everything that an entry may look like before another part, and one of
what it may look like at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.core.matching.entries import Entry, Part
from reader.core.matching.forms import Forms
from reader.core.matching.nouns import undo_derivation, undo_endings
from reader.core.matching.words import fold

_SHORTEST_REST = 3
_LINKS = ("s", "es", "n", "en", "ens", "ns")
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A term's share of a compound, in offsets of the folded word."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Split:
    """What is known about a compound."""

    pieces: tuple[Piece, ...] = ()
    """The terms in it, in the order of the word."""
    is_covered: bool = False
    """Whether they and their linking elements are all of it."""


class Compounds:
    """The entries that can be part of a closed compound."""

    def __init__(self, entries: Iterable[Entry], forms: Forms) -> None:
        self._forms = forms
        self._modifiers: defaultdict[str, list[Piece]] = defaultdict(list)
        self._heads: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.is_compoundable:
                self._add(entry)
        self.split = lru_cache(1 << 16)(self._split)

    def _add(self, entry: Entry) -> None:
        word = entry.words[0]
        self._heads[self._forms.key(word)].append(entry)
        if word.part is Part.NOUN:
            for spelling in _as_modifier(word.folded):
                # Without the linking element, but with the -er of "Länder".
                is_linked = spelling.startswith(word.folded)
                size = len(word.folded if is_linked else spelling)
                self._modifiers[spelling].append(Piece(entry, 0, size))

    def _split(self, text: str) -> Split:
        """Return the terms inside a word that is none itself."""
        folded = fold(text)
        if len(folded) < 2 * _SHORTEST_REST or not (self._modifiers or self._heads):
            return Split()
        covered = self._cover(text, folded, 0)
        if covered:
            return Split(covered, is_covered=True)
        pieces = [*self._find_heads(text, folded), *self._find_first(text, folded)]
        return Split(tuple(sorted(pieces, key=lambda piece: piece.start)))

    def _cover(self, text: str, folded: str, start: int) -> tuple[Piece, ...]:
        """Return terms that cover `folded` from `start` on, the longest parts first."""
        for end, piece in self._modifiers_at(folded, start):
            if head := self._head_at(text, folded, end):
                return piece, head
            if rest := self._cover(text, folded, end):
                return piece, *rest
        return ()

    def _modifiers_at(self, folded: str, start: int) -> Iterator[tuple[int, Piece]]:
        """Yield (end with linking element, piece) of all modifiers, longest first."""
        for end in range(len(folded) - _SHORTEST_REST, start + _SHORTEST_REST - 1, -1):
            for piece in self._modifiers.get(folded[start:end], ()):
                yield end, Piece(piece.entry, start, start + piece.end)

    def _head_at(self, text: str, folded: str, start: int) -> Piece | None:
        """Return the term of which all letters from `start` on are a form."""
        tail = folded[start:]
        bases = {base for base, _ in undo_endings(tail)}
        for base in bases.union(undo_derivation(tail)):
            for entry in self._heads.get(base, ()):
                if self._is_head(entry, text, tail):
                    return Piece(entry, start, len(folded))
        return None

    def _is_head(self, entry: Entry, text: str, tail: str) -> bool:
        """Say whether a word that ends with `tail` ends with a form of a term.

        A noun makes a noun and an adjective an adjective; the capital tells.
        """
        wanted = entry.words[0]
        if wanted.part is Part.NOUN:
            return text[:1].isupper() and self._forms.nouns.is_form(
                wanted.text, tail.capitalize()
            )
        return text[:1].islower() and self._forms.adjectives.is_form(wanted.text, tail)

    def _find_heads(self, text: str, folded: str) -> Iterator[Piece]:
        """Yield the term at the end of a compound whose beginning is a known word."""
        bases = {base for base, _ in undo_endings(folded)}
        for start in range(_SHORTEST_REST, len(folded) - _SHORTEST_REST + 1):
            if not any(base[start:] in self._heads for base in bases):
                continue
            piece = self._head_at(text, folded, start)
            if piece is not None and self._is_known_modifier(folded[:start]):
                yield piece
                return

    def _find_first(self, text: str, folded: str) -> Iterator[Piece]:
        """Yield the term at the beginning of a compound that ends with a known word."""
        for end, piece in self._modifiers_at(folded, 0):
            if self._is_known_rest(text, folded[end:]):
                yield piece
                return

    def _is_known_rest(self, text: str, rest: str) -> bool:
        vocabulary = self._forms.vocabulary
        if text[:1].isupper():
            return vocabulary.has_noun(rest) or bool(vocabulary.head(rest))
        return len(rest) > _SHORTEST_REST and vocabulary.lemma(rest) is not None

    def _is_known_modifier(self, modifier: str) -> bool:
        """Say whether a compound may begin with `modifier` and its linking element."""
        vocabulary = self._forms.vocabulary
        bare = {modifier, modifier + "e", modifier + "en"}
        bare |= {modifier.removesuffix(link) for link in _LINKS}
        return any(
            len(word) >= _SHORTEST_REST
            and (
                vocabulary.has_noun(word)
                or vocabulary.lemma(word) is not None
                or bool(vocabulary.head(word))
            )
            for word in bare
        )


def _as_modifier(folded: str) -> set[str]:
    """Return the spellings of a noun before another part of a compound.

    >>> {"sprach", "sprachen"} <= _as_modifier("sprache")
    True
    """
    spellings = {folded} | {folded + link for link in _LINKS}
    spellings |= {folded + "e", folded + "er"}
    if folded.endswith("e") and folded[-2:-1] not in "aeiou":
        # "Sprachkurs", but no "Aktivität" of "Aktie".
        spellings |= {folded[:-1], folded[:-1] + "s"}
    for place in range(len(folded) - 1, 0, -1):
        if folded[place] in _UMLAUTS:
            # Länderspiel, Gästehaus
            plural = folded[:place] + _UMLAUTS[folded[place]] + folded[place + 1 :]
            spellings |= {plural, plural + "er", plural + "e"}
            break
    return spellings
