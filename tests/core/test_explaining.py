from __future__ import annotations

import pytest

from reader.core.explaining import explain_flags
from reader.core.pairs import FLAGS, TermUse

MISSING = TermUse("Rechenleistung", "computing power", 4, 18, None, None, "missing")
FORBIDDEN = TermUse("Bürgermeister", "mayor", 4, 17, 4, 10, "forbidden")
KEPT = TermUse("Chip", "chip", 0, 4, 0, 4, "kept")


@pytest.mark.parametrize(
    ("source", "target", "flag", "wanted"),
    [
        (
            "Rund 1.677 kamen.",
            "Some 1,667 came.",
            "numbers",
            "number missing or different: “1.677 kamen” (in English “1,667 came”)",
        ),
        ("Am 3. Mai 2024", "May 3", "numbers", "number missing or different: “2024”"),
        (
            "Es sind 7,6 Milliarden.",
            "It is 7.6 million.",
            "numbers",
            "number missing or different: “7,6 Milliarden” (in English “7.6 million”)",
        ),
        ("Im Mai", "In May 2024", "numbers", "number that the German has not: “2024”"),
        (
            "5 und 5 und 8",
            "some",
            "numbers",
            "number missing or different: “5 und”, “8”",
        ),
        (
            "Er sprach in Mainz für OpenAI.",
            "He spoke.",
            "names",
            "not in the English: “Mainz”, “OpenAI”",
        ),
        (
            "sofern nichts gilt",
            "if anything holds",
            "negation",
            "nothing in the English says “nichts”",
        ),
        (
            "Er kam nie und nicht.",
            "He came.",
            "negation",
            "nothing in the English says “nie”, “nicht”",
        ),
        (
            "Das Wetter ist heute gut.",
            "Good",
            "length",
            "4 characters of English for 25 of German",
        ),
        # The general meaning is all there is.
        ("Es sind 5.", "It is 5.", "numbers", ""),
        ("Er kam aus Mainz.", "He came from Mainz.", "names", ""),
        ("Er kam nicht.", "He did not come.", "negation", ""),
        ("Das Wetter", "Das Wetter", "untranslated", ""),
        ("Das Wetter", "The the the", "repeated", ""),
        ("Das Wetter", "The weather", "terms", ""),
    ],
)
def test_a_flag_names_what_is_wrong(
    source: str, target: str, flag: str, wanted: str
) -> None:
    (said,) = explain_flags(source, target, [flag])
    assert said == (wanted or FLAGS[flag])


def test_missing_terms_and_forbidden_words_are_named_each_once() -> None:
    uses = [KEPT, MISSING, FORBIDDEN, MISSING]
    (said,) = explain_flags("Der …", "The Mayors came.", ["terms"], uses)
    assert said == (
        "“computing power” for “Rechenleistung” is missing; "
        "“Mayors” for “Bürgermeister” is forbidden"
    )


def test_flags_keep_their_order_and_an_unknown_one_its_name() -> None:
    said = explain_flags("Es ist gut.", "It is.", ["newer", "repeated"])
    assert said == ["newer", FLAGS["repeated"]]
