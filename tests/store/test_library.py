from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.places import mark_place
from reader.core.texts import Front
from reader.errors import LibraryError
from reader.store.database import Schema, open_database
from reader.store.library import SCHEMA, SqliteLibrary

TEXT = Path("/texte/sora.txt")
SOURCES = ["Sora", "Die KI wächst.", "Der Markt auch."]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[SqliteLibrary]:
    library = SqliteLibrary(path)
    yield library
    library.close()


def test_a_text_that_was_added_is_there_and_unread(library: SqliteLibrary) -> None:
    library.add(TEXT, Front("Sora", "Die KI wächst."), 3, 2, 1)
    (text,) = library.texts()
    assert (text.path, text.name) == (TEXT, "Sora")
    assert (text.sentences, text.translated, text.flags) == (3, 2, 1)
    assert (text.is_read, text.progress, text.last_read) == (False, 0.0, None)
    assert text == library.find_text(TEXT)


def test_adding_again_changes_only_what_is_told(library: SqliteLibrary) -> None:
    library.add(TEXT, Front("Sora"), 3, 2, 1)
    library.save_place(TEXT, mark_place(SOURCES, 1), 0.5)
    library.add(TEXT, Front("Sora neu"))
    (text,) = library.texts()
    assert (text.name, text.sentences, text.translated) == ("Sora neu", 3, 2)
    assert text.progress == 0.5 and text.last_read is not None
    library.add(TEXT, Front("Sora neu"), flags=0)
    assert library.texts()[0].flags == 0


def test_a_text_is_known_by_its_absolute_path(
    library: SqliteLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library.add(Path("a.txt"), Front("Eins"))
    library.add(tmp_path / "b" / ".." / "a.txt", Front("Zwei"))
    assert [(t.path, t.name) for t in library.texts()] == [(tmp_path / "a.txt", "Zwei")]


def test_a_name_that_is_not_unicode_leads_back_to_its_file(
    library: SqliteLibrary, tmp_path: Path
) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/gr\xf6\xdfe.txt"))
    path.write_text("Die Größe.")
    library.add(path, Front("\udcf6"))
    assert library.texts()[0].path.read_text() == "Die Größe."


def test_what_was_read_last_comes_first(library: SqliteLibrary) -> None:
    for name in "abc":
        library.add(Path(f"/{name}.txt"), Front())
    library.save_place(Path("/a.txt"), mark_place(SOURCES, 0), 0.1)
    assert [text.name for text in library.texts()] == ["a.txt", "c.txt", "b.txt"]


def test_the_end_of_a_text_makes_it_read_and_going_back_does_not_undo_it(
    library: SqliteLibrary,
) -> None:
    library.add(TEXT, Front())
    for progress, is_read in ((0.9, False), (1.0, True), (0.2, True)):
        library.save_place(TEXT, mark_place(SOURCES, 1), progress)
        assert library.texts()[0].is_read is is_read
    library.mark_read(TEXT, False)
    assert not library.texts()[0].is_read


def test_a_place_comes_back_with_everything_it_needs(library: SqliteLibrary) -> None:
    library.add(TEXT, Front())
    assert library.find_place(TEXT) is None
    place = mark_place(SOURCES, 1)
    library.save_place(TEXT, place, 0.5)
    assert library.find_place(TEXT) == place


def test_bookmarks_and_notes_belong_to_their_text(library: SqliteLibrary) -> None:
    other, place = Path("/b.txt"), mark_place(SOURCES, 1)
    library.add(TEXT, Front())
    library.add(other, Front())
    library.add_bookmark(TEXT, place)
    library.add_bookmark(TEXT, place)
    library.set_note(TEXT, place, "Quelle prüfen")
    assert library.bookmarks(TEXT) == [place]
    assert library.notes(TEXT) == [(place, "Quelle prüfen")]
    assert not library.bookmarks(other) and not library.notes(other)
    library.remove_bookmark(TEXT, place)
    library.set_note(TEXT, place, "")
    assert not library.bookmarks(TEXT) and not library.notes(TEXT)


def test_a_text_that_is_removed_takes_its_notes_along(library: SqliteLibrary) -> None:
    library.add(TEXT, Front())
    library.set_note(TEXT, mark_place(SOURCES, 1), "weg")
    library.remove(TEXT)
    library.add(TEXT, Front())
    assert library.notes(TEXT) == []


def test_what_was_removed_cannot_be_read_in_the_file(
    library: SqliteLibrary, path: Path
) -> None:
    library.add(TEXT, Front("Geheimnisvoll"))
    library.set_note(TEXT, mark_place(SOURCES, 1), "Geheimnisvolle Notiz")
    library.remove(TEXT)
    for file in path.parent.iterdir():
        assert b"Geheimnis" not in file.read_bytes(), file


def test_the_version_changes_with_every_change_by_anybody(
    library: SqliteLibrary, path: Path
) -> None:
    seen = [library.version]
    library.add(TEXT, Front("Sora"))
    seen.append(library.version)
    other = SqliteLibrary(path)
    other.mark_read(TEXT, True)
    other.close()
    seen.append(library.version)
    assert len(set(seen)) == 3
    library.texts()
    assert library.version == seen[-1]


def test_a_choice_is_there_when_the_library_is_opened_again(
    library: SqliteLibrary, path: Path
) -> None:
    assert library.choice("theme") == ""
    library.choose("theme", "reader-light")
    library.choose("theme", "reader-contrast")
    library.close()
    assert SqliteLibrary(path).choice("theme") == "reader-contrast"


def test_threads_may_share_a_library(library: SqliteLibrary) -> None:
    def add(name: str) -> None:
        for number in range(50):
            library.add(Path(f"/{name}{number}.txt"), Front(name))

    threads = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(library.texts()) == 200


def test_a_library_of_this_version_goes_through_the_next_migration(path: Path) -> None:
    library = SqliteLibrary(path)
    library.add(TEXT, Front("Sora"))
    library.close()
    steps = (*SCHEMA.migrations, "ALTER TABLE texts ADD COLUMN stars INTEGER DEFAULT 3")
    newer = Schema(SCHEMA.name, steps, SCHEMA.tables, SCHEMA.error)
    for _ in range(2):
        connection, _ = open_database(path, newer)
        row = connection.execute("SELECT title, stars FROM texts").fetchone()
        connection.close()
        assert row == ("Sora", 3)


def test_a_folder_that_cannot_be_used_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError) as caught:
        SqliteLibrary(tmp_path / "file" / "library.sqlite")
    assert "READER_HOME" in caught.value.hint
