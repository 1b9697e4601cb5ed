"""Which entry of which file is in force.

Owns the order of the layers. Where the files lie is `reader.store.glossaries`'s job,
reading them `reader.service.glossary`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.core.glossary.terms import Term, merge_layers


class Layer(StrEnum):
    """Whose entry it is; in a merged glossary a later one wins."""

    SHIPPED = "shipped"
    USER = "user"
    PROJECT = "project"
    """Of the working folder: `glossary` in its reader.toml."""
    GIVEN = "given"
    """Named on the command line with `--glossary`."""


@dataclass(frozen=True, slots=True)
class LayeredTerm:
    """An entry and where it stands."""

    term: Term
    path: Path
    line: int
    """Of the file, counted from 1."""
    layer: Layer = Layer.GIVEN


def find_effective(entries: Iterable[LayeredTerm]) -> list[LayeredTerm]:
    """Return the entries in force, those of the files in the order of their layers.

    A later file wins over an earlier one, and a later line over an earlier one of
    the same file.
    """
    known = list(entries)
    places = {id(entry.term): entry for entry in known}
    # One layer is enough: in it, too, what comes later wins.
    merged = merge_layers([[entry.term for entry in known]])
    return [places[id(term)] for term in merged]
