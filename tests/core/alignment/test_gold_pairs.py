"""The gold set itself: it is what its README says, and its measures measure."""

from __future__ import annotations

import pytest

from tests.gold.alignment.reading import GoldPair, parse_pair, read_gold_pairs
from tests.gold.alignment.scoring import (
    find_phrases,
    score_links,
    score_phrases,
    to_word_links,
)

PRESENTED = """## 01 machine | separable verb
source: Der Konzern stellte gestern den KI-Chip vor.
target: Yesterday the company presented the AI chip.
links: Der-the Konzern-company stellte+vor-presented \
den-the#2 KI-AI Chip-chip gestern?Yesterday
"""


def _texts(pair: GoldPair) -> list[tuple[str, str]]:
    return [
        (pair.source[slice(*phrase.source)], pair.target[slice(*phrase.target)])
        for phrase in find_phrases(pair)
    ]


def test_there_are_sixty_pairs_and_half_of_them_are_machine_translations() -> None:
    pairs = read_gold_pairs()
    assert [pair.number for pair in pairs] == list(range(1, 61))
    assert sum(pair.is_machine for pair in pairs) == 30
    assert len({pair.source for pair in pairs}) == 60


def test_a_third_of_the_sentences_has_twenty_words_or_more() -> None:
    assert sum(len(pair.source_words) >= 20 for pair in read_gold_pairs()) >= 20


@pytest.mark.parametrize("pair", read_gold_pairs(), ids=lambda pair: str(pair.number))
def test_most_words_of_a_pair_are_linked(pair: GoldPair) -> None:
    sources = {source for source, _ in pair.possible}
    targets = {target for _, target in pair.possible}
    assert pair.sure <= pair.possible
    assert len(sources) >= 0.6 * len(pair.source_words)
    assert len(targets) >= 0.75 * len(pair.target_words)


def test_words_stand_for_their_places() -> None:
    pair = parse_pair(PRESENTED)
    assert pair.sure == {(0, 1), (1, 2), (2, 3), (7, 3), (4, 4), (5, 5), (6, 6)}
    assert pair.possible - pair.sure == {(3, 0)}


@pytest.mark.parametrize("links", ["Konzern-firm", "Konzern-company#2", "Konzern"])
def test_a_link_to_a_word_that_is_not_there_is_refused(links: str) -> None:
    with pytest.raises(ValueError):
        parse_pair(PRESENTED.replace("Konzern-company", links))


def test_the_error_rate_is_that_of_och_and_ney() -> None:
    pair = parse_pair(PRESENTED)
    perfect = score_links([(pair, pair.sure)])
    assert (perfect.precision, perfect.recall, perfect.error_rate) == (1, 1, 0)
    # A possible link costs nothing; a wrong one and a missing one do.
    assert score_links([(pair, pair.possible)]).error_rate == 0
    found = {(0, 1), (1, 2), (2, 3), (3, 0), (0, 0)}
    score = score_links([(pair, found)])
    assert score.precision == pytest.approx(4 / 5)
    assert score.recall == pytest.approx(3 / 7)
    assert score.error_rate == pytest.approx(1 - (3 + 4) / (5 + 7))


def test_character_spans_become_links_between_the_words_that_they_touch() -> None:
    pair = parse_pair(PRESENTED)
    chip = (pair.source.index("KI"), pair.source.index(" vor"))
    english = (pair.target.index("AI"), pair.target.index("."))
    assert to_word_links(pair, [(chip, english)]) == {(5, 5), (5, 6), (6, 5), (6, 6)}


def test_phrases_are_content_words_with_english_of_their_own() -> None:
    assert _texts(parse_pair(PRESENTED)) == [
        ("Konzern", "company"),
        ("KI", "AI"),
        ("KI-Chip", "AI chip"),
        ("Chip", "chip"),
    ]


def test_phrases_are_scored_by_their_exact_span() -> None:
    pair = parse_pair(PRESENTED)
    right = {phrase.source: phrase.target for phrase in find_phrases(pair)}
    assert score_phrases([pair], lambda _, span: right[span]).recall == 1
    none = score_phrases([pair], lambda _, span: None)
    assert (none.total, none.found, none.precision) == (4, 0, 0)
    wide = score_phrases([pair], lambda _, span: (0, len(pair.target)))
    assert (wide.found, wide.exact) == (4, 0)
