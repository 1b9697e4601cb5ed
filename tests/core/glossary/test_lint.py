"""Lint: each kind of problem on real German entries, and rows that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.glossary.layers import Layer, LayeredTerm, find_effective
from reader.core.glossary.lint import (
    MAX_NOTE_LENGTH,
    MAX_WORDS_LENGTH,
    check_pattern,
    is_failed,
    lint_terms,
)
from reader.core.glossary.problems import KINDS, Problem, Severity
from reader.core.glossary.terms import Case, Match, Term, Usage

SHIPPED, USER = Path("shipped.tsv"), Path("user.tsv")


def place(
    *terms: Term, path: Path = USER, layer: Layer = Layer.USER
) -> list[LayeredTerm]:
    return [LayeredTerm(term, path, line, layer) for line, term in enumerate(terms, 2)]


def lint(*terms: Term) -> list[tuple[int | None, str, Severity]]:
    problems = lint_terms(place(*terms))
    assert all(problem.kind in KINDS and problem.hint for problem in problems)
    return [(problem.line, problem.kind, problem.severity) for problem in problems]


def off(source: str) -> Term:
    return Term(source, (), usage=Usage.OFF)


def forbid(source: str, *targets: str) -> Term:
    return Term(source, targets, usage=Usage.FORBIDDEN)


@pytest.mark.parametrize(
    "terms",
    [
        # Capitals tell German words apart.
        (Term("Reif", ("hoarfrost",)), Term("reif", ("ripe",))),
        # The same word in both languages is no chain, however it is written.
        (Term("Chip", ("chip",)), Term("Halbleiter", ("Chip", "semiconductor"))),
        (Term("Nvidia", ("Nvidia",), usage=Usage.KEEP),),
        (Term("Handy", ("mobile phone",)), forbid("Handy", "handy")),
        # Another German word may well be said like this.
        (forbid("Handy", "handy"), Term("praktisch", ("handy",))),
        (off("Alt"),),
        (
            Term("Milliarde", ("billion",)),
            Term("Billion", ("trillion",), case=Case.SENSITIVE),
        ),
        (Term("C++", ("C++",), match=Match.EXACT),),
        (Term("GPT-", ("GPT",), match=Match.LEMMA),),
        (Term(r"H\d{3}", ("H-series",), match=Match.REGEX),),
    ],
)
def test_sound_entries_are_no_problem(terms: tuple[Term, ...]) -> None:
    assert lint(*terms) == []


@pytest.mark.parametrize(
    ("terms", "kind", "severity"),
    [
        (
            (Term("Markt", ("market",)), Term("Markt ", ("market",))),
            "duplicate",
            Severity.WARNING,
        ),
        (
            (Term("Markt", ("market",)), Term("Markt", ("mart",))),
            "conflict",
            Severity.ERROR,
        ),
        (
            (Term("Markt", ("market",)), off("Markt")),
            "conflict",
            Severity.ERROR,
        ),
        (
            (Term("Computer", ("machine",)), Term("Rechner", ("computer",))),
            "chain",
            Severity.WARNING,
        ),
        (
            (Term("Handy", ("mobile", "Handy")), forbid("Handy", "handy")),
            "forbidden",
            Severity.ERROR,
        ),
        (
            (Term("A", ("a",)), Term("KI-(Modell", ("x",), match=Match.REGEX)),
            "never",
            Severity.ERROR,
        ),
        (
            (Term("A", ("a",)), Term("(KI)?", ("x",), match=Match.REGEX)),
            "never",
            Severity.ERROR,
        ),
        (
            (
                Term("A", ("a",)),
                Term("künstliche  Intelligenz", ("x",), match=Match.EXACT),
            ),
            "never",
            Severity.ERROR,
        ),
        (
            (
                Term("A", ("a",)),
                Term("Rechen\u00adleistung", ("x",), match=Match.PREFIX),
            ),
            "bad-cell",
            Severity.ERROR,
        ),
        (
            (Term("A", ("a",)), Term("Fu\u0308rst", ("prince",), match=Match.EXACT)),
            "never",
            Severity.ERROR,
        ),
        (
            (Term("A", ("a",)), Term("Halbleiter-", ("x",), match=Match.PREFIX)),
            "never",
            Severity.ERROR,
        ),
        ((Term("A", ("a",)), Term("–", ("dash",))), "never", Severity.ERROR),
        ((Term("A", ("a",)), Term("Markt", ("mar\tket",))), "bad-cell", Severity.ERROR),
        (
            (Term("A", ("a",)), Term("Markt", ("m\u202earket",))),
            "bad-cell",
            Severity.ERROR,
        ),
        (
            (Term("A", ("a",)), Term("x" * (MAX_WORDS_LENGTH + 1), ("x",))),
            "bad-cell",
            Severity.ERROR,
        ),
        (
            (
                Term("A", ("a",)),
                Term("Markt", ("m",), note="n" * (MAX_NOTE_LENGTH + 1)),
            ),
            "bad-cell",
            Severity.WARNING,
        ),
    ],
)
def test_the_second_entry_is_a_problem(
    terms: tuple[Term, ...], kind: str, severity: Severity
) -> None:
    assert (3, kind, severity) in lint(*terms)
    assert {line for line, *_ in lint(*terms)} == {3}


def test_of_several_lines_each_is_compared_with_the_one_before_it() -> None:
    market, mart = Term("Markt", ("market",)), Term("Markt", ("mart",))
    found = [(line, kind) for line, kind, _ in lint(market, mart, mart)]
    assert found == [(3, "conflict"), (4, "duplicate")]


def test_other_english_of_a_later_layer_is_information_only() -> None:
    entries = [
        *place(Term("Markt", ("market",)), path=SHIPPED, layer=Layer.SHIPPED),
        *place(Term("Markt", ("mart",)), Term("Chip", ("chip",))),
    ]
    (problem,) = lint_terms(entries)
    assert (problem.kind, problem.severity) == ("override", Severity.INFO)
    assert "wins over 'market' in shipped.tsv:2" in problem.message
    assert not is_failed([problem])


def test_chains_are_looked_for_in_what_is_in_force() -> None:
    shipped = place(Term("Computer", ("machine",)), path=SHIPPED, layer=Layer.SHIPPED)
    rechner = Term("Rechner", ("computer",))
    assert [p.kind for p in lint_terms([*shipped, *place(rechner)])] == ["chain"]
    assert lint_terms([*shipped, *place(rechner, off("Computer"))]) == [
        Problem(
            USER,
            3,
            "override",
            "'Computer' is switched off here and wins over 'machine' in shipped.tsv:2",
            Severity.INFO,
        )
    ]


def test_forbidden_english_of_an_earlier_layer_is_found() -> None:
    shipped = place(forbid("Handy", "handy"), path=SHIPPED, layer=Layer.SHIPPED)
    problems = lint_terms([*shipped, *place(Term("Handy", ("Handy",)))])
    assert [(p.path, p.kind) for p in problems] == [(SHIPPED, "forbidden")]


def test_the_matcher_is_asked_about_entries_that_are_no_patterns() -> None:
    asked: list[str] = []

    def finds_itself(term: Term) -> bool:
        asked.append(term.source)
        return term.source != "des Marktes"

    entries = place(
        Term("Markt", ("market",)),
        Term("des Marktes", ("of the market",)),
        Term(r"H\d", ("H",), match=Match.REGEX),
        off("Alt"),
    )
    (problem,) = lint_terms(entries, finds_itself=finds_itself)
    assert (problem.line, problem.kind) == (3, "never")
    assert asked == ["Markt", "des Marktes"]


def test_problems_of_the_readers_come_in_the_order_of_the_file() -> None:
    found = [Problem(USER, 1, "bad-line", "a"), Problem(SHIPPED, 9, "bad-line", "b")]
    problems = lint_terms(place(Term("–", ("dash",))), found)
    assert [(p.path, p.line) for p in problems] == [(USER, 1), (USER, 2), (SHIPPED, 9)]


@pytest.mark.parametrize("pattern", ["(", "[a", "a{2,1}", "(?P<x>a)(?P<x>b)"])
def test_a_pattern_that_does_not_compile_says_why(pattern: str) -> None:
    assert check_pattern(pattern)


def test_a_later_line_and_a_later_layer_win() -> None:
    first = place(Term("A", ("1",)), Term("A", ("2",)), Term("B", ("3",)), path=SHIPPED)
    second = place(Term("B", ("4",)), forbid("A", "5"), off("C"))
    found = find_effective([*first, *second])
    assert [(e.term.source, e.term.target, e.path, e.line) for e in found] == [
        ("A", "2", SHIPPED, 3),
        ("B", "4", USER, 2),
        ("A", "5", USER, 3),
    ]
