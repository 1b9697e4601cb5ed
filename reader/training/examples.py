"""Training examples: sentence pairs with their term pairs, on disk and in an epoch.

Owns the prepared file (one JSON object a line, in the order of the corpus) and what
an epoch makes of it: an order, and hints in some of the sources. Both depend on the
seed and the epoch's number alone, so that a run goes on where a checkpoint left it.

Hints stand at their words, so there is no place for one whose word does not occur,
and none to learn to ignore. A hint is never wrong either: a glossary is to be obeyed
where a dictionary would say something else, so nothing may teach doubt. What would be
said anyway is hinted less often than what would not.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.alignment.aligner import Aligner
from reader.core.hints import write_hints
from reader.training.corpus import Pair
from reader.training.settings import HintSettings
from reader.training.terms import TermFinder, TermPair

_LEAST_WEIGHT = 0.1
"""Of a term that would be said without a hint; of a surprising one it is 1."""
_NAME_WEIGHT = 0.05
"""Of a term that has the same letters in both languages."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence pair, and the term pairs of which hints are made."""

    pair: Pair
    terms: tuple[TermPair, ...]


def prepare_examples(
    pairs: Sequence[Pair],
    path: Path,
    find_terms: Callable[[Pair], Sequence[TermPair]],
    report: Callable[[int, int], None],
) -> None:
    """Write the examples of `pairs` to `path`, going on where it was interrupted."""
    partial = path.with_suffix(".partial")
    done = _count_complete(partial)
    with partial.open("a", encoding="utf-8", newline="\n") as stream:
        for number, pair in enumerate(pairs[done:], done):
            report(number, len(pairs))
            terms = [
                (term.start, term.end, term.english, term.surprise)
                for term in find_terms(pair)
            ]
            row = (pair.set, pair.origin, pair.source, pair.target, terms)
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    partial.replace(path)
    report(len(pairs), len(pairs))


def _count_complete(path: Path) -> int:
    """Return how many whole lines `path` has, after cutting off what is behind them."""
    if not path.exists():
        return 0
    whole, _, _ = path.read_bytes().rpartition(b"\n")
    path.write_bytes(whole + b"\n" if whole else b"")
    return whole.count(b"\n") + 1 if whole else 0


def read_examples(path: Path) -> list[Example]:
    """Return the examples that were prepared."""
    examples = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            *names, terms = json.loads(line)
            examples.append(
                Example(Pair(*names), tuple(TermPair(*term) for term in terms))
            )
    return examples


def make_term_finder(confidence: float) -> Callable[[Pair], Sequence[TermPair]]:
    """Return what finds the term pairs of a sentence pair, with the shipped tables."""
    from reader.backends.inflection import EnglishInflector
    from reader.backends.lemmas import load_lemmas
    from reader.backends.lexicon import load_lexicon

    lexicon = load_lexicon()
    aligner = Aligner(lexicon)
    finder = TermFinder(lexicon, EnglishInflector(), load_lemmas())

    def find_terms(pair: Pair) -> list[TermPair]:
        links = aligner.align(pair.source, pair.target)
        return finder.find(pair.source, pair.target, links, confidence)

    return find_terms


def walk_epoch(
    examples: Sequence[Example], seed: int, epoch: int, settings: HintSettings
) -> Iterator[tuple[str, str]]:
    """Yield each example once, as what the engine reads and what it is to write."""
    order = list(range(len(examples)))
    random.Random(f"{seed}/{epoch}").shuffle(order)
    for number in order:
        example = examples[number]
        choice = random.Random(f"{seed}/{epoch}/{number}")
        hints: Iterable[TermPair] = ()
        if choice.random() < settings.share:
            hints = choose_hints(example, settings.most, choice)
        places = [(hint.start, hint.end, hint.english) for hint in hints]
        yield write_hints(example.pair.source, places), example.pair.target


def choose_hints(example: Example, most: int, choice: random.Random) -> list[TermPair]:
    """Return one to `most` terms that do not overlap, surprising ones more often."""

    def weigh(term: TermPair) -> float:
        if term.english in example.pair.source[term.start : term.end]:
            return _NAME_WEIGHT
        return _LEAST_WEIGHT + (1 - _LEAST_WEIGHT) * term.surprise

    wanted = choice.randint(1, most)
    # Weighted sampling without replacement (Efraimidis and Spirakis 2006).
    drawn = sorted(
        example.terms, key=lambda term: -(choice.random() ** (1 / weigh(term)))
    )
    chosen: list[TermPair] = []
    for term in drawn:
        if len(chosen) < wanted and not any(
            term.start < other.end and other.start < term.end for other in chosen
        ):
            chosen.append(term)
    return chosen
