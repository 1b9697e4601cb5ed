"""Engines for tests of what waits for them: held up at a gate, or broken."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.backends.fake import FakeTranslator
from reader.core.interfaces import Decoding, Signature, Translation, Translator
from reader.errors import BackendError
from reader.service import Service, open_service


class GatedTranslator(FakeTranslator):
    """The fake engine, which waits before each batch until its gate is open."""

    def __init__(self) -> None:
        super().__init__(Decoding(beam=1, length_penalty=0.0))
        self.gate = threading.Event()
        self.is_at_work = threading.Event()
        self.is_loaded = threading.Event()
        self.crashes = 0
        """How many of the next batches fail."""
        self.batches: list[list[str]] = []

    def load(self) -> None:
        self.is_loaded.set()

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        self.is_at_work.set()
        self.gate.wait()
        if self.crashes:
            self.crashes -= 1
            raise BackendError("the engine's process died", "try again")
        self.batches.append(list(sources))
        return super().translate(sources, decoding)

    def close(self) -> None:
        self.gate.set()


@dataclass
class Choice:
    """An `EngineChoice` of one ready engine."""

    engine: Translator
    signature: Signature = field(init=False)

    def __post_init__(self) -> None:
        self.signature = self.engine.signature

    def start(self) -> Translator:
        return self.engine


def open_with(engine: Translator, shipped_glossary: bool = False) -> Service:
    """Return a service that gets `engine` where it asks for one."""
    service = open_service(engine="fake", shipped_glossary=shipped_glossary)
    service.__dict__["choice"] = Choice(engine)
    return service
