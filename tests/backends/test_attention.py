from __future__ import annotations

import pytest

from reader.backends.attention import (
    GOOD_ENOUGH,
    PROBES,
    find_links,
    read_links,
    share_of_links,
)


def test_a_word_is_linked_by_its_piece_that_looks_most_sharply() -> None:
    # "Rechen leistung fehlt" → "comp uting power is_missing"
    attention = [[0.5, 0.3, 0.2], [0.1, 0.9, 0.0], [0.2, 0.7, 0.1], [0.1, 0.2, 0.7]]

    links = find_links(attention, [0, 0, 1], [0, 0, 1, 2])

    assert links == ((0, 0), (0, 1), (1, 2))


def test_a_word_that_looks_everywhere_has_no_link() -> None:
    assert find_links([[0.1] * 10], range(10), [0]) == ()


def test_at_a_draw_the_first_word_is_linked() -> None:
    assert find_links([[0.3, 0.4, 0.4]], [0, 1, 2], [0]) == ((1, 0),)


def test_nothing_has_no_links() -> None:
    assert find_links([], [], []) == ()


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.source)
def test_the_probes_links_point_to_words_that_are_there(probe: object) -> None:
    assert isinstance(probe, type(PROBES[0]))
    links = read_links(probe.links)

    assert max(source for source, _ in links) < len(probe.source.split())
    assert max(target for _, target in links) < len(probe.target.split())
    assert len(set(links)) == len(links)


def test_looking_at_the_same_place_is_not_good_enough() -> None:
    diagonal = [
        tuple((n, n) for n in range(len(probe.target.split()))) for probe in PROBES
    ]

    assert share_of_links(diagonal) < GOOD_ENOUGH - 0.2


def test_missing_links_count_as_wrong() -> None:
    right = [read_links(probe.links) for probe in PROBES]

    assert share_of_links([None, *right[1:]]) < 1.0
