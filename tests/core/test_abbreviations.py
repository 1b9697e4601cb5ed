"""Which words are abbreviations, and what may follow them."""

from __future__ import annotations

import pytest

from reader.core.abbreviations import Role, find_role, read_abbreviations


@pytest.mark.parametrize(
    ("parts", "role"),
    [
        ("traf Dr", Role.OPEN),
        ("z. B", Role.OPEN),
        ("z.B", Role.OPEN),
        ("Das sind d. h", Role.OPEN),
        ("i. d. R", Role.OPEN),
        ("Frau Dipl.-Ing", Role.OPEN),
        ("Hausnr", Role.OPEN),
        ("Goethestr", Role.EITHER),
        ("Data Corp", Role.EITHER),
        ("e. V", Role.EITHER),
        ("der Gfsch", Role.EITHER),
        ("Käse usw", Role.CLOSING),
        ("Katzen u. Ä", Role.CLOSING),
        ("Art", Role.NUMERIC),
        ("Mi", Role.NUMERIC),
    ],
)
def test_abbreviations_have_a_role(parts: str, role: Role) -> None:
    assert find_role(parts) == role


@pytest.mark.parametrize(
    "parts",
    ["nutzen", "die CDU", "in der WG", "80 km", "Straße", "Training", "", "Tages"],
)
def test_other_words_have_none(parts: str) -> None:
    assert find_role(parts) is None


def test_a_users_own_abbreviations_are_read_and_honoured() -> None:
    own = read_abbreviations(
        ["# aus dem Amt", "", "Vfg.", "i. Vorb. # in Vorbereitung", "  Gesamtkonf  "]
    )
    assert own == {"vfg", "i.vorb", "gesamtkonf"}
    assert find_role("laut Gesamtkonf", own) is Role.OPEN
    assert find_role("ist i. Vorb", own) is Role.OPEN
    assert find_role("laut Gesamtkonf") is None


def test_an_own_abbreviation_may_be_written_decomposed() -> None:
    assert read_abbreviations(["Verfu\u0308g."]) == {"verfüg"}
