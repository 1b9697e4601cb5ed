from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Label, Select

from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.terms import Term, Usage
from reader.service.term_fixing import TermCheck
from reader.tui.screens.term_dialog import CheckTerm, TermDialog
from reader.tui.widgets.field import Field
from tests.tui.staging import Stage, wait_until

pytestmark = pytest.mark.asyncio

CHIP = Term("Chip", ("chip",), pos="noun", extra=(("origin", "house style"),))
FIELDS = ["source", "target", "usage", "pos", "match", "case", "domain", "note"]


def known_in(layer: Layer, term: Term = CHIP) -> CheckTerm:
    async def check(_: Term) -> TermCheck:
        return TermCheck(LayeredTerm(term, Path("glossary.tsv"), 3, layer), ())

    return check


async def find_nothing(term: Term) -> TermCheck:
    return TermCheck(None, ())


async def fail(term: Term) -> TermCheck:
    raise OSError("the disk is gone")


def stage(
    draft: Term = CHIP, check: CheckTerm = find_nothing, changed: Term | None = None
) -> Stage[Term | None]:
    return Stage(TermDialog(draft, check, changed))


def told(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#check", Label).content)


async def test_keys_typed_just_before_ctrl_s_count() -> None:
    app = stage(Term("Chip", ()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"chip", "ctrl+s")
        await wait_until(pilot, lambda: bool(app.results))
    assert app.results == [Term("Chip", ("chip",))]


async def test_every_field_of_an_entry_is_seen_and_reached_at_80x24() -> None:
    async with stage().run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+tab")
        for name in FIELDS:
            focused = pilot.app.focused
            assert focused is not None and focused.id == name
            assert isinstance(focused.parent, Field)
            label = focused.parent.query_one(Label)
            dialog = pilot.app.screen.query_one(".dialog").content_region
            for part, width in ((label, len(str(label.content))), (focused, 18)):
                assert dialog.contains_region(part.region), name
                assert part.region.width >= width > 0, name
            await pilot.press("tab")


async def test_a_bar_in_a_form_and_what_has_no_field_survive() -> None:
    term = Term("Sprachmodell", ("a|b", "c"), extra=CHIP.extra)
    app = stage(term, changed=term)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.query_one("#target", Input).value == r"a\|b | c"
        await pilot.press("end", *" | d")
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(app.results))
    (found,) = app.results
    assert found is not None
    assert (found.targets, found.extra) == (("a|b", "c", "d"), CHIP.extra)


@pytest.mark.parametrize(
    ("check", "changed", "said"),
    [
        (find_nothing, None, "New to the glossary."),
        (known_in(Layer.SHIPPED), None, "Chip → chip\nYours takes its place."),
        (known_in(Layer.PROJECT), None, "Chip → chip\nThat entry wins over yours."),
        (known_in(Layer.PROJECT), CHIP, ""),
        (fail, None, "the disk is gone"),
    ],
)
async def test_what_the_glossary_has_already_is_told_at_once(
    check: CheckTerm, changed: Term | None, said: str
) -> None:
    async with stage(CHIP, check, changed).run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "s")
        await wait_until(pilot, lambda: told(pilot).endswith(said))
        assert bool(said) == bool(told(pilot))


async def test_a_check_that_fails_keeps_the_dialog_open() -> None:
    app = stage(CHIP, fail)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: "disk" in told(pilot))
        assert app.results == []


@pytest.mark.parametrize(
    ("usage", "targets"),
    [(Usage.KEEP, ("Sora",)), (Usage.OFF, ()), (Usage.FORBIDDEN, None)],
)
async def test_a_name_and_an_entry_that_is_off_need_no_english(
    usage: Usage, targets: tuple[str, ...] | None
) -> None:
    app = stage(Term("Sora", ()))
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#usage", Select).value = usage
        await pilot.press("ctrl+s")
        if targets is None:
            await wait_until(pilot, lambda: "needed" in told(pilot))
            assert app.results == []
        else:
            await wait_until(pilot, lambda: bool(app.results))
            assert app.results == [Term("Sora", targets, usage=usage)]
