"""A term made from words that are read: drafted, checked, written, and obeyed at once.

Owns the way from selected words to sentences translated anew, and back. What an entry
does to a sentence is the keeper's job, the file `reader.service.glossary_changes`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.alignment.counterparts import find_counterpart
from reader.core.alignment.links import WordLink
from reader.core.batches import cut_windows
from reader.core.english.inflection import singular_forms
from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.lint import lint_terms
from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import Term, Usage, source_key
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.terminology.bare import tidy_bare
from reader.errors import ReaderError
from reader.service.filling import BATCH, RECALLED, OpenText, open_text
from reader.service.fixing import Change, Fixed, renew, retranslate
from reader.service.glossary_changes import GlossaryFile
from reader.service.library import Tally, holds_pairs
from reader.service.pipeline import Service


@dataclass(frozen=True, slots=True)
class TermCheck:
    """What the glossary says of an entry that is not in it yet."""

    known: LayeredTerm | None
    """The entry in force with the same German."""
    problems: tuple[Problem, ...]
    """What would be wrong that is not wrong now."""

    @property
    def is_fit(self) -> bool:
        """Whether the entry may be written."""
        return all(found.severity is not Severity.ERROR for found in self.problems)

    @property
    def is_overruled(self) -> bool:
        """Whether the entry that is known wins over the user's own."""
        return self.known is not None and self.known.layer in _STRONGER


@dataclass(frozen=True, slots=True)
class TermFix:
    """An entry that was written, and what it changed."""

    term: Term
    replaced: Term | None
    """The entry of the user's own file that it took the place of."""
    fixed: Fixed


_STRONGER = (Layer.PROJECT, Layer.GIVEN)


def draft_term(
    service: Service, pair: Pair, start: int, end: int, links: Sequence[WordLink]
) -> Term:
    """Return an entry for `start` to `end` of the German, as far as it can be guessed.

    Its German is the citation form, its English what the words are linked to, in the
    singular where the German came to be: "Entwicklungen" and "developments" make
    "Entwicklung" and "development".
    """
    words = normalize_source(pair.sentence.source[start:end])
    source = cite(words, service.dictionaries.lemmatize)
    target = ""
    if pair.target and (place := find_counterpart(links, start, end)):
        target = tidy_bare(source, pair.target[slice(*place)])
        if source != words and _guess_pos(source):
            target = min(singular_forms(target), default=target)
    return Term(source_key(source), (target,) if target else (), pos=_guess_pos(source))


def cite(words: str, lemmatize: Callable[[str], str]) -> str:
    """Return the citation form of a word or a phrase as it stands in a sentence.

    >>> lemmas = {"Rechenleistungen": "Rechenleistung", "großen": "groß"}
    >>> cite("Rechenleistungen", lambda word: lemmas.get(word, word))
    'Rechenleistung'
    >>> cite("Nvidias", lambda word: "nvidia-")
    'Nvidias'
    """
    from reader.backends.background import load_background
    from reader.core.terminology.citing import Citer
    from reader.core.terminology.genders import GenderEvidence
    from reader.core.terminology.lexemes import Lexemes
    from reader.core.terminology.tokens import split_tokens, tag_tokens

    lexemes = Lexemes(lemmatize)
    tokens = tag_tokens(split_tokens(words), lexemes, set())
    if len(tokens) > 1 and any(token.is_nominal for token in tokens):
        return Citer(lexemes, load_background(), GenderEvidence()).cite([tokens])
    if len(tokens) != 1:
        return words
    *parts, last = words.rpartition("-")
    lemma = lemmatize(last)
    # A mere stem is no citation form, and a noun stays one.
    if lemma.endswith("-") or lemma[:1].isupper() != last[:1].isupper():
        return words
    return "".join((*parts, lemma))


def check_term(service: Service, term: Term) -> TermCheck:
    """Return what the glossary has and what would be wrong with `term` in it."""
    from reader.service.obedience import finds_itself

    loaded = service.glossary
    known = next((e for e in loaded.effective if e.term.key == term.key), None)
    own = LayeredTerm(term, service.paths.glossary, 0, Layer.USER)
    others = [
        entry
        for entry in loaded.terms
        if (entry.layer, entry.term.key) != (Layer.USER, term.key)
    ]
    weaker = [entry for entry in others if entry.layer not in _STRONGER]
    stronger = [entry for entry in others if entry.layer in _STRONGER]
    before = set(lint_terms(others))
    problems = lint_terms(
        [*weaker, own, *stronger],
        finds_itself=lambda one: (
            one is not term or finds_itself(one, service.dictionaries)
        ),
    )
    return TermCheck(known, tuple(p for p in problems if p not in before))


