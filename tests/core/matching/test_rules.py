"""What an entry says: match, case and usage; which hits win; numbers; notices."""

from __future__ import annotations

import pytest

from reader.backends.lemmas import load_lemmas
from reader.core.glossary.terms import Case, Match, Term, Usage
from reader.core.matching import Matcher
from tests.core.matching.finding import found, matcher, term

MATCHES = [
    (Match.EXACT, "Halbleiter", "Halbleiter, Halbleitern, Halbleiter-Werk", 2),
    (Match.EXACT, "laut", "Laut SCMP sind sie laut, LAUT und lauter.", 2),
    (
        Match.EXACT,
        "Stand der Technik",
        "Stand der Technik, Stand der Techniken.",
        1,
    ),
    (Match.PREFIX, "Halbleiter", "Halbleitern, Halbleiterwerk, Nichthalbleiter", 2),
    (Match.PREFIX, "halb", "Die Hälfte ist halbleer, Halbleiter nicht.", 1),
    (Match.REGEX, r"GPT-\d\w*", "GPT-4o und GPT-3, nicht GPT.", 2),
]


@pytest.mark.parametrize(("match", "source", "text", "count"), MATCHES)
def test_the_match_rule_says_how_to_look(
    match: Match, source: str, text: str, count: int
) -> None:
    assert len(found([term(source, match=match)], text)) == count


CASES = [
    (Case.SENSITIVE, Match.LEMMA, "Chip", "CHIPS, Chips und chip", ["Chips"]),
    (Case.SENSITIVE, Match.EXACT, "laut", "Laut ist laut", ["laut"]),
    (Case.INSENSITIVE, Match.LEMMA, "Prompt", "Ein prompt, Prompts", None),
    (Case.INSENSITIVE, Match.REGEX, "ki", "KI und Ki", ["KI", "Ki"]),
    (Case.AUTO, Match.REGEX, "ki", "KI und Ki", []),
]


@pytest.mark.parametrize(("case", "match", "source", "text", "hits"), CASES)
def test_the_case_rule_says_which_capitals_count(
    case: Case, match: Match, source: str, text: str, hits: list[str] | None
) -> None:
    expected = ["prompt", "Prompts"] if hits is None else hits
    assert found([term(source, case=case, match=match)], text) == expected


def test_the_longest_entry_wins_and_nothing_overlaps() -> None:
    sources = ["Sprachmodell", "großes Sprachmodell", "Modell"]
    assert found(sources, "Das große Sprachmodell.") == ["große Sprachmodell"]


def test_a_forbidden_entry_hits_beside_the_others() -> None:
    entries = [term("Kanzler"), Term("Kanzler", ("chancellor",), usage=Usage.FORBIDDEN)]
    hits = matcher(*entries).find("Der Kanzler kam.").hits
    assert [hit.term.usage for hit in hits] == [Usage.PREFERRED, Usage.FORBIDDEN]


def test_an_entry_that_is_switched_off_is_not_looked_for() -> None:
    assert not found([Term("Chip", (), usage=Usage.OFF)], "Ein Chip.")


def test_hits_come_in_the_order_of_the_text() -> None:
    assert found(["Chip", "KI", "vorstellen"], "KI stellt Chips vor.") == [
        "KI",
        "stellt … vor",
        "Chips",
    ]


@pytest.mark.parametrize("text", ["", " ", "…", "-", "- und -", "'", "\u00ad"])
def test_a_sentence_without_words_has_no_hits(text: str) -> None:
    assert not matcher("Chip", "KI-Chip", "vorstellen").find(text).hits


def test_an_empty_glossary_finds_nothing() -> None:
    assert not matcher().find("Ein Chip.").hits


NUMBERS = [
    ("Chip", "Der Chip ist da.", "singular"),
    ("Chip", "Die Chips sind da.", "plural"),
    ("Chip", "Der Preis des Chips fällt.", "singular"),
    ("Markt", "Auf den Märkten.", "plural"),
    ("Markt", "Trotz des großen Marktes.", "singular"),
    ("Technologie", "Neue Technologien.", "plural"),
    ("Lieferant", "Mit dem Lieferanten.", "singular"),
    ("Lieferant", "Die Lieferanten.", "plural"),
    ("Hersteller", "Viele Hersteller.", "plural"),
    ("Hersteller", "Ein Hersteller.", "singular"),
    ("Hersteller", "Hersteller.", ""),
    ("Unternehmen", "Die Unternehmen klagen.", "plural"),
    ("Unternehmen", "Chinesische Unternehmen klagen.", "plural"),
    ("Unternehmen", "Sie hilft chinesischen Unternehmen.", "plural"),
    ("Unternehmen", "Ein chinesisches Unternehmen klagt.", "singular"),
    ("Unternehmen", "Es hilft den Unternehmen.", ""),
    ("Unternehmen", "Unternehmen klagen.", ""),
    ("Nummer", "Die Nummer stimmt.", ""),
    ("Chip", "Der Zugang zu Chips.", "plural"),
    ("Chip", "Varianten dieser Chips.", "plural"),
    ("Rechenzentrum", "Trotz Rechenzentrums.", "singular"),
    ("Datenzentrum", "Der Leiter des in Peking ansässigen Datenzentrums.", ""),
    ("großes Sprachmodell", "Große Sprachmodelle.", "plural"),
    ("liefern", "Er liefert.", ""),
]


@pytest.mark.parametrize(("source", "text", "number"), NUMBERS)
def test_the_number_is_told_where_the_form_tells(
    source: str, text: str, number: str
) -> None:
    (hit,) = matcher(source).find(text).hits
    assert hit.number == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("Mehr als 200 LLMs konkurrieren.", "plural"), ("Ein LLM rechnet.", "singular")],
)
def test_an_abbreviation_that_is_a_noun_has_a_number(text: str, number: str) -> None:
    (hit,) = matcher(Term("LLM", ("LLM",), "noun")).find(text).hits
    assert hit.number == number


class Stubborn:
    """A pattern that is always too slow."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, text: str) -> list[tuple[int, int]]:
        self.calls += 1
        raise TimeoutError


def test_a_slow_pattern_is_disabled_with_one_notice() -> None:
    search = Stubborn()
    entry = term("(a|a)*$", match=Match.REGEX)
    slow = Matcher([entry, term("Chip")], load_lemmas(), lambda _: search)
    assert not slow.notices
    for _ in range(3):
        assert len(slow.find("Ein Chip.").hits) == 1
    assert search.calls == 1
    (notice,) = slow.notices
    assert "(a|a)*$" in notice


def test_a_bad_pattern_is_left_out_with_a_notice() -> None:
    bad = matcher(term("KI-(Chip", match=Match.REGEX), "Chip")
    (notice,) = bad.notices
    assert "missing )" in notice
    assert len(bad.find("Ein Chip.").hits) == 1
