"""The pair: one German sentence, its English, and the proof of each term.

The record that files, memory, reader and reports are views of. Owns the record and
its JSON form; writing files is `reader.formats`'s job.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.core.documents import Kind, Sentence
from reader.errors import DocumentError

FLAGS = {
    "untranslated": "the English is empty, or German was left in it",
    "repeated": "the English repeats itself where the German does not",
    "length": "the English is far too short or too long for the German",
    "numbers": "a number of the German is missing or different in the English",
    "names": "a name of the German is missing in the English",
    "negation": "the German says no or not, and nothing in the English does",
    "terms": "a term of the glossary is missing, or a forbidden word is there",
}
"""What can be wrong with an English sentence, in the order of a pair's `flags`, and
the words that every report has for it."""


STATUSES = {
    "kept": "the engine used the glossary's word",
    "enforced": "put in from the glossary",
    "missing": "the glossary's word is missing",
    "forbidden": "a word that must not be used",
}
"""What becomes of a glossary term, and the words that every report has for it."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary term in a pair, and what became of it."""

    source: str
    """The entry's German citation form."""
    target: str
    """The entry's English."""
    start: int
    """Offset of the words as they stand, from the start of the pair's `source`."""
    end: int
    target_start: int | None
    """Offset in the pair's `target`; None when the term is missing there."""
    target_end: int | None
    status: str
    """"kept" (the engine used it), "enforced" (we put it in), "missing", or
    "forbidden" (English that must not be there stands at the target's offsets)."""
    step: str = ""
    """What brought it into the English: "engine", "second-pass" or "replacement"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with its English; `target` is None while there is none."""

    sentence: Sentence
    target: str | None = None
    score: float | None = None
    engine: str = ""
    """`Signature.name` of the engine, "" for boilerplate that was left alone."""
    terms: tuple[TermUse, ...] = ()
    flags: tuple[str, ...] = ()
    edited: bool = False
    """True when a person wrote the English."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Fields of a newer version, kept as they were read."""

    def to_record(self) -> dict[str, Any]:
        """Return the pair as the JSON object of the command-line contract."""
        record = sentence_record(self.sentence)
        record |= {
            "target": self.target,
            "score": self.score,
            "engine": self.engine,
            "terms": [
                {name: getattr(term, name) for name in TermUse.__slots__}
                for term in self.terms
            ],
            "flags": list(self.flags),
            "edited": self.edited,
        }
        return record | dict(self.extra)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Pair:
        """Return the pair that `record` describes; the inverse of `to_record`.

        Raises:
            DocumentError: a field is missing or of the wrong type.
        """
        try:
            terms = tuple(_term_from_record(term) for term in record["terms"])
            known = {*SENTENCE_FIELDS, *PAIR_FIELDS}
            return cls(
                sentence=sentence_from_record(record),
                target=_text_or_none(record["target"]),
                score=_score_or_none(record["score"]),
                engine=str(record["engine"]),
                terms=terms,
                flags=tuple(str(flag) for flag in record["flags"]),
                edited=bool(record["edited"]),
                extra={k: v for k, v in record.items() if k not in known},
            )
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise DocumentError(
                f"this record is not a pair: {error!r}",
                "write pairs with 'reader translate --to jsonl'",
            ) from error


SENTENCE_FIELDS = (
    "document",
    "id",
    "kind",
    "block",
    "sentence",
    "start",
    "end",
    "source",
)
PAIR_FIELDS = ("target", "score", "engine", "terms", "flags", "edited")


def sentence_record(sentence: Sentence) -> dict[str, Any]:
    """Return a sentence as the JSON object of `reader segment --json`."""
    return {name: getattr(sentence, name) for name in SENTENCE_FIELDS} | {
        "kind": str(sentence.kind)
    }


def sentence_from_record(record: Mapping[str, Any]) -> Sentence:
    """Return the sentence of a record; the inverse of `sentence_record`."""
    return Sentence(
        document=str(record["document"]),
        kind=Kind(record["kind"]),
        block=int(record["block"]),
        sentence=int(record["sentence"]),
        start=int(record["start"]),
        end=int(record["end"]),
        source=str(record["source"]),
    )


def _term_from_record(record: Mapping[str, Any]) -> TermUse:
    texts = {name: str(record[name]) for name in ("source", "target", "status")}
    return TermUse(
        **texts,
        step=str(record.get("step", "")),
        start=int(record["start"]),
        end=int(record["end"]),
        target_start=_offset_or_none(record["target_start"]),
        target_end=_offset_or_none(record["target_end"]),
    )


def _offset_or_none(value: Any) -> int | None:
    return None if value is None else int(value)


def _score_or_none(value: Any) -> float | None:
    score = None if value is None else float(value)
    if score is not None and not math.isfinite(score):
        raise ValueError("the score is not a number")
    return score


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)
