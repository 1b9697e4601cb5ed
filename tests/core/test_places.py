"""Places in a text that changes: the sentence itself, or where it stood."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.places import PlaceFinder, mark_place

ARTICLE = [
    "KI in China",
    "Sora wurde am 16. Februar eingeführt.",
    "Foto: dpa",
    "Die Rechenleistung fehlt.",
    "Der Markt wächst.",
    "Foto: dpa",
    "Zhou Hongyi widerspricht.",
]


@pytest.mark.parametrize("index", range(len(ARTICLE)))
def test_an_unchanged_text_has_every_place_where_it_was(index: int) -> None:
    assert PlaceFinder(ARTICLE).find(mark_place(ARTICLE, index)) == index


@pytest.mark.parametrize(
    ("change", "index", "found"),
    [
        # A correction was put above the text.
        (lambda old: ["Korrektur:", "Wir irrten.", *old], 4, "Der Markt wächst."),
        # The sentence was rewritten: what stands in its place.
        (lambda old: [*old[:3], "Es fehlt an Chips.", *old[4:]], 3, "Es fehlt an C"),
        # It was taken out: what follows.
        (lambda old: [*old[:4], *old[5:]], 4, "Foto: dpa"),
        # Both copies keep their turn.
        (lambda old: ["Neu.", *old], 5, "Foto: dpa"),
        # What stood before it was rewritten, too.
        (lambda old: [*old[:3], "Neu.", "Neuer.", *old[5:]], 4, "Neuer."),
        # The paragraph was rewritten as a whole, its heading stayed.
        (lambda old: [old[0], "Anders.", "Ganz anders."], 1, "Anders."),
    ],
)
def test_a_changed_text_keeps_its_place(
    change: Callable[[list[str]], list[str]], index: int, found: str
) -> None:
    changed = change(ARTICLE)
    at = PlaceFinder(changed).find(mark_place(ARTICLE, index))
    assert at is not None
    assert changed[at].startswith(found)


def test_the_second_copy_of_a_sentence_is_found_as_the_second() -> None:
    changed = ["Neu.", *ARTICLE]
    assert PlaceFinder(changed).find(mark_place(ARTICLE, 5)) == 6


def test_an_empty_text_has_no_place() -> None:
    assert PlaceFinder([]).find(mark_place(ARTICLE, 2)) is None


SENTENCES = st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=40)


@given(st.data(), st.lists(st.integers(), unique=True, min_size=1, max_size=40))
def test_a_sentence_that_is_still_there_is_found_whatever_changed_around_it(
    data: st.DataObject, numbers: list[int]
) -> None:
    article = [f"Satz {number}." for number in numbers]
    index = data.draw(st.integers(0, len(article) - 1))
    kept = [
        source
        for at, source in enumerate(article)
        if at == index or data.draw(st.booleans())
    ]
    for number in range(data.draw(st.integers(0, 5))):
        kept.insert(data.draw(st.integers(0, len(kept))), f"Neu {number}.")
    found = PlaceFinder(kept).find(mark_place(article, index))
    assert found == kept.index(article[index])


@given(SENTENCES, SENTENCES, st.data())
def test_every_place_leads_into_the_text_however_it_changed(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(old) - 1))
    found = PlaceFinder(new).find(mark_place(old, index))
    assert found is not None and 0 <= found < len(new)
    if new.count(old[index]) > old[:index].count(old[index]):
        assert new[found] == old[index]
        assert new[:found].count(old[index]) == old[:index].count(old[index])
