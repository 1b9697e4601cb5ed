from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Label, OptionList

from reader.core.documents import Kind, Sentence
from reader.core.lookup import Answer
from reader.core.pairs import Pair
from reader.core.vocabulary import VocabularyEntry
from reader.errors import DictionaryError, OutputError
from reader.service.dictionary import DictionaryShelf
from reader.tui.screens.dictionary import DictionaryScreen
from tests.formats.dictd_samples import write_dictionary
from tests.service.test_dictionary import lemmatize
from tests.tui.staging import Stage, wait_until

pytestmark = pytest.mark.asyncio

SOURCE = "Auf den Märkten steigt der Rechenleistungsbedarf."
PAIR = Pair(
    Sentence("a.txt", Kind.PARAGRAPH, 1, 1, 0, len(SOURCE), SOURCE),
    target="On the markets the need for computing power grows.",
)


class Words:
    """Answers for a dictionary screen and keeps what it was given."""

    def __init__(self, folder: Path) -> None:
        index = write_dictionary(folder)
        self.shelf = DictionaryShelf(lambda: [index], lemmatize)
        self.asked: list[str] = []
        self.added: list[VocabularyEntry] = []
        self.error: Exception | None = None

    async def look_up(self, word: str) -> Answer:
        self.asked.append(word)
        if self.error is not None:
            raise self.error
        return self.shelf.look_up(word)

    async def add(self, entry: VocabularyEntry) -> bool:
        if self.error is not None:
            raise self.error
        is_new = entry not in self.added
        self.added.append(entry)
        return is_new


@pytest.fixture
def words(tmp_path: Path) -> Words:
    return Words(tmp_path)


def stage(words: Words, word: str, pair: Pair | None = PAIR) -> Stage[None]:
    return Stage(DictionaryScreen(word, words.look_up, words.add, pair))


def answer(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#answer", Label).content)


def entries(pilot: Pilot[None]) -> OptionList:
    return pilot.app.screen.query_one(OptionList)


def prompts(pilot: Pilot[None]) -> list[str]:
    found = []
    for option in entries(pilot).options:
        assert isinstance(option.prompt, Content)
        found.append(option.prompt.plain)
    return found


async def test_a_word_is_looked_up_at_once_with_gender_plural_and_english(
    words: Words,
) -> None:
    async with stage(words, "Märkten").run_test() as pilot:
        await wait_until(pilot, lambda: bool(prompts(pilot)))
        assert answer(pilot) == "Märkten: a form of Markt"
        (prompt,) = prompts(pilot)
        assert prompt.startswith("Markt  der, plural Märkte, noun\n")
        assert "market place <n>, market <n>" in prompt


async def test_a_learns_the_entry_with_its_sentence_and_tells_so(words: Words) -> None:
    app = stage(words, "Märkten")
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: bool(prompts(pilot)))
        await pilot.press("a")
        await wait_until(pilot, lambda: bool(app.notices))
        await pilot.press("a")
        await wait_until(pilot, lambda: len(app.notices) > 1)
    assert words.added[0] == VocabularyEntry(
        word="Märkten",
        lemma="Markt",
        article="der",
        plural="Märkte",
        translation="market place, market",
        source=SOURCE,
        target=PAIR.target or "",
        document="a.txt",
    )
    assert app.notices == [
        "der Markt, Märkte: added to the vocabulary",
        "der Markt, Märkte: changed in the vocabulary",
    ]


@pytest.mark.parametrize("keys", [("down",), ("j",), ("j", "k", "down", "up", "j")])
async def test_the_part_of_a_compound_under_the_cursor_is_learnt(
    words: Words, keys: tuple[str, ...]
) -> None:
    async with stage(words, "Rechenleistungsbedarf").run_test() as pilot:
        await wait_until(pilot, lambda: bool(prompts(pilot)))
        assert answer(pilot) == "der Rechenleistungsbedarf = Rechenleistung + Bedarf"
        assert prompts(pilot)[0].startswith("Bedarf")
        await pilot.press(*keys, "a")
        await wait_until(pilot, lambda: bool(words.added))
    assert (words.added[0].word, words.added[0].source) == ("Rechenleistung", SOURCE)


async def test_slash_and_enter_look_up_another_word_and_letters_are_typed(
    words: Words,
) -> None:
    async with stage(words, "Markt").run_test() as pilot:
        await wait_until(pilot, lambda: bool(prompts(pilot)))
        await pilot.press("slash")
        line = pilot.app.screen.query_one(Input)
        assert line.has_focus
        line.value = ""
        await pilot.press("M", "a", "c", "h", "t", "enter")
        await wait_until(pilot, lambda: answer(pilot) == "Macht")
        assert entries(pilot).has_focus
    assert words.asked == ["Markt", "Macht"] and words.added == []


async def test_without_a_word_one_is_typed(words: Words) -> None:
    async with stage(words, "", None).run_test() as pilot:
        await pilot.press("g", "i", "n", "g", "enter")
        await wait_until(pilot, lambda: len(prompts(pilot)) == 2)
        assert answer(pilot) == "ging: a form of gehen"


async def test_a_word_that_nobody_knows_can_be_learnt_all_the_same(
    words: Words,
) -> None:
    async with stage(words, "Zzz").run_test() as pilot:
        await wait_until(pilot, lambda: "in no dictionary" in answer(pilot))
        await pilot.press("down", "a")
        await wait_until(pilot, lambda: bool(words.added))
    assert (words.added[0].word, words.added[0].translation) == ("Zzz", "")


async def test_without_a_dictionary_the_screen_says_how_to_get_one(
    words: Words,
) -> None:
    words.error = DictionaryError("no dictionary is installed", "apt install it")
    async with stage(words, "Markt").run_test() as pilot:
        await wait_until(pilot, lambda: "apt install it" in answer(pilot))
        assert "no dictionary is installed" in answer(pilot)


@pytest.mark.parametrize("error", [ValueError("odd"), OutputError("the disk is full")])
async def test_an_error_while_adding_is_a_dialog_and_not_the_end(
    words: Words, error: Exception
) -> None:
    app = stage(words, "Markt")
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: bool(prompts(pilot)))
        words.error = error
        await pilot.press("a")
        await wait_until(pilot, lambda: pilot.app.screen is not app.shown)
        await pilot.press("escape")
        await wait_until(pilot, lambda: pilot.app.screen is app.shown)
        assert app.notices == []
        await pilot.press("slash", "enter")
        await wait_until(pilot, lambda: str(error) in answer(pilot))


@pytest.mark.parametrize("keys", [("escape",), ("slash", "escape")])
async def test_escape_closes_from_the_list_and_from_the_line(
    words: Words, keys: tuple[str, ...]
) -> None:
    app = stage(words, "Markt")
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: bool(prompts(pilot)))
        await pilot.press(*keys)
        await wait_until(pilot, lambda: app.results == [None])


async def test_markup_and_controls_of_an_entry_are_shown_as_they_are(
    tmp_path: Path,
) -> None:
    words = Words(tmp_path / "other")
    evil = {"rot": "rot [bold]x[/bold] <adj>\n[red]red[/red] \x1b]0;title\x07\n"}
    index = write_dictionary(tmp_path, evil)
    words.shelf = DictionaryShelf(lambda: [index], lemmatize)
    async with stage(words, "rot", None).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: bool(prompts(pilot)))
        (prompt,) = prompts(pilot)
        assert "[red]red[/red]" in prompt and "\x1b" not in prompt
