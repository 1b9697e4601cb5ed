"""Verbs whose first half stands at the end of the clause: "stellte … vor".

Owns which particle belongs to which verb, so that both halves find the English that
the whole verb has. It asks the lexical table about the whole ("vorstellte").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reader.core.alignment.content import is_source_content
from reader.core.alignment.words import Word

PARTICLES = frozenset(
    "ab an auf aus bei bekannt bereit dar durch ein entgegen fern fest fort frei "
    "gegenüber heim her heran heraus herein hervor hin hinaus hinein hinzu los mit "
    "nach nieder preis statt teil um unter vor voran voraus vorbei vorüber weg weiter "
    "wieder zu zurecht zurück zusammen".split()
)
_REACH = 25
"""How many words back the verb may stand."""
_KNOWN = 0.05
"""The whole verb must have some English word with at least this value."""

_CLAUSE_END = re.compile(
    r"[\s”“\"'»«’)]*(?:[,.;:!?…–-]|$|(?:und|oder|aber|sowie|wie|als)\b)"
)

Halves = tuple[int, int, list[float]]
"""The verb, its particle, and what every English word is worth for both."""


def find_halves(
    sentence: str,
    sources: Sequence[Word],
    targets: Sequence[Word],
    probability: Callable[[str, str], float],
) -> Iterator[Halves]:
    """Yield every verb of the sentence that is cut in two, with its values."""
    for place, particle in enumerate(sources):
        if particle.text not in PARTICLES:
            continue
        if not _CLAUSE_END.match(sentence, particle.end):
            continue
        best: tuple[float, int, list[float]] = (_KNOWN, -1, [])
        for verb in range(max(place - _REACH, 0), place):
            if not _may_be_verb(sentence, sources, verb):
                continue
            whole = particle.text + sources[verb].text
            values = [probability(whole, target.text) for target in targets]
            best = max(best, (max(values), verb, values))
        if best[2]:
            yield best[1], place, best[2]


def _may_be_verb(sentence: str, sources: Sequence[Word], place: int) -> bool:
    word = sources[place]
    return is_source_content(word.text) and (
        place == 0 or sentence[word.start].islower()
    )
