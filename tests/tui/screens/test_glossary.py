from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, Label, OptionList, Select

from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import Case, Match, Term, Usage
from reader.errors import GlossaryError
from reader.service.term_fixing import TermCheck
from reader.tui.screens.error_dialog import ErrorDialog
from reader.tui.screens.glossary import NO_PLACES, GlossaryScreen
from reader.tui.screens.question import QuestionScreen
from reader.tui.screens.term_dialog import TermDialog
from reader.tui.widgets.glossary_table import GlossaryTable
from tests.tui.staging import Stage, wait_until

pytestmark = pytest.mark.asyncio

PATH = Path("glossary.tsv")
CHIP = Term("Chip", ("chip",), pos="noun", domain="hardware")
MARKT = Term(
    "Markt", ("market", "marketplace"), note="nie Basar [b]", match=Match.EXACT
)
BANNED = Term("Markt", ("bazaar",), usage=Usage.FORBIDDEN)
PLACES = {
    CHIP.key: ((3, "Ein Chip kostet viel."), (7, "Der Chip ist da.")),
    MARKT.key: ((4, "Der Markt wächst."),),
}
BAD = Problem(PATH, 3, "conflict", "two sorts of English", Severity.WARNING)


class Glossary:
    """A glossary in memory, as a screen sees one."""

    def __init__(self, *terms: Term) -> None:
        self.entries = [
            LayeredTerm(term, PATH, line, Layer.SHIPPED if line == 2 else Layer.USER)
            for line, term in enumerate(terms, 2)
        ]
        self.problems: list[Problem] = [BAD]
        self.error: Exception | None = None

    @property
    def terms(self) -> list[Term]:
        return [entry.term for entry in self.entries]

    async def load(self) -> Sequence[LayeredTerm]:
        return self.entries

    async def save(self, old: LayeredTerm | None, new: Term) -> None:
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        if old is not None:
            self.entries.remove(old)
        self.entries.append(LayeredTerm(new, PATH, 9, Layer.USER))

    async def remove(self, entry: LayeredTerm) -> None:
        if self.error is not None:
            raise self.error
        self.entries.remove(entry)

    async def check(self, term: Term) -> TermCheck:
        known = next((e for e in self.entries if e.term.key == term.key), None)
        if term.target == "wrong":
            problem = Problem(None, None, "never", "it can never be found")
            return TermCheck(known, (problem,))
        return TermCheck(known, (BAD,))

    async def lint(self) -> Sequence[Problem]:
        return self.problems

    def hits(self, term: Term) -> Sequence[tuple[int, str]]:
        return PLACES.get(term.key, ())

    def stage(self) -> Stage[int | None]:
        return Stage(
            GlossaryScreen(
                self.load, self.save, self.remove, self.check, self.lint, self.hits
            )
        )


@pytest.fixture
def glossary() -> Glossary:
    return Glossary(CHIP, MARKT, BANNED)


def screen(pilot: Pilot[None]) -> GlossaryScreen:
    found = pilot.app.screen_stack[1]
    assert isinstance(found, GlossaryScreen)
    return found


def table(pilot: Pilot[None]) -> GlossaryTable:
    return screen(pilot).table


def rows(pilot: Pilot[None]) -> list[str]:
    shown = table(pilot)
    return [" ".join(shown.get_row_at(at)) for at in range(shown.row_count)]


def lines(pilot: Pilot[None]) -> list[str]:
    options = screen(pilot).query_one(OptionList).options
    return [Content.from_text(str(o.prompt), markup=False).plain for o in options]


def label(pilot: Pilot[None], name: str) -> str:
    return str(screen(pilot).query_one(f"#{name}", Label).content)


async def open_at(pilot: Pilot[None], source: str) -> None:
    """Wait for the entries, and put the cursor at one of them."""
    await wait_until(pilot, lambda: len(rows(pilot)) == 3)
    table(pilot).go_to(lambda entry: entry.term.source == source)
    await wait_until(pilot, lambda: label(pilot, "about").startswith(source))


async def wait_for(pilot: Pilot[None], kind: type[object]) -> None:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, kind))


