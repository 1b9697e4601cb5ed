"""Sentences that fail, and what the second pass makes of them.

The engine is a table of what it says to which German, or the fake one; what the real
ones make of it is measured in `tests/backends`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.backends.fake import FakeTranslator
from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Term, Usage
from reader.core.interfaces import Decoding, Translation, Translator
from reader.core.obeying.checking import check_terms
from reader.core.obeying.obeying import Obeyed, Task, obey
from tests.core.obeying.doubles import InOrder, NoLinks, PlainInflector

POWER = Term("Rechenleistung", ("computing power",))
MARKET = Term("Markt", ("market",))
CHIP = Term("Chip", ("chip",))


class Saying(FakeTranslator):
    """Says what a table holds for a source and a beginning, the fake English else."""

    def __init__(self, table: Mapping[tuple[str, str], Sequence[str]]) -> None:
        super().__init__(Decoding(beam=1))
        self._table = table
        self.asked: list[tuple[str, str, int]] = []

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        decoding = decoding or self.signature.decoding
        starts = beginnings or [""] * len(sources)
        self.asked += [
            (source, start, decoding.hypotheses)
            for source, start in zip(sources, starts, strict=True)
        ]
        return [
            [
                Translation(target, -rank / 10)
                for rank, target in enumerate(self._table[source, start], 1)
            ][: decoding.hypotheses]
            if (source, start) in self._table
            else super(Saying, self).propose([source], decoding, [start])[0]
            for source, start in zip(sources, starts, strict=True)
        ]


def find_hits(source: str, *terms: Term) -> tuple[TermHit, ...]:
    places = [(source.index(term.source), term) for term in terms]
    return tuple(TermHit(t, at, at + len(t.source)) for at, t in places)


def make_task(source: str, plain: str, *terms: Term) -> Task:
    return Task(source, Translation(plain, -0.5), find_hits(source, *terms))


def run(task: Task, translator: Translator) -> Obeyed:
    (result,) = obey([task], translator, InOrder(), PlainInflector())
    return result


SOURCE = "Die Rechenleistung fehlt dem Markt."
PLAIN = "The arithmetic is missing on the market."


def test_english_in_the_german_comes_first() -> None:
    given = "Die computing power fehlt dem market."
    english = "The market lacks computing power."
    engine = Saying({(given, ""): [english]})

    result = run(make_task(SOURCE, PLAIN, POWER, MARKET), engine)

    assert result == Obeyed(Translation(english, -0.1), ("second-pass", "engine"))
    assert engine.asked == [(given, "", 1)]


def test_a_beginning_is_forced_where_english_in_the_german_does_not_help() -> None:
    engine = FakeTranslator(Decoding(beam=1))
    (plain,) = engine.translate([SOURCE])

    result = run(make_task(SOURCE, plain.target, POWER), engine)

    assert result.translation.target == "Eid computing power tlhef med Tkram."
    assert result.steps == ("second-pass",)


def test_one_term_after_the_other_is_forced() -> None:
    source = "Die Rechenleistung fehlt, weil der Chip dem Markt fehlt."
    engine = FakeTranslator(Decoding(beam=1))
    (plain,) = engine.translate([source])

    result = run(make_task(source, plain.target, POWER, CHIP, MARKET), engine)

    assert result.steps == ("second-pass",) * 3


def test_of_several_translations_the_best_that_obeys_everything_is_taken() -> None:
    options = [
        "The arithmetic is missing on the market.",
        "Computing power is missing.",
        "The computing power is missing on the market.",
        "Computing power is missing on the market.",
    ]
    engine = Saying(
        {
            ("Die computing power fehlt dem market.", ""): options[:1],
            ("Die computing power fehlt dem Markt.", ""): options[1:2],
            (SOURCE, "The computing power"): options,
        }
    )

    result = run(make_task(SOURCE, PLAIN, POWER, MARKET), engine)

    assert result.translation == Translation(options[2], -0.3)


def test_english_that_the_guard_finds_worse_is_not_taken() -> None:
    source = "Die Rechenleistung stieg 2024 um 38 Prozent."
    plain = "The arithmetic rose by 38 percent in 2024."
    given = "Die computing power stieg 2024 um 38 Prozent."
    engine = Saying({(given, ""): ["The computing power rose by 83 percent in 2024."]})

    result = run(make_task(source, plain, POWER), engine)

    assert "83" not in result.translation.target


def test_what_is_nowhere_is_missing_and_the_rest_is_kept() -> None:
    """All that the engine ever says lacks the term."""

    class Stubborn(FakeTranslator):
        def propose(
            self,
            sources: Sequence[str],
            decoding: Decoding | None = None,
            beginnings: Sequence[str] | None = None,
        ) -> list[list[Translation]]:
            return [[Translation("The market.", -0.1)] for _ in sources]

    source = "Der Markt wächst."
    hits = (*find_hits(source, MARKET), TermHit(POWER, 10, 16))
    task = Task(source, Translation("The market grows.", -0.5), hits)

    (result,) = obey([task], Stubborn(Decoding()), NoLinks(), PlainInflector())

    assert result.steps == ("engine", "missing")
    assert result.translation.target == "The market grows."


def test_words_are_replaced_where_the_engine_will_not_say_the_term() -> None:
    stubborn = ["The output is missing."]
    source = "Die Rechenleistung fehlt."
    engine = Saying(
        {
            (source, ""): stubborn,
            ("Die computing power fehlt.", ""): stubborn,
            (source, "The computing power"): stubborn,
        }
    )

    result = run(make_task(source, "The arithmetic is missing.", POWER), engine)

    assert result.translation.target == "The computing power is missing."
    assert result.steps == ("replacement",)


def test_words_are_replaced_where_what_the_engine_says_is_likely_garbled() -> None:
    class Garbling(Saying):
        def propose(
            self,
            sources: Sequence[str],
            decoding: Decoding | None = None,
            beginnings: Sequence[str] | None = None,
        ) -> list[list[Translation]]:
            options = super().propose(sources, decoding, beginnings)
            return [[replace(one, score=-3.0) for one in some] for some in options]

    source = "Die Rechenleistung fehlt."
    given = ("Die computing power fehlt.", "")
    engine = Garbling({given: ["The computing power the computing."]})

    result = run(make_task(source, "The arithmetic is missing.", POWER), engine)

    assert result.translation == Translation("The computing power is missing.", -0.5)
    assert result.steps == ("replacement",)


def test_in_place_of_a_forbidden_word_the_engine_says_another() -> None:
    source = "Die Anlage rechnet."
    plain = "The asset computes."
    forbidden = Term("Anlage", ("asset",), usage=Usage.FORBIDDEN)
    engine = Saying(
        {(source, "The"): ["The asset computes.", "The facility computes."]}
    )

    result = run(make_task(source, plain, forbidden), engine)

    assert result.translation.target == "The facility computes."
    assert result.steps == ("second-pass",)


def test_german_left_standing_is_no_english_that_avoids_a_forbidden_word() -> None:
    class Leaving(FakeTranslator):
        def propose(
            self,
            sources: Sequence[str],
            decoding: Decoding | None = None,
            beginnings: Sequence[str] | None = None,
        ) -> list[list[Translation]]:
            return [[Translation("It surprised the Bürgermeister.", -0.1)]] * len(
                sources
            )

    source = "Es überraschte den Bürgermeister."
    plain = "It surprised the mayor."
    mayor = Term("Bürgermeister", ("mayor",), usage=Usage.FORBIDDEN)

    result = run(make_task(source, plain, mayor), Leaving(Decoding()))

    assert result == Obeyed(Translation(plain, -0.5), ("missing",))


def test_the_steps_are_true() -> None:
    sources = [SOURCE, "Der Chip fehlt dem Markt.", "Der Markt braucht den Chip."]
    engine = FakeTranslator(Decoding(beam=1))
    plain = engine.translate(sources)
    hits = [
        find_hits(sources[0], POWER, MARKET),
        find_hits(sources[1], CHIP, MARKET),
        find_hits(sources[2], CHIP),
    ]
    tasks = [Task(*work) for work in zip(sources, plain, hits, strict=True)]

    results = obey(tasks, engine, InOrder(), PlainInflector())

    assert len(results) == len(tasks)
    for task, result in zip(tasks, results, strict=True):
        verdict = check_terms(task.hits, result.translation.target, source=task.source)
        there = [span is not None for span in verdict.spans]
        assert there == [step != "missing" for step in result.steps]
    assert obey(tasks, engine, InOrder(), PlainInflector()) == results


def test_a_plain_translation_that_obeys_stays_as_it_is() -> None:
    task = make_task(SOURCE, "The market lacks computing power.", POWER, MARKET)

    result = run(task, Saying({}))

    assert result == Obeyed(task.plain, ("engine", "engine"))
    tidied = replace(task.plain, target="the market lacks computing power.")
    assert run(replace(task, plain=tidied), Saying({})).translation == task.plain
