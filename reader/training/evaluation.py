"""What an adapter is worth: scores of its translations, and the hints it obeys.

Owns measuring, with the engine as users get it (int8, CTranslate2). Hints are taken
from the reference translations: what a reference says for a word is asked for, and
found again in the output in whatever inflection.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.backends.builtin import BuiltinTranslator, load
from reader.backends.gemma.adapter import load_adapter
from reader.backends.gemma.base import open_base
from reader.backends.gemma.network import write_network
from reader.backends.gemma.preparation import METADATA_FILE
from reader.backends.gemma.tokenizer import TOKENIZER_FILE, build_model, read_pieces
from reader.core.english.forms import EnglishForms
from reader.core.english.places import find_parted, find_whole
from reader.core.english.words import split_words
from reader.core.hints import write_hints
from reader.core.interfaces import Decoding, EngineSettings
from reader.training.corpus import Pair
from reader.training.examples import Example, choose_hints
from reader.training.terms import TermPair

LEAST_SURPRISE = 0.5
"""Terms that the lexical table expects less than this are asked for: the others are
said without being asked."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How good translations are, and how that was measured."""

    bleu: float
    chrf: float
    signatures: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Obedience:
    """How many hints there were, and in how many sentences the English has them."""

    hints: int
    obeyed: int
    unasked: int
    """Of those words, how many the English has when nothing is asked for."""
    translations: tuple[str, ...]
    """The English with the hints; it should score better than that without."""


def read_table(path: Path, rows: int) -> list[Pair]:
    """Return the first sentence pairs of a table with the columns source, target."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        pairs = [
            Pair(path.stem, "human", row["source"], row["target"]) for row in table
        ]
    return pairs[:rows]


def prepare_engine(adapter_path: Path, work_dir: Path, gguf_path: Path | None) -> Path:
    """Return the folder of an engine with the adapter, made if it is not there yet."""
    checksum = hashlib.sha256(adapter_path.read_bytes()).hexdigest()
    engine_dir = work_dir / f"engine-{checksum[:8]}"
    if (engine_dir / METADATA_FILE).exists():
        return engine_dir
    engine_dir.mkdir(parents=True, exist_ok=True)
    adapter = load_adapter(adapter_path)
    with open_base(work_dir, gguf_path, lambda done, total: None) as base:
        pieces = read_pieces(base)
        kept = [pieces[number] for number in adapter.kept]
        (engine_dir / TOKENIZER_FILE).write_bytes(build_model(base))
        write_network(base, adapter, kept, engine_dir, lambda done, total: None)
    # Last, so that a folder that has it is whole.
    record = json.dumps({"name": engine_dir.name})
    (engine_dir / METADATA_FILE).write_text(record, encoding="utf-8")
    return engine_dir


def load_engine(engine_dir: Path, beam: int) -> BuiltinTranslator:
    """Return the engine of a folder."""
    decoding = Decoding(beam=beam)
    return load(EngineSettings("builtin", str(engine_dir), "", decoding))


def score(translations: Sequence[str], pairs: Sequence[Pair]) -> Scores:
    """Return the scores of translations against the pairs' English."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    bleu, chrf = BLEU(), CHRF()
    references = [[pair.target for pair in pairs]]
    return Scores(
        bleu.corpus_score(translations, references).score,
        chrf.corpus_score(translations, references).score,
        (str(bleu.get_signature()), str(chrf.get_signature())),
    )


def measure_obedience(
    translate: Callable[[list[str]], list[str]],
    plain: Sequence[str],
    pairs: Sequence[Pair],
    find_terms: Callable[[Pair], Sequence[TermPair]],
    most: int,
    seed: int,
) -> Obedience:
    """Return how many hints are obeyed; `plain` are translations without any."""
    asked = []
    for number, pair in enumerate(pairs):
        terms = [t for t in find_terms(pair) if t.surprise >= LEAST_SURPRISE]
        choice = random.Random(f"{seed}/{number}")
        asked.append(choose_hints(Example(pair, tuple(terms)), most, choice))
    hinted = translate(
        [
            write_hints(pair.source, [(h.start, h.end, h.english) for h in hints])
            for pair, hints in zip(pairs, asked, strict=True)
        ]
    )
    forms = load_forms()

    def count(translations: Sequence[str]) -> int:
        return sum(
            has_term(text, pair.source[hint.start : hint.end], hint.english, forms)
            for text, pair, hints in zip(translations, pairs, asked, strict=True)
            for hint in hints
        )

    return Obedience(sum(map(len, asked)), count(hinted), count(plain), tuple(hinted))


def load_forms() -> EnglishForms:
    """Return what knows the forms of English words, irregular ones with them."""
    from reader.backends.inflection import EnglishInflector

    return EnglishForms(EnglishInflector())


def has_term(text: str, german: str, english: str, forms: EnglishForms) -> bool:
    """Return whether `text` has `english` in one of its forms.

    A German word in small letters may be a verb or an adjective.
    """
    words = split_words(text)
    classes = ("noun",) if german[:1].isupper() else ("verb", "adjective")
    return any(
        find_whole(form, text, words) or find_parted(form, text, words)
        for kind in classes
        for form in forms.of_texts((english,), kind)
    )
