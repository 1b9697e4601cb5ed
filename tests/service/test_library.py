"""The library as front ends use it: texts come in, places are found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.documents import Kind, Sentence
from reader.core.texts import Front
from reader.errors import LibraryError
from reader.service import open_service
from reader.service.filling import open_text
from reader.service.library import Library, open_library
from tests.conftest import SEEDS

ARTICLE = """Sora treibt die Branche

Die KI wächst. Der Markt wächst auch. Foto: dpa

Zhou Hongyi widerspricht. Die Chips fehlen.
"""


@pytest.fixture
def library() -> Iterator[Library]:
    library = open_library()
    yield library
    library.close()


def segment(text: str) -> list[Sentence]:
    with open_service(engine="fake") as service:
        return list(service.segment(text, "a.txt"))


def test_importing_a_folder_adds_its_documents_and_tells_what_is_left_out(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "texte"
    folder.mkdir()
    (folder / "sora.txt").write_text(ARTICLE)
    (folder / "leer.txt").write_text("")
    (folder / "bild.png").write_bytes(b"\x89PNG")
    done = library.import_paths([folder])
    assert done.added == [folder / "sora.txt"]
    assert [path.name for path, _ in done.failed] == ["leer.txt"]
    assert [path.name for path, _ in done.skipped] == ["bild.png"]
    (text,) = library.texts()
    assert (text.path, text.sentences) == (folder / "sora.txt", None)


def test_the_seeds_are_called_by_their_titles(library: Library) -> None:
    library.import_paths([SEEDS])
    names = [text.name for text in library.texts()]
    assert "KI-Industriekette durch Sora vorangetrieben" in names
    assert "000_bc57d39015d6e47c.txt" in names
    opening = library.find_one("000_bc57").front.opening
    assert opening.startswith("Noch vor wenigen Jahren träumte China davon")


def test_a_pair_file_comes_in_with_its_counts(library: Library, tmp_path: Path) -> None:
    pairs = tmp_path / "sora.txt.jsonl"
    with open_service(engine="fake") as service:
        service.write_pairs(service.translate_text(ARTICLE, "sora.txt"), pairs)
    done = library.import_paths([pairs])
    assert done.added == [pairs]
    (text,) = library.texts()
    body = [s for s in segment(ARTICLE) if s.kind is not Kind.BOILERPLATE]
    assert text.sentences == text.translated == len(body) > 3


def test_a_file_in_another_encoding_is_read_as_told(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "alt.txt"
    path.write_bytes("# Größe\n\nDie Größe zählt.\n".encode("cp850"))
    library.import_paths([path], encoding="cp850")
    assert "Größe" in library.texts()[0].front.opening + library.texts()[0].name


def test_an_import_stops_when_it_is_cancelled(library: Library) -> None:
    asked = iter([False, False, True])
    done = library.import_paths([SEEDS], is_cancelled=lambda: next(asked))
    assert len(done.added) == len(library.texts()) == 2


def test_a_title_that_nothing_has_names_the_nearest(library: Library) -> None:
    library.import_paths([SEEDS])
    with pytest.raises(LibraryError) as caught:
        library.find_one("Sorra")
    assert "Sorra" in caught.value.message
    assert "KI-Industriekette durch Sora vorangetrieben" in caught.value.hint


def test_a_title_that_several_have_names_them(library: Library) -> None:
    for name in "ab":
        library.add(Path(f"/{name}.txt"), Front(f"Sora {name}"))
    with pytest.raises(LibraryError, match="2 texts are called 'sora'") as caught:
        library.find_one("sora")
    assert "'Sora a'" in caught.value.hint and "'Sora b'" in caught.value.hint


def test_an_empty_library_says_how_to_fill_it(library: Library) -> None:
    with pytest.raises(LibraryError) as caught:
        library.find_one("sora")
    assert "empty" in caught.value.message and "reader read" in caught.value.hint


def test_position_bookmarks_and_notes_survive_a_changed_article(
    library: Library,
) -> None:
    path, old = Path("/a.txt"), segment(ARTICLE)
    at = [s.source for s in old].index("Zhou Hongyi widerspricht.")
    library.add(path, Front("Sora"))
    library.remember_position(path, at, old)
    assert library.toggle_bookmark(path, at, old)
    library.write_note(path, at, old, "Wer ist das?\n")
    new = segment("Korrektur: Wir irrten uns.\n\n" + ARTICLE)
    found = library.position(path, new)
    assert new[found].source == "Zhou Hongyi widerspricht." and found != at
    assert library.bookmarked(path, new) == {found}
    assert library.noted(path, new) == {found: "Wer ist das?"}
    assert not library.toggle_bookmark(path, found, new)
    library.write_note(path, found, new, "")
    assert not library.bookmarked(path, new) and not library.noted(path, new)


def test_notes_that_meet_at_one_sentence_are_all_there(library: Library) -> None:
    path, old = Path("/a.txt"), segment(ARTICLE)
    library.add(path, Front("Sora"))
    library.write_note(path, len(old) - 2, old, "eins")
    library.write_note(path, len(old) - 1, old, "zwei")
    cut = old[:-2]
    assert library.noted(path, cut) == {len(cut) - 1: "eins\nzwei"}


def test_the_last_sentence_of_the_body_is_the_end(library: Library) -> None:
    path, sentences = Path("/a.txt"), segment(ARTICLE)
    sentences.append(replace(sentences[-1], kind=Kind.BOILERPLATE, source="Impressum"))
    library.add(path, Front("Sora"))
    body = [s for s in sentences if s.kind is not Kind.BOILERPLATE]
    library.remember_position(path, 0, sentences)
    assert library.texts()[0].progress == pytest.approx(1 / len(body))
    library.remember_position(path, len(sentences) - 2, sentences)
    text = library.texts()[0]
    assert (text.progress, text.is_read) == (1.0, True)


def test_a_text_that_was_never_read_begins_at_its_beginning(library: Library) -> None:
    library.add(Path("/a.txt"), Front("Sora"))
    assert library.position(Path("/a.txt"), segment(ARTICLE)) == 0


def test_a_text_counts_as_translated_when_all_of_its_sentences_are(
    library: Library,
) -> None:
    path = Path("/a.txt")
    assert not library.is_translated(path)
    library.add(path, Front("Sora"))
    assert not library.is_translated(path)
    for translated, is_translated in ((2, False), (3, True)):
        library.add(path, Front("Sora"), 3, translated)
        assert library.is_translated(path) is is_translated


def test_a_text_without_a_title_has_the_same_name_in_the_library_and_when_open(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "000_bc57.txt"
    path.write_text("Der Markt wächst seit Jahren. Die Preise fallen.\n")
    library.import_paths([path])
    with open_service(engine="fake") as service:
        assert open_text(service, path).title == library.texts()[0].name == path.name
