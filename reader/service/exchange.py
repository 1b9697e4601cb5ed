"""The memory to files and back: JSONL, TMX, and a TSV that a person corrected.

Owns what an imported row counts as. A unit with an engine's signature is a machine
translation again; anything else is a person's when it differs from what the machine
said.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reader.core.batches import cut_windows
from reader.core.memory_units import MemoryUnit
from reader.core.normalize import normalize_source
from reader.errors import SettingsError
from reader.formats.jsonl import read_units_jsonl, write_units_jsonl
from reader.formats.plain import open_utf8, read_text
from reader.formats.tsv import read_tsv_edits
from reader.store.files import open_atomic
from reader.store.memory import SqliteMemory

EXPORT_FORMATS = ("jsonl", "tmx")
IMPORT_FORMATS = (*EXPORT_FORMATS, "tsv")
_HINT = "an export is UTF-8: 'reader memory export memory.jsonl' makes one"


@dataclass(slots=True)
class ImportCount:
    """What an import brought."""

    translations: int = 0
    """New machine translations with their signature."""
    edits: int = 0
    """Sentences of a person's, or different from what the machine said."""
    unchanged: int = 0
    """What the memory had already, in the same words."""


def export_memory(memory: SqliteMemory, path: Path, to: str, stdout: IO[str]) -> int:
    """Write the whole memory to `path` ("-": `stdout`) and return how many units.

    `to` is one of `EXPORT_FORMATS`; "" takes it from the suffix.

    Raises:
        SettingsError: the suffix belongs to no exchange format.
    """
    to = to or ("jsonl" if str(path) == "-" else _format_of(path, EXPORT_FORMATS))
    if str(path) == "-":
        return _write(to, stdout, memory.read_units())
    with open_atomic(path) as stream:
        return _write(to, stream, memory.read_units())


def import_memory(memory: SqliteMemory, path: Path) -> ImportCount:
    """Save what `path` holds; its suffix says the format.

    Raises:
        SettingsError: the suffix belongs to no exchange format.
        DocumentError: the file is not what its suffix says; nothing of the part
            with the error is saved.
    """
    count = ImportCount()
    is_sheet = path.suffix.lower() == ".tsv"
    for units in cut_windows(_read(path)):
        machine = [unit for unit in units if unit.signature and not unit.edited]
        people = [unit for unit in units if unit.edited and not is_sheet]
        rest = [unit for unit in units if unit not in machine and unit not in people]
        added = memory.add_units(machine)
        wanted = {normalize_source(unit.source): unit.target for unit in people}
        known = memory.find_edits(wanted)
        edits: dict[str, str | None] = {
            source: target
            for source, target in wanted.items()
            if known.get(source) != target
        }
        changed = len(edits)
        edits |= (corrected := _find_corrections(memory, rest))
        memory.edit(edits.items())
        count.translations += added
        count.edits += changed + len(corrected)
        count.unchanged += len(machine) - added + len(wanted) - changed
        count.unchanged += len({unit.source for unit in rest}) - len(corrected)
    return count


def _find_corrections(
    memory: SqliteMemory, rows: Iterable[MemoryUnit]
) -> dict[str, str | None]:
    """Return the edits by source that corrected rows ask for; None takes one back.

    A sentence may stand in several rows: one that a person changed wins over those
    that were left as they were. A row that says that it was edited and now has the
    machine's words again takes the edit back; one that never said so is only old.
    """
    named: dict[str, list[MemoryUnit]] = {}
    for row in rows:
        named.setdefault(normalize_source(row.source), []).append(row)
    machine, edits = memory.find_targets(named), memory.find_edits(named)
    found: dict[str, str | None] = {}
    for source, copies in named.items():
        said = machine.get(source, set())
        for row in copies:
            if row.target not in said and row.target != edits.get(source):
                found[source] = row.target
            elif row.edited and row.target in said and source in edits:
                found.setdefault(source, None)
    return found


def _read(path: Path) -> Iterator[MemoryUnit]:
    match _format_of(path, IMPORT_FORMATS):
        case "tmx":
            from reader.formats.tmx import read_tmx

            yield from read_tmx(path)
        case "jsonl":
            with open_utf8(path, _HINT) as stream:
                yield from read_units_jsonl(stream)
        case _:
            # Spreadsheets save in many encodings, so the whole text is looked at.
            for row in read_tsv_edits(io.StringIO(read_text(path), newline="")):
                yield MemoryUnit(row.source, row.target, edited=row.edited)


def _write(to: str, stream: IO[str], units: Iterable[MemoryUnit]) -> int:
    if to == "tmx":
        from reader.formats.tmx import write_tmx

        return write_tmx(stream, units)
    return write_units_jsonl(stream, units)


def _format_of(path: Path, formats: tuple[str, ...]) -> str:
    name = path.suffix.lower().removeprefix(".")
    if name not in formats:
        raise SettingsError(
            f"'{path.name}' names no exchange format",
            f"a name that ends in one of: {', '.join('.' + f for f in formats)}",
        )
    return name
