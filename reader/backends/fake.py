"""A deterministic engine without a model, for tests and screenshots.

It is never chosen by itself. Its "English" is the German source with each word
turned round, so that numbers stay and nothing passes for a translation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.core.interfaces import (
    Decoding,
    EngineSettings,
    Signature,
    Translation,
)

_WORD = re.compile(r"[^\W\d_]+")


class FakeTranslator:
    """Keeps every promise of `Translator` at no cost."""

    def __init__(self, decoding: Decoding) -> None:
        self._decoding = decoding

    @property
    def signature(self) -> Signature:
        """The same for every run with the same decoding."""
        return Signature("fake", "reversed-1", "0" * 16, self._decoding, "none")

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        """Return each sentence with its words turned round, linked one to one.

        >>> FakeTranslator(Decoding()).translate(["Märkte wachsen."])
        [Translation(target='Etkräm neshcaw.', score=-0.5, links=((0, 0), (1, 1)))]
        """
        return [
            Translation(
                _WORD.sub(_turn, source),
                -0.5,
                tuple((n, n) for n in range(len(source.split()))),
            )
            for source in sources
        ]

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        """Return one translation of each sentence, behind its beginning if it has one.

        >>> fake = FakeTranslator(Decoding())
        >>> fake.propose(["Die Rechenleistung fehlt."], None, ["Eid computing power"])
        [[Translation(target='Eid computing power tlhef.', score=-0.5, links=None)]]
        """
        free = self.translate(sources, decoding)
        starts = beginnings if beginnings is not None else [""] * len(sources)
        return [
            [replace(output, target=_begin(start, output.target), links=None)]
            if start
            else [output]
            for output, start in zip(free, starts, strict=True)
        ]


def load(settings: EngineSettings) -> FakeTranslator:
    """Return the engine; there is nothing to load."""
    return FakeTranslator(settings.decoding)


def _begin(beginning: str, target: str) -> str:
    """Return `target` with its first words replaced by `beginning`.

    Words that `target` does not have stand in place of one of its words.
    """
    words = list(_WORD.finditer(target))
    done, is_known = 0, True
    for word in _WORD.findall(beginning):
        places = [n for n, match in enumerate(words[done:], done) if match[0] == word]
        if places:
            done = places[0] + 1
        elif is_known:
            done += 1
        is_known = bool(places)
    if not done or not words:
        return beginning or target
    return beginning + target[words[min(done, len(words)) - 1].end() :]


def _turn(match: re.Match[str]) -> str:
    word = match.group()
    turned = word[::-1].lower()
    return turned.capitalize() if word[0].isupper() else turned
