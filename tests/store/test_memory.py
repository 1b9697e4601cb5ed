from __future__ import annotations

import multiprocessing
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.interfaces import Decoding, Finished, Known, Signature, Translation
from reader.core.memory_units import MemoryUnit
from reader.errors import MemoryStoreError
from reader.store.database import open_database, salvage
from reader.store.memory import SqliteMemory
from reader.store.memory_file import MIGRATIONS, SCHEMA

BEAM_4 = Signature("argos", "translate-de_en-1.3", "abc", Decoding(beam=4))
BEAM_1 = Signature("argos", "translate-de_en-1.3", "abc", Decoding(beam=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "memory.sqlite"


@pytest.fixture
def memory(path: Path) -> Iterator[SqliteMemory]:
    memory = SqliteMemory(path)
    yield memory
    memory.close()


def store(memory: SqliteMemory, *pairs: tuple[str, str]) -> None:
    memory.store({s: Finished(Translation(t, -0.25)) for s, t in pairs}, BEAM_4)


def test_what_was_stored_is_recalled_with_score_flags_and_engine(
    memory: SqliteMemory,
) -> None:
    translation = Translation("The market.", -0.41, ((0, 0), (1, 1)))
    memory.store({"Der Markt.": Finished(translation, ("length",))}, BEAM_4)
    assert memory.recall(["Der Markt.", "Anderes."], BEAM_4) == {
        "Der Markt.": Known(
            "The market.",
            -0.41,
            ("length",),
            "argos:translate-de_en-1.3+beam4",
            links=((0, 0), (1, 1)),
        )
    }


def test_another_signature_does_not_find_it(memory: SqliteMemory) -> None:
    store(memory, ("Eins.", "One."))
    assert memory.recall(["Eins."], BEAM_1) == {}


def test_another_term_fingerprint_does_not_find_it(memory: SqliteMemory) -> None:
    terms = {"Eins.": "f1"}
    steps = ("engine", "replacement")
    shaped = Finished(Translation("One."), terms="f1", steps=steps)
    memory.store({"Eins.": shaped}, BEAM_4)
    assert memory.recall(["Eins."], BEAM_4) == {}
    assert memory.recall(["Eins."], BEAM_4, {"Eins.": "f2"}) == {}
    assert memory.recall(["Eins."], BEAM_4, terms)["Eins."].steps == steps


def test_what_is_known_stays_unless_it_is_replaced(memory: SqliteMemory) -> None:
    store(memory, ("Eins.", "One."))
    store(memory, ("Eins.", "Uno."))
    assert memory.recall(["Eins."], BEAM_4)["Eins."].target == "One."
    memory.store({"Eins.": Finished(Translation("Uno."))}, BEAM_4, replace_known=True)
    assert memory.recall(["Eins."], BEAM_4)["Eins."].target == "Uno."


def test_an_edit_wins_whatever_the_engine(memory: SqliteMemory) -> None:
    store(memory, ("Eins.", "One."))
    memory.edit([("Eins.", "One!"), ("Neu.", "New.")])
    for signature in (BEAM_4, BEAM_1):
        known = memory.recall(["Eins.", "Neu."], signature)
        assert known["Eins."] == Known("One!", edited=True)
        assert known["Neu."].target == "New."


def test_an_edit_taken_back_leaves_the_machine_text(memory: SqliteMemory) -> None:
    store(memory, ("Eins.", "One."))
    memory.edit([("Eins.", "One!")])
    memory.edit([("Eins.", None)])
    assert memory.recall(["Eins."], BEAM_4)["Eins."].target == "One."


def test_more_sources_than_one_statement_takes_are_found(memory: SqliteMemory) -> None:
    pairs = [(f"Satz {n}.", f"Sentence {n}.") for n in range(1203)]
    store(memory, *pairs)
    known = memory.recall([source for source, _ in pairs], BEAM_4)
    assert {source: found.target for source, found in known.items()} == dict(pairs)


def test_a_batch_that_fails_halfway_leaves_nothing(memory: SqliteMemory) -> None:
    refused = Translation(object())  # type: ignore[arg-type] # SQLite has no such type
    bad = {"Eins.": Finished(Translation("One.")), "Zwei.": Finished(refused)}
    with pytest.raises(MemoryStoreError):
        memory.store(bad, BEAM_4)
    assert memory.recall(["Eins."], BEAM_4) == {}


def test_forgetting_a_document_keeps_what_others_contain(memory: SqliteMemory) -> None:
    store(memory, ("Nur A.", "Only A."), ("Beide.", "Both."))
    memory.note_uses(Path("/t/a.txt"), ["Nur A.", "Beide."])
    memory.note_uses(Path("/t/b.txt"), ["Beide."])
    assert memory.forget(Path("/t/a.txt")) == 1
    assert memory.recall(["Nur A.", "Beide."], BEAM_4).keys() == {"Beide."}


def test_forgetting_a_folder_forgets_what_is_below_it(memory: SqliteMemory) -> None:
    store(memory, ("Drin.", "In."), ("Daneben.", "Beside."))
    memory.note_uses(Path("/t/ordner/tief/a.txt"), ["Drin."])
    memory.note_uses(Path("/t/ordner-2/b.txt"), ["Daneben."])
    assert memory.forget(Path("/t/ordner")) == 1
    assert memory.recall(["Drin.", "Daneben."], BEAM_4).keys() == {"Daneben."}


@pytest.mark.parametrize("keep_edits", [False, True])
def test_forgetting_takes_edits_along_unless_they_are_kept(
    memory: SqliteMemory, keep_edits: bool
) -> None:
    store(memory, ("Eins.", "One."))
    memory.edit([("Eins.", "One!")])
    memory.note_uses(Path("/t/a.txt"), ["Eins."])
    memory.forget(Path("/t/a.txt"), keep_edits)
    assert ("Eins." in memory.recall(["Eins."], BEAM_4)) is keep_edits
    memory.edit([("Eins.", None)])
    assert memory.recall(["Eins."], BEAM_4) == {}


def test_what_was_forgotten_cannot_be_read_in_the_file(
    memory: SqliteMemory, path: Path
) -> None:
    store(memory, ("Geheimnisvoller Satz.", "Mysterious sentence."))
    memory.note_uses(Path("/t/a.txt"), ["Geheimnisvoller Satz."])
    memory.forget(Path("/t/a.txt"))
    for file in path.parent.iterdir():
        assert b"Geheimnisvoller" not in file.read_bytes(), file


def test_clearing_keeps_edits_unless_asked(memory: SqliteMemory) -> None:
    store(memory, ("Eins.", "One."), ("Zwei.", "Two."))
    memory.edit([("Eins.", "One!")])
    assert memory.clear() == 2
    assert memory.recall(["Eins.", "Zwei."], BEAM_4).keys() == {"Eins."}
    assert memory.clear(with_edits=True) == 1
    assert memory.recall(["Eins."], BEAM_4) == {}


def test_units_carry_everything_into_another_memory(
    memory: SqliteMemory, tmp_path: Path
) -> None:
    store(memory, ("Eins.", "One."), ("Zwei.", "Two."))
    memory.edit([("Drei.", "Three.")])
    other = SqliteMemory(tmp_path / "other" / "memory.sqlite")
    assert other.add_units(memory.read_units()) == 3
    assert sorted(other.read_units(), key=lambda u: u.source) == sorted(
        memory.read_units(), key=lambda u: u.source
    )
    assert other.recall(["Eins."], BEAM_4)["Eins."].score == -0.25
    other.close()


def test_a_unit_without_a_signature_counts_as_an_edit_only_when_it_says_so(
    memory: SqliteMemory,
) -> None:
    memory.add_units([MemoryUnit("Eins.", "One.", edited=True)])
    assert memory.recall(["Eins."], BEAM_1)["Eins."].edited


def test_measuring_counts_by_engine(memory: SqliteMemory) -> None:
    store(memory, ("Eins.", "One."), ("Zwei.", "Two."))
    memory.edit([("Eins.", "One!")])
    stats = memory.measure()
    assert (stats.pairs, stats.edits, stats.documents) == (2, 1, 0)
    assert stats.engines == {"argos:translate-de_en-1.3+beam4": 2}
    assert stats.size > 0


def write_first_version(path: Path) -> None:
    """Write a memory of the first schema with one pair."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with sqlite3.connect(path) as connection:
        connection.executescript(MIGRATIONS[0])
        connection.execute("PRAGMA user_version=1")
        connection.execute("INSERT INTO sources VALUES (1, 'Eins.')")
        connection.execute(
            "INSERT INTO signatures VALUES (1, ?, ?)", (str(BEAM_4), BEAM_4.name)
        )
        connection.execute(
            "INSERT INTO pairs VALUES (1, 1, '', 'One.', -0.5, '', NULL, '2026-01-01')"
        )
    connection.close()


def test_a_memory_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    write_first_version(path)
    memory = SqliteMemory(path)
    store(memory, ("Zwei.", "Two."))
    assert memory.recall(["Eins."], BEAM_4)["Eins."] == Known(
        "One.", -0.5, (), BEAM_4.name
    )
    memory.close()


def test_what_is_saved_of_a_memory_of_the_first_version_lacks_no_pair(
    path: Path, memory: SqliteMemory
) -> None:
    old = path.with_name("old.sqlite")
    write_first_version(old)
    connection, _ = open_database(path, SCHEMA)
    assert salvage(old, connection, SCHEMA) == 3
    connection.close()
    assert memory.recall(["Eins."], BEAM_4)["Eins."].target == "One."


def write_many(path: Path, name: str, barrier: threading.Barrier) -> None:
    memory = SqliteMemory(path)
    barrier.wait()
    for number in range(40):
        translations = {
            f"{name} {number}.": Finished(Translation(f"{name}")),
            f"Gemeinsam {number}.": Finished(Translation("same")),
        }
        memory.store(translations, BEAM_4)
    memory.close()


def test_two_processes_write_at_once_and_nothing_is_lost(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    writers = [
        context.Process(target=write_many, args=(path, name, barrier))
        for name in ("A", "B")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    memory = SqliteMemory(path)
    assert memory.measure().pairs == 3 * 40
    memory.close()
