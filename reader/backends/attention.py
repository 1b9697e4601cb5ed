"""Word links from an engine's attention.

Owns the way from the weights between pieces to `Links` between words, and the
judgement whether a model's attention is good for that at all.

A Transformer's attention is not made for alignment. CTranslate2 gives back one head
of the last decoder layer unless others were chosen when the model was converted; a
model that was trained with guided alignment (Garg et al. 2019, "Jointly Learning to
Align and Translate with Transformer Models") has its links there, any other one has
there whatever it needed. So each model has to pass a test before it is believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.interfaces import Links

Attention = Sequence[Sequence[float]]
"""A row for each target piece, a column for each source piece."""

WORD_WEIGHT = 0.2
"""A link needs this much of a target word's attention."""

GOOD_ENOUGH = 0.6
"""The share of the probes' links from which on a model's attention is believed: twice
what one gets that only looks at the same position (0.31)."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A sentence pair whose links a person has drawn, content words only."""

    source: str
    target: str
    links: str
    """As in the Pharaoh format: "0-0 1-2"."""


PROBES = (
    Probe(
        "Im März hat die Firma in Berlin neue Chips gekauft.",
        "In March the company in Berlin bought new chips.",
        "0-0 1-1 3-2 4-3 5-4 6-5 9-6 7-7 8-8",
    ),
    Probe(
        "Die Daten der Kunden sind nach Angaben des Unternehmens sicher.",
        "According to the company, the customers' data is safe.",
        "8-3 3-5 1-6 4-7 9-8",
    ),
    Probe(
        "Das neue Modell soll 2024 auf den Markt kommen, sagt Anna Weber.",
        "The new model is to come onto the market in 2024, says Anna Weber.",
        "0-0 1-1 2-2 8-5 5-6 6-7 7-8 4-10 9-11 10-12 11-13",
    ),
    Probe(
        "Viele Menschen nutzen das Internet, aber wenige verstehen die Technik.",
        "Many people use the internet, but few understand the technology.",
        "0-0 1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8 9-9",
    ),
    Probe(
        "Vor allem in China wächst der Markt für Computer schnell.",
        "The market for computers is growing quickly, above all in China.",
        "5-0 6-1 7-2 8-3 4-5 9-6 0-7 1-8 2-9 3-10",
    ),
    Probe(
        "Der Bericht zeigt, dass die Kosten um 20 Prozent gestiegen sind.",
        "The report shows that costs have risen by 20 percent.",
        "0-0 1-1 2-2 3-3 5-4 9-6 6-7 7-8 8-9",
    ),
)


def find_links(
    attention: Attention, source_words: Sequence[int], target_words: Sequence[int]
) -> Links:
    """Return a link from each target word to the source word that it looks at most.

    `source_words` and `target_words` give the word of each piece. What a word's
    pieces look at is aggregated by maximum.

    >>> find_links([[0.1, 0.9], [0.8, 0.2], [0.6, 0.4]], [0, 1], [0, 1, 1])
    ((1, 0), (0, 1))
    """
    best: dict[int, tuple[float, int]] = {}
    for row, target_word in zip(attention, target_words, strict=True):
        for weight, source_word in zip(row, source_words, strict=True):
            # At a draw the first word wins: the same weights give the same links.
            candidate = (weight, -source_word)
            best[target_word] = max(candidate, best.get(target_word, candidate))
    return tuple(
        (-minus_source_word, target_word)
        for target_word, (weight, minus_source_word) in sorted(best.items())
        if weight >= WORD_WEIGHT
    )


def share_of_links(found: Sequence[Links | None]) -> float:
    """Return the share of the links of `PROBES` that are in `found`.

    >>> right = [read_links(probe.links) for probe in PROBES]
    >>> share_of_links(right), share_of_links([None] * len(right))
    (1.0, 0.0)
    """
    hits = total = 0
    for probe, links in zip(PROBES, found, strict=True):
        expected = set(read_links(probe.links))
        hits += len(expected & set(links or ()))
        total += len(expected)
    return hits / total


def read_links(text: str) -> Links:
    """Return the links that `text` writes in the Pharaoh format.

    >>> read_links("0-0 1-2")
    ((0, 0), (1, 2))
    """
    pairs = (link.split("-") for link in text.split())
    return tuple((int(source), int(target)) for source, target in pairs)
