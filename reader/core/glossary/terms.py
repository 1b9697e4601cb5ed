"""Terms: which German words must become which English ones.

Owns the entry and the layers of a glossary. Files are `reader.formats`'s job, finding
a term in a sentence `reader.core.matching`'s, the English `reader.core.obeying`'s.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.documents import fold_blanks

_BAR = re.compile(r"(?<!\\)\|")


class Usage(StrEnum):
    """What an entry asks for."""

    PREFERRED = "preferred"
    """One of its English forms must stand in the translation."""
    FORBIDDEN = "forbidden"
    """None of its English forms may stand in the translation of its German."""
    KEEP = "keep"
    """A name: it stays as it is, or is written as its target says."""
    OFF = "off"
    """Switches off the entry of an earlier layer."""


class Match(StrEnum):
    """How an entry's German is looked for."""

    LEMMA = "lemma"
    """In every inflected form, in hyphenated and in closed compounds."""
    EXACT = "exact"
    """As it is written, whole words only."""
    PREFIX = "prefix"
    """At the beginning of a word: "Halbleiter" in "Halbleitern" and in compounds."""
    REGEX = "regex"
    """As a regular expression, with a time limit for each sentence."""


class Case(StrEnum):
    """What an entry says about capitals."""

    AUTO = "auto"
    """As German writes: a noun needs its capital, a verb may have one where a
    sentence begins, and a heading in capitals is no obstacle."""
    SENSITIVE = "sensitive"
    INSENSITIVE = "insensitive"


PARTS_OF_SPEECH = ("noun", "name", "verb", "adjective", "adverb", "phrase")
"""What `Term.pos` may be, besides "" (not said: a capital makes it a noun)."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a glossary."""

    source: str
    """The German, in its citation form: "großes Sprachmodell", "vorstellen"."""
    targets: tuple[str, ...]
    """The English, the preferred form first; never empty but for `Usage.OFF`. A name
    to keep has at least its own `source`."""
    pos: str = ""
    """One of `PARTS_OF_SPEECH`, or ""."""
    usage: Usage = Usage.PREFERRED
    case: Case = Case.AUTO
    match: Match = Match.LEMMA
    domain: str = ""
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """Further columns of its file, by name, as they were read."""

    @property
    def target(self) -> str:
        """The preferred English, "" for an entry that switches one off."""
        return self.targets[0] if self.targets else ""

    @property
    def key(self) -> tuple[str, bool]:
        """What makes two entries the same one for a later layer."""
        return source_key(self.source), self.usage is Usage.FORBIDDEN


def source_key(source: str) -> str:
    """Return the spelling by which entries are told apart; capitals count.

    "Reif" (hoarfrost) and "reif" (ripe) are different entries.
    """
    return " ".join(unicodedata.normalize("NFC", source).split())


def split_forms(*texts: str) -> tuple[str, ...]:
    r"""Return the English forms that a person typed, where a bar separates them.

    >>> split_forms("data center | server  farm|", r"a\|b")
    ('data center', 'server farm', 'a|b')
    """
    forms = (fold_blanks(form) for text in texts for form in _BAR.split(text))
    return tuple(dict.fromkeys(form.replace("\\|", "|") for form in forms if form))


def join_forms(targets: Iterable[str]) -> str:
    """Return English forms as one line to be changed and split again."""
    return " | ".join(target.replace("|", "\\|") for target in targets)


def fill_targets(term: Term) -> Term:
    """Return an entry in which a name without English is kept as it is."""
    is_bare_name = term.usage is Usage.KEEP and not term.targets
    return replace(term, targets=(term.source,)) if is_bare_name else term


def merge_layers(layers: Iterable[Iterable[Term]]) -> list[Term]:
    """Return one list of terms: a later layer wins, entry by entry.

    A name or a preferred term replaces an earlier one with the same German, a
    forbidden one an earlier forbidden one; `Usage.OFF` takes both away.
    """
    merged: dict[tuple[str, bool], Term] = {}
    for layer in layers:
        for term in layer:
            key = term.key
            merged.pop(key, None)
            if term.usage is Usage.OFF:
                merged.pop((key[0], True), None)
            else:
                merged[key] = term
    return list(merged.values())
