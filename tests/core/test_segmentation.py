"""Segmentation as a whole: nothing is lost, every offset is true, in linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.backends.punkt import load_boundaries
from reader.core.documents import Kind, Sentence, fold_blanks
from reader.core.normalize import normalize_source
from reader.core.segmentation import segment
from tests.gold.segmentation.reading import read_gold_texts

_PIECES = (
    "Das ist gut|z. B.|Dr.|am 3. Mai|„Ja“|“|»|«|(|)|[|…|...|.|!|?|:|,|Über|U\u0308ber"
    "|1.|- |• |*|haus.png|Anzeige|Foto: AP|3,5|Nr. 7|A. B.|https://a.b/c|usw.|Inc.|🙂|纽约。|"
    "\u200b|\u00ad|\ufeff|\x00"
)
_BLANKS = (
    " ",
    "\u00a0",
    "\u202f",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\x0c",
    "\x85",
    "\t",
)
GERMAN = st.sampled_from([*_PIECES.split("|"), "|", *_BLANKS])
ANY_TEXT = st.one_of(
    st.lists(GERMAN, max_size=40).map("".join),
    st.text(max_size=80),
    st.lists(GERMAN, max_size=30).map(" ".join),
)


def _segment(text: str) -> list[Sentence]:
    return list(segment("a.txt", text, load_boundaries()))


def check_whole(text: str, sentences: list[Sentence]) -> None:
    """Assert that nothing of `text` is lost, moved or changed."""
    covered = 0
    for sentence in sentences:
        assert text[covered : sentence.start].strip() == ""
        assert sentence.source == fold_blanks(text[sentence.start : sentence.end])
        assert sentence.source
        covered = sentence.end
    assert text[covered:].strip() == ""
    for first, second in pairwise(sentences):
        assert first.end <= second.start
        assert (first.block, first.sentence) < (second.block, second.sentence)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_TEXT)
def test_segmentation_never_loses_or_moves_a_character(text: str) -> None:
    sentences = _segment(text)
    check_whole(text, sentences)
    for sentence in sentences:
        assert sentence.kind == Kind.BOILERPLATE or normalize_source(sentence.source)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_the_gold_texts_are_whole_in_every_newline_convention(end: str) -> None:
    for gold in read_gold_texts():
        text = gold.text.replace("\n", end)
        sentences = _segment(text)
        check_whole(text, sentences)
        wanted = [s.source for s in _segment(gold.text)]
        assert [s.source for s in sentences] == wanted


def test_credits_behind_a_caption_are_boilerplate() -> None:
    text = "Der Titel\n\nDer Hafen von Kiel am Morgen. Foto: Vogt\n"
    found = [(str(s.kind), s.source) for s in _segment(text)]
    assert found[1:] == [
        ("caption", "Der Hafen von Kiel am Morgen."),
        ("boilerplate", "Foto: Vogt"),
    ]


def test_an_agency_behind_a_paragraph_is_boilerplate() -> None:
    found = _segment("Der Hafen von Kiel wächst weiter. (dpa)\n")
    assert [str(s.kind) for s in found] == ["paragraph", "boilerplate"]


def test_the_cells_of_a_row_are_sentences_and_its_pipes_boilerplate() -> None:
    text = "| Modell | Preis |\n|---|---|\n| VW \\| Polo | z. B. 12 € |\n"
    found = _segment(text)
    check_whole(text, found)
    kept = [s.source for s in found if s.kind == Kind.LIST]
    assert kept == ["Modell", "Preis", "VW \\| Polo", "z. B. 12 €"]


def test_the_cells_between_tabs_are_sentences() -> None:
    text = "Anna\t32\tKöln am Rhein\nBen\t\tJena\n"
    found = [(str(s.kind), s.block, s.source) for s in _segment(text)]
    assert found == [
        ("list", 1, "Anna"),
        ("list", 1, "32"),
        ("list", 1, "Köln am Rhein"),
        ("list", 2, "Ben"),
        ("list", 2, "Jena"),
    ]


def test_ids_count_blocks_and_sentences() -> None:
    found = _segment("Ein Titel\n\nEs regnet. Alle gehen.\n")
    assert [s.id for s in found] == ["b0001s01", "b0002s01", "b0002s02"]


def test_sentences_come_one_by_one() -> None:
    asked: list[str] = []

    def find_nothing(text: str) -> list[int]:
        asked.append(text)
        return []

    sentences = segment("a.txt", "Es regnet heute.\n\nAlle gehen.\n", find_nothing)
    next(sentences)
    assert asked == ["Es regnet heute."]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a.",
        "!",
        "aaa.Bbb",
        '."',
        "(",
        "(a. B ",
        "a. ",
        ". ",
        "x\n",
        "Hund schläft. ",
    ],
)
def test_odd_texts_take_linear_time(unit: str) -> None:
    def measure(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        check_whole(text, _segment(text))
        return time.process_time() - started

    measure(1_000)
    # Four times the text in at most ten times the time: quadratic is sixteen.
    short, long = measure(10_000), measure(40_000)
    assert long < 10 * short + 0.5
