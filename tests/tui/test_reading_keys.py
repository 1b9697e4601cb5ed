"""Every key of the reading screen does what the help says, also while a worker runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Label, OptionList, Select, TextArea

from reader.core.explaining import explain_flags
from reader.service import open_service
from reader.tui.app import ReaderApp
from reader.tui.keys import find_group
from reader.tui.screens.changes_dialog import ChangesDialog
from reader.tui.screens.copy_dialog import CopyDialog
from reader.tui.screens.details_dialog import DetailsDialog
from reader.tui.screens.dictionary import DictionaryScreen
from reader.tui.screens.edit_dialog import EditDialog
from reader.tui.screens.export_dialog import ExportDialog
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.input_dialog import LineDialog
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.list_dialog import ListDialog
from reader.tui.screens.note_dialog import NoteDialog
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.search_dialog import SearchDialog
from reader.tui.screens.term_dialog import TermDialog
from reader.tui.screens.vocabulary import VocabularyScreen
from reader.tui.themes import THEMES
from reader.tui.widgets.pairs_view import WordPlace
from reader.tui.widgets.status_panel import StatusPanel
from tests.formats.dictd_samples import write_dictionary
from tests.service.engines import GatedTranslator, open_with
from tests.tui.reading import (
    ARTICLE,
    SEED,
    make_app,
    open_translated,
    reading,
    wait_for,
    wait_until,
)

pytestmark = pytest.mark.asyncio

MARKET, PRICES, MODEL, SCARCE, RISE, LAST = 1, 2, 3, 4, 5, 6
"""Sentences of the article, behind its heading."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "texte" / "markt.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def app(article: Path) -> ReaderApp:
    return make_app(article, open_service(engine="fake", shipped_glossary=False))


def panel(pilot: Pilot[None]) -> str:
    return reading(pilot).query_one(StatusPanel).content.plain


async def type_text(pilot: Pilot[None], text: str) -> None:
    names = {" ": "space", ".": "full_stop", ",": "comma", "|": "vertical_line"}
    await pilot.press(*(names.get(char, char) for char in text))


@pytest.mark.parametrize("is_busy", (False, True), ids=("done", "translating"))
async def test_keys_that_move(article: Path, is_busy: bool) -> None:
    engine = GatedTranslator()
    if not is_busy:
        engine.gate.set()
    async with make_app(article, open_with(engine)).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, engine.is_at_work.is_set)
        view = reading(pilot).view
        for key, position in (
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("up", 0),
            ("right_curly_bracket", 1),
            ("ctrl+down", 3),
            ("left_curly_bracket", 1),
            ("ctrl+up", 0),
            ("end", LAST),
            ("home", 0),
            ("pagedown", LAST),
            ("pageup", 0),
        ):
            await pilot.press(key)
            assert view.position == position, key
        await pilot.press("l", "right", "l", "h")
        assert view.selected_text == "Markt"
        await pilot.press("shift+right")
        assert view.selected_text == "Markt wächst"
        await pilot.press("shift+left", "left")
        assert view.selected_text == "Der"
        await pilot.press("escape")
        assert view.word is None


async def test_tab_goes_from_term_to_term_and_the_panel_tells_of_it(
    article: Path,
) -> None:
    async with make_app(article).run_test() as pilot:
        screen = await open_translated(pilot)
        await wait_until(pilot, lambda: bool(screen._entries))
        await pilot.press("tab")
        assert screen.view.selected_text == "Rechenleistung"
        assert "Rechenleistung → computing power  enforced" in panel(pilot)
        assert "shipped glossary" in panel(pilot)
        await pilot.press("o")
        assert screen.view.selected_text == "computing power"
        await pilot.press("tab")
        assert screen.view.position == MODEL
        await pilot.press("shift+tab")
        assert screen.view.position == MARKET


@pytest.mark.parametrize(
    ("width", "layouts"),
    [
        (120, ["auto", "german", "english", "interleaved"]),
        # One above the other is what the first one is here, too.
        (80, ["auto", "german", "english"]),
    ],
)
async def test_v_changes_the_layout_and_space_reveals(
    app: ReaderApp, width: int, layouts: list[str]
) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        view = (await open_translated(pilot)).view
        for layout in layouts:
            assert view.arrangement == layout
            await pilot.press("v")
        assert view.arrangement == "auto"
        await pilot.press("v")
        height = view.virtual_size.height
        await pilot.press("space")
        assert view.virtual_size.height > height
        await pilot.press("enter")
        assert view.virtual_size.height == height


