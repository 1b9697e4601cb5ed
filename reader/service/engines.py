"""Which engine will run: settings and installed packages become an `EngineSettings`.

Owns the choice and the getting ready of the built-in engine; loading happens in
`reader.backends.process`, installing in `reader.service.packages`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.core.interfaces import Decoding, EngineSettings, Signature, Translator
from reader.errors import PackageMissingError
from reader.store.settings import Settings

if TYPE_CHECKING:
    from reader.store.models import InstalledPackage

DEFAULT_BEAMS = {"argos": 4, "builtin": 1, "fake": 1}
"""Argos publishes its quality at beam 4; for the built-in engine a wider search
costs more than it gives (see the README's table)."""
LENGTH_PENALTIES = {"argos": 0.2, "builtin": 0.6, "fake": 0.0}
REPETITION_PENALTIES = {"builtin": 1.05}
"""So much the built-in engine hates to say a piece again; figures and names are kept
in more sentences with it (its model card)."""
HINTS = {"builtin": "braces"}
"""How engines that are trained to read hints are told the glossary's English."""


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """The engine that will run, known before anything of it is loaded."""

    settings: EngineSettings
    signature: Signature

    def start(self) -> Translator:
        """Return the engine: in a process of its own, started at its first batch."""
        if self.settings.engine == "fake":
            from reader.backends.fake import FakeTranslator

            return FakeTranslator(self.settings.decoding)
        from reader.backends.process import EngineProcess

        return EngineProcess(self.settings, self.signature)


def find_package(
    settings: Settings, packages: Iterable[InstalledPackage]
) -> InstalledPackage | None:
    """Return the installed package that `settings` ask for, or None.

    `auto` takes the newest German→English Argos package, else the built-in engine.

    Raises:
        PackageMissingError: a package was named and is not installed, or the engine
            must be argos and there is none.
    """
    usable = [
        package
        for package in packages
        if (package.from_code, package.to_code) == ("de", "en")
        and settings.engine in ("auto", package.engine)
    ]
    if settings.package and settings.engine in ("auto", "argos"):
        usable = [
            package
            for package in usable
            if settings.package in (package.name, package.label)
        ]
        if not usable:
            raise PackageMissingError(
                f"the package '{settings.package}' is not installed",
                "reader models list",
            )
    if settings.engine == "argos" and not usable:
        raise PackageMissingError(
            "no German-English Argos package is installed",
            "reader models install translate-de_en",
        )
    return max(usable, key=_preference, default=None)


def choose_fake(settings: Settings) -> EngineChoice:
    """Return the choice of the engine for tests and screenshots."""
    from reader.backends.fake import FakeTranslator

    decoding = decoding_for("fake", settings)
    return EngineChoice(
        EngineSettings("fake", decoding=decoding), FakeTranslator(decoding).signature
    )


def choose_package(settings: Settings, package: InstalledPackage) -> EngineChoice:
    """Return the choice of an installed package with the settings in force."""
    decoding = decoding_for(package.engine, settings)
    return EngineChoice(
        EngineSettings(
            engine=package.engine,
            package_dir=str(package.path),
            checksum=package.checksum,
            decoding=decoding,
            threads=settings.threads,
            device=settings.device,
            compute=settings.compute,
        ),
        Signature(
            package.engine,
            package.label.removeprefix(f"{package.engine}-"),
            package.checksum[:16],
            decoding,
            f"{settings.device}/{settings.compute}",
            settings.retry,
            HINTS.get(package.engine, ""),
        ),
    )


def decoding_for(engine: str, settings: Settings) -> Decoding:
    """Return the search of `engine`, with the beam that the settings ask for."""
    return Decoding(
        beam=settings.beam or DEFAULT_BEAMS[engine],
        length_penalty=LENGTH_PENALTIES[engine],
        repetition_penalty=REPETITION_PENALTIES.get(engine, 1.0),
    )


def _preference(package: InstalledPackage) -> tuple[bool, list[int], bool]:
    """Argos before builtin, then the newest, then ours before a foreign folder."""
    numbers = [int(part) for part in package.version.split(".") if part.isdigit()]
    return (package.engine == "argos", numbers, package.is_ours)