def add_term(service: Service, text: OpenText, term: Term) -> TermFix:
    """Write an entry into the user's glossary; have the text obey it.

    An entry of that file with the same German is replaced.

    Raises:
        GlossaryError: the file cannot be changed.
        PackageError: there is no engine.
    """
    replaced = _write(service, term)
    try:
        return TermFix(term, replaced, obey_terms(service, text, term, replaced))
    except ReaderError:
        _take_back(service, term, replaced)
        raise


def undo_term(service: Service, text: OpenText, fix: TermFix) -> Fixed:
    """Take an entry out of the glossary again, and out of the text's English.

    Raises:
        GlossaryError: the file cannot be changed.
        PackageError: there is no engine.
    """
    _take_back(service, fix.term, fix.replaced)
    return obey_terms(service, text, fix.term, fix.replaced)


def obey_terms(service: Service, text: OpenText, *terms: Term | None) -> Fixed:
    """Make anew what contains one of `terms`, as the glossary has them now.

    Sentences that have no English yet get it in their turn.

    Raises:
        PackageError: there is no engine.
    """
    indexes = sorted(
        index
        for source in filter(_make_finder(service, terms), text.shared)
        for index in text.shared[source]
        if text.pairs[index].target is not None
    )
    return renew(service, text, indexes)


def spread_terms(
    service: Service, path: Path, *terms: Term | None
) -> Iterator[tuple[Change, ...]]:
    """Have a text that is not open obey `terms`, too, and the library know its state.

    Only what has English counts. Yields, bit by bit, the sentences that have one of
    the terms. A file of pairs stays what it is.

    Raises:
        DocumentError: the text cannot be read.
        PackageError, BackendError: the engine is needed, and it is not there or failed.
    """
    if holds_pairs(path):
        return
    text, memory = open_text(service, path), service.memory
    contains = _make_finder(service, terms)
    known = memory.find_targets(text.shared).keys() | memory.find_edits(text.shared)
    indexes: list[int] = []
    for sources in cut_windows(filter(known.__contains__, text.shared), RECALLED):
        indexes += [n for s in filter(contains, sources) for n in text.shared[s]]
        yield ()
    if not indexes:
        return
    for some in cut_windows(indexes, BATCH):
        yield retranslate(service, text, some)
    tally = Tally(path)
    for some in cut_windows(range(len(text.pairs)), BATCH):
        renew(service, text, [n for n in some if text.pairs[n].target is None])
        for index in some:
            tally.count(text.pairs[index])
        yield ()
    service.library.note(tally)


def _write(service: Service, term: Term) -> Term | None:
    """Write the entry and return the one that it replaces."""
    file = GlossaryFile(service.paths, notify=service.notify)
    own = [
        entry.term
        for entry in service.glossary.terms
        if entry.layer is Layer.USER and entry.term.key == term.key
    ]
    if own:
        is_forbidden = term.usage is Usage.FORBIDDEN
        old, _ = file.edit(term.source, lambda _: term, is_forbidden)
    else:
        file.add(term)
    service.reload_glossary()
    return old if own else None


def _take_back(service: Service, term: Term, replaced: Term | None) -> None:
    file = GlossaryFile(service.paths, notify=service.notify)
    if replaced is not None:
        old = replaced
        file.edit(term.source, lambda _: old, term.usage is Usage.FORBIDDEN)
    else:
        # An entry of the other kind with the same German is not ours to remove.
        for other in file.remove(term.source):
            if other.key != term.key:
                file.add(other)
    service.reload_glossary()


def _make_finder(
    service: Service, terms: Iterable[Term | None]
) -> Callable[[str], bool]:
    """Return what tells whether a sentence contains one of `terms`."""
    from reader.service.obedience import make_finder

    return make_finder([term for term in terms if term], service.dictionaries)


def _guess_pos(source: str) -> str:
    """Return "noun" for what a capital says is one, "phrase" or nothing else.

    >>> _guess_pos("Rechenleistung"), _guess_pos("großes Modell"), _guess_pos("gehen")
    ('noun', 'noun', '')
    """
    return "noun" if source.rpartition(" ")[2][:1].isupper() else ""