async def test_i_explains_flags_and_terms(article: Path) -> None:
    async with make_app(article).run_test(size=(100, 40)) as pilot:
        screen = await open_translated(pilot)
        await pilot.press("f")
        flagged = screen.view.current_pair
        assert flagged is not None and flagged.flags
        await pilot.press("i")
        await wait_for(pilot, DetailsDialog)
        text = str(pilot.app.screen.query_one("#details-text Static").render())
        sentence, target = flagged.sentence.source, flagged.target or ""
        said = explain_flags(sentence, target, flagged.flags, flagged.terms)
        for flag, meaning in zip(flagged.flags, said, strict=True):
            assert f"⚠ {flag}: {meaning}" in text
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_the_keys_between_flags() -> None:
    async with make_app(SEED).run_test() as pilot:
        view = (await open_translated(pilot)).view
        flagged = [n for n, pair in enumerate(view.pairs) if pair.flags]
        assert len(flagged) > 2
        await pilot.press("end")
        last = view.position
        await pilot.press("F")
        assert view.position == max(n for n in flagged if n < last)
        await pilot.press("home")
        first = view.position
        await pilot.press("f")
        assert view.position == min(n for n in flagged if n > first)


async def test_slash_searches_both_languages_and_n_goes_on(app: ReaderApp) -> None:
    async with app.run_test() as pilot:
        screen = await open_translated(pilot)
        await pilot.press("slash")
        await wait_for(pilot, SearchDialog)
        await type_text(pilot, "preise")
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(screen.found))
        assert screen.view.position == PRICES
        assert "match 1 of 2 · sentence" in panel(pilot)
        await pilot.press("n")
        assert screen.view.position == RISE
        assert "match 2 of 2 · sentence" in panel(pilot)
        await pilot.press("n")
        assert screen.view.position == PRICES
        await pilot.press("N")
        assert screen.view.position == RISE
        await pilot.press("escape")
        assert not screen.found
        # English: "letzte" turned round.
        await pilot.press("slash")
        await wait_for(pilot, SearchDialog)
        field = pilot.app.screen.query_one(Input)
        assert field.value == "preise"
        field.value = "etztel"
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(screen.found))
        assert screen.view.position == LAST
        assert screen.found[0].side == "target"


async def test_a_regular_expression_is_searched_and_a_wrong_one_is_told(
    app: ReaderApp,
) -> None:
    async with app.run_test() as pilot:
        screen = await open_translated(pilot)
        await pilot.press("slash")
        await wait_for(pilot, SearchDialog)
        await pilot.press("ctrl+r")
        pilot.app.screen.query_one(Input).value = r"\d,\d Mill"
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(screen.found))
        assert screen.view.position == MODEL
        await pilot.press("slash")
        await wait_for(pilot, SearchDialog)
        pilot.app.screen.query_one(Input).value = "(Markt"
        await pilot.press("enter")
        await wait_until(pilot, lambda: "no regular expression" in notices(pilot))


async def test_the_whole_library_is_searched(app: ReaderApp, article: Path) -> None:
    other = article.with_name("fluss.txt")
    other.write_text("Der Fluss ist lang.\n\nIm Fluss schwimmt ein Fisch.\n")
    app.library.import_paths([other])
    async with app.run_test() as pilot:
        await open_translated(pilot)
        await pilot.press("slash")
        await wait_for(pilot, SearchDialog)
        await pilot.press("ctrl+l")
        await type_text(pilot, "schwimmt")
        await pilot.press("enter")
        await wait_for(pilot, ListDialog)
        listed = pilot.app.screen.query_one(OptionList)
        await wait_until(pilot, lambda: listed.option_count == 1)
        await pilot.press("enter")
        await wait_until(pilot, lambda: reading(pilot).path == other)
        screen = await open_translated(pilot)
        await wait_until(pilot, lambda: bool(screen.found))
        assert screen.view.position == 1


async def test_g_jumps_to_a_paragraph(app: ReaderApp) -> None:
    async with app.run_test() as pilot:
        screen = await open_translated(pilot)
        await pilot.press("g")
        await wait_for(pilot, LineDialog)
        await pilot.press("3", "enter")
        await wait_until(pilot, lambda: screen.view.position == MODEL)


