"""Finds the terms of a glossary in German sentences.

Owns the index and the order of the rules; each rule stands in a module of its own.
Whatever is asked about a word alone is answered once for each spelling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from reader.core.glossary.hits import (
    GrammaticalNumber,
    Matches,
    Span,
    TermCandidate,
    TermHit,
)
from reader.core.glossary.terms import Match, Term, Usage
from reader.core.interfaces import Lemmatize, PatternSearch
from reader.core.matching.choosing import choose_hits
from reader.core.matching.compounds import Compounds, Split
from reader.core.matching.elision import Completed, complete_words
from reader.core.matching.entries import Entry, EntryWord, Part, read_entry
from reader.core.matching.forms import Forms
from reader.core.matching.literals import Literals
from reader.core.matching.numbers import find_number
from reader.core.matching.separable import SeparableVerbs
from reader.core.matching.starts import begins_as_noun
from reader.core.matching.vocabulary import Vocabulary
from reader.core.matching.words import (
    HYPHENS,
    Word,
    are_joined,
    find_part,
    fold,
    split_words,
)

_LONGEST_JOINED = 4
_CACHED = 1 << 16


class Matcher:
    """A glossary, ready to be looked for in any number of sentences."""

    def __init__(
        self,
        terms: Sequence[Term],
        lemmatize: Lemmatize,
        compile_pattern: Callable[[str], PatternSearch],
    ) -> None:
        self._vocabulary = Vocabulary(lemmatize)
        self._forms = Forms(self._vocabulary)
        wanted = [term for term in terms if term.usage is not Usage.OFF]
        self._literals = Literals(wanted, compile_pattern)
        entries = [
            read_entry(term, self._vocabulary)
            for term in wanted
            if term.match is Match.LEMMA and not self._literals.owns(term)
        ]
        self._index: defaultdict[str, list[tuple[Entry, int]]] = defaultdict(list)
        for entry in chain(entries, _close_hyphens(entries)):
            anchor = entry.anchor
            self._index[self._forms.key(entry.words[anchor])].append((entry, anchor))
        self._separable = SeparableVerbs(entries, self._forms)
        self._compounds = Compounds(entries, self._forms)
        self._look_up_once = lru_cache(_CACHED)(self._look_up)

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong with an entry so far, each once."""
        return self._literals.notices

    def find(self, text: str) -> Matches:
        """Return the hits and the candidates of one normalised sentence."""
        words = split_words(text)
        hits = [
            *self._find_words(words, text),
            *self._find_joined(words, text),
            *self._find_apart(words, text),
            *self._find_elided(words, text),
            *self._literals.find(words, text),
        ]
        candidates: list[TermCandidate] = []
        whole = {(hit.start, hit.end) for hit in hits}
        for word in words:
            if (word.start, word.end) not in whole:
                self._split_compound(word, text, hits, candidates)
        chosen = choose_hits(hits, text)
        return Matches(chosen, _outside(candidates, chosen))

    def _entries_of(self, word: Word) -> tuple[tuple[Entry, int], ...]:
        """Return the entries of which a word may be the anchor, with its place."""
        is_noun = word.is_capitalized and not (word.is_initial or word.is_shouted)
        return self._look_up_once(word.text, not is_noun)

    def _look_up(self, text: str, may_be_verb: bool) -> tuple[tuple[Entry, int], ...]:
        keys = self._forms.keys(text, may_be_verb)
        # In the order of the glossary, whatever the order of the set is.
        found = {pair: 0 for key in sorted(keys) for pair in self._index.get(key, ())}
        return tuple(found)

    def _find_words(self, words: Sequence[Word], text: str) -> Iterator[TermHit]:
        """Yield the entries whose words stand side by side."""
        for place, word in enumerate(words):
            for entry, anchor in self._entries_of(word):
                start = place - anchor
                if start >= 0 and self._is_at(entry, words, start, text):
                    yield self._hit(entry, words, start, text)

    def _is_at(
        self, entry: Entry, words: Sequence[Word], start: int, text: str
    ) -> bool:
        stretch = words[start : start + len(entry.words)]
        if len(stretch) < len(entry.words) or not are_joined(stretch):
            return False
        case = entry.term.case
        last = stretch[-1]
        is_linked = text[last.end : last.end + 1] in HYPHENS and last.end < len(text)
        if not all(
            self._forms.is_form(wanted, word, case, is_linked and word is last)
            for wanted, word in zip(entry.words, stretch, strict=True)
        ):
            return False
        return len(stretch) > 1 or self._is_right_part(
            entry.words[0], words, start, text
        )

    def _is_right_part(
        self, wanted: EntryWord, words: Sequence[Word], place: int, text: str
    ) -> bool:
        """Tell a noun from a verb of the same letters, and the other way round."""
        word = words[place]
        is_noun = not (word.is_initial or word.is_shouted) or begins_as_noun(
            words, place, text, self._vocabulary
        )
        if wanted.part is Part.NOUN:
            return is_noun
        if wanted.part is Part.VERB:
            could_be_noun = word.is_capitalized and self._vocabulary.has_noun(word.text)
            if could_be_noun and is_noun:
                return False
            return not self._separable.has_other_particle(
                wanted.text, words, place, text
            )
        return True

    def _hit(
        self, entry: Entry, words: Sequence[Word], start: int, text: str
    ) -> TermHit:
        end = start + len(entry.words) - 1
        last, wanted = words[end], entry.words[-1]
        stop = last.end
        is_linked = text[stop : stop + 1] in HYPHENS and stop < len(text)
        if wanted.part is Part.NOUN and is_linked:
            size = len(wanted.folded)
            if last.folded.startswith(wanted.folded) and size < len(last.folded):
                stop = find_part(last, text, 0, size)[1]
        return TermHit(
            entry.term, words[start].start, stop, self._number(entry, words, start)
        )

    def _number(
        self, entry: Entry, words: Sequence[Word], start: int
    ) -> GrammaticalNumber:
        place = entry.head
        if place is None and len(entry.words) == 1 and entry.term.pos == "noun":
            # The plural of "LLM" is "LLMs" in both languages.
            place = 0
        if place is None:
            return ""
        return find_number(entry.words[place].text, words, start + place)

    def _find_joined(self, words: Sequence[Word], text: str) -> Iterator[TermHit]:
        """Yield closed entries that the text writes with hyphens: "Daten-Zentrum"."""
        if not any(hyphen in text for hyphen in HYPHENS):
            return
        for first, word in enumerate(words):
            for last in range(first + 1, min(first + _LONGEST_JOINED, len(words))):
                if not words[last].is_hyphenated:
                    break
                joined = _join(words[first : last + 1], text)
                for entry, _ in self._entries_of(joined):
                    if entry.words[0].part is Part.NOUN and self._is_at(
                        entry, [joined], 0, text
                    ):
                        yield TermHit(
                            entry.term,
                            word.start,
                            joined.end,
                            self._number(entry, [*words[:first], joined], first),
                        )

    def _find_apart(self, words: Sequence[Word], text: str) -> Iterator[TermHit]:
        """Yield verbs whose particle closes the clause."""
        for apart in self._separable.find(words, text):
            particle = apart.particle
            rest = ((particle[0].start, particle[-1].end),)
            yield TermHit(apart.entry.term, apart.verb.start, apart.verb.end, rest=rest)

    def _find_elided(self, words: Sequence[Word], text: str) -> Iterator[TermHit]:
        """Yield compounds of which another word has one half."""
        for completed in complete_words(words, text):
            for place, word in enumerate(completed.words):
                for entry, anchor in self._entries_of(word):
                    start = len(completed.before) + place - anchor
                    if start >= 0 and self._is_completed(entry, completed, start):
                        yield self._elided_hit(entry, completed, start, text)

    def _is_completed(self, entry: Entry, completed: Completed, start: int) -> bool:
        """Say whether an entry ends with what was completed."""
        if start >= len(completed.before) + completed.seam:
            return False
        stretch = [*completed.before, *completed.words][start:]
        if len(stretch) != len(entry.words) or not are_joined(
            stretch[: len(stretch) - len(completed.words) + 1]
        ):
            return False
        return all(
            self._forms.is_form(wanted, word, entry.term.case)
            for wanted, word in zip(entry.words, stretch, strict=True)
        )

    def _elided_hit(
        self, entry: Entry, completed: Completed, start: int, text: str
    ) -> TermHit:
        lender, first, end = completed.other
        words = [*completed.before, *completed.words]
        return TermHit(
            entry.term,
            (
                words[start] if start < len(completed.before) else completed.half[0]
            ).start,
            completed.half[-1].end,
            self._number(entry, words, start),
            (find_part(lender, text, first, end),),
            is_elided=True,
        )

    def _split_compound(
        self,
        word: Word,
        text: str,
        hits: list[TermHit],
        candidates: list[TermCandidate],
    ) -> None:
        """Add the terms inside a closed compound to `hits` or to `candidates`."""
        split: Split = self._compounds.split(word.text)
        for piece in split.pieces:
            start, end = find_part(word, text, piece.start, piece.end)
            term = piece.entry.term
            if split.is_covered:
                hits.append(TermHit(term, start, end))
            else:
                candidates.append(TermCandidate(term, start, end, word.text))


