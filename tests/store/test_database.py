"""Memory and library in trouble: nothing is lost, and one error says what happened."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.core.interfaces import Decoding, Finished, Signature, Translation
from reader.core.places import mark_place
from reader.core.texts import Front
from reader.errors import ReaderError
from reader.store.database import Store
from reader.store.library import SqliteLibrary
from reader.store.memory import SqliteMemory

SIGNATURE = Signature("argos", "translate-de_en-1.3", "abc", Decoding())
TEXT = Path("/texte/sora.txt")
DAMAGE = b"this is not SQLite" * 1000


@dataclass(frozen=True)
class Kept:
    """A store, what a person put into it, and much else."""

    open: Callable[[Path], Any]
    write: Callable[[Any], object]
    fill: Callable[[Any], object]
    read: Callable[[Any], object]
    """Returns what `write` wrote; reads every row on the way."""


def fill_memory(memory: SqliteMemory) -> None:
    made = Finished(Translation("y" * 300))
    memory.store({f"Satz {n} " + "x" * 300: made for n in range(400)}, SIGNATURE)


def fill_library(library: SqliteLibrary) -> None:
    for number in range(400):
        library.add(Path(f"/{number}.txt"), Front("x" * 300, "y" * 300))


def write_note(library: SqliteLibrary) -> None:
    library.add(TEXT, Front("Sora"))
    library.set_note(TEXT, mark_place(["Die KI wächst."], 0), "Handarbeit")


def read_edit(memory: SqliteMemory) -> object:
    units = [unit.target for unit in memory.read_units() if unit.edited]
    return units == ["Handarbeit"]


def read_note(library: SqliteLibrary) -> object:
    library.texts()
    return [note for _, note in library.notes(TEXT)] == ["Handarbeit"]


KEPT = {
    "memory": Kept(
        SqliteMemory,
        lambda memory: memory.edit([("Manual work.", "Handarbeit")]),
        fill_memory,
        read_edit,
    ),
    "library": Kept(SqliteLibrary, write_note, fill_library, read_note),
}


@pytest.fixture(params=KEPT)
def kept(request: pytest.FixtureRequest) -> Kept:
    return KEPT[request.param]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "kept.sqlite"


@pytest.fixture
def store(kept: Kept, path: Path) -> Iterator[Store]:
    store = kept.open(path)
    kept.write(store)
    yield store
    store.close()


def spoil_middle(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.seek(path.stat().st_size // 2)
        stream.write(os.urandom(4096 * 20))


def test_folder_and_file_are_for_the_user_alone(store: Store, path: Path) -> None:
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_something_else_is_moved_aside_and_kept(
    kept: Kept, path: Path
) -> None:
    path.parent.mkdir()
    path.write_bytes(DAMAGE)
    store = kept.open(path)
    aside = path.with_name("kept.sqlite.damaged-1")
    assert aside.read_bytes() == DAMAGE
    (notice,) = store.notices
    assert f"the {store.schema.name} was damaged" in notice and str(aside) in notice
    kept.write(store)
    assert kept.read(store)
    store.close()


def test_what_a_person_wrote_is_saved_of_a_damaged_file(
    kept: Kept, store: Store, path: Path
) -> None:
    kept.fill(store)
    store.close()
    spoil_middle(path)
    notices: list[str] = []
    # Damage shows when the page is read: at opening, or in the middle.
    reopened = kept.open(path)
    notices += reopened.notices
    try:
        assert kept.read(reopened)
    except ReaderError as error:
        notices.append(error.message)
    assert "damaged" in notices[0] and "moved to" in notices[0]
    assert kept.read(reopened)
    reopened.close()
    assert path.with_name("kept.sqlite.damaged-1").exists()


def test_a_file_that_is_damaged_while_it_is_open_is_one_error(
    kept: Kept, store: Store, path: Path
) -> None:
    kept.fill(store)
    store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoil_middle(path)
    store._connection.execute("PRAGMA shrink_memory")
    with pytest.raises(store.schema.error, match="damaged; it was moved to"):
        kept.read(store)
    assert kept.read(store)
    kept.write(store)


def test_a_file_that_another_process_holds_is_an_error_and_stays(
    kept: Kept, store: Store, path: Path
) -> None:
    store._connection.execute("PRAGMA busy_timeout=0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(store.schema.error, match="locked"):
            kept.write(store)
        # Reading needs no lock.
        assert kept.read(store)
    kept.write(store)
    assert [file.name for file in path.parent.iterdir() if "damaged" in file.name] == []


def test_a_file_that_cannot_be_written_is_an_error(
    kept: Kept, store: Store, path: Path
) -> None:
    # As a read-only disk answers, which root has too.
    store._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(store.schema.error, match="readonly") as caught:
        kept.write(store)
    assert "READER_HOME" in caught.value.hint
    assert kept.read(store)


def test_a_file_of_a_newer_version_is_left_alone(
    kept: Kept, store: Store, path: Path
) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        newest = len(store.schema.migrations) + 1
        connection.execute(f"PRAGMA user_version={newest}")
        connection.commit()
    with pytest.raises(store.schema.error, match="newer version"):
        kept.open(path)
    assert not list(path.parent.glob("*damaged*"))


def test_a_folder_that_cannot_be_used_is_a_clear_error(
    kept: Kept, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError) as caught:
        kept.open(tmp_path / "file" / "kept.sqlite")
    assert "READER_HOME" in caught.value.hint
