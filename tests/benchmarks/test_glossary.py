from __future__ import annotations

from tests.benchmarks.glossary import ENTRIES, SENTENCES, make_sentences, make_terms


def test_the_benchmark_is_as_large_as_it_says() -> None:
    terms, sentences = make_terms(), make_sentences()
    assert len({term.source for term in terms}) == ENTRIES
    assert len(set(sentences)) == SENTENCES