async def test_bookmarks_and_notes_are_kept_and_listed(
    app: ReaderApp, article: Path
) -> None:
    async with app.run_test() as pilot:
        screen = await open_translated(pilot)
        await pilot.press("end", "b", "home", "j", "m")
        await wait_for(pilot, NoteDialog)
        await type_text(pilot, "nachlesen")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "nachlesen" in panel(pilot))
        await pilot.press("B")
        await wait_for(pilot, ListDialog)
        assert pilot.app.screen.query_one(OptionList).option_count == 2
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: screen.view.position == LAST)
        assert app.library.bookmarked(article, screen.text.sentences) == {LAST}  # type: ignore[union-attr] # there is a text
        await pilot.press("b")
        assert not app.library.bookmarks(article)


async def test_y_copies(app: ReaderApp) -> None:
    async with app.run_test() as pilot:
        await open_translated(pilot)
        for keys, copied in (
            ("yp", "Der Markt wächst\nRed Tkram tshcäw"),
            ("yy", "Der Markt wächst\nRed Tkram tshcäw"),
            ("yg", "Der Markt wächst"),
            ("ye", "Red Tkram tshcäw"),
            ("lyw", "Der"),
        ):
            await pilot.press(*keys[:-1])
            await wait_for(pilot, CopyDialog)
            await pilot.press(keys[-1])
            await wait_for(pilot, ReadingScreen)
            assert app.clipboard == copied, keys


