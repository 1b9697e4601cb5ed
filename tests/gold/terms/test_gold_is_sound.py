"""The gold files can be read, say what they mean to say, and are large enough."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from reader.core.glossary.hits import Matches, TermHit
from reader.core.glossary.terms import Term, Usage
from reader.core.normalize import normalize_source
from tests.gold.terms.rows import (
    GoldCandidate,
    GoldHit,
    Row,
    parse_row,
    read_english_rows,
    read_glossary,
    read_rows,
)
from tests.gold.terms.scoring import score_english, score_hits


def _matches_of(row: Row, terms: dict[tuple[str, bool], Term]) -> Matches:
    return Matches(
        tuple(
            TermHit(terms[h.source, h.is_forbidden], h.start, h.end, rest=h.rest)
            for h in row.hits
        )
    )


def _terms_by_key() -> dict[tuple[str, bool], Term]:
    return {(t.source, t.usage is Usage.FORBIDDEN): t for t in read_glossary()}


def test_the_gold_set_is_large_and_tempting() -> None:
    rows = read_rows()
    kinds = Counter(row.kind for row in rows)
    print("\n" + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    assert len(read_glossary()) >= 150
    assert len(rows) >= 400
    assert kinds["must-not-match"] >= 90
    assert len(read_english_rows()) >= 120


def test_no_entry_and_no_sentence_stands_twice() -> None:
    entries = Counter(term.key for term in read_glossary())
    texts = Counter(row.text for row in read_rows())
    english = Counter((row.source, row.text) for row in read_english_rows())
    assert [key for key, count in entries.items() if count > 1] == []
    assert [text for text, count in texts.items() if count > 1] == []
    assert [key for key, count in english.items() if count > 1] == []


def test_every_label_is_an_entry_and_every_entry_has_a_row() -> None:
    terms = _terms_by_key()
    rows = read_rows()
    labels = {(h.source, h.is_forbidden) for row in rows for h in row.hits}
    candidates = {(c.source, False) for row in rows for c in row.candidates}
    english = {(row.source, row.is_forbidden) for row in read_english_rows()}
    assert labels | candidates | english <= set(terms)
    assert labels == set(terms)


def test_rows_are_normalised_and_offsets_lie_on_whole_stretches() -> None:
    for row in read_rows():
        assert row.text == normalize_source(row.written)
        for hit in row.hits:
            for start, end in ((hit.start, hit.end), *hit.rest):
                stretch = row.text[start:end]
                assert stretch and stretch == stretch.strip(), row.line
        assert not any(mark in row.text for mark in "{}|#"), row.line


def test_hits_overlap_only_where_they_may() -> None:
    for row in read_rows():
        hits = [hit for hit in row.hits if not hit.is_forbidden]
        for first, second in pairwise(hits):
            assert first.end <= second.start, row.line


def test_rows_that_must_not_match_have_no_hits_and_the_others_have_some() -> None:
    for row in read_rows():
        if row.kind in ("must-not-match", "compound-candidate"):
            assert row.comment or row.candidates, row.line
        if row.kind == "must-not-match":
            assert not row.hits, row.line
        else:
            assert row.hits or row.candidates, row.line


def test_marks_say_stretches_candidates_and_forbidden_words() -> None:
    row = parse_row("{Stellt|vorstellen#1} der {{Chef}|!Chef} sie {vor|+1}? // ja")
    assert row.text == "Stellt der Chef sie vor?"
    assert row.hits == (
        GoldHit("vorstellen", 0, 6, ((20, 23),)),
        GoldHit("Chef", 11, 15),
        GoldHit("Chef", 11, 15, is_forbidden=True),
    )
    assert row.comment == "ja"
    row = parse_row("Der {Markt|?}platz im {\\u00adWin\\u00adter}")
    assert row.text == "Der Marktplatz im Winter"
    assert row.candidates == (GoldCandidate("Markt", 4, 9),)
    assert row.hits == (GoldHit("Winter", 18, 24),)


@pytest.mark.parametrize("line", ["Der {Markt", "{Stellt|vorstellen#1} es", "{a|+1}"])
def test_marks_that_do_not_fit_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"open|numbers"):
        parse_row(line)


def test_english_spans_hold_the_words_of_their_entry() -> None:
    for row in read_english_rows():
        assert row.needed >= 1
        for start, end in row.spans:
            assert row.text[start:end].strip() == row.text[start:end] != "", row.line
        if row.kind in ("trap", "closed", "forbidden-absent"):
            assert not row.spans, row.line
        elif row.kind != "needed-twice":
            assert row.spans, row.line


def test_a_word_needed_twice_is_not_obeyed_by_one() -> None:
    obeyed = [r.is_obeyed for r in read_english_rows() if r.kind == "needed-twice"]
    assert True in obeyed and False in obeyed


def test_the_score_is_full_for_the_gold_itself_and_falls_with_each_fault() -> None:
    terms, rows = _terms_by_key(), read_rows()
    by_text = {row.text: _matches_of(row, terms) for row in rows}
    full = score_hits(rows, by_text.__getitem__)
    assert (full.found_share, full.false_share, full.complaints) == (1.0, 0.0, [])
    assert score_hits(rows, lambda text: Matches()).found == 0
    everywhere = TermHit(terms["Markt", False], 0, 1)
    worse = score_hits(rows, lambda text: Matches((everywhere,)))
    assert worse.false == len(rows)
    assert worse.false_share == 1.0


def test_the_english_score_tells_wrong_spans_from_right_ones() -> None:
    rows = read_english_rows()
    assert score_english(rows, lambda row: row.spans).complaints == []
    assert score_english(rows, lambda row: ()).found == 0
    assert score_english(rows, lambda row: [(0, 1)]).false > 0
