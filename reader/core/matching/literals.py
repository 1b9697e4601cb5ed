"""Entries that are looked for letter by letter: exact ones, beginnings, patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Case, Match, Term
from reader.core.interfaces import PatternSearch
from reader.core.matching.words import Word, are_joined, fold, split_words

_ABBREVIATED = re.compile(r"(\b[^\W\d_]\.)\s?(?=[^\W\d_]+\.)")
"""Within "z. B." and "d.h.": a blank or none, as people write them."""


class Literals:
    """The entries that need no grammar."""

    def __init__(
        self, terms: Sequence[Term], compile_pattern: Callable[[str], PatternSearch]
    ) -> None:
        self._patterns: list[tuple[Term, PatternSearch]] = []
        self._exact: defaultdict[str, list[Term]] = defaultdict(list)
        self._prefixes: defaultdict[str, list[Term]] = defaultdict(list)
        self._odd: list[tuple[Term, re.Pattern[str]]] = []
        self._notices: list[str] = []
        for term in terms:
            if term.match is Match.REGEX:
                self._compile(term, compile_pattern)
            elif not _is_plain(term.source):
                self._odd.append((term, _compile_odd(term)))
            elif term.match is Match.EXACT:
                self._exact[split_words(term.source)[0].folded].append(term)
            elif term.match is Match.PREFIX:
                self._prefixes[split_words(term.source)[0].folded].append(term)

        self._prefix_sizes = sorted({len(prefix) for prefix in self._prefixes})

    @property
    def notices(self) -> tuple[str, ...]:
        """One line for each pattern that is out of use."""
        return tuple(self._notices)

    def owns(self, term: Term) -> bool:
        """Say whether `term` has letters that no word has, as ".NET"."""
        return not _is_plain(term.source)

    def find(self, words: Sequence[Word], text: str) -> Iterator[TermHit]:
        """Yield every place of every entry."""
        for word in words if self._exact or self._prefixes else ():
            for term in self._exact.get(word.folded, ()):
                yield from _find_whole(term, word, text)
            yield from self._find_beginnings(word, text)
        for term, pattern in self._odd:
            yield from _find_odd(term, pattern, words, text)
        for term, search in list(self._patterns):
            yield from self._find_pattern(term, search, text)

    def _compile(
        self, term: Term, compile_pattern: Callable[[str], PatternSearch]
    ) -> None:
        expression = term.source
        if term.case is Case.INSENSITIVE:
            expression = f"(?i){expression}"
        try:
            self._patterns.append((term, compile_pattern(expression)))
        except ValueError as error:
            self._notices.append(f"the pattern {term.source} is left out: {error}")

    def _find_beginnings(self, word: Word, text: str) -> Iterator[TermHit]:
        for size in self._prefix_sizes:
            for term in self._prefixes.get(word.folded[:size], ()):
                yield from _find_beginning(term, word, text)

    def _find_pattern(
        self, term: Term, search: PatternSearch, text: str
    ) -> Iterator[TermHit]:
        try:
            spans = search(text)
        except TimeoutError:
            self._patterns.remove((term, search))
            self._notices.append(
                f"the pattern {term.source} takes too long and is left out"
            )
            return
        for start, end in spans:
            yield TermHit(term, start, end)


def _is_plain(source: str) -> bool:
    """Say whether words and what joins them are all of it, as in no ".NET"."""
    words = split_words(source)
    return (
        bool(words)
        and not words[0].gap
        and words[-1].end >= len(source.rstrip("."))
        and are_joined(words)
    )


def _find_whole(term: Term, word: Word, text: str) -> Iterator[TermHit]:
    end = word.start + len(term.source)
    if _is_boundary(text, end) and _is_spelled(term, word, text[word.start : end]):
        yield TermHit(term, word.start, end)


def _find_beginning(term: Term, word: Word, text: str) -> Iterator[TermHit]:
    """Yield the hit of the beginning of a word, its ending included if it is short."""
    end = word.start + len(term.source)
    if _is_spelled(term, word, text[word.start : end]):
        yield TermHit(term, word.start, end)


def _is_spelled(term: Term, word: Word, written: str) -> bool:
    """Say whether `written` is the entry in letters that its case rule allows."""
    if written == term.source:
        return True
    if term.case is Case.SENSITIVE or fold(written) != fold(term.source):
        return False
    if term.case is Case.INSENSITIVE or word.is_shouted:
        return True
    # A verb or an adjective has a capital where a sentence begins.
    is_first = word.is_initial and written[:1].lower() == term.source[:1]
    return is_first and written[1:] == term.source[1:]


def _compile_odd(term: Term) -> re.Pattern[str]:
    parts = _ABBREVIATED.sub("\\1\n", term.source).split("\n")
    first = term.source[:1]
    # "Z. B." begins a sentence.
    may_begin = first.islower() and term.case is not Case.SENSITIVE
    begin = f"[{first}{first.upper()}]" if may_begin else re.escape(first)
    rest = [parts[0][1:], *parts[1:]]
    flags = re.IGNORECASE if term.case is Case.INSENSITIVE else 0
    return re.compile(begin + r"\s?".join(map(re.escape, rest)), flags)


def _find_odd(
    term: Term, pattern: re.Pattern[str], words: Sequence[Word], text: str
) -> Iterator[TermHit]:
    for found in pattern.finditer(text):
        start, end = found.span()
        is_initial = any(word.is_initial for word in words if word.start == start)
        is_same = found[0][0] == term.source[0] or term.case is Case.INSENSITIVE
        is_whole = _is_boundary(text, start - 1) and _is_boundary(text, end)
        if is_whole and (is_same or is_initial):
            yield TermHit(term, start, end)


def _is_boundary(text: str, place: int) -> bool:
    return not (0 <= place < len(text) and text[place].isalnum())
