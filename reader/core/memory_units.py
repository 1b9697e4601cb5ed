"""The translation memory's record, as it travels between files and the store.

Owns the record and its JSON form. Keeping units is `reader.store`'s job, writing
them to TMX and JSONL files `reader.formats`'s.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from reader.errors import DocumentError


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """One German sentence with its English, and what made it."""

    source: str
    """The normalised sentence (see `reader.core.normalize`)."""
    target: str
    engine: str = ""
    """`Signature.name` of the engine, "" where a person or another tool wrote it."""
    signature: str = ""
    """`str(Signature)`: everything that influenced the target."""
    terms: str = ""
    """Fingerprint of the glossary terms that hit the sentence, "" for none."""
    score: float | None = None
    flags: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    """How each of these terms came into the target (`TermUse.step`)."""
    edited: bool = False
    """True when a person wrote the target; such a unit wins everywhere."""
    created: str = ""
    """ISO 8601 in UTC, as in "2026-02-16T09:30:00Z"; "" where it is not known."""

    def to_record(self) -> dict[str, Any]:
        """Return the unit as a JSON object."""
        record = {field.name: getattr(self, field.name) for field in fields(self)}
        return record | {"flags": list(self.flags), "steps": list(self.steps)}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> MemoryUnit:
        """Return the unit that `record` describes; only the two texts must be there.

        Raises:
            DocumentError: a field is missing or of the wrong type.
        """
        for name in ("source", "target"):
            if name not in record:
                raise _not_a_unit(f"it has no '{name}'")
        try:
            score = record.get("score")
            if score is not None and not math.isfinite(float(score)):
                raise ValueError("the score is not a number")
            unit = cls(
                source=record["source"],
                target=record["target"],
                engine=str(record.get("engine", "")),
                signature=str(record.get("signature", "")),
                terms=str(record.get("terms", "")),
                score=None if score is None else float(score),
                flags=tuple(str(flag) for flag in record.get("flags", ())),
                steps=tuple(str(step) for step in record.get("steps", ())),
                edited=bool(record.get("edited", False)),
                created=str(record.get("created", "")),
            )
        except (TypeError, ValueError, OverflowError) as error:
            raise _not_a_unit(str(error)) from error
        texts = (record["source"], record["target"], record.get("terms", ""))
        if not all(isinstance(text, str) for text in texts):
            # A pair has a list of terms, a unit their fingerprint.
            raise _not_a_unit("source, target and terms must be text")
        return unit


def _not_a_unit(why: str) -> DocumentError:
    return DocumentError(
        f"this record is no unit of a translation memory: {why}",
        "write one with 'reader memory export --to jsonl'",
    )
