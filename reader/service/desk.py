"""The desk: one thread that owns a service, and works for a front end that never waits.

SQLite wants one thread, and a screen must not wait for it. Owns the order of the work:
what a person waits for comes first, even while the engine is in the middle of a batch;
what needs the engine comes next, and the text that is being read is translated when
nobody wants anything else. What the work is, others say: see
`reader.service.filling` and `reader.service.fixing`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import heappop, heappush
from itertools import count
from typing import Protocol, TypeVar

from reader.core.interfaces import Decoding, Signature, Translation, Translator
from reader.errors import BackendError, ReaderError
from reader.service.engines import EngineChoice
from reader.service.pipeline import Service

Result = TypeVar("Result")


class Beside(Protocol):
    """Does work in another thread and returns its result."""

    def __call__(self, work: Callable[[], Result], /) -> Result:
        """Return what comes of `work`, or raise its error."""
        ...


class Urgency(IntEnum):
    """Which work comes first."""

    NOW = 0
    """Done even while a batch is translated; such work must not need the engine."""
    ENGINE = 1
    """A person waits for the engine."""
    SPARE = 2
    """Nobody waits, but somebody reads what it is for."""
    AHEAD = 3
    """Nobody reads it yet."""


@dataclass(order=True, slots=True)
class _Job:
    urgency: Urgency
    number: int
    work: Callable[[], None] = field(compare=False)


class Desk:
    """Does work on a service in a thread of its own, the most urgent first."""

    def __init__(self, service: Service) -> None:
        """Take `service` over: from now on nobody else may touch it."""
        self._engine = _PatientEngine(service, self._beside)
        service.translator = self._engine
        self._service = service
        self._jobs: list[_Job] = []
        self._numbers = count()
        self._news = threading.Condition()
        self._is_closing = False
        self._thread = threading.Thread(target=self._work, name="desk", daemon=True)

    def ask(
        self, work: Callable[[Service], Result], urgency: Urgency = Urgency.NOW
    ) -> Future[Result]:
        """Have `work` done with the service, and return what will be its result.

        An error of `work` is the future's. Once the desk is closed nothing is done,
        and the future is cancelled.
        """
        future: Future[Result] = Future()

        with self._news:
            if self._is_closing:
                future.cancel()
                return future
            if not self._thread.is_alive():
                self._thread.start()
            job = _Job(
                urgency,
                next(self._numbers),
                lambda: _run_into(future, lambda: work(self._service)),
            )
            heappush(self._jobs, job)
            self._news.notify_all()
        return future

    def walk(
        self,
        steps: Callable[[Service], Iterator[Result]],
        tell: Callable[[Result], object],
        urgency: Urgency = Urgency.NOW,
    ) -> Future[None]:
        """Have work done piece by piece, and other work that is as urgent in between.

        `tell` gets each piece, in the desk's thread. Cancelling the future, which is
        never running, ends the work after the piece at hand.
        """
        future: Future[None] = Future()
        pieces: Iterator[Result] | None = None

        def step(service: Service) -> None:
            nonlocal pieces
            if future.cancelled():
                return
            if pieces is None:
                pieces = steps(service)
            for piece in pieces:
                tell(piece)
                go_on()
                return
            _run_into(future, lambda: None)

        def go_on() -> None:
            self.ask(step, urgency).add_done_callback(give_up)

        def give_up(asked: Future[None]) -> None:
            error = None if asked.cancelled() else asked.exception()
            if asked.cancelled():
                future.cancel()
            elif error is not None and future.set_running_or_notify_cancel():
                future.set_exception(error)

        go_on()
        return future

    def warm_up(self) -> None:
        """Have the engine loaded, for it will be needed; what fails is told then."""
        threading.Thread(target=self._engine.warm_up, daemon=True).start()

    def close(self, timeout: float = 3.0) -> None:
        """End the engine and close the service; asked-for `NOW` work is done before.

        Returns at once, whatever the engine is doing; `timeout` is in seconds.
        """
        with self._news:
            self._is_closing = True
            self._news.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _work(self) -> None:
        while (job := self._take(Urgency.AHEAD)) is not None:
            job.work()
        self._service.close()

    def _take(
        self, least: Urgency, awaited: Future[Result] | None = None
    ) -> _Job | None:
        """Wait for a job at least so urgent; None at closing or when `awaited` is done.

        At closing the `NOW` jobs are still handed out: positions and notes are saved.
        """
        with self._news:
            while True:
                least = Urgency.NOW if self._is_closing else least
                if self._jobs and self._jobs[0].urgency <= least:
                    return heappop(self._jobs)
                if self._is_closing or (awaited is not None and awaited.done()):
                    return None
                self._news.wait()

    def _beside(self, work: Callable[[], Result]) -> Result:
        """Do slow `work` in another thread, and what is urgent here meanwhile.

        Raises:
            BackendError: the desk is closed, and nobody waits for the result.
        """
        future: Future[Result] = Future()
        future.add_done_callback(self._wake)
        # A daemon: the program ends though the work does not.
        threading.Thread(target=_run_into, args=(future, work), daemon=True).start()
        while (job := self._take(Urgency.NOW, future)) is not None:
            job.work()
        if not future.done():
            raise BackendError("the reader was closed")
        return future.result()

    def _wake(self, _: object) -> None:
        with self._news:
            self._news.notify_all()


class _PatientEngine:
    """A `Translator` that lets the desk work while its batches are translated.

    Engine and package are looked for when they are needed first: the built-in engine
    may have to be prepared, which takes a while.
    """

    def __init__(self, service: Service, beside: Beside) -> None:
        self._service = service
        self._beside = beside
        self._engine: Translator | None = None
        self._choosing = threading.Lock()
        self._is_closed = False

    @property
    def signature(self) -> Signature:
        """That of the engine; nothing of it is loaded for that."""
        return self._beside(lambda: self._choose().signature)

    def warm_up(self) -> None:
        """Load the engine, in whichever thread."""
        # It fails again when it is needed, and then somebody hears of it.
        with suppress(ReaderError):
            load = getattr(self._start(), "load", None)
            if load is not None:
                load()

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        """Translate one batch."""
        return self._beside(lambda: self._start().translate(sources, decoding))

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        """Return several translations of each sentence."""
        return self._beside(
            lambda: self._start().propose(sources, decoding, beginnings)
        )

    def close(self) -> None:
        """End the engine, also one that is just started; its batch fails."""
        self._is_closed = True
        close = getattr(self._engine, "close", None)
        if close is not None:
            close()

    def _choose(self) -> EngineChoice:
        with self._choosing:
            return self._service.choice

    def _start(self) -> Translator:
        choice = self._choose()
        with self._choosing:
            engine = self._engine = self._engine or choice.start()
        # Closing does not wait for the choice.
        if self._is_closed:
            self.close()
            raise BackendError("the reader was closed")
        return engine


def _run_into(future: Future[Result], work: Callable[[], Result]) -> None:
    """Let `future` have what comes of `work`, whatever that is."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = work()
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)
