"""A sentence put right while it is read: a person's English, and the engine's others.

Owns what an edit changes in an open text; the memory keeps it, and it wins everywhere
from then on. Terms are `reader.service.term_fixing`'s job.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from reader.core.guard import inspect_output
from reader.core.interfaces import Known, Signature
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.tidying import tidy_target
from reader.core.translating import (
    Options,
    Progress,
    make_pair,
    translate_sentences,
)
from reader.service.filling import OpenText, make_pairs
from reader.service.pipeline import Service

PROPOSALS = 5
"""How many translations the engine is asked for."""


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence whose English is another now."""

    text: OpenText
    index: int
    before: Pair
    after: Pair


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was put right in a text at once, and what must wait for the engine."""

    changes: tuple[Change, ...]
    waiting: tuple[int, ...] = ()
    """Pairs that are for `retranslate` to make."""


class _NeedsEngineError(Exception):
    """The memory does not have everything."""


class _NoEngine:
    """A `Translator` that only says whose the English in the memory must be."""

    def __init__(self, signature: Signature) -> None:
        self.signature = signature

    def translate(self, *_: object) -> NoReturn:
        """Refuse."""
        raise _NeedsEngineError

    propose = translate


def edit_sentence(service: Service, text: OpenText, index: int, target: str) -> Fixed:
    """Save a person's English of a sentence, and change every place of it.

    Wherever the German stands, its English is the same.
    """
    source = normalize_source(text.pairs[index].sentence.source)
    target = " ".join(target.split())
    service.memory.edit([(source, target)])
    known = Known(target, edited=True)
    pairs = {
        place: make_pair(text.pairs[place].sentence, known, service.keeper)
        for place in text.shared[source]
    }
    return Fixed(_apply_pairs(text, pairs))


def reset_sentence(service: Service, text: OpenText, index: int) -> Fixed:
    """Take a person's English back; the engine's is valid again.

    Raises:
        PackageError: there is no engine whose English that could be.
    """
    source = normalize_source(text.pairs[index].sentence.source)
    service.memory.edit([(source, None)])
    return renew(service, text, text.shared[source])


def renew(service: Service, text: OpenText, indexes: Sequence[int]) -> Fixed:
    """Make these pairs anew, as far as that needs no engine.

    Raises:
        PackageError: there is no engine whose English that could be.
    """
    engine = _NoEngine(service.translator.signature)
    options = Options(with_retry=service.settings.retry)
    pairs, waiting = {}, []
    for index in indexes:
        sentences = [text.sentences[index]]
        try:
            (pairs[index],) = translate_sentences(
                sentences, engine, service.memory, options, _ignore, service.keeper
            )
        except _NeedsEngineError:
            waiting.append(index)
    return Fixed(_apply_pairs(text, pairs), tuple(waiting))


def retranslate(
    service: Service, text: OpenText, indexes: Sequence[int]
) -> tuple[Change, ...]:
    """Make these pairs anew, as memory, engine and glossary have them now.

    Raises:
        PackageError, BackendError: the engine is needed, and it is not there or failed.
    """
    return _apply_pairs(text, make_pairs(service, text, indexes))


def _apply_pairs(text: OpenText, pairs: Mapping[int, Pair]) -> tuple[Change, ...]:
    """Put new pairs into the text; return those that say something new."""
    text.revision += 1
    changes = []
    for index, pair in sorted(pairs.items()):
        before, text.pairs[index] = text.pairs[index], pair
        if pair != before:
            changes.append(Change(text, index, before, pair))
    return tuple(changes)


def _ignore(done: Progress) -> None:
    """Draw no progress bar."""


def propose(service: Service, text: OpenText, index: int) -> list[str]:
    """Return what the engine would say of a sentence, the likeliest first.

    Raises:
        PackageError, BackendError: there is no engine, or it failed.
    """
    source = normalize_source(text.pairs[index].sentence.source)
    decoding = service.translator.signature.decoding
    wide = replace(decoding, beam=max(decoding.beam, PROPOSALS), hypotheses=PROPOSALS)
    (found,) = service.translator.propose([source], wide)
    targets = [tidy_target(source, one.target) for one in found]
    good = sorted(targets, key=lambda target: bool(inspect_output(source, target)))
    return list(dict.fromkeys(filter(None, good)))
