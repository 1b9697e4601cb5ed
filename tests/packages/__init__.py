"""Packages for tests and benchmarks: the tiny trained one, and how it was made.

README.md beside this file says what it can do and how that was measured.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from reader.store.models import InstalledPackage, place_package
from reader.store.paths import find_paths

TINY = Path(__file__).parent / "translate-de_en-0_1"
"""A small German→English Argos package, trained on everyday sentences and templates."""

HELD_OUT = Path(__file__).parent / "held_out.tsv"
"""Sentence pairs that it has not seen: kind, source, target, links as in "0-0 1-2"."""


def install_package(home: Path, folder: Path, version: str) -> InstalledPackage:
    """Install the Argos package in `folder` for a reader whose home is `home`."""

    def build(staging: Path) -> None:
        shutil.copytree(folder, staging, dirs_exist_ok=True)

    return place_package(
        find_paths({"READER_HOME": str(home)}),
        "translate-de_en",
        build,
        engine="argos",
        version=version,
    )


def install_tiny(home: Path) -> InstalledPackage:
    """Install the tiny package for a reader whose home is `home`."""
    return install_package(home, TINY, "0.1")
