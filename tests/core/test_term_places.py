from __future__ import annotations

from reader.core.documents import Kind, Sentence
from reader.core.glossary.terms import Term, Usage
from reader.core.pairs import Pair, TermUse
from reader.core.term_places import index_terms


def make_pair(source: str, *uses: tuple[str, str]) -> Pair:
    terms = tuple(
        TermUse(term, "x", 0, 1, 0, 1, status=status) for term, status in uses
    )
    sentence = Sentence("a.txt", Kind.PARAGRAPH, 1, 1, 0, len(source), source)
    return Pair(sentence, "English", terms=terms)


def test_each_sentence_of_a_term_is_found_once_with_what_went_wrong() -> None:
    find = index_terms(
        [
            make_pair("Der Markt wächst.", ("Markt", "kept")),
            make_pair("Nichts."),
            make_pair("Markt trifft Markt.", ("Markt", "kept"), ("Markt", "missing")),
            make_pair("Chip und Markt.", ("Chip", "kept"), ("Markt", "forbidden")),
        ]
    )
    assert find(Term("Markt", ("market",))) == (
        (0, "Der Markt wächst."),
        (2, "Markt trifft Markt. (the glossary's word is missing)"),
    )
    banned = Term("Markt", ("bazaar",), usage=Usage.FORBIDDEN)
    assert [number for number, _ in find(banned)] == [3]
    assert find(Term("Chip", ("chip",))) == ((3, "Chip und Markt."),)
    assert find(Term("markt", ("market",))) == ()
