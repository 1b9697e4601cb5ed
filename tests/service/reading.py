"""What the tests of reading share: two German texts of one home, on the fake engine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reader.core.documents import Kind
from reader.service import Service
from reader.service.filling import OpenText, make_pairs, open_text
from reader.service.library import Tally

ARTICLE = (
    "Der Markt wächst\n\n"
    "Der Markt für Rechenleistung wächst. Die Preise fallen seit Mai.\n\n"
    "Ein Sprachmodell kostet 3,5 Millionen Euro. Die Rechenleistungen sind knapp.\n\n"
    "Die Preise fallen seit Mai. Das ist der letzte Satz.\n"
)
TITLE, MARKET, PRICES, MODEL, SCARCE, AGAIN, LAST = range(7)
OTHER = "Es fehlt an Rechenleistung. Die Preise fallen seit Mai.\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(service: Service, path: Path) -> OpenText:
    """Return a text with all of its English, as its reader has it, in the library."""
    text = open_text(service, path)
    body = [n for n, s in enumerate(text.sentences) if s.kind is not Kind.BOILERPLATE]
    text.pairs[:] = make_pairs(service, text, body).values()
    note(service, text)
    return text


def note(service: Service, text: OpenText) -> None:
    tally = Tally(text.path)
    for pair in text.pairs:
        tally.count(pair)
    service.library.note(tally)


def targets(text: OpenText) -> list[str | None]:
    return [pair.target for pair in text.pairs]


def indexes(changes: Iterable[object]) -> list[int]:
    return [change.index for change in changes]  # type: ignore[attr-defined] # changes or places
