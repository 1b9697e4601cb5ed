"""Pictures of the reader for the README: `make screenshots` writes them as SVG.

On the built-in engine where it is prepared already, else on the fake one.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from reader.service import open_service
from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen
from tests.conftest import ROOT, SEEDS

PICTURES = ROOT / "tests" / "pictures"
SEED = sorted(SEEDS.glob("*.txt"))[0]
PATIENCE = 600
"""Seconds for the translation of one article."""


async def take(engine: str, folder: Path) -> None:
    """Open an article, and take a picture of each thing that the README tells of."""
    app = ReaderApp(open_service(engine=engine), [SEED])
    async with app.run_test(size=(120, 34)) as pilot:
        await _wait_until_translated(pilot)
        await pilot.press("j", "j", "tab")
        await _save(pilot, folder / "reading.svg")
        await pilot.press("question_mark")
        await _save(pilot, folder / "help.svg")
        await pilot.press("escape", "T", "v", "space")
        await _save(pilot, folder / "learner.svg")


async def _wait_until_translated(pilot: Pilot[None]) -> None:
    for _ in range(10 * PATIENCE):
        screen = pilot.app.screen
        if isinstance(screen, ReadingScreen) and screen.filler is not None:
            if screen.filler.is_finished:
                break
        await pilot.pause(0.1)
    await pilot.pause(1)


async def _save(pilot: Pilot[None], path: Path) -> None:
    await pilot.pause(0.5)
    # Notices of a moment ago are not part of the picture.
    pilot.app.clear_notifications()
    await pilot.pause(0.2)
    picture = pilot.app.export_screenshot(title="reader read seeds/")
    path.write_text(picture + "\n", encoding="utf-8", newline="\n")
    print(path.relative_to(ROOT))


def find_models() -> Path | None:
    """Return the folder of the prepared engines; None without the built-in one."""
    with open_service(engine="builtin") as service:
        return service.paths.models if service.find_package() else None


def main(arguments: Sequence[str]) -> None:
    """Take the pictures with the engine that is named, or the best that is there."""
    models = None if arguments == ["fake"] else find_models()
    # A home of their own: what the user has edited is in no picture.
    home = Path(tempfile.mkdtemp(prefix="reader-pictures-"))
    if models is not None:
        (home / "models").symlink_to(models)
    os.environ["READER_HOME"] = str(home)
    PICTURES.mkdir(exist_ok=True)
    asyncio.run(take("builtin" if models else "fake", PICTURES))
    shutil.rmtree(home)


if __name__ == "__main__":
    main(sys.argv[1:])
