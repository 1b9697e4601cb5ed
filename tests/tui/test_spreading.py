"""A term that another text of the library cannot obey: told, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.service import open_service
from reader.tui.screens.changes_dialog import ChangesDialog
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.term_dialog import TermDialog
from tests.tui.reading import (
    ARTICLE,
    make_app,
    open_translated,
    reading,
    wait_for,
    wait_until,
)

pytestmark = pytest.mark.asyncio


async def test_a_text_that_became_unreadable_is_told_in_a_dialog(
    tmp_path: Path,
) -> None:
    article, other = tmp_path / "markt.txt", tmp_path / "anderer.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    other.write_text("Es fehlt an Rechenleistung.\n", encoding="utf-8")
    service = open_service(engine="fake", shipped_glossary=False)
    app = make_app(other, service)
    async with app.run_test(size=(100, 40)) as pilot:
        await open_translated(pilot)
        app.open_text(article)
        await wait_until(pilot, lambda: reading(pilot).path == article)
        screen = await open_translated(pilot)
        await wait_until(pilot, lambda: all(t.translated for t in app.library.texts()))
        other.write_bytes(bytes(range(256)) * 20)
        # "Rechenleistung", the fourth word of the second sentence.
        await pilot.press("j", *"llllt")
        dialog = await wait_for(pilot, TermDialog)
        assert dialog.query_one("#source", Input).value == "Rechenleistung"
        dialog.query_one("#target", Input).value = "computing power"
        await pilot.press("ctrl+s")
        wanted = {ErrorDialog, ChangesDialog}
        await wait_until(pilot, lambda: wanted <= set(map(type, app.screen_stack)))
        (error,) = [one for one in app.screen_stack if isinstance(one, ErrorDialog)]
        assert "anderer.txt" in str(error.query_one(".message").render())
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("escape")
        await wait_for(pilot, ReadingScreen)
        # What was done stays done, and can be undone.
        assert [entry.term.source for entry in service.glossary.effective] == [
            "Rechenleistung"
        ]
        assert len(screen.deeds) == 1
