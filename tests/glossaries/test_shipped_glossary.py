"""The shipped glossary: complete, free of contradictions, and at home in the articles.

Reads the file with `csv`, so that a reader that forgives too much hides nothing; one
test says that the program's own reader sees the same.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reader.core.glossary.terms import (
    PARTS_OF_SPEECH,
    Case,
    Match,
    Term,
    Usage,
    source_key,
)
from reader.formats.glossary_files import read_glossary

ROOT = Path(__file__).parent.parent.parent
GLOSSARY_PATH = ROOT / "glossaries" / "technology.de-en.tsv"
COLUMNS = ["source", "target", "pos", "usage", "case", "match", "domain", "note"]


@cache
def read_rows() -> list[list[str]]:
    lines = GLOSSARY_PATH.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    return list(csv.reader(entries, delimiter="\t"))


@cache
def read_terms() -> list[Term]:
    terms = []
    for row in read_rows()[1:]:
        cells = dict(zip(COLUMNS, row, strict=True))
        terms.append(
            Term(
                source=cells["source"],
                targets=tuple(cells["target"].split("|")),
                pos=cells["pos"],
                usage=Usage(cells["usage"]),
                case=Case(cells["case"]),
                match=Match(cells["match"]),
                domain=cells["domain"],
                note=cells["note"],
            )
        )
    return terms


def as_pattern(source: str) -> str:
    """Return an expression that finds a term in most of its inflected forms.

    >>> bool(re.search(as_pattern("großes Sprachmodell"), "mit großen Sprachmodellen"))
    True
    >>> bool(re.search(as_pattern("Unternehmer"), "viele Unternehmen"))
    False
    """
    words = [inflected(word) for word in re.split(r"[\s-]+", source)]
    return r"\b" + r"[\s-]+".join(words) + r"\b"


def inflected(word: str) -> str:
    if not word.islower():
        return re.escape(word) + r"(?:e|es|en|s|n|nen)?"
    stem = re.sub(r"(?<=\w{3})(es|er|en|e)$", "", word)
    return rf"(?i:{re.escape(stem)})(?:e|en|em|er|es|t|te|ten)?"


def articles() -> Iterator[str]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def test_every_row_has_the_columns_of_the_header() -> None:
    header, *rows = read_rows()
    assert header == COLUMNS
    assert [row for row in rows if len(row) != len(COLUMNS)] == []


def test_the_programs_own_reader_finds_the_same_terms_and_no_problem() -> None:
    glossary = read_glossary(GLOSSARY_PATH)
    assert glossary.problems == ()
    assert [term for term, _ in glossary.entries] == read_terms()


def test_no_cell_needs_quotes_or_has_stray_blanks() -> None:
    cells = [cell for row in read_rows() for cell in row]
    assert [
        cell for cell in cells if '"' in cell or cell != " ".join(cell.split())
    ] == []


def test_there_are_at_least_250_terms_with_every_usage() -> None:
    counts = Counter(term.usage for term in read_terms())
    assert sum(counts.values()) >= 250
    assert counts[Usage.KEEP] >= 40
    assert counts[Usage.FORBIDDEN] >= 10


def test_every_term_says_its_part_of_speech_and_its_domain() -> None:
    assert {term.pos for term in read_terms()} <= set(PARTS_OF_SPEECH)
    assert [term.source for term in read_terms() if not term.domain] == []


def test_names_to_keep_are_names() -> None:
    kept = [term for term in read_terms() if term.usage is Usage.KEEP]
    assert [term.source for term in kept if term.pos != "name"] == []


def test_no_german_stands_twice_with_the_same_usage() -> None:
    """A hyphen is a word boundary: "Cloud-Computing" would double "Cloud Computing"."""
    keys = Counter(
        (source_key(term.source).replace("-", " "), term.key[1])
        for term in read_terms()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_english_form_is_empty_or_stands_twice() -> None:
    for term in read_terms():
        assert all(term.targets), term.source
        assert len(set(term.targets)) == len(term.targets), term.source


def test_no_term_demands_what_is_forbidden() -> None:
    forbidden = {
        (term.source, target.casefold())
        for term in read_terms()
        if term.usage is Usage.FORBIDDEN
        for target in term.targets
    }
    demanded = {
        (term.source, target.casefold())
        for term in read_terms()
        if term.usage is not Usage.FORBIDDEN
        for target in term.targets
    }
    assert forbidden & demanded == set()


def test_no_english_is_the_german_of_a_term_with_other_english() -> None:
    """No chains: what one term writes, another one must leave as it is."""
    wanted = {t.source: t for t in read_terms() if t.usage is not Usage.FORBIDDEN}
    chains = [
        (term.source, target)
        for term in wanted.values()
        for target in term.targets
        if target in wanted and target not in wanted[target].targets
    ]
    assert chains == []


def test_nouns_and_names_to_keep_have_their_capital() -> None:
    nouns = [term for term in read_terms() if term.pos == "noun"]
    assert [t.source for t in nouns if t.source == t.source.lower()] == []


def test_adjectives_before_a_noun_end_as_in_a_nominative_without_article() -> None:
    """ "großes Sprachmodell", not "große Sprachmodell"; so the gender can be read."""
    phrases = [t.source for t in read_terms() if re.match(r"[a-zäöü]+ ", t.source)]
    assert len(phrases) >= 10
    endings = re.compile(r"(?:[a-zäöüß-]+(?:es|er|e) )+[A-ZÄÖÜ][\w-]+|in den \w+")
    assert [source for source in phrases if not endings.fullmatch(source)] == []


def test_at_least_half_of_the_terms_stand_in_the_five_articles() -> None:
    text = "\n".join(articles())
    found = [t for t in read_terms() if re.search(as_pattern(t.source), text)]
    assert len(found) >= len(read_terms()) / 2
    assert len(found) >= 60


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Rechenleistung", "computing power"),
        ("großes Sprachmodell", "large language model"),
        ("Billion", "trillion"),
        ("Grafikprozessor", "graphics processing unit"),
        ("Exportbeschränkung", "export restriction"),
        ("Hongkong", "Hong Kong"),
    ],
)
def test_a_term_of_the_articles_has_the_english_of_the_field(
    source: str, target: str
) -> None:
    wanted = {t.source: t for t in read_terms() if t.usage is not Usage.FORBIDDEN}
    assert wanted[source].target == target
