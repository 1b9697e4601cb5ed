from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.tidying import tidy_target

FLORES = Path(__file__).parents[1] / "gold" / "flores" / "dev500.de-en.tsv"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Der Markt wächst.", "the market is growing.", "The market is growing."),
        ("„Das war gut“, sagte sie.", '"that was good," she said.',
         '"That was good," she said.'),
        ("Open-Source-Modelle.", "open-source models.", "Open-source models."),
        ("Er.", "he.", "He."),
        ("iPhones kosten mehr.", "iPhones cost more.", "iPhones cost more."),
        ("Bahn.de ist offline.", "bahn.de is offline.", "bahn.de is offline."),
        ("§ 3 gilt.", "§ 3 applies.", "§ 3 applies."),
        ("und dann kam er.", "and then he came.", "and then he came."),
        ("Wasser ist H2O.", "h2o is water.", "h2o is water."),
        ("Ja.", "", ""),
    ],
)  # fmt: skip
def test_an_english_sentence_begins_as_the_german_one(
    source: str, target: str, expected: str
) -> None:
    assert tidy_target(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Am 23. Mai.", "On the 23. May.", "On 23 May."),
        ("Der 3. Oktober 1990", "The 3rd. October 1990", "3 October 1990"),
        (
            "In der 89. Minute traf er.",
            "In the 89th. minute he scored.",
            "In the 89th minute he scored.",
        ),
        ("Sie wurde Dritte.", "She came 3rd. She wept.", "She came 3rd. She wept."),
        ("Es war am 1. Mai.", "It was on 1st. May.", "It was on 1 May."),
        ("Am 16. Februar.", "On February 16th.", "On February 16th."),
        ("Am 16. Februar.", "On the 16th February.", "On 16 February."),
        ("Am Sechzehnten.", "On the 16th February.", "On the 16th February."),
        ("Er wurde 23. Mai ging.", "He came 24. May left.", "He came 24. May left."),
    ],
)
def test_a_date_loses_the_stop_of_its_german_ordinal(
    source: str, target: str, expected: str
) -> None:
    assert tidy_target(source, target) == expected


def test_quotes_and_apostrophes_have_one_style() -> None:
    target = "„So,” she said, ‘isn’t “AI” new?’"
    assert tidy_target("So.", target) == '"So," she said, \'isn\'t "AI" new?\''
    assert tidy_target("Maß: «12″».", "Size: «12″».") == "Size: «12″»."


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("It's a area of a hour.", "It's an area of an hour."),
        ("A employee has an popular idea.", "An employee has a popular idea."),
        ('"A apology," he said.', '"An apology," he said.'),
        ("A Utah firm, an European one.", "A Utah firm, a European one."),
        ("Vitamin A is in a and b.", "Vitamin A is in a and b."),
        ("An historic day an der Spree.", "An historic day an der Spree."),
        ("H2O-A every day, a/other.", "H2O-A every day, a/other."),
    ],
)
def test_a_or_an_is_what_the_next_word_wants(target: str, expected: str) -> None:
    assert tidy_target("Ein.", target) == expected


def test_the_english_of_people_keeps_its_articles() -> None:
    for line in FLORES.read_text(encoding="utf-8").splitlines()[1:]:
        source, target = line.split("\t")
        words = [word for word in target.split() if word.lower() in ("a", "an")]
        tidied = tidy_target(source, target).split()
        assert [word for word in tidied if word.lower() in ("a", "an")] == words


def test_an_era_left_german_is_english() -> None:
    target = "Built 356 v. Chr. and rebuilt 80 n. Chr."
    assert tidy_target("So.", target) == "Built 356 BC and rebuilt 80 AD."
    assert tidy_target("So.", "Old (1 v. Chr.).") == "Old (1 BC)."
    assert tidy_target("So.", '"In 5 v. Chr."') == '"In 5 BC."'
    assert tidy_target("So.", "Mr v. Chr. came.") == "Mr v. Chr. came."