def _close_hyphens(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield hyphenated entries once more as closed words: "Softwareentwicklung"."""
    for entry in entries:
        is_hyphenated = any(hyphen in entry.term.source for hyphen in HYPHENS)
        is_closed = " " not in entry.term.source
        if (
            is_hyphenated
            and is_closed
            and all(
                word.part is not Part.NAME
                or (word.text.isalpha() and not word.text.isupper())
                for word in entry.words
            )
        ):
            text = entry.words[0].text + "".join(w.folded for w in entry.words[1:])
            last = entry.words[-1]
            yield Entry(
                entry.term,
                (EntryWord(text, fold(text), last.part, entry.words[0].capital, True),),
            )


def _join(words: Sequence[Word], text: str) -> Word:
    first = words[0]
    joined = first.text + "".join(word.text.lower() for word in words[1:])
    return Word(
        joined,
        fold(joined),
        first.start,
        words[-1].end,
        first.gap,
        first.is_initial,
        first.is_shouted,
    )


def _outside(
    candidates: Sequence[TermCandidate], hits: Sequence[TermHit]
) -> tuple[TermCandidate, ...]:
    """Return the candidates that no hit covers."""
    taken: list[Span] = [(hit.start, hit.end) for hit in hits]
    return tuple(
        candidate
        for candidate in candidates
        if not any(
            candidate.start < end and start < candidate.end for start, end in taken
        )
    )
