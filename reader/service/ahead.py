"""Texts translated ahead: nobody reads them yet, and their English will be there.

Owns which of them comes next; how one text fills in is `reader.service.filling`'s. The
desk does this when nothing else is wanted of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from reader.errors import DocumentError
from reader.service.desk import Desk, Urgency
from reader.service.filling import Failed, Filled, Filler, OpenText, open_text
from reader.service.library import Tally
from reader.service.pipeline import Service

Tell = Callable[[Exception], object]
"""Hears why nothing more is translated ahead, in the desk's thread."""


class Ahead:
    """Translates texts one after the other, whenever the desk has time."""

    def __init__(self, desk: Desk, tell: Tell) -> None:
        self._desk = desk
        self._tell = tell
        self._waiting: dict[Path, None] = {}
        """The first one is being translated; a dictionary keeps their order."""
        self._filler: Filler | None = None

    @property
    def waiting(self) -> list[Path]:
        """The texts to come, the one that is being translated first."""
        return list(self._waiting)

    def add(self, paths: Iterable[Path]) -> None:
        """Translate these texts, too, after those that wait already."""
        new = dict.fromkeys(paths)
        self._desk.ask(lambda service: self._add(service, new))

    def drop(self, path: Path) -> None:
        """Leave a text as it is, after the batch that the engine is at."""
        self._desk.ask(lambda service: self._drop(service, path))

    def _add(self, service: Service, paths: dict[Path, None]) -> None:
        is_idle = not self._waiting
        self._waiting |= paths
        if is_idle:
            self._desk.ask(self._begin, Urgency.AHEAD)

    def _drop(self, service: Service, path: Path) -> None:
        is_first = next(iter(self._waiting), None) == path
        self._waiting.pop(path, None)
        if is_first and self._filler is not None:
            self._filler.pause()
            self._filler = None
            self._desk.ask(self._begin, Urgency.AHEAD)

    def _begin(self, service: Service) -> None:
        """Begin with the first text that can be translated."""
        while self._waiting and self._filler is None:
            path = next(iter(self._waiting))
            try:
                text = open_text(service, path)
            except DocumentError as error:
                service.notify(error.message)
            else:
                if text.is_german:
                    self._filler = Filler(
                        self._desk,
                        text,
                        lambda event: self._hear(service, event),
                        Urgency.AHEAD,
                    )
                    self._filler.resume()
                    return
                service.notify(f"{path} does not look like German")
            del self._waiting[path]

    def _hear(self, service: Service, event: Filled | Failed) -> None:
        """Have the library know what was translated; go on when that was the last."""
        filler = self._filler
        if filler is None or next(iter(self._waiting), None) != event.text.path:
            return
        if isinstance(event, Failed):
            self._filler = None
            self._waiting.clear()
            self._tell(event.error)
            return
        self._note(service, event.text)
        # Asked behind the step that this is told in, which may be the last.
        self._desk.ask(lambda _: self._go_on(service, filler), Urgency.AHEAD)

    def _go_on(self, service: Service, filler: Filler) -> None:
        if self._filler is filler and filler.is_finished:
            self._filler = None
            self._waiting.pop(next(iter(self._waiting)))
            self._begin(service)

    def _note(self, service: Service, text: OpenText) -> None:
        tally = Tally(text.path)
        for pair in text.pairs:
            tally.count(pair)
        service.library.note(tally)
