from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Label

from reader.core.vocabulary import VocabularyEntry
from reader.errors import DocumentError
from reader.service.vocabulary import VocabularyFile
from reader.store.paths import find_paths
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.input_dialog import LineDialog
from reader.tui.screens.question import QuestionScreen
from reader.tui.screens.vocabulary import EMPTY, VocabularyScreen
from tests.formats.test_vocabulary_tsv import MARKT
from tests.tui.staging import Stage, wait_until

pytestmark = pytest.mark.asyncio

HAUS = VocabularyEntry(
    "Haus", translation="house [b]", source="Das Haus steht.", added="2026-11-23"
)
GEHEN = VocabularyEntry("ging", "gehen", translation="go", added="2026-11-24")


@pytest.fixture
def vocabulary(reader_home: Path) -> VocabularyFile:
    file = VocabularyFile(find_paths({"READER_HOME": str(reader_home)}))
    for entry in (MARKT, HAUS, GEHEN):
        file.add(entry)
    return file


def stage(vocabulary: VocabularyFile) -> Stage[None]:
    async def load() -> list[VocabularyEntry]:
        return vocabulary.read()

    async def remove(entry: VocabularyEntry) -> int:
        return vocabulary.remove_entry(entry)

    async def export(path: Path) -> int:
        return vocabulary.export(path)

    return Stage(VocabularyScreen(load, remove, export))


def rows(pilot: Pilot[None]) -> list[str]:
    table = pilot.app.screen_stack[1].query_one(DataTable)
    return [str(table.get_row_at(at)[1]) for at in range(table.row_count)]


def label(pilot: Pilot[None], name: str) -> str:
    return str(pilot.app.screen_stack[1].query_one(f"#{name}", Label).content)


async def press_and_wait_for(
    pilot: Pilot[None], key: str, screen: type[object]
) -> None:
    await pilot.press(key)
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, screen))


async def test_the_newest_word_is_first_and_its_sentences_are_shown(
    vocabulary: VocabularyFile,
) -> None:
    async with stage(vocabulary).run_test() as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        assert rows(pilot) == ["gehen", "Haus", "der Markt, Märkte"]
        assert label(pilot, "vocabulary-title") == "Vocabulary   3 words"
        await pilot.press("down", "j", "k", "up", "down", "j")
        await wait_until(pilot, lambda: MARKT.source in label(pilot, "context"))
        assert label(pilot, "context").split("\n") == [
            MARKT.source,
            MARKT.target,
            MARKT.document,
        ]


@pytest.mark.parametrize("key", ["slash", "f"])
async def test_the_filter_works_while_it_is_typed_and_escape_clears_it(
    vocabulary: VocabularyFile, key: str
) -> None:
    app = stage(vocabulary)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        await pilot.press(key, "h", "o", "u")
        await wait_until(pilot, lambda: rows(pilot) == ["Haus"])
        assert label(pilot, "vocabulary-title") == "Vocabulary   1 of 3 words"
        assert "Das Haus steht." in label(pilot, "context")
        await pilot.press("x", "x")
        await wait_until(pilot, lambda: rows(pilot) == [])
        assert "Esc" in label(pilot, "context")
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        assert app.results == []
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.results == [None])


async def test_enter_goes_from_the_filter_to_the_words(
    vocabulary: VocabularyFile,
) -> None:
    async with stage(vocabulary).run_test() as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        await pilot.press("slash", "g", "o", "enter")
        await wait_until(pilot, lambda: rows(pilot) == ["gehen"])
        assert pilot.app.screen.query_one(DataTable).has_focus


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_a_word_is_removed_after_a_question(
    vocabulary: VocabularyFile, key: str
) -> None:
    async with stage(vocabulary).run_test() as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        await press_and_wait_for(pilot, key, QuestionScreen)
        await pilot.press("n")
        await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        assert len(vocabulary.read()) == 3
        await press_and_wait_for(pilot, key, QuestionScreen)
        await pilot.press("y")
        await wait_until(pilot, lambda: rows(pilot) == ["Haus", "der Markt, Märkte"])
        await press_and_wait_for(pilot, key, QuestionScreen)
        await pilot.press("y")
        await wait_until(pilot, lambda: "   1 word" in label(pilot, "vocabulary-title"))
        assert label(pilot, "vocabulary-title").endswith("1 word")
    assert vocabulary.read() == [MARKT]


async def test_x_exports_and_asks_before_it_overwrites(
    vocabulary: VocabularyFile, tmp_path: Path
) -> None:
    path = tmp_path / "words.apkg"
    app = stage(vocabulary)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        for answers in ((), ("n",), ("y",)):
            await press_and_wait_for(pilot, "x", LineDialog)
            pilot.app.screen.query_one(Input).value = str(path)
            await pilot.press("enter")
            if answers:
                await wait_until(
                    pilot, lambda: isinstance(pilot.app.screen, QuestionScreen)
                )
                path.write_bytes(b"old")
                await pilot.press(*answers)
            await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 2)
            if answers == ("n",):
                assert path.read_bytes() == b"old"
            else:
                await wait_until(pilot, lambda: path.exists() and len(app.notices) > 0)
        await wait_until(pilot, lambda: len(app.notices) == 2)
    assert path.read_bytes().startswith(b"PK")
    assert app.notices[0] == f"3 words written to {path}"


async def test_a_path_that_cannot_be_written_is_a_dialog(
    vocabulary: VocabularyFile, tmp_path: Path
) -> None:
    async with stage(vocabulary).run_test() as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        for name in ("none/words.apkg", "words.docx"):
            await press_and_wait_for(pilot, "x", LineDialog)
            pilot.app.screen.query_one(Input).value = str(tmp_path / name)
            await press_and_wait_for(pilot, "enter", ErrorDialog)
            await pilot.press("escape")
            await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        await press_and_wait_for(pilot, "x", LineDialog)
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 2)


async def test_an_empty_vocabulary_says_how_words_get_into_it(
    vocabulary: VocabularyFile,
) -> None:
    vocabulary.remove(lambda entry: True)
    async with stage(vocabulary).run_test() as pilot:
        await wait_until(pilot, lambda: label(pilot, "context") == EMPTY)
        await pilot.press("d", "down", "enter")
        assert len(pilot.app.screen_stack) == 2


async def test_a_damaged_file_is_a_dialog_and_an_empty_list(
    vocabulary: VocabularyFile,
) -> None:
    vocabulary.path.write_text("nothing of ours\n")
    with pytest.raises(DocumentError):
        vocabulary.read()
    async with stage(vocabulary).run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ErrorDialog))
        await pilot.press("escape")
        await wait_until(pilot, lambda: label(pilot, "context") == EMPTY)
