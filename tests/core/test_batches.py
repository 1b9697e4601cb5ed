from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from reader.core.batches import BatchPlan, cut_windows

TEXTS = st.lists(st.text("abcäöü ", min_size=1, max_size=40), max_size=60)


@given(TEXTS)
def test_every_different_text_is_planned_exactly_once(texts: list[str]) -> None:
    plan = BatchPlan(characters=100)
    batches = [batch for window in cut_windows(texts, 7) for batch in plan.plan(window)]
    assert sorted(chain.from_iterable(batches)) == sorted(set(texts))


@given(TEXTS)
def test_a_padded_batch_stays_within_the_budget(texts: list[str]) -> None:
    for batch in BatchPlan(characters=100).plan(texts):
        longest = max(map(len, batch))
        assert len(batch) == 1 or longest * len(batch) <= 100


@given(TEXTS)
def test_the_plan_is_the_same_whatever_order_a_window_has(texts: list[str]) -> None:
    assert BatchPlan(100).plan(texts) == BatchPlan(100).plan(reversed(texts))


def test_a_text_longer_than_the_budget_gets_a_batch_of_its_own() -> None:
    assert BatchPlan(characters=5).plan(["kurz", "viel zu lang"]) == [
        ["viel zu lang"],
        ["kurz"],
    ]


def test_a_later_window_does_not_plan_a_text_again() -> None:
    plan = BatchPlan(100)
    assert plan.plan(["eins", "zwei"]) == [["eins", "zwei"]]
    assert plan.plan(["zwei", "drei"]) == [["drei"]]
