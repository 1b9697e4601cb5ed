"""Inflection and alignment by rule of thumb, for tests that need no tables."""

from __future__ import annotations

from reader.core.alignment.links import WordLink
from reader.core.glossary.hits import Span
from reader.core.interfaces import Links


class PlainInflector:
    def plural(self, noun: str) -> str:
        return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"

    def article(self, phrase: str) -> str:
        return "an" if phrase[0].lower() in "aeiou" else "a"

    def verb_forms(self, verb: str) -> tuple[str, str, str, str]:
        stem = verb.removesuffix("e")
        return verb + "s", stem + "ed", stem + "ed", stem + "ing"

    def readings(self, word: str) -> frozenset[str]:
        return frozenset()


class InOrder:
    """Links word to word in their order, as the fake engine turns them."""

    def align(
        self, source: str, target: str, attention: Links | None = None
    ) -> list[WordLink]:
        sources, targets = _find_spans(source), _find_spans(target)
        pairs = zip(sources, targets, strict=False)
        return [WordLink(one, other, 1.0) for one, other in pairs]


class NoLinks:
    def align(
        self, source: str, target: str, attention: Links | None = None
    ) -> list[WordLink]:
        return []


def _find_spans(text: str) -> list[Span]:
    spans, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        spans.append((start, start + len(word.rstrip(".,"))))
        start += len(word)
    return spans
