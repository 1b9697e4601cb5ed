"""Hints: the German that an engine gets in its first pass, English terms in it.

Owns which hits an engine is told, and how. An engine that is told beforehand obeys
nearly always (Dinu et al. 2019), and the sentence then is of one piece. The form of a
hint, in braces behind its words, is `reader.core.hints`'s; what is no whole word gives
way to the English, as `reader.core.obeying.substituting` does it, which an engine that
copies what is English obeys as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Usage
from reader.core.hints import write_hints
from reader.core.interfaces import Inflector
from reader.core.obeying.substituting import is_inside, substitute
from reader.core.obeying.wording import word_hit


def hint_terms(
    source: str, hits: Sequence[TermHit], form: str, inflector: Inflector
) -> str:
    """Return `source` with the English of `hits` in it, as `Signature.hints` says.

    "Pekings Rechenleistung wächst." becomes "Pekings { Beijing } Rechenleistung
    { computing power } wächst."; a part of a compound and the halves of a separable
    verb give way to the English ("Der computing power-Bedarf"). A forbidden word is no
    hint, and a name that is kept is in the German already.
    """
    wanted = [hit for hit in hits if hit.term.usage is Usage.PREFERRED]
    if form != "braces" or not wanted:
        return source
    source = write_hints(source)
    wordings = []
    for hit in wanted:
        words = source[hit.start : hit.end]
        if _is_whole(hit, source):
            wordings.append(write_hints(words, [(0, len(words), hit.targets[0])]))
        else:
            wordings.append(word_hit(hit, source, "", inflector))
    return substitute(source, wanted, wordings)


def _is_whole(hit: TermHit, source: str) -> bool:
    """Return whether the words of a hit can stay: they are words, and together."""
    is_part = is_inside(source, hit.start) or is_inside(source, hit.end)
    return not (is_part or hit.is_elided or hit.rest)
