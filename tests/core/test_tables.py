"""Rows of tables and their cells."""

from __future__ import annotations

import pytest

from reader.core.tables import find_cells, is_row


def _cells(row: str) -> list[str]:
    return [row[start:end] for start, end in find_cells(row)]


@pytest.mark.parametrize(
    "line", ["| Obst | Preis |", "|---|:-:|", "Anna\t32", "Anna \t\t Köln", "-\t3\tkg"]
)
def test_pipes_around_and_tabs_between_make_a_row(line: str) -> None:
    assert is_row(line)


@pytest.mark.parametrize(
    "line",
    [
        "||",
        "Start | Politik | Sport",
        "| Zitat ohne Ende",
        "1.\tEinleitung",
        "•\tMehl",
        "(a)\tDie Miete ist im Voraus zu zahlen.",
        "| Obst |\n| Preis |",
        f"Frage:\t{'Was halten Sie davon, dass der Hafen wächst? ' * 2}",
    ],
)
def test_markers_menus_and_long_stretches_make_none(line: str) -> None:
    assert not is_row(line)


def test_an_escaped_pipe_divides_nothing() -> None:
    assert _cells(r"| a \| b | c |") == ["|", r"a \| b", "|", "c", "|"]


def test_empty_cells_are_none() -> None:
    assert _cells("| | c |") == ["|", "|", "c", "|"]
    assert _cells("Ben\t\tJena") == ["Ben", "Jena"]
