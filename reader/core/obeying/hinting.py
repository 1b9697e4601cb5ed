"""Hints: the German that an engine gets in its first pass, English terms in it.

Owns which engines are told what. An engine that copies what is English obeys nearly
always when it is told beforehand (Dinu et al. 2019 trained one for it; the built-in one
does it untrained), and the sentence then is of one piece. How a term takes the place
of German words is `reader.core.obeying.substituting`'s job; hints in braces, which an
engine must be trained to read, are `reader.core.hints`'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Usage
from reader.core.interfaces import Inflector
from reader.core.obeying.substituting import substitute
from reader.core.obeying.wording import word_hit


def hint_terms(
    source: str, hits: Sequence[TermHit], form: str, inflector: Inflector
) -> str:
    """Return `source` with the English of `hits` in it, as `Signature.hints` says.

    "Pekings Rechenleistung wächst." becomes "Beijing's computing power wächst."; a
    forbidden word is no hint, and a name that is kept is in the German already.
    """
    if form != "words":
        return source
    wanted = [hit for hit in hits if hit.term.usage is Usage.PREFERRED]
    wordings = [
        word_hit(hit, source, "", inflector) + "'s" * _is_owner(hit, source)
        for hit in wanted
    ]
    return substitute(source, wanted, wordings)


def _is_owner(hit: TermHit, source: str) -> bool:
    """Return whether a name stands in the genitive: "Pekings", "Chinas"."""
    words = source[hit.start : hit.end]
    return hit.term.pos == "name" and words == f"{hit.term.source}s"
