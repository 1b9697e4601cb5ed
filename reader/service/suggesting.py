"""Term candidates of articles with their English: what a glossary still lacks.

Owns what is asked of engine, memory and aligner. Finding and ranking the candidates is
the job of `reader.core.terminology.suggesting`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.batches import BATCH_CHARACTERS, BatchPlan
from reader.core.documents import Sentence
from reader.core.glossary.terms import Term, Usage
from reader.core.guard import inspect_output
from reader.core.interfaces import Translation
from reader.core.normalize import normalize_source
from reader.core.terminology.bare import tidy_bare
from reader.core.terminology.suggesting import Place, Suggestion
from reader.errors import ExitCode, ReaderError
from reader.service.articles import Articles, no_articles
from reader.service.pipeline import Service

if TYPE_CHECKING:
    from reader.core.obeying.keeper import TermKeeper

EXAMPLES = 3
_ALIGNED = 20
"""Occurrences of a candidate that are looked up in translations."""
_SHOWN = 3
_GARBAGE = frozenset(("untranslated", "repeated"))
_LEAST_SCORE = -1.0
"""The mean logarithm of an engine's confidence below which it mostly guesses.

Of the built-in engine's English for 43 nouns and phrases of news, hardly any of the 21
below it would do ("Kreissparkasse", railway station: -1.5), most of the others would.
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate with all that helps to decide on it."""

    suggestion: Suggestion
    examples: tuple[Sentence, ...]
    is_known: bool = False
    """Whether the glossary in force has it."""
    target: str = ""
    """What the engine makes of the bare term; "" where it was not asked or guessed."""
    seen: tuple[tuple[str, int], ...] = ()
    """What the term became in translations of the memory, and how often."""

    def to_term(self) -> Term:
        """Return the proposal as a glossary entry; a name stays as it is."""
        source = self.suggestion.source
        is_name = self.suggestion.pos == "name"
        seen = ", ".join(f"{text} ({count})" for text, count in self.seen)
        note = f"{self.suggestion.count}x" + (f"; translated: {seen}" if seen else "")
        return Term(
            source,
            (source,) if is_name else (self.target,),
            pos=self.suggestion.pos,
            usage=Usage.KEEP if is_name else Usage.PREFERRED,
            note=note,
        )


@dataclass(slots=True)
class Proposals:
    """The best candidates, and what could not be read for them."""

    found: list[Proposal] = field(default_factory=list)
    candidates: int = 0
    """All that were found, those of the glossary counted."""
    known: int = 0
    """Candidates that the glossary has."""
    articles: int = 0
    failed: list[ReaderError] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)

    @property
    def exit_code(self) -> ExitCode:
        """What the process ends with."""
        if not self.articles:
            return ExitCode.USAGE
        return ExitCode.FAILED if self.failed else ExitCode.DONE


def propose_terms(
    service: Service,
    paths: Sequence[Path],
    limit: int = 50,
    with_known: bool = False,
    with_engine: bool = True,
) -> Proposals:
    """Return the best `limit` term candidates of articles that the glossary lacks.

    `with_known` keeps those that it has.

    Raises:
        PackageError, BackendError: the engine is asked, and it is not there or failed.
    """
    articles = Articles(service, paths)
    sentences = list(articles.sentences())
    texts = [normalize_source(sentence.source) for sentence in sentences]
    suggestions = _suggest(texts)
    known = _find_known(suggestions, service.keeper)
    wanted = (s for s in suggestions if with_known or s.source not in known)
    proposals = [
        Proposal(
            suggestion,
            tuple(sentences[number] for number in _pick_examples(suggestion)),
            suggestion.source in known,
        )
        for suggestion in islice(wanted, limit)
    ]
    proposals = _look_up(service, proposals, texts)
    if with_engine and proposals:
        proposals = _translate(service, proposals)
    skipped = [entry for entry in articles.skipped if entry[0] in paths]
    if not (articles.read or articles.failed or skipped):
        articles.failed.append(no_articles(paths))
    return Proposals(
        found=proposals,
        candidates=len(suggestions),
        known=len(known),
        articles=articles.read,
        failed=articles.failed,
        skipped=skipped,
    )


def _suggest(texts: Sequence[str]) -> list[Suggestion]:
    if not texts:
        return []
    from reader.backends.background import load_background
    from reader.backends.lemmas import load_lemmas
    from reader.core.terminology.lexemes import Lexemes
    from reader.core.terminology.suggesting import Suggester

    return Suggester(Lexemes(load_lemmas()), load_background()).suggest(texts)


def _find_known(
    suggestions: Iterable[Suggestion], keeper: TermKeeper | None
) -> set[str]:
    """Return the candidates that one entry of the glossary covers wholly."""
    if keeper is None:
        return set()
    return {
        found.source
        for found in suggestions
        for hit in keeper.match(found.source).hits
        if (hit.start, hit.end) == (0, len(found.source))
    }


def _pick_examples(suggestion: Suggestion) -> list[int]:
    """Return the numbers of the first different sentences that show a candidate."""
    numbers = dict.fromkeys(place.sentence for place in suggestion.places)
    return list(islice(numbers, EXAMPLES))


def _look_up(
    service: Service, proposals: Sequence[Proposal], texts: Sequence[str]
) -> list[Proposal]:
    """Return the proposals with the English that translations have for them.

    Whatever engine or person translated the sentence counts.
    """
    numbers = {
        place.sentence
        for proposal in proposals
        for place in proposal.suggestion.places[:_ALIGNED]
    }
    sources = {texts[number] for number in numbers}
    targets = {s: sorted(t) for s, t in service.memory.find_targets(sources).items()}
    targets |= {s: [t] for s, t in service.memory.find_edits(sources).items()}
    if not targets:
        return list(proposals)
    return [
        replace(proposal, seen=_align(proposal.suggestion.places, texts, targets))
        for proposal in proposals
    ]


def _align(
    places: Sequence[Place], texts: Sequence[str], targets: dict[str, list[str]]
) -> tuple[tuple[str, int], ...]:
    from reader.backends.lexicon import load_lexicon
    from reader.core.alignment.aligner import Aligner
    from reader.core.alignment.counterparts import find_counterpart

    aligner = Aligner(load_lexicon())
    seen: Counter[str] = Counter()
    for place in places[:_ALIGNED]:
        source = texts[place.sentence]
        for target in targets.get(source, ())[:1]:
            links = aligner.align(source, target)
            span = find_counterpart(links, place.start, place.end)
            if span is not None:
                seen[target[span[0] : span[1]]] += 1
    return tuple(seen.most_common(_SHOWN))


def _translate(service: Service, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals with what the engine makes of each bare term."""
    translator = service.translator
    plan = BatchPlan(BATCH_CHARACTERS[translator.signature.engine])
    sources = [proposal.suggestion.source for proposal in proposals]
    made: dict[str, str] = {}
    for batch in plan.plan(sources):
        for source, output in zip(batch, translator.translate(batch), strict=True):
            made[source] = _keep_english(source, output)
    return [
        replace(proposal, target=made.get(proposal.suggestion.source, ""))
        for proposal in proposals
    ]


def _keep_english(source: str, output: Translation) -> str:
    """Return an engine's English of a bare term, "" where it is German or a guess."""
    target = tidy_bare(source, output.target)
    is_guess = output.score is not None and output.score < _LEAST_SCORE
    is_german = target.casefold() == source.casefold()
    # "Backofen Backofen"; lengths say nothing about a single word.
    is_garbage = not _GARBAGE.isdisjoint(inspect_output(source, target))
    return "" if is_guess or is_german or is_garbage else target
