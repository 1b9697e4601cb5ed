"""The glossary put to work: matcher, aligner and second pass, made ready when needed.

Owns which of `reader.backends` the core's glossary parts get. Lemmas are loaded with
the first sentence, the word aligner and the inflector with the first that fails.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from reader.core.alignment.aligner import Aligner
from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import Matches, TermHit
from reader.core.glossary.terms import Term
from reader.core.interfaces import Translator
from reader.core.matching.matcher import Matcher
from reader.core.normalize import normalize_source
from reader.core.obeying.checking import Verdict, check_terms
from reader.core.obeying.hinting import hint_terms
from reader.core.obeying.keeper import TermKeeper
from reader.core.obeying.obeying import Obeyed, Task, obey
from reader.service.dictionaries import Dictionaries


class _Tools:
    """What is loaded once, and only when something needs it."""

    def __init__(
        self,
        terms: Sequence[Term],
        dictionaries: Dictionaries,
        notify: Callable[[str], None],
    ) -> None:
        self._terms = terms
        self._dictionaries = dictionaries
        self._notify = notify
        self._forms = EnglishForms(dictionaries)

    @cached_property
    def matcher(self) -> Matcher:
        return _make_matcher(self._terms, self._dictionaries)

    @cached_property
    def aligner(self) -> Aligner:
        from reader.backends.lexicon import load_lexicon

        return Aligner(load_lexicon())

    def find(self, source: str) -> Matches:
        """Return the hits of a sentence; what the matcher gives up is told."""
        matcher = self.matcher
        told = len(matcher.notices)
        found = matcher.find(source)
        for notice in matcher.notices[told:]:
            self._notify(notice)
        return found

    def check(
        self, hits: Sequence[TermHit], source: str, target: str, is_aligned: bool
    ) -> Verdict:
        """Return what became of the hits in `target`."""
        links = self.aligner.align(source, target) if is_aligned else ()
        return check_terms(hits, target, links, self._forms, source)

    def obey(self, tasks: Sequence[Task], translator: Translator) -> Sequence[Obeyed]:
        """Return better English for sentences that fail the check."""
        return obey(tasks, translator, self.aligner, self._dictionaries)

    def hint(self, source: str, hits: Sequence[TermHit], form: str) -> str:
        """Return a sentence as an engine gets it that takes hints in this form."""
        return hint_terms(source, hits, form, self._dictionaries)


def make_keeper(
    terms: Sequence[Term], dictionaries: Dictionaries, notify: Callable[[str], None]
) -> TermKeeper:
    """Return what makes a run obey `terms`; `notify` gets the matcher's notices."""
    tools = _Tools(terms, dictionaries, notify)
    return TermKeeper(tools.find, tools.check, tools.obey, tools.hint)


def finds_itself(term: Term, dictionaries: Dictionaries) -> bool:
    """Return whether a sentence that is the entry's own German has a hit."""
    return make_finder([term], dictionaries)(normalize_source(term.source))


def make_finder(
    terms: Sequence[Term], dictionaries: Dictionaries
) -> Callable[[str], bool]:
    """Return what tells whether a normalised sentence contains one of `terms`."""
    matcher = _make_matcher(terms, dictionaries)
    return lambda source: bool(matcher.find(source).hits)


def _make_matcher(terms: Sequence[Term], dictionaries: Dictionaries) -> Matcher:
    from reader.backends.patterns import compile_pattern

    return Matcher(terms, dictionaries.lemmatize, compile_pattern)
