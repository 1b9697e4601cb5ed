"""English inflection by rule of thumb, for tests that need no dictionary."""

from __future__ import annotations


class PlainInflector:
    def plural(self, noun: str) -> str:
        return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"

    def article(self, phrase: str) -> str:
        return "an" if phrase[0].lower() in "aeiou" else "a"

    def verb_forms(self, verb: str) -> tuple[str, str, str, str]:
        stem = verb.removesuffix("e")
        return verb + "s", stem + "ed", stem + "ed", stem + "ing"