async def test_entries_stand_with_usage_layer_and_count_the_users_own_first(
    glossary: Glossary,
) -> None:
    async with glossary.stage().run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        assert rows(pilot) == [
            "Markt bazaar forbidden user ",
            "Markt market | marketplace preferred user 1",
            "Chip chip preferred shipped 2",
        ]
        assert label(pilot, "glossary-title") == "Glossary   3 entries   by file"
        assert lines(pilot) == [NO_PLACES]
        await pilot.press("down")
        await wait_until(pilot, lambda: lines(pilot) == ["Der Markt wächst."])
        about = label(pilot, "about").split("\n")
        assert about[0] == "Markt → market | marketplace   (preferred)"
        assert about[1:] == ["nie Basar [b]", "glossary.tsv:3"]
        await pilot.press("j", "k", "k", "up")
        assert table(pilot).cursor_row == 0


async def test_s_sorts_by_german_and_by_places(glossary: Glossary) -> None:
    async with glossary.stage().run_test(size=(100, 30)) as pilot:
        await open_at(pilot, "Chip")
        orders = []
        for _ in range(3):
            await pilot.press("s")
            await pilot.pause()
            orders.append([row.split()[1] for row in rows(pilot)])
            # The cursor stays at its entry.
            assert label(pilot, "about").startswith("Chip")
        assert orders == [
            ["chip", "market", "bazaar"],
            ["chip", "market", "bazaar"],
            ["bazaar", "market", "chip"],
        ]
        assert label(pilot, "glossary-title").endswith("by file")


@pytest.mark.parametrize("key", ["slash", "f"])
@pytest.mark.parametrize(
    ("typed", "left"), [("basar", 1), ("forbidden", 1), ("hardware", 1), ("mark ex", 0)]
)
async def test_the_filter_looks_at_every_field_while_it_is_typed(
    glossary: Glossary, key: str, typed: str, left: int
) -> None:
    app = glossary.stage()
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        await pilot.press(key, *(" " if sign == " " else sign for sign in typed))
        await wait_until(
            pilot, lambda: f"{left} of 3" in label(pilot, "glossary-title")
        )
        assert len(rows(pilot)) == left
        await pilot.press("enter")
        assert table(pilot).has_focus
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.results == [None])


@pytest.mark.parametrize("key", ["enter", "tab"])
async def test_a_place_is_chosen_and_its_number_returned(
    glossary: Glossary, key: str
) -> None:
    app = glossary.stage()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_at(pilot, "Chip")
        await pilot.press(key, "j", "k", "down", "enter")
        await wait_until(pilot, lambda: app.results == [7])


async def test_where_a_term_has_no_place_enter_jumps_nowhere(
    glossary: Glossary,
) -> None:
    app = glossary.stage()
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: lines(pilot) == [NO_PLACES])
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert app.results == []
        await pilot.press("tab")
        assert table(pilot).has_focus


async def test_p_shows_problems_and_enter_goes_to_the_entry(glossary: Glossary) -> None:
    async with glossary.stage().run_test(size=(100, 30)) as pilot:
        await open_at(pilot, "Chip")
        await pilot.press("p")
        await wait_until(
            pilot,
            lambda: lines(pilot) == ["warning: two sorts of English   glossary.tsv:3"],
        )
        await pilot.press("enter")
        await wait_until(pilot, lambda: "nie Basar" in label(pilot, "about"))
        await pilot.press("p")
        await wait_until(pilot, lambda: lines(pilot) == ["Der Markt wächst."])
        glossary.problems = []
        await pilot.press("p")
        await wait_until(pilot, lambda: lines(pilot) == ["Nothing is wrong."])
        await pilot.press("enter", "escape")
        await wait_until(pilot, lambda: lines(pilot) == ["Der Markt wächst."])


async def test_an_entry_is_changed_and_fields_without_a_change_stay(
    glossary: Glossary,
) -> None:
    async with glossary.stage().run_test(size=(100, 40)) as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 3)
        await pilot.press("down", "e")
        await wait_for(pilot, TermDialog)
        line = pilot.app.screen.query_one("#target", Input)
        assert line.has_focus and line.value == "market | marketplace"
        line.value = "market |  | mart "
        pilot.app.screen.query_one("#case", Select).value = Case.SENSITIVE
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        await wait_until(pilot, lambda: "mart" in label(pilot, "about"))
    assert glossary.terms[-1] == replace(
        MARKT, targets=("market", "mart"), case=Case.SENSITIVE
    )
    assert len(glossary.terms) == 3


