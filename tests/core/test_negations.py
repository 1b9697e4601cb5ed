from __future__ import annotations

import pytest

from reader.core.guard import badness, inspect_output
from reader.core.negations import find_lost_negations


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("sofern nichts anderes vereinbart wurde", "if anything was agreed"),
        ("Er kommt heute nicht.", "He is coming today."),
        ("Das hat niemand gesehen.", "Everyone saw that."),
        ("Sie hat keinen Vertrag.", "She has a contract."),
        ("Keiner der Chips ist neu.", "One of the chips is new."),
        ("Er ging ohne Mantel.", "He went in his coat."),
        ("Das war weder billig noch gut.", "That was cheap and good."),
        ("Die Regierung war nicht da.", "The government went and was present."),
        # Words that only look as if they denied something.
        ("Die Einheit liefert nicht.", "The unit delivers."),
        ("Die Industrie wächst nicht.", "The industry is growing in its own way."),
        ("Die Mission endet nie.", "The mission ends under international law."),
    ],
)
def test_a_lost_negation_is_found(source: str, target: str) -> None:
    assert find_lost_negations(source, target)
    assert "negation" in inspect_output(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Er kommt heute nicht.", "He isn’t coming today."),
        ("Er kommt heute nicht.", "He is coming tomorrow, not today."),
        ("Das Ziel wurde nicht erreicht.", "They failed to reach the goal."),
        ("Es gibt kein Geld.", "Money is lacking."),
        ("Sie sind nicht bekannt.", "They are unknown."),
        ("Das ist nicht vollständig.", "It is incomplete."),
        ("Sie hat keine Wohnung.", "She is homeless."),
        ("Kommt er nicht, gehe ich.", "Unless he comes, I will leave."),
        ("Kein Blei im Benzin", "Lead-free petrol"),
        # German that English turns round.
        ("Nicht nur Chips, auch Server fehlen.", "Chips and servers are needed."),
        ("Das ist ohne Zweifel gut.", "That is certainly good."),
        ("Eine Blockade ist nicht ausgeschlossen.", "A blockade is possible."),
        ("Vergessen Sie nicht zu fragen.", "Be sure to ask."),
        ("Kommst du nicht mit?", "Are you coming along?"),
        # No negation at all.
        ("Der Nichtraucher lacht.", "The man laughs."),
        ("Er kommt.", "He is coming."),
    ],
)
def test_english_that_denies_in_its_own_way_is_not_flagged(
    source: str, target: str
) -> None:
    assert not find_lost_negations(source, target)


def test_a_lost_negation_is_worse_than_a_lost_number() -> None:
    assert badness(("negation",)) > badness(("numbers",))
