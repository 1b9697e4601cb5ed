"""Texts translated ahead, on the fake engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest

from reader.core.interfaces import Decoding, Translation
from reader.errors import BackendError
from reader.service import Service, open_service
from reader.service.ahead import Ahead
from reader.service.desk import Desk, Urgency
from reader.service.library import Tally

GERMAN = "Der Markt wächst.\n\nDie Preise fallen seit Mai, sagt die Händlerin.\n"


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text(f"Artikel {path.stem}\n\n{GERMAN}", encoding="utf-8")
    return paths


@pytest.fixture
def service() -> Service:
    return open_service(engine="fake")


@pytest.fixture
def desk(service: Service) -> Iterator[Desk]:
    desk = Desk(service)
    yield desk
    desk.close()


def fail(error: Exception) -> None:
    """Nothing may go wrong here; what does ends the desk's thread and the test."""
    raise error


def wait(desk: Desk, ahead: Ahead) -> None:
    """Wait until nothing waits to be translated."""
    idle = Event()

    def look(_: Service) -> None:
        if ahead.waiting:
            desk.ask(look, Urgency.AHEAD)
        else:
            idle.set()

    desk.ask(look, Urgency.AHEAD)
    assert idle.wait(20)


def read_library(desk: Desk) -> dict[str, tuple[int | None, int]]:
    """Return the sentences and the translated ones by the name of the file."""
    texts = desk.ask(lambda service: service.library.texts()).result(20)
    return {text.path.name: (text.sentences, text.translated) for text in texts}


def test_every_text_gets_all_of_its_english(desk: Desk, articles: list[Path]) -> None:
    ahead = Ahead(desk, fail)
    ahead.add(articles)
    wait(desk, ahead)
    assert read_library(desk) == {"a.txt": (3, 3), "b.txt": (3, 3), "c.txt": (3, 3)}


def test_texts_come_in_the_order_in_which_they_were_added(
    desk: Desk, service: Service, articles: list[Path]
) -> None:
    seen: list[list[Path]] = []
    ahead = Ahead(desk, fail)
    library_note = service.library.note

    def note(tally: Tally) -> None:
        seen.append(ahead.waiting)
        library_note(tally)

    service.library.note = note  # type: ignore[method-assign,assignment] # to look in between
    ahead.add(articles[1:])
    ahead.add(articles[:1])
    wait(desk, ahead)
    b, c, a = articles[1], articles[2], articles[0]
    assert list(map(list, dict.fromkeys(map(tuple, seen)))) == [[b, c, a], [c, a], [a]]


def test_a_dropped_text_stays_german_and_the_others_do_not(
    desk: Desk, articles: list[Path]
) -> None:
    ahead = Ahead(desk, fail)
    # Both at once: nothing of the second one is begun.

    def ask_both(_: Service) -> None:
        ahead.add(articles)
        ahead.drop(articles[1])

    desk.ask(ask_both).result(20)
    wait(desk, ahead)
    assert read_library(desk) == {"a.txt": (3, 3), "c.txt": (3, 3)}


def test_what_cannot_be_read_or_is_not_german_is_told_and_left_out(
    articles: list[Path], tmp_path: Path
) -> None:
    told: list[str] = []
    desk = Desk(open_service(told.append, engine="fake"))
    english = tmp_path / "english.txt"
    english.write_text("The market is growing, and so is the price of it all.\n" * 5)
    ahead = Ahead(desk, fail)
    ahead.add([tmp_path / "gone.txt", english, articles[0]])
    wait(desk, ahead)
    assert list(read_library(desk)) == ["a.txt"]
    assert len(told) == 2
    assert "gone.txt" in told[0]
    assert told[1] == f"{english} does not look like German"
    desk.close()


def test_a_failing_engine_is_told_once_and_ends_it(
    desk: Desk, service: Service, articles: list[Path]
) -> None:
    errors: list[Exception] = []
    service.translator.translate = refuse  # type: ignore[method-assign] # it fails
    ahead = Ahead(desk, errors.append)
    ahead.add(articles)
    wait(desk, ahead)
    assert [str(error) for error in errors] == ["the engine is gone"]
    # Known now, and still German.
    assert read_library(desk) == {"a.txt": (3, 0)}


def refuse(
    sources: Sequence[str], decoding: Decoding | None = None
) -> list[Translation]:
    raise BackendError("the engine is gone")


def test_what_a_person_waits_for_comes_before(desk: Desk, articles: list[Path]) -> None:
    order: list[str] = []

    def note(word: str) -> Callable[[Service], None]:
        return lambda _: order.append(word)

    def ask_all(_: Service) -> None:
        desk.ask(note("ahead"), Urgency.AHEAD)
        desk.ask(note("spare"), Urgency.SPARE)
        desk.ask(note("now"))

    desk.ask(ask_all).result(20)
    desk.ask(lambda _: None, Urgency.AHEAD).result(20)
    assert order == ["now", "spare", "ahead"]
