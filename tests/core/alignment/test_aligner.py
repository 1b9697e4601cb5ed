"""Links of single sentences, with a lexical table of a few words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reader.core.alignment.aligner import Aligner
from reader.core.alignment.links import WordLink
from reader.core.interfaces import Links

WORDS = {
    ("der", "the"): 0.5,
    ("das", "the"): 0.5,
    ("die", "the"): 0.5,
    ("konzern", "company"): 0.8,
    ("chip", "chip"): 0.9,
    ("chips", "chips"): 0.9,
    ("neue", "new"): 0.8,
    ("neuen", "new"): 0.8,
    ("von", "of"): 0.4,
    ("von", "from"): 0.3,
    ("stellte", "put"): 0.5,
    ("vor", "before"): 0.6,
    ("vorstellte", "presented"): 0.6,
    ("nicht", "not"): 0.7,
    ("nicht", "n't"): 0.4,
    ("kauft", "buys"): 0.8,
    ("moderne", "modern"): 0.8,
    ("altern", "age"): 0.8,
    ("zeitschrift", "journal"): 0.6,
    ("fachzeitschrift", "journal"): 0.6,
    ("liest", "reads"): 0.8,
    ("sie", "she"): 0.7,
    ("rechenzentrum", "data"): 0.4,
    ("rechenzentrum", "center"): 0.5,
    ("brennt", "burning"): 0.7,
}


class SmallLexicon:
    """A lexical table that one can read."""

    def __init__(self, values: Mapping[tuple[str, str], float]) -> None:
        self._values = values

    def probability(self, source: str, target: str) -> float:
        return self._values.get((source, target), 0.0)


def _show(links: tuple[WordLink, ...], source: str, target: str) -> list[str]:
    return [
        f"{source[slice(*link.source)]}-{target[slice(*link.target)]}" for link in links
    ]


def _align(source: str, target: str, attention: Links | None = None) -> list[str]:
    links = Aligner(SmallLexicon(WORDS)).align(source, target, attention)
    return _show(links, source, target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            "Der Konzern kauft neue Chips.",
            "The company buys new chips.",
            "Der-The Konzern-company kauft-buys neue-new Chips-chips",
        ),
        # A compound becomes two words, one word less is no harm.
        (
            "Das Rechenzentrum brennt.",
            "The data center is burning.",
            "Das-The Rechenzentrum-data Rechenzentrum-center brennt-burning",
        ),
        # Both halves of a verb have its English; "vor" is no preposition here.
        (
            "Der Konzern stellte neue Chips vor.",
            "The company presented new chips.",
            "Der-The Konzern-company stellte-presented neue-new Chips-chips "
            "vor-presented",
        ),
        # Names and numbers need no table.
        (
            "Nvidia kauft 1.200 Chips von OpenAI.",
            "Nvidia buys 1,200 chips from OpenAI.",
            "Nvidia-Nvidia kauft-buys 1.200-1,200 Chips-chips von-from OpenAI-OpenAI",
        ),
        # An unknown word between known ones is what is left over between theirs.
        (
            "Moderne Halbleiter altern.",
            "Modern semiconductors age.",
            "Moderne-Modern Halbleiter-semiconductors altern-age",
        ),
        # So is the first part of a compound.
        (
            "Sie liest die Fachzeitschrift.",
            "She reads the scientific journal.",
            "Sie-She liest-reads die-the Fachzeitschrift-scientific "
            "Fachzeitschrift-journal",
        ),
        # Without an article in English, "die" has no link.
        (
            "Die neuen Chips altern.",
            "New chips age.",
            "neuen-New Chips-chips altern-age",
        ),
    ],
)
def test_links_connect_what_says_the_same(
    source: str, target: str, expected: str
) -> None:
    assert " ".join(_align(source, target)) == expected


def test_each_article_goes_with_its_noun() -> None:
    source = "Der Chip altern, die neuen Chips kauft der Konzern."
    target = "The chip age, the company buys the new chips."
    links = Aligner(SmallLexicon(WORDS)).align(source, target)
    articles = {link.source[0]: link.target[0] for link in links if link.is_article}
    assert articles == {
        source.index("Der "): target.index("The "),
        source.index("die "): target.index("the new"),
        source.index("der K"): target.index("the company"),
    }


def test_attention_decides_where_the_table_knows_nothing() -> None:
    source, target = "Ura bel Tok sim.", "Alpha beta gamma delta."
    attention = ((0, 3), (1, 2), (2, 1), (3, 0))
    assert _align(source, target, attention) == [
        "Ura-delta",
        "bel-gamma",
        "Tok-beta",
        "sim-Alpha",
    ]


def test_attention_counts_pieces_between_blanks() -> None:
    source, target = "Der KI-Chip , altern!", "The AI chip : age!"
    # The fourth piece of the German is "altern!", the fifth of the English "age!".
    assert "KI-AI" in _align(source, target, ((1, 1), (3, 4)))
    assert "altern-age" in _align(source, target, ((3, 4), (9, 9)))


@pytest.mark.parametrize(
    ("source", "target"), [("", "A chip."), ("…", "–"), ("Ja", "")]
)
def test_a_side_without_words_has_no_links(source: str, target: str) -> None:
    assert _align(source, target) == []


def test_confidence_is_from_0_to_1_and_known_words_have_more_of_it() -> None:
    source, target = "Moderne Halbleiter altern.", "Modern semiconductors age."
    links = Aligner(SmallLexicon(WORDS)).align(source, target)
    known, guessed, _ = (link.confidence for link in links)
    assert 0 <= guessed < 0.1 < 0.5 < known <= 1


def test_a_sentence_pair_always_gives_the_same_links() -> None:
    source = "Die Chips von Nvidia und die Chips von AMD altern nicht."
    target = "The chips from Nvidia and the chips from AMD do not age."
    assert _align(source, target) == _align(source, target)
    assert _align(source, target).count("von-from") == 2
