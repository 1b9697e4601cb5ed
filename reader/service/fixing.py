"""A sentence put right while it is read: a person's English, and the engine's others.

Owns what an edit changes in an open text; the memory keeps it, and it wins everywhere
from then on. Terms are `reader.service.term_fixing`'s job.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.guard import inspect_output
from reader.core.interfaces import Known
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.tidying import tidy_target
from reader.core.translating import make_pair
from reader.service.filling import OpenText
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


def edit_sentence(
    service: Service, text: OpenText, index: int, target: str
) -> list[Change]:
    """Save a person's English of a sentence; return the places that it changes.

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
    return apply_pairs(text, pairs)


def reset_sentence(service: Service, text: OpenText, index: int) -> list[Change]:
    """Take a person's English back; the engine's is valid again.

    Raises:
        PackageError, BackendError: the engine is needed, and it is not there or failed.
    """
    source = normalize_source(text.pairs[index].sentence.source)
    service.memory.edit([(source, None)])
    return retranslate(service, text, text.shared[source])


def retranslate(
    service: Service, text: OpenText, indexes: Sequence[int]
) -> list[Change]:
    """Make these pairs anew, as memory, engine and glossary have them now.

    Raises:
        PackageError, BackendError: the engine is needed, and it is not there or failed.
    """
    sentences = [text.pairs[index].sentence for index in indexes]
    pairs = service.translate_sentences(sentences)
    return apply_pairs(text, dict(zip(indexes, pairs, strict=True)))


def apply_pairs(text: OpenText, pairs: dict[int, Pair]) -> list[Change]:
    """Put new pairs into the text; return those that say something new."""
    changes = []
    for index, pair in sorted(pairs.items()):
        before, text.pairs[index] = text.pairs[index], pair
        if pair != before:
            changes.append(Change(text, index, before, pair))
    return changes


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
