from __future__ import annotations

from rich.text import Text

from reader.tui.widgets.status_panel import describe_pair, describe_words
from tests.tui.arranging.pairs import make_pair


def said(lines: list[Text]) -> list[str]:
    return [line.plain for line in lines]


def test_linked_words_come_before_what_is_said_of_their_sentence() -> None:
    good = describe_pair(make_pair("Der Markt.", "The market."), 3, 42, "")
    assert said(describe_words("Markt", "market", good)) == [
        "Markt → market",
        "sentence 3 of 42 · paragraph",
    ]


def test_what_is_wrong_with_a_sentence_is_said_beside_its_words() -> None:
    pair = make_pair("3 Chips.", "4 chips.", flags=("numbers",))
    _, second = said(describe_words("3", "4", describe_pair(pair, 1, 2, "Prüfen!")))
    assert second.startswith("Note: Prüfen!")
    assert second.endswith(
        "⚠ number missing or different: “3 Chips” (in English “4 chips”)"
    )


def test_control_characters_of_words_are_shown_as_signs() -> None:
    first = describe_words("Ro\x1bt", "re\x07d", [])[0]
    assert first.plain == "Ro␛t → re␇d"
