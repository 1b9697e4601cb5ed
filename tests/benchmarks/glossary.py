"""What a large glossary costs: 10,000 entries looked for in 10,000 sentences."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.backends.lemmas import load_lemmas
from reader.backends.patterns import compile_pattern
from reader.core.glossary.terms import Term
from reader.core.matching import Matcher
from tests.gold.terms.rows import read_rows
from tests.packages.grammar import Grammar

ENTRIES = 10_000
SENTENCES = 10_000
BAR = 5.0
"""Seconds of processor time for all sentences: half a millisecond for each."""
_SEED = 5
_ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class GlossaryCost:
    """Seconds of processor time."""

    building: float
    finding: float
    words: int
    """Different words of the sentences."""
    hits: int

    def report(self) -> list[str]:
        """Return the lines to print."""
        return [
            f"glossary of {ENTRIES} entries: ready in {self.building:.2f} s;"
            f" {SENTENCES} sentences ({self.words} different words):"
            f" {self.finding:.1f} s (bar: {BAR:.0f} s), {self.hits} hits"
        ]

    def are_good(self) -> bool:
        """Say whether the bar is reached."""
        return self.finding <= BAR


def measure_glossary() -> GlossaryCost:
    """Return what 10,000 entries cost, without loading the lemmas."""
    lemmatize = load_lemmas()
    terms, sentences = make_terms(), make_sentences()
    begun = time.process_time()
    matcher = Matcher(terms, lemmatize, compile_pattern)
    built = time.process_time()
    hits = sum(len(matcher.find(sentence).hits) for sentence in sentences)
    return GlossaryCost(
        building=built - begun,
        finding=time.process_time() - built,
        words=len({word for sentence in sentences for word in sentence.split()}),
        hits=hits,
    )


def make_terms() -> list[Term]:
    """Return entries of all kinds, from the words of simplemma's dictionary."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

    dictionary = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    lemmas = sorted({word for word in dictionary.values() if word.isalpha()})
    random.Random(_SEED).shuffle(lemmas)
    nouns = [word for word in lemmas if word.istitle() and len(word) > 3]
    verbs = [word for word in lemmas if word.islower() and word.endswith("en")]
    adjectives = [word for word in lemmas if word.islower() and word.endswith("ig")]
    size = ENTRIES // 10
    sources = [
        *nouns[: 6 * size],
        *verbs[:size],
        *adjectives[:size],
        *(f"{a}es {b}" for a, b in zip(adjectives, nouns[-size:], strict=False)),
        *(f"{a}-{b}" for a, b in itertools.pairwise(nouns[-2 * size : -size + 1])),
    ]
    return [Term(source, ("English",)) for source in sources[:ENTRIES]]


def make_sentences() -> list[str]:
    """Return the repository's own German, and made-up news for the rest.

    Every sentence is another one, as in a folder of articles.
    """
    sentences: dict[str, None] = {}
    for sentence in _read_german():
        sentences[sentence] = None
        if len(sentences) == SENTENCES:
            break
    return list(sentences)


def _read_german() -> Iterator[str]:
    flores = _ROOT / "tests" / "gold" / "flores" / "dev500.de-en.tsv"
    for line in flores.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")[0]
    yield from (row.text for row in read_rows())
    for path in sorted(_ROOT.glob("seeds/*.txt")):
        for line in path.read_text(encoding="utf-8", errors="ignore").splitlines():
            yield from (part for part in line.split(". ") if part)
    yield from (pair.source for pair in Grammar(_SEED).pairs(reserved=False))
