"""What the service tells, turned into messages for the screen that is shown.

The service tells it from the desk's threads; posting a message is the one thing that
another thread may do with an app.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from textual.message import Message

from reader.service.pipeline import Meter, Notify, ShowProgress
from reader.tui.messages import Advanced, Finished, Noted

Post = Callable[[Message], object]


def make_notify(post: Post) -> Notify:
    """Return what takes the service's notes."""

    def notify(text: str) -> None:
        post(Noted(text))

    return notify


def make_progress(post: Post) -> ShowProgress:
    """Return what takes the service's progress."""

    @contextmanager
    def show(label: str, total: int | None) -> Iterator[Meter]:
        post(Advanced(label, 0, total))
        try:
            yield _Meter(post, label, total)
        finally:
            post(Finished(label))

    def begin(label: str, total: int | None) -> AbstractContextManager[Meter]:
        return show(label, total)

    return begin


class _Meter:
    def __init__(self, post: Post, label: str, total: int | None) -> None:
        self._post = post
        self._label = label
        self._total = total
        self._done = 0

    def advance(self, amount: int, text: str = "") -> None:
        """Move on by `amount`; the screen hears of every hundredth part."""
        before, self._done = self._done, self._done + amount
        step = max((self._total or 0) // 100, 1)
        if before // step != self._done // step:
            self._post(Advanced(self._label, self._done, self._total))
