"""The engine in a process of its own.

Owns the child: it starts it, gives it batches and ends it. A native batch cannot be
interrupted, so Ctrl+C ends the child; a crash or an out-of-memory kill there is an
error message here, and closing gives the memory back.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from types import ModuleType
from typing import ParamSpec, TypeVar

from reader.core.interfaces import (
    Decoding,
    EngineSettings,
    Signature,
    Translation,
    Translator,
)
from reader.errors import BackendError

P = ParamSpec("P")
R = TypeVar("R")


def load_translator(settings: EngineSettings) -> Translator:
    """Return the engine that `settings` name, loaded in this process.

    Raises:
        PackageError: the model's files are missing or broken.
        BackendError: the engine does not load them.
    """
    match settings.engine:
        case "argos":
            from reader.backends import argos

            return argos.load(settings)
        case "builtin":
            from reader.backends import builtin

            return builtin.load(settings)
        case "fake":
            from reader.backends import fake

            return fake.load(settings)
    raise BackendError(
        f"there is no engine '{settings.engine}'", "use argos, builtin or auto"
    )


class EngineProcess:
    """A `Translator` whose work is done in a child process, started at first use."""

    def __init__(self, settings: EngineSettings, signature: Signature) -> None:
        self._settings = settings
        self._signature = signature
        self._executor: ProcessPoolExecutor | None = None
        self._is_closed = False
        self._starting = threading.Lock()
        self.pid = 0
        """The child's process id; 0 while there is none."""

    @property
    def signature(self) -> Signature:
        """Known before the engine is loaded, from the package's manifest."""
        return self._signature

    def load(self) -> None:
        """Load the engine, if it is not; another thread may ask for work meanwhile.

        Raises:
            PackageError: the model cannot be loaded.
            BackendError: the child died twice.
        """
        self._call(_is_loaded)

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        """Translate one batch in the child; a child that died is replaced once.

        Raises:
            PackageError: the model cannot be loaded.
            BackendError: the engine failed, or died twice on this batch.
        """
        return self._call(_translate, list(sources), decoding)

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        """Return several translations of each sentence, made in the child.

        Raises:
            PackageError: the model cannot be loaded.
            BackendError: the engine failed, or died twice on this batch.
        """
        starts = None if beginnings is None else list(beginnings)
        return self._call(_propose, list(sources), decoding, starts)

    def close(self) -> None:
        """End the child at once, whatever it is doing; another thread may ask it.

        A batch that is being translated fails, and no other child is started.
        """
        self._is_closed = True
        self._end_child()

    def _end_child(self) -> None:
        executor, self._executor = self._executor, None
        if executor is None:
            return
        if self.pid:
            with suppress(ProcessLookupError):
                os.kill(self.pid, _END)
        # Another thread that is just starting the child ends it there.
        is_known, self.pid = bool(self.pid), 0
        executor.shutdown(wait=is_known, cancel_futures=True)

    def _call(self, function: Callable[P, R], *work: P.args, **more: P.kwargs) -> R:
        try:
            return self._attempt(function, *work, **more)
        except BrokenProcessPool:
            self._end_child()
        try:
            return self._attempt(function, *work, **more)
        except BrokenProcessPool as error:
            self._end_child()
            raise BackendError(
                "the engine's process died twice on the same batch "
                "(out of memory, perhaps)",
                "close other programs or use '--fast --threads 1', then try "
                "again: what was finished is kept",
            ) from error

    def _attempt(self, function: Callable[P, R], *work: P.args, **more: P.kwargs) -> R:
        with self._starting:
            if self._executor is None and not self._is_closed:
                self._start()
            executor = self._executor
        # Closing does not wait for the start.
        if executor is None:
            raise BackendError("the engine was ended", "type the same command again")
        return _await(executor.submit(function, *work, **more))

    def _start(self) -> None:
        with _with_real_stderr():
            executor = ProcessPoolExecutor(
                max_workers=1,
                mp_context=get_context("spawn"),
                initializer=_prepare_child,
            )
        self._executor = executor
        try:
            with _child_deaf_to_interrupts(), _without_main():
                started = executor.submit(os.getpid)
            self.pid = _await(started)
            if self._is_closed:
                raise BackendError("the engine was ended while it was started")
            _await(executor.submit(_load, self._settings))
        except BaseException:
            # A child without an engine must not get the next batch.
            self._executor = executor
            self._end_child()
            raise


_END = getattr(signal, "SIGKILL", signal.SIGTERM)

_loaded: Translator | None = None
"""The child's engine; None in every other process."""


def _load(settings: EngineSettings) -> None:
    global _loaded
    _loaded = load_translator(settings)


def _is_loaded() -> bool:
    return _loaded is not None


def _translate(sources: list[str], decoding: Decoding | None) -> list[Translation]:
    assert _loaded is not None
    return _loaded.translate(sources, decoding)


def _propose(
    sources: list[str], decoding: Decoding | None, beginnings: list[str] | None
) -> list[list[Translation]]:
    assert _loaded is not None
    return _loaded.propose(sources, decoding, beginnings)


def _prepare_child() -> None:
    """Leave Ctrl+C to the parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _await(future: Future[R]) -> R:
    # A wait without a limit cannot be interrupted on every platform.
    while not future.done():
        wait((future,), timeout=1.0)
    return future.result()


@contextmanager
def _child_deaf_to_interrupts() -> Iterator[None]:
    """Start children that ignore Ctrl+C from their first instruction.

    An ignored signal stays ignored over exec; only the main thread may say so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _with_real_stderr() -> Iterator[None]:
    """Let multiprocessing find the file behind standard error.

    It hands it on to a helper process of its own; what a full-screen program puts in
    its place has none.
    """
    before = sys.stderr
    sys.stderr = sys.__stderr__
    try:
        yield
    finally:
        sys.stderr = before


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep a spawned child from running the user's script a second time.

    multiprocessing imports the parent's main module in the child; ours needs
    nothing from there, and a script without a `__name__` guard would loop.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