async def test_x_exports_in_a_chosen_format(app: ReaderApp, article: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await open_translated(pilot)
        await pilot.press("x")
        await wait_for(pilot, ExportDialog)
        pilot.app.screen.query_one("#format", Select).value = "tsv"
        await pilot.pause()
        await pilot.press("ctrl+s")
        output = article.with_name("markt.txt.tsv")
        await wait_until(pilot, output.exists)
        assert "Red Tkram tshcäw" in output.read_text(encoding="utf-8")


async def test_e_edits_and_u_takes_it_back(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        view = (await open_translated(pilot)).view
        machine = view.pairs[0].target
        await pilot.press("e")
        await wait_for(pilot, EditDialog)
        area = pilot.app.screen.query_one(TextArea)
        assert area.text == machine
        await pilot.press("ctrl+end", "x")
        assert area.text == f"{machine}x"
        await pilot.press("ctrl+z")
        assert area.text == machine
        area.text = "The market is growing"
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: view.pairs[0].edited)
        assert view.pairs[0].target == "The market is growing"
        assert "edited by you" in panel(pilot)
        await pilot.press("u")
        await wait_until(pilot, lambda: not view.pairs[0].edited)
        assert view.pairs[0].target == machine


async def test_an_edit_can_be_reset_to_the_machine(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        view = (await open_translated(pilot)).view
        machine = view.pairs[0].target
        await edit(pilot, "The market grows")
        await wait_until(pilot, lambda: view.pairs[0].edited)
        await pilot.press("e")
        await wait_for(pilot, EditDialog)
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: not view.pairs[0].edited)
        assert view.pairs[0].target == machine


async def test_other_translations_of_the_engine_are_offered(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        view = (await open_translated(pilot)).view
        machine = view.pairs[0].target
        await edit(pilot, "The market grows")
        await wait_until(pilot, lambda: view.pairs[0].edited)
        await pilot.press("e")
        await wait_for(pilot, EditDialog)
        offered = pilot.app.screen.query_one(OptionList)
        await wait_until(pilot, lambda: offered.option_count == 1)
        await pilot.press("tab", "enter")
        area = pilot.app.screen.query_one(TextArea)
        await wait_until(pilot, lambda: area.text == machine)
        await pilot.press("ctrl+z")
        assert area.text == "The market grows"


async def test_an_edit_is_saved_while_the_engine_works(article: Path) -> None:
    engine = GatedTranslator()
    app = make_app(article, open_with(engine))
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, engine.is_at_work.is_set)
        view = reading(pilot).view
        await edit(pilot, "The market grows")
        await wait_until(pilot, lambda: view.pairs[0].edited)
        assert view.pairs[1].target is None
        engine.gate.set()
        await open_translated(pilot)
        assert view.pairs[0].target == "The market grows"
        assert view.pairs[1].target


async def edit(pilot: Pilot[None], english: str) -> None:
    await pilot.press("e")
    await wait_for(pilot, EditDialog)
    pilot.app.screen.query_one(TextArea).text = english
    await pilot.press("ctrl+s")


async def test_t_makes_a_term_that_is_obeyed_at_once_and_u_undoes_it(
    app: ReaderApp,
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await open_translated(pilot)
        view = screen.view
        before = [pair.target for pair in view.pairs]
        await make_term(pilot, "computing power")
        dialog = await wait_for(pilot, ChangesDialog)
        assert [change.index for change in dialog._changes] == [MARKET, SCARCE]
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: view.position == SCARCE)
        for index in (MARKET, SCARCE):
            pair = view.pairs[index]
            assert "computing power" in (pair.target or "")
            assert pair.terms[0].status == "enforced"
        path = app.desk._service.paths.glossary
        assert "Rechenleistung\tcomputing power" in path.read_text(encoding="utf-8")
        await pilot.press("u")
        await wait_until(pilot, lambda: [p.target for p in view.pairs] == before)
        assert "Rechenleistung" not in path.read_text(encoding="utf-8")


async def test_the_list_of_changes_undoes_the_term_with_one_key(
    app: ReaderApp,
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        view = (await open_translated(pilot)).view
        before = [pair.target for pair in view.pairs]
        await make_term(pilot, "computing power")
        await wait_for(pilot, ChangesDialog)
        assert [pair.target for pair in view.pairs] != before
        await pilot.press("u")
        await wait_until(pilot, lambda: [p.target for p in view.pairs] == before)


async def test_a_term_that_is_known_is_told(article: Path) -> None:
    async with make_app(article).run_test(size=(100, 40)) as pilot:
        await open_translated(pilot)
        await pilot.press("tab", "t")
        await wait_for(pilot, TermDialog)
        label = pilot.app.screen.query_one("#check")
        await wait_until(
            pilot, lambda: "Known in the shipped glossary" in str(label.render())
        )
        await pilot.press("escape")
        await wait_for(pilot, ReadingScreen)


async def test_a_term_changes_the_other_texts_of_the_library(
    app: ReaderApp, article: Path
) -> None:
    other = article.with_name("anderer.txt")
    other.write_text("Es fehlt an Rechenleistung. Das ist so.\n", encoding="utf-8")
    async with app.run_test(size=(100, 40)) as pilot:
        await open_translated(pilot)
        app.open_text(other)
        await wait_until(pilot, lambda: reading(pilot).path == other)
        await open_translated(pilot)
        app.open_text(article)
        await wait_until(pilot, lambda: reading(pilot).path == article)
        await open_translated(pilot)
        await make_term(pilot, "computing power")
        await wait_for(pilot, ChangesDialog)
        await wait_until(pilot, lambda: "1 sentence in other texts" in notices(pilot))


async def make_term(pilot: Pilot[None], english: str) -> None:
    """Make a term of "Rechenleistung" in the second sentence."""
    view = reading(pilot).view
    await pilot.press("home", "j")
    view.put_cursor(WordPlace(view.position, "source", 14, 28))
    assert view.selected_text == "Rechenleistung"
    await pilot.press("t")
    await wait_for(pilot, TermDialog)
    screen = pilot.app.screen
    assert screen.query_one("#source", Input).value == "Rechenleistung"
    screen.query_one("#target", Input).value = english
    await pilot.press("ctrl+s")


async def test_t_without_words_says_how_to_select_some(app: ReaderApp) -> None:
    async with app.run_test() as pilot:
        await open_translated(pilot)
        await pilot.press("t")
        await wait_until(pilot, lambda: "Select words" in notices(pilot))


async def test_u_without_anything_to_undo_says_so(app: ReaderApp) -> None:
    async with app.run_test() as pilot:
        await open_translated(pilot)
        await pilot.press("u")
        await wait_until(pilot, lambda: "nothing to undo" in notices(pilot))


async def test_the_help_names_every_key_of_the_reading_screen(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        screen = await open_translated(pilot)
        wanted = {
            active.binding.tooltip
            for active in screen.active_bindings.values()
            if find_group(active.binding)
        }
        await pilot.press("question_mark")
        dialog = await wait_for(pilot, HelpScreen)
        table = dialog._make_table()
        said = {str(cell) for column in table.columns for cell in column.cells}
        assert wanted <= said and len(wanted) > 30
        await pilot.press("escape")
        await wait_for(pilot, ReadingScreen)


async def test_the_palette_finds_an_action_and_a_text(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await open_translated(pilot)
        await pilot.press("ctrl+p")
        await type_text(pilot, "layout")
        await pilot.pause()
        await wait_until(
            pilot, lambda: pilot.app.screen.query_one(OptionList).option_count > 0
        )
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: screen.view.arrangement == "german")


async def test_t_in_capitals_changes_the_theme(app: ReaderApp) -> None:
    async with app.run_test() as pilot:
        await open_translated(pilot)
        seen = []
        for _ in THEMES:
            seen.append(app.theme)
            await pilot.press("T")
        assert seen == [theme.name for theme in THEMES]
        assert app.theme == seen[0]


async def test_the_library_is_a_key_away_and_the_place_is_remembered(
    app: ReaderApp, article: Path
) -> None:
    async with app.run_test() as pilot:
        await open_translated(pilot)
        await pilot.press("j", "j", "j", "L")
        await wait_for(pilot, LibraryScreen)
        await pilot.press("enter")
        await wait_for(pilot, ReadingScreen)
        screen = await open_translated(pilot)
        assert screen.view.position == MODEL
        (text,) = app.library.texts()
        assert (text.sentences, text.translated) == (7, 7)


async def test_quitting_saves_the_place(app: ReaderApp, article: Path) -> None:
    async with app.run_test() as pilot:
        await open_translated(pilot)
        await pilot.press("end", "k", "q")
    again = make_app(article, open_service(engine="fake", shipped_glossary=False))
    async with again.run_test() as pilot:
        screen = await open_translated(pilot)
        assert screen.view.position == RISE


def notices(pilot: Pilot[None]) -> str:
    return "\n".join(notice.message for notice in pilot.app._notifications)


async def test_g_in_capitals_shows_the_glossary_and_jumps_to_a_place(
    article: Path,
) -> None:
    async with make_app(article).run_test(size=(120, 40)) as pilot:
        screen = await open_translated(pilot)
        await pilot.press("G")
        glossary = await wait_for(pilot, GlossaryScreen)
        await wait_until(pilot, lambda: glossary.table.row_count > 0)
        glossary.query_one("#filter", Input).value = "Sprachmodell"
        await pilot.pause()
        wanted = ("Sprachmodell", False)
        glossary.table.go_to(lambda entry: entry.term.key == wanted)
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: screen.view.position == MODEL)


async def test_d_looks_up_the_word_or_says_how_to_get_a_dictionary(
    app: ReaderApp,
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await open_translated(pilot)
        await pilot.press("l", "l", "d")
        dialog = await wait_for(pilot, DictionaryScreen)
        assert dialog.query_one(Input).value == "Markt"
        await pilot.press("escape")
        await wait_for(pilot, ReadingScreen)


async def test_d_on_an_english_word_looks_up_the_german_one(article: Path) -> None:
    async with make_app(article).run_test(size=(100, 40)) as pilot:
        screen = await open_translated(pilot)
        await wait_until(pilot, lambda: bool(screen._entries))
        await pilot.press("tab", "o")
        assert screen.view.selected_text == "computing power"
        await pilot.press("d")
        dialog = await wait_for(pilot, DictionaryScreen)
        assert dialog.query_one(Input).value == "Rechenleistung"


async def test_the_dictionary_knows_the_sentence_of_the_word(
    article: Path, reader_home: Path
) -> None:
    entries = {"vorstellen": "vorstellen\npresent", "vor": "vor\nbefore"}
    write_dictionary(reader_home / "dictionaries", entries)
    article.write_text("Baidu stellte ein neues Modell vor.", encoding="utf-8")
    async with make_app(article).run_test(size=(100, 40)) as pilot:
        screen = await open_translated(pilot)
        await pilot.press(*"llllll", "d")
        dialog = await wait_for(pilot, DictionaryScreen)
        said = dialog.query_one("#answer", Label)
        await wait_until(pilot, lambda: "vorstellen" in str(said.content))
        assert str(said.content) == "vor: a form of vorstellen"
        await pilot.press("a", "escape")
        await wait_until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("V")
        words = await wait_for(pilot, VocabularyScreen)
        await wait_until(pilot, lambda: words.current is not None)
        assert words.current is not None
        assert (words.current.word, words.current.lemma) == ("vor", "vorstellen")
        assert words.current.source == "Baidu stellte ein neues Modell vor."


async def test_v_in_capitals_shows_the_words_to_learn(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await open_translated(pilot)
        await pilot.press("V")
        await wait_for(pilot, VocabularyScreen)
        await pilot.press("escape")
        await wait_for(pilot, ReadingScreen)


@pytest.mark.parametrize("key", ["i", "enter", "question_mark", "e", "slash"])
async def test_a_key_behind_the_one_that_quits_does_nothing(
    tmp_path: Path, key: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    app = make_app(path)
    async with app.run_test() as pilot:
        await open_translated(pilot)
        app.post_message(events.Key("q", "q"))
        app.post_message(events.Key(key, None))
        await wait_until(pilot, lambda: not app.is_running)
    assert app.return_code == 0
