"""The seams between the core and what is plugged into it.

`Translator` is what an engine offers, `Memory` what keeps its output, and
`BoundaryFinder` what a sentence splitter offers; `fake` and the real ones in
`reader.backends` keep the same promises.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Links = tuple[tuple[int, int], ...]
"""A word alignment: (source word, target word), both counted from 0 over the words
that blanks separate; the Pharaoh format "0-0 1-2" says the same."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How an engine searches for its output (all of it is in the signature)."""

    beam: int = 4
    length_penalty: float = 0.2
    """As in Argos Translate: the score is divided by length ** penalty."""
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0
    """Forbid to repeat an n-gram of this many pieces; 0 allows all."""
    hypotheses: int = 1


@dataclass(frozen=True, slots=True)
class Translation:
    """What an engine made of one sentence."""

    target: str
    score: float | None = None
    """Mean log probability of a piece (0 is certain), rounded to two places."""
    links: Links | None = None
    """Word alignment from the engine's attention, where it is any good."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Everything that influences an engine's output, in one compact string.

    Two translations with the same signature of the same sentence are
    interchangeable; the memory is keyed by it (after sacrebleu's signatures).
    """

    engine: str
    """"argos", "builtin" or "fake"."""
    package: str
    """Name and version, as in "translate-de_en-1.3"."""
    checksum: str
    """First 16 hex digits of the sha256 over the model's files."""
    decoding: Decoding
    compute: str = "int8"
    has_retry: bool = True
    """Whether an output that the guard refuses gets another try."""
    hints: str = ""
    """How the first pass is told the glossary's English: in "braces" behind
    the German (see `reader.core.obeying.hinting`), "" not at all."""

    @property
    def name(self) -> str:
        """The short form in a pair, as in "argos:translate-de_en-1.3+beam4"."""
        return f"{self.engine}:{self.package}+beam{self.decoding.beam}"

    def __str__(self) -> str:
        d = self.decoding
        return (
            f"{self.engine}:{self.package}|sha:{self.checksum}|beam:{d.beam}"
            f"|lp:{d.length_penalty:g}|rep:{d.repetition_penalty:g}"
            f"|ngram:{d.no_repeat_ngram}|compute:{self.compute}"
            f"|retry:{int(self.has_retry)}"
            f"{self.hints and f'|hints:{self.hints}'}"
        )


class Translator(Protocol):
    """An engine, loaded and ready. It lives in the engine's process."""

    @property
    def signature(self) -> Signature:
        """What the output depends on, with the default decoding."""
        ...

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        """Translate one batch: as many `Translation` back as sentences in.

        `sources` are normalised sentences (see `reader.core.normalize`), none of
        them empty. The engine decodes the batch as one unit: the same batch gives
        the same output. `decoding` overrides the default one, for a retry.

        Raises:
            BackendError: the engine failed; nothing of the batch is known.
        """
        ...

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        """Return several translations of each sentence, the best first.

        At most `decoding.hypotheses` of each. The English of sentence i begins with
        `beginnings[i]`, whole words; "" leaves it free. What an engine cannot force
        (a sentence that it has to cut in parts) comes back free.

        Raises:
            BackendError: the engine failed.
        """
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """What the memory has for one normalised source."""

    target: str
    score: float | None = None
    flags: tuple[str, ...] = ()
    engine: str = ""
    """`Signature.name` of the engine, "" for a person's edit."""
    edited: bool = False
    links: Links | None = None
    steps: tuple[str, ...] = ()
    """How each term hit of the sentence came into the English (`TermUse.step`)."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What a run saves for one normalised source."""

    translation: Translation
    flags: tuple[str, ...] = ()
    terms: str = ""
    """Fingerprint of what the glossary's terms did to the English; "" for nothing."""
    steps: tuple[str, ...] = ()


class Memory(Protocol):
    """Saved translations; `reader.store.memory` has them on disk."""

    def recall(
        self,
        sources: Collection[str],
        signature: Signature,
        terms: Mapping[str, str] | None = None,
    ) -> Mapping[str, Known]:
        """Return what is known of `sources`; a person's edit wins.

        `terms` has the fingerprint of each source that glossary terms shaped.
        """
        ...

    def store(
        self,
        finished: Mapping[str, Finished],
        signature: Signature,
        replace_known: bool = False,
    ) -> None:
        """Save one batch as a whole, or nothing of it."""
        ...


ENGINES = ("auto", "argos", "builtin", "fake")
"""What `--engine` takes; `auto` is argos where a package is installed, else builtin,
and never `fake`."""
DEVICES = ("cpu", "cuda", "auto")
COMPUTE_TYPES = (
    "auto",
    "default",
    "int8",
    "int8_float32",
    "int8_float16",
    "int8_bfloat16",
    "int16",
    "float16",
    "bfloat16",
    "float32",
)
"""What CTranslate2 calculates in; "auto" is the fastest that the machine has."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Which engine to load and how; picklable, for the engine's process."""

    engine: str
    """"argos", "builtin" or "fake"."""
    package_dir: str = ""
    """The folder of the installed package or prepared engine; "" for `fake`."""
    checksum: str = ""
    """sha256 over the model's files, known from installation."""
    decoding: Decoding = Decoding()
    threads: int = 0
    """Processor cores to use; 0 means all that this process may use."""
    device: str = "cpu"
    """"cpu", "cuda" or "auto"."""
    compute: str = "int8"
    """CTranslate2's compute type."""


BoundaryFinder = Callable[[str], list[int]]
"""Offsets in a block's text behind which a sentence may end, ascending; the end of
the text itself is left out. Punkt is the shipped one (`reader.backends.punkt`)."""

Lemmatize = Callable[[str], str]
"""The citation form of a German word as it is written: "Märkten" gives "Markt", "Macht"
itself and "macht" "machen". A word that is not known gives its stem and a hyphen, as
in "promp-" for "gepromptet". `reader.backends.lemmas` has the shipped one."""


class PatternSearch(Protocol):
    """A compiled regular expression that cannot run for ever."""

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of all matches, without overlaps.

        Raises:
            TimeoutError: it took longer than the limit.
        """
        ...


class Lexicon(Protocol):
    """How likely an English word is for a German one; both in lower case."""

    def probability(self, source: str, target: str) -> float:
        """Return a value between 0 and 1; 0 for a pair that was never seen."""
        ...


class Inflector(Protocol):
    """What English grammar asks for when a term is put into a sentence."""

    def plural(self, noun: str) -> str:
        """Return the plural of a noun or noun phrase: "chip", "supply chain"."""
        ...

    def article(self, phrase: str) -> str:
        """Return the indefinite article before `phrase`: "a" or "an"."""
        ...

    def verb_forms(self, verb: str) -> tuple[str, str, str, str]:
        """Return the forms in -s, of the past, of the participle, and in -ing."""
        ...

    def readings(self, word: str) -> frozenset[str]:
        """Return the Penn Treebank tags that a word may have; none if not known.

        "chips" may be "NNS" and "VBZ".
        """
        ...