async def test_an_entry_is_added_and_the_cursor_goes_to_it(glossary: Glossary) -> None:
    async with glossary.stage().run_test(size=(100, 40)) as pilot:
        await open_at(pilot, "Chip")
        await pilot.press("a")
        await wait_for(pilot, TermDialog)
        await pilot.press(*"Reif", "enter")
        await wait_until(
            pilot,
            lambda: (
                "needed" in str(pilot.app.screen.query_one("#check", Label).content)
            ),
        )
        pilot.app.screen.query_one("#target", Input).value = "wrong"
        await pilot.press("enter")
        await wait_until(
            pilot,
            lambda: (
                "never be found"
                in str(pilot.app.screen.query_one("#check", Label).content)
            ),
        )
        pilot.app.screen.query_one("#target", Input).value = "hoarfrost"
        pilot.app.screen.query_one("#pos", Select).value = "noun"
        await pilot.press("enter")
        await wait_until(pilot, lambda: label(pilot, "about").startswith("Reif"))
    assert glossary.terms[-1] == Term("Reif", ("hoarfrost",), pos="noun")


async def test_a_new_entry_takes_the_place_of_the_users_own(
    glossary: Glossary,
) -> None:
    async with glossary.stage().run_test(size=(100, 40)) as pilot:
        await open_at(pilot, "Chip")
        await pilot.press("a")
        await wait_for(pilot, TermDialog)
        await pilot.press(*"Markt", "tab", *"fair", "ctrl+s")
        await wait_until(pilot, lambda: "Markt → fair" in label(pilot, "about"))
    assert glossary.terms == [CHIP, BANNED, Term("Markt", ("fair",))]


async def test_what_cannot_be_written_is_told_and_what_was_typed_is_not_lost(
    glossary: Glossary,
) -> None:
    glossary.error = GlossaryError("the file is not one of ours", "import it")
    async with glossary.stage().run_test(size=(100, 40)) as pilot:
        await open_at(pilot, "Chip")
        await pilot.press("e")
        await wait_for(pilot, TermDialog)
        pilot.app.screen.query_one("#target", Input).value = "microchip"
        await pilot.press("enter")
        await wait_for(pilot, ErrorDialog)
        await pilot.press("escape")
        await wait_for(pilot, TermDialog)
        assert pilot.app.screen.query_one("#target", Input).value == "microchip"
        await pilot.press("enter")
        await wait_until(pilot, lambda: "microchip" in label(pilot, "about"))
    assert glossary.terms[-1].targets == ("microchip",)


async def test_escape_leaves_an_entry_as_it_was(glossary: Glossary) -> None:
    async with glossary.stage().run_test(size=(100, 40)) as pilot:
        await open_at(pilot, "Chip")
        await pilot.press("e")
        await wait_for(pilot, TermDialog)
        pilot.app.screen.query_one("#target", Input).value = "microchip"
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 2)
    assert glossary.terms == [CHIP, MARKT, BANNED]


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_an_entry_is_removed_after_a_question_that_says_where(
    glossary: Glossary, key: str
) -> None:
    async with glossary.stage().run_test(size=(100, 30)) as pilot:
        await open_at(pilot, "Chip")
        await pilot.press(key)
        await wait_for(pilot, QuestionScreen)
        assert "switch off" in str(pilot.app.screen.query_one(".hint", Label).content)
        await pilot.press("n")
        await wait_until(pilot, lambda: len(pilot.app.screen_stack) == 2)
        assert glossary.terms == [CHIP, MARKT, BANNED]
        await pilot.press(key)
        await wait_for(pilot, QuestionScreen)
        await pilot.press("y")
        await wait_until(pilot, lambda: len(rows(pilot)) == 2)
    assert glossary.terms == [MARKT, BANNED]


async def test_an_empty_glossary_can_be_opened_and_every_key_pressed() -> None:
    app = Glossary().stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: "empty" in label(pilot, "about"))
        await pilot.press("e", "d", "s", "enter", "tab", "down", "up", "j", "k")
        await pilot.press("enter")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 2 and app.results == []


async def test_a_glossary_of_10000_entries_shows_some_and_filters_all() -> None:
    terms = [Term(f"Wort{number}", (f"word {number}",)) for number in range(10_000)]
    async with Glossary(*terms).stage().run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: len(rows(pilot)) == 2000)
        assert "8000 not shown" in label(pilot, "glossary-title")
        await pilot.press("slash", *"wort77")
        await wait_until(
            pilot, lambda: "111 of 10000" in label(pilot, "glossary-title")
        )
