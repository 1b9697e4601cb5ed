"""A text on the desk, and its English as it comes: in reading order from the reader on.

Owns which sentences are translated next. They are cut into the same small batches
wherever the reader begins, so that the English does not depend on that: with other
neighbours the built-in engine says 20 of 48 sentences in other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from reader.core.batches import cut_windows
from reader.core.documents import Kind, Sentence
from reader.core.language import looks_german
from reader.core.normalize import normalize_source
from reader.core.pairs import Pair
from reader.core.texts import find_front_of_sentences
from reader.core.translating import Progress, recall_first
from reader.formats.pair_files import read_pairs
from reader.service.desk import Desk, Urgency
from reader.service.library import holds_pairs
from reader.service.pipeline import Service

FIRST = 2
"""Sentences in the batch at the top of a text, where most readers begin and wait."""
BATCH = 8
"""Sentences in the others: a few seconds of the built-in engine on two cores. In
batches of four it works a fifth longer, of two half as long again."""
RECALLED = 64
"""Known sentences that are shown at a time; their terms must be found first."""


@dataclass(slots=True)
class OpenText:
    """A text that is being read; only the desk's thread changes it."""

    path: Path
    title: str
    sentences: Sequence[Sentence]
    pairs: list[Pair]
    is_german: bool
    """Whether it looks like German; another text is not translated unasked."""
    shared: dict[str, list[int]] = field(default_factory=dict)
    """The places of each normalised German sentence."""
    revision: int = 0
    """How often something was put right."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Sentences of the text have English now."""

    text: OpenText
    changed: Mapping[int, Pair]
    """The new pairs by their index in the text."""
    done: int
    """Sentences of the text with English."""
    total: int
    """Sentences that should have some."""
    rate: float
    """Sentences a second that the engine translates; 0 while nothing is known."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The translation stopped; `Filler.resume` tries again."""

    text: OpenText
    error: Exception


Report = Callable[[Filled | Failed], object]
"""Called in the desk's thread."""


def open_text(service: Service, path: Path) -> OpenText:
    """Return the text of a file: German, or the pairs that `translate` wrote.

    Raises:
        DocumentError: it cannot be read.
    """
    if holds_pairs(path):
        pairs = [pair for _, pair in read_pairs(path)]
        is_german = True
    else:
        text = service.read_document(path)
        pairs = [Pair(sentence) for sentence in service.segment(text, str(path))]
        is_german = looks_german(text)
    sentences = tuple(pair.sentence for pair in pairs)
    shared: dict[str, list[int]] = {}
    for index, sentence in enumerate(sentences):
        shared.setdefault(normalize_source(sentence.source), []).append(index)
    return OpenText(
        path,
        find_front_of_sentences(sentences).name(path),
        sentences,
        pairs,
        is_german,
        shared,
    )


def make_pairs(
    service: Service,
    text: OpenText,
    indexes: Sequence[int],
    report: Callable[[Progress], None] = lambda done: None,
) -> dict[int, Pair]:
    """Return the pairs at `indexes`, as edits and glossary are when they are done.

    While the engine is at work a person may edit a sentence or undo a term; the
    memory has the rest then, and asking again is quick.

    Raises:
        PackageError, BackendError: the engine is needed, and it is not there or failed.
    """
    sentences = [text.sentences[index] for index in indexes]
    while True:
        before = service.keeper, text.revision
        pairs = list(service.translate_sentences(sentences, report=report))
        if (service.keeper, text.revision) == before:
            return dict(zip(indexes, pairs, strict=True))


