"""One thread owns the service; what is urgent is done while the engine works."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from queue import Queue
from time import monotonic
from typing import NoReturn

import pytest

from reader.core.glossary.hits import Matches
from reader.core.glossary.terms import Term
from reader.core.interfaces import Signature, Translator
from reader.core.obeying.keeper import TermKeeper
from reader.errors import BackendError, DocumentError, PackageMissingError
from reader.service import Service, open_service
from reader.service.desk import Desk, Urgency
from reader.service.filling import (
    BATCH,
    FIRST,
    Failed,
    Filled,
    Filler,
    OpenText,
    open_text,
)
from reader.service.glossary_editing import remove_entry, save_entry
from tests.conftest import SEEDS
from tests.service.engines import Choice, GatedTranslator, open_with
from tests.service.reading import ARTICLE, write

SEED = sorted(SEEDS.glob("*.txt"))[0]
LONG = 30.0
"""Seconds that nothing here takes unless it hangs."""


@pytest.fixture
def engine() -> GatedTranslator:
    return GatedTranslator()


@pytest.fixture
def desk(engine: GatedTranslator) -> Iterator[Desk]:
    desk = Desk(open_with(engine))
    yield desk
    desk.close()


def read(desk: Desk, path: Path = SEED) -> OpenText:
    return desk.ask(lambda service: open_text(service, path)).result(LONG)


def count_edits(service: Service) -> int:
    return service.memory.measure().edits


def test_all_work_is_done_in_one_thread_that_is_not_the_front_end(desk: Desk) -> None:
    names = {
        desk.ask(lambda service: threading.current_thread().name, urgency).result(LONG)
        for urgency in Urgency
    }
    assert names == {"desk"}


def test_an_error_belongs_to_who_asked(desk: Desk) -> None:
    future = desk.ask(lambda service: open_text(service, Path("fehlt.txt")))
    with pytest.raises(DocumentError):
        future.result(LONG)
    assert desk.ask(count_edits).result(LONG) == 0


def test_urgent_work_is_done_while_a_batch_is_translated(
    desk: Desk, engine: GatedTranslator
) -> None:
    slow = desk.ask(
        lambda service: list(service.translate_text("Der Markt wächst.")),
        Urgency.ENGINE,
    )
    assert engine.is_at_work.wait(LONG)
    edited = desk.ask(lambda service: service.memory.edit([("Ja.", "Yes.")]))
    assert edited.result(LONG) == 1
    assert not slow.done()
    engine.gate.set()
    assert [pair.target for pair in slow.result(LONG)] == ["Red Tkram tshcäw."]


def test_closing_does_not_wait_for_the_engine_and_loses_no_urgent_work(
    desk: Desk, engine: GatedTranslator
) -> None:
    slow = desk.ask(
        lambda service: list(service.translate_text("Der Markt wächst.")),
        Urgency.ENGINE,
    )
    assert engine.is_at_work.wait(LONG)
    edited = desk.ask(lambda service: service.memory.edit([("Ja.", "Yes.")]))
    begun = monotonic()
    desk.close()
    assert monotonic() - begun < 2
    assert edited.result(0) == 1
    assert isinstance(slow.exception(0), BackendError)
    assert desk.ask(count_edits).cancelled()
    with open_service(engine="fake") as service:
        assert count_edits(service) == 1


def test_a_text_is_translated_from_the_reader_on_then_from_its_beginning(
    desk: Desk, engine: GatedTranslator
) -> None:
    engine.gate.set()
    text = read(desk)
    told: Queue[Filled | Failed] = Queue()
    filler = Filler(desk, text, told.put)
    position = len(text.pairs) // 2
    filler.move(position)
    filler.resume()
    seen = gather(told)
    firsts = [min(event.changed) for event in seen if event.changed]
    assert len(firsts) > 3
    turn = firsts.index(min(firsts))
    assert firsts == sorted(firsts[:turn]) + sorted(firsts[turn:])
    assert firsts[0] <= position < firsts[0] + 3 * BATCH
    assert seen[-1].done == seen[-1].total
    assert all(
        pair.target for pair in text.pairs if pair.sentence.kind != "boilerplate"
    )


def test_the_batches_are_the_same_wherever_the_reader_begins(
    desk: Desk, engine: GatedTranslator
) -> None:
    engine.gate.set()
    runs = []
    for position in (0, 17):
        told: Queue[Filled | Failed] = Queue()
        filler = Filler(desk, read(desk), told.put)
        filler.move(position)
        filler.resume()
        gather(told)
        runs.append([tuple(batch) for batch in engine.batches])
        engine.batches.clear()
        desk.ask(lambda service: service.memory.clear()).result(LONG)
    top, middle = runs
    assert set(top) == set(middle)
    assert len(top[0]) == FIRST and len(middle[0]) == BATCH


class _Hinted(GatedTranslator):
    """An engine that is told the terms, so that they are found before its batch."""

    @property
    def signature(self) -> Signature:
        return replace(super().signature, hints="form-1")


@pytest.mark.parametrize("engine", [GatedTranslator(), _Hinted()])
def test_the_terms_of_a_batch_are_found_and_of_no_other_sentence_yet(
    engine: GatedTranslator,
) -> None:
    found: list[str] = []

    def find(source: str) -> Matches:
        found.append(source)
        return Matches()

    service = open_with(engine)
    service.__dict__["keeper"] = TermKeeper(
        find, _never, _never, lambda source, *_: source
    )
    desk = Desk(service)
    Filler(desk, read(desk), lambda event: None).resume()
    assert engine.is_at_work.wait(LONG)
    desk.ask(lambda service: None).result(LONG)
    assert len(found) == FIRST and not engine.gate.is_set()
    desk.close()


def _never(*_: object) -> NoReturn:
    raise AssertionError("nothing was found")


def test_the_engine_is_loaded_before_it_is_needed(
    desk: Desk, engine: GatedTranslator
) -> None:
    desk.warm_up()
    assert engine.is_loaded.wait(LONG)
    assert not engine.batches


def test_an_engine_that_comes_after_the_end_is_ended(engine: GatedTranslator) -> None:
    is_chosen, may_start = threading.Event(), threading.Event()

    class Slow(Choice):
        def start(self) -> Translator:
            is_chosen.set()
            may_start.wait(LONG)
            return super().start()

    service = open_with(engine)
    service.__dict__["choice"] = Slow(engine)
    desk = Desk(service)
    desk.warm_up()
    assert is_chosen.wait(LONG)
    desk.ask(lambda service: None).result(LONG)
    desk.close()
    may_start.set()
    # Closing opens its gate.
    assert engine.gate.wait(LONG)
    assert not engine.is_loaded.is_set()


def test_an_engine_that_is_not_there_is_told_when_it_is_needed() -> None:
    desk = Desk(open_service(engine="argos"))
    told: Queue[Filled | Failed] = Queue()
    desk.warm_up()
    Filler(desk, read(desk), told.put).resume()
    while not isinstance(event := told.get(timeout=LONG), Failed):
        assert event.done == 0
    assert isinstance(event.error, PackageMissingError)
    desk.close()


def test_what_the_memory_knows_needs_no_engine(
    desk: Desk, engine: GatedTranslator
) -> None:
    engine.gate.set()
    first: Queue[Filled | Failed] = Queue()
    Filler(desk, read(desk), first.put).resume()
    gather(first)
    batches = len(engine.batches)
    again: Queue[Filled | Failed] = Queue()
    Filler(desk, read(desk), again.put).resume()
    assert gather(again)[-1].rate == 0
    assert len(engine.batches) == batches


def test_a_paused_text_goes_on_where_it_was(
    desk: Desk, engine: GatedTranslator
) -> None:
    told: Queue[Filled | Failed] = Queue()
    filler = Filler(desk, read(desk), told.put)
    filler.resume()
    assert engine.is_at_work.wait(LONG)
    filler.pause()
    engine.gate.set()
    assert desk.ask(lambda service: True, Urgency.SPARE).result(LONG)
    events = [told.get_nowait() for _ in range(told.qsize())]
    assert [e.done for e in events if isinstance(e, Filled)] == [0, FIRST]
    filler.resume()
    assert gather(told)[-1].done > FIRST


def test_a_crash_of_the_engine_is_told_and_can_be_tried_again(
    desk: Desk, engine: GatedTranslator
) -> None:
    engine.gate.set()
    engine.crashes = 1
    told: Queue[Filled | Failed] = Queue()
    filler = Filler(desk, read(desk), told.put)
    filler.resume()
    while not isinstance(event := told.get(timeout=LONG), Failed):
        assert isinstance(event, Filled) and event.done == 0
    assert "died" in str(event.error) and filler.is_paused
    filler.resume()
    assert gather(told)[-1].done


def gather(told: Queue[Filled | Failed]) -> list[Filled]:
    """Return what is told until the text is done."""
    seen: list[Filled] = []
    while not seen or seen[-1].done < seen[-1].total:
        event = told.get(timeout=LONG)
        assert isinstance(event, Filled), event
        seen.append(event)
    return seen


def test_a_term_that_is_undone_in_the_middle_of_a_batch_leaves_no_trace(
    desk: Desk, engine: GatedTranslator, tmp_path: Path
) -> None:
    term = Term("Rechenleistung", ("computing power",))
    path = write(tmp_path, "a.txt", ARTICLE)
    desk.ask(lambda service: save_entry(service, None, term)).result(LONG)
    told: Queue[Filled | Failed] = Queue()
    text = read(desk, path)
    Filler(desk, text, told.put).resume()
    assert engine.is_at_work.wait(LONG)
    desk.ask(
        lambda service: remove_entry(service, service.glossary.effective[0])
    ).result(LONG)
    engine.gate.set()
    gather(told)
    assert not any(pair.terms for pair in text.pairs)
    assert "computing power" not in str(text.pairs)


def test_work_in_pieces_lets_other_work_in_between(desk: Desk) -> None:
    done: list[str] = []
    others: list[Future[None]] = []

    def steps(service: Service) -> Iterator[str]:
        for number in range(3):
            others.append(desk.ask(lambda _: done.append("other")))
            yield str(number)

    desk.walk(steps, done.append).result(LONG)
    assert done == ["0", "other", "1", "other", "2", "other"]


def test_work_in_pieces_ends_when_it_is_cancelled(desk: Desk) -> None:
    done: list[int] = []
    walk: Future[None]

    def tell(number: int) -> None:
        done.append(number)
        walk.cancel()

    with_walk = threading.Event()

    def steps(service: Service) -> Iterator[int]:
        with_walk.wait(LONG)
        yield from range(9)

    walk = desk.walk(steps, tell)
    with_walk.set()
    with pytest.raises(CancelledError):
        walk.result(LONG)
    desk.ask(lambda service: None).result(LONG)
    assert done == [0]


def test_an_error_in_a_piece_of_work_belongs_to_who_asked(desk: Desk) -> None:
    walk = desk.walk(
        lambda service: iter([open_text(service, Path("fehlt.txt"))]),
        lambda text: None,
    )
    with pytest.raises(DocumentError):
        walk.result(LONG)


def test_closing_ends_work_in_pieces(desk: Desk) -> None:
    walk = desk.walk(lambda service: repeat(1), lambda number: None)
    desk.close()
    with pytest.raises(CancelledError):
        walk.result(LONG)
