"""The check of a whole sentence: who gets which place, and what is forbidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import pytest

from reader.backends.inflection import EnglishInflector
from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import Span, TermHit
from reader.core.obeying.checking import check_terms
from tests.core.obeying.rows import hit

FORMS = EnglishForms(EnglishInflector())


@dataclass(frozen=True)
class Link:
    source: Span
    target: Span
    confidence: float = 1.0


def found_in(
    target: str,
    hits: Sequence[TermHit],
    links: Sequence[Link] = (),
    source: str = "",
) -> list[str | None]:
    """Return the English of each hit, as it stands."""
    verdict = check_terms(hits, target, links, FORMS, source)
    assert verdict.missing == tuple(
        number
        for number, (span, one) in enumerate(zip(verdict.spans, hits, strict=True))
        if span is None and one.term.usage != "forbidden"
    )
    return [span and target[slice(*span)] for span in verdict.spans]


@pytest.mark.parametrize(
    ("target", "hits", "wanted"),
    [
        # As often as needed.
        (
            "The market here is larger than the market there.",
            [hit("Markt", "market"), hit("Markt", "market", at=20)],
            ["market", "market"],
        ),
        (
            "The market here is larger than the one there.",
            [hit("Markt", "market"), hit("Markt", "market", at=20)],
            ["market", None],
        ),
        (
            "The LLM is a large language model.",
            [hit("LLM", "LLM|large language model"), hit("LLM", "LLM", at=10)],
            ["large language model", "LLM"],
        ),
        # The longer one first.
        (
            "The language model is small.",
            [hit("Modell", "model"), hit("Sprachmodell", "language model", at=20)],
            [None, "language model"],
        ),
        (
            "The model is a language model.",
            [hit("Sprachmodell", "language model"), hit("Modell", "model", at=20)],
            ["language model", "model"],
        ),
        # Who has a second choice moves.
        (
            "The company bought the group.",
            [hit("Konzern", "company|group"), hit("Firma", "company", at=20)],
            ["group", "company"],
        ),
        (
            "The company bought the group and a firm.",
            [
                hit("Konzern", "company|group"),
                hit("Unternehmen", "company|firm", at=20),
                hit("Firma", "company", at=40),
            ],
            ["group", "firm", "company"],
        ),
        (
            "The company bought the group.",
            [
                hit("Konzern", "company|group"),
                hit("Unternehmen", "company|group", at=20),
                hit("Firma", "company", at=40),
            ],
            ["company", "group", None],
        ),
        # A list shares its head, or what stands in front of it.
        (
            "The text, image and video synthesis is new.",
            [
                hit("Textsynthese", "text synthesis", is_elided=True),
                hit("Bildsynthese", "image synthesis", at=6, is_elided=True),
                hit("Videosynthese", "video synthesis", at=16),
            ],
            [
                "text, image and video synthesis",
                "image and video synthesis",
                "video synthesis",
            ],
        ),
        (
            "AI chips and models are sold.",
            [hit("KI-Chip", "AI chip"), hit("KI-Modell", "AI model", at=20)],
            ["AI chips", "AI chips and models"],
        ),
        # The head is shared, not taken twice where two are wanted.
        (
            "The text and image synthesis is new.",
            [
                hit("Textsynthese", "text synthesis"),
                hit("Synthese", "synthesis", at=20),
            ],
            ["text and image synthesis", None],
        ),
        # An object inside a verb may be a term itself.
        (
            "They rolled the update out.",
            [hit("einführen", "roll out", "verb"), hit("Update", "update", at=20)],
            ["rolled the update out", "update"],
        ),
        # Irregular forms, and none at all.
        ("They built it.", [hit("bauen", "build", "verb")], ["built"]),
        ("It is new.", [hit("bauen", "build", "verb")], [None]),
        ("", [hit("Chip", "chip")], [None]),
        ("A chip.", [], []),
    ],
)
def test_every_hit_has_a_place_of_its_own(
    target: str, hits: list[TermHit], wanted: list[str | None]
) -> None:
    assert found_in(target, hits) == wanted


def test_places_go_round_in_the_order_of_the_text() -> None:
    hits = [hit("Markt", "market", at=20), hit("Markt", "market", at=0)]
    assert check_terms(hits, "One market, two markets.").spans == ((16, 23), (4, 10))


def test_the_alignment_says_which_place_is_whose() -> None:
    target = "A model, another model."
    hits = [hit("Modell", "model", at=10), hit("Modell", "model", at=30)]
    crossed = [Link((10, 16), (17, 22)), Link((30, 36), (2, 7), 0.5)]
    assert check_terms(hits, target, crossed).spans == ((17, 22), (2, 7))
    one = [Link((30, 36), (2, 7))]
    assert check_terms(hits, target, one).spans == ((17, 22), (2, 7))
    assert check_terms(hits[:1], target, crossed).spans == ((17, 22),)
    assert check_terms(hits[:1], target).spans == ((2, 7),)


def test_the_parts_of_a_separated_verb_are_aligned_together() -> None:
    verb = hit("vorstellen", "present", "verb", at=0)
    parted = TermHit(verb.term, 0, 7, rest=((30, 33),))
    target = "At present they present it."
    links = [Link((30, 33), (16, 23))]
    assert check_terms([parted], target, links).spans == ((16, 23),)


SOURCE = "KI-Chips und KI-Modelle"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (SOURCE, "AI chips and models", ["AI", "AI"]),
        (SOURCE, "AI chips and AI models", ["AI", "AI"]),
        ("KI-Chips, große KI-Modelle", "AI chips and large models", ["AI", "AI"]),
        ("KI-gestützte Chips und KI", "AI-powered chips and more", ["AI", "AI"]),
        # The English is no list, or nothing is known of the German, or it is none.
        (SOURCE, "AI chips", ["AI", None]),
        ("", "AI chips and models", ["AI", None]),
        ("KI lernt. Aber KI irrt.", "AI chips and models", ["AI", None]),
        ("KI hat, da sie KI ist", "AI chips and models", ["AI", None]),
        ("KI-Chips für die KI hier", "AI chips and models", ["AI", None]),
    ],
)
def test_a_list_says_a_repeated_term_once(
    source: str, target: str, wanted: list[str | None]
) -> None:
    second = source.rfind("KI") if source else 13
    twice = [hit("KI", "AI", at=0), hit("KI", "AI", at=second)]
    assert found_in(target, twice, source=source) == wanted


POWER = hit("Rechenleistung", "computing power|compute", "noun", at=4)
NOT_POWER = hit(
    "Rechenleistung", "computer power|computer performance", "noun", "forbidden", at=4
)
NOT_BARE = hit("Rechenleistung", "power|performance", "noun", "forbidden", at=4)


@pytest.mark.parametrize(
    ("target", "hits", "wanted"),
    [
        ("The computer power grows.", [NOT_POWER], ["computer power"]),
        ("The COMPUTER POWER grows.", [NOT_POWER], ["COMPUTER POWER"]),
        ("The computing power grows.", [POWER, NOT_BARE], []),
        ("The computing power has power.", [POWER, NOT_BARE], ["power"]),
        ("The power grows.", [POWER, NOT_BARE], ["power"]),
        # One violation for one place.
        ("The computer power grows.", [NOT_POWER, NOT_BARE], ["computer power"]),
        ("Computer performance, computer power.", [NOT_POWER], 2 * ["…"]),
        # A forbidden form that holds an accepted one.
        ("The compute power grows.", [POWER, NOT_BARE], ["power"]),
        # What another hit is said with is no violation.
        (
            "The power of computing power.",
            [POWER, hit("Macht", "power", "noun", at=30), NOT_BARE],
            [],
        ),
        ("The powerful computer.", [NOT_BARE], []),
        ("They gave it up.", [hit("x", "give", "verb", "forbidden")], ["gave"]),
    ],
)
def test_forbidden_words_are_found(
    target: str, hits: list[TermHit], wanted: list[str]
) -> None:
    verdict = check_terms(hits, target, forms=FORMS)
    found = [target[slice(*span)] for _, span in verdict.violations]
    if "…" in wanted:
        assert len(found) == len(wanted)
    else:
        assert found == wanted
    assert verdict.is_good == (not wanted and not verdict.missing)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Die Bundesnetzagentur", "The Federal Network Agency", None),
        ("Die Bundesnetzagentur", "The Bundesnetzagentur", "Bundesnetzagentur"),
        ("Die Bundesnetzagentur", "The BNetzA", "BNetzA"),
        ("Die Bundesnetzagenturen", "Bundesnetzagenturen", "Bundesnetzagenturen"),
        ("Die Bundesnetzagenturen", "bundesnetzagenturen", None),
    ],
)
def test_a_name_may_stand_as_it_stands_in_german(
    source: str, target: str, wanted: str | None
) -> None:
    name = hit("Bundesnetzagentur", "Bundesnetzagentur|BNetzA", "name", "keep", at=4)
    stands = TermHit(name.term, 4, len(source))
    assert found_in(target, [stands], source=source) == [wanted]


@pytest.mark.parametrize(
    ("source", "word", "target", "wanted"),
    [
        ("Der Bürgermeister kam.", "Bürgermeister", "The mayor came.", "mayor"),
        # The German noun is no way round it, however it stands there.
        ("Der Bürgermeister", "Bürgermeister", "The Bürgermeister", "Bürgermeister"),
        ("Der Bürgermeister", "Bürgermeister", "The bürgermeister", "bürgermeister"),
        ("Des Bürgermeisters", "Bürgermeister", "Bürgermeisters", "Bürgermeisters"),
        (
            "Der Oberbürgermeister",
            "bürgermeister",
            "Oberbürgermeister",
            "Oberbürgermeister",
        ),
        ("Der Bürgermeister kam.", "Bürgermeister", "The head of town came.", None),
        # What English has, too, abbreviations and other words.
        ("Der Kindergarten", "Kindergarten", "The kindergarten", None),
        ("Die EU wächst.", "EU", "The EU grows.", None),
        ("Der Bürgermeister", "Bürgermeister", "The Bürgermeisterin", None),
    ],
)
def test_an_untranslated_noun_is_no_way_round_a_forbidden_word(
    source: str, word: str, target: str, wanted: str | None
) -> None:
    german = word[0].upper() + word[1:]
    entry = hit(german, "mayor", "noun", "forbidden", at=source.index(word))
    verdict = check_terms([entry], target, (), FORMS, source)
    found = [target[slice(*span)] for _, span in verdict.violations]
    assert found == ([] if wanted is None else [wanted])


def test_a_name_and_an_accepted_loan_word_may_stay_german() -> None:
    source, target = "Der Bundestag tagt.", "The Bundestag meets."
    as_name = hit("Bundestag", "parliament", "name", "forbidden", at=4)
    as_noun = hit("Bundestag", "parliament", "", "forbidden", at=4)
    accepted = hit("Bundestag", "Bundestag", at=4)
    assert check_terms([as_name], target, (), FORMS, source).is_good
    assert not check_terms([as_noun], target, (), FORMS, source).is_good
    assert check_terms([as_noun, accepted], target, (), FORMS, source).is_good


def test_many_hits_on_few_places_take_no_time() -> None:
    hits = [hit("Chip", "chip|chips", at=10 * n) for n in range(40)]
    start = perf_counter()
    verdict = check_terms(hits, "A chip, " * 30, forms=FORMS)
    assert len(verdict.missing) == 10
    # Without the memory of who was asked it would take years.
    assert perf_counter() - start < 2