class Filler:
    """Translates one open text on a desk, from where the reader is.

    `move`, `pause`, `resume` and `stop` may be called from any thread.
    """

    def __init__(
        self,
        desk: Desk,
        text: OpenText,
        report: Report,
        urgency: Urgency = Urgency.SPARE,
    ) -> None:
        self._desk = desk
        self._urgency = urgency
        self._text = text
        self._report = report
        self._position = 0
        self._is_paused = True
        self._is_asked = False
        self._steps: Iterator[None] | None = None
        self._clock = _Clock()
        wanted = [
            index
            for index, pair in enumerate(text.pairs)
            if pair.sentence.kind is not Kind.BOILERPLATE
        ]
        self._total = len(wanted)
        self._batches = [
            *cut_windows(wanted[:FIRST]),
            *cut_windows(wanted[FIRST:], BATCH),
        ]
        self._finished: set[int] = set()

    @property
    def is_paused(self) -> bool:
        """Whether nothing is translated until `resume`."""
        return self._is_paused

    @property
    def is_finished(self) -> bool:
        """Whether every sentence had its turn."""
        return len(self._finished) == len(self._batches)

    def move(self, position: int) -> None:
        """Go on from the sentence at `position`, then with what lies before it."""
        self._position = position

    def pause(self) -> None:
        """Stop after the batch that the engine is at."""
        self._is_paused = True

    def resume(self) -> None:
        """Go on, or begin."""
        self._is_paused = False
        self._ask()

    def _ask(self) -> None:
        if not self._is_asked and not self._is_paused:
            self._is_asked = True
            self._desk.ask(self._step, self._urgency)

    def _step(self, service: Service) -> None:
        """Do the next piece of work, and ask for the one after it."""
        self._is_asked = False
        if self._is_paused:
            return
        try:
            if self._steps is None:
                self._steps = self._work(service)
            is_over = next(self._steps, self) is self
        # The border of the worker: whatever happens is told, and can be tried again.
        except Exception as error:
            self._steps, self._is_paused = None, True
            self._report(Failed(self._text, error))
            return
        if not is_over:
            self._ask()

    def _work(self, service: Service) -> Iterator[None]:
        yield from self._recall(service)
        while not self.is_finished:
            number = self._choose()
            batch = self._batches[number]
            # Done while the engine is at work; the dictionary takes long to load.
            self._desk.ask(lambda s, batch=batch: self._find_terms(s, batch))  # type: ignore[misc] # mypy cannot infer the default's type
            self._translate(service, batch)
            self._finished.add(number)
            yield

    def _choose(self) -> int:
        """Return the number of the next batch in reading order from the reader on."""
        numbers = [n for n in range(len(self._batches)) if n not in self._finished]
        ahead = (n for n in numbers if self._batches[n][-1] >= self._position)
        return next(ahead, numbers[0])

    def _recall(self, service: Service) -> Iterator[None]:
        """Show what the memory has, the reader's place first."""
        pairs = self._text.pairs
        missing = [
            index
            for batch in self._batches
            for index in batch
            if pairs[index].target is None
        ]
        sources = {index: _engine_text(pairs[index]) for index in missing}
        memory, wanted = service.memory, set(sources.values())
        seen = memory.find_targets(wanted).keys() | memory.find_edits(wanted).keys()
        found = [index for index in missing if sources[index] in seen]
        ahead = [index for index in found if index >= self._position]
        behind = [index for index in found if index < self._position]
        for some in cut_windows([*ahead, *behind], RECALLED):
            # Not before: the terms of each are found, which takes long for a book.
            known = recall_first(
                {sources[index] for index in some},
                service.translator.signature,
                memory,
                service.keeper,
            )
            self._translate(service, [n for n in some if sources[n] in known])
            yield
        for number, batch in enumerate(self._batches):
            if all(pairs[index].target is not None for index in batch):
                self._finished.add(number)
        if not found:
            self._tell({})

    def _find_terms(self, service: Service, batch: Sequence[int]) -> None:
        if service.keeper is not None:
            for index in batch:
                service.keeper.match(_engine_text(self._text.pairs[index]))

    def _translate(self, service: Service, indexes: Sequence[int]) -> None:
        pairs = self._text.pairs
        begun = monotonic()
        made = 0

        def count(done: Progress) -> None:
            nonlocal made
            made += done.translated

        changed = make_pairs(service, self._text, indexes, count)
        for index, pair in changed.items():
            pairs[index] = pair
        self._clock.count(made, monotonic() - begun)
        used = {_engine_text(pair) for pair in changed.values()}
        service.memory.note_uses(self._text.path, used)
        self._tell(changed)

    def _tell(self, changed: Mapping[int, Pair]) -> None:
        done = sum(
            self._text.pairs[index].target is not None
            for batch in self._batches
            for index in batch
        )
        rate = self._clock.rate
        self._report(Filled(self._text, changed, done, self._total, rate))


@dataclass(slots=True)
class _Clock:
    """How fast the engine is, over the batches in which it had something to do."""

    sentences: int = 0
    seconds: float = 0.0

    def count(self, sentences: int, seconds: float) -> None:
        if sentences:
            self.sentences += sentences
            self.seconds += seconds

    @property
    def rate(self) -> float:
        return self.sentences / self.seconds if self.seconds else 0.0


def _engine_text(pair: Pair) -> str:
    return normalize_source(pair.sentence.source)
