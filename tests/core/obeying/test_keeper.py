"""A run with a glossary: what is decoded, what is kept, and what a pair proves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from reader.backends.fake import FakeTranslator
from reader.core.documents import Kind, Sentence
from reader.core.english.forms import EnglishForms
from reader.core.glossary.hits import Matches, TermHit
from reader.core.glossary.terms import Term, Usage
from reader.core.interfaces import Decoding, Known, Signature, Translation
from reader.core.obeying.checking import Verdict, check_terms
from reader.core.obeying.hinting import hint_terms
from reader.core.obeying.keeper import TermKeeper, fingerprint
from reader.core.obeying.obeying import obey
from reader.core.pairs import Pair
from reader.core.translating import Options, Progress, translate_sentences
from tests.core.obeying.doubles import InOrder, PlainInflector
from tests.core.test_translating import CountingTranslator, DictMemory

POWER = Term("Rechenleistung", ("computing power",))
MARKET = Term("Markt", ("market",))
NOT_FAIR = Term("Markt", ("fair",), usage=Usage.FORBIDDEN)
GROWS = "Die Rechenleistung wächst."
FALLS = "Der Markt fällt."


class Engine(CountingTranslator):
    """Turns words round, but for what `answers` says; counts second passes."""

    def __init__(self, answers: Mapping[str, str] | None = None) -> None:
        super().__init__({source: [said] for source, said in (answers or {}).items()})
        self.proposals: list[list[str]] = []
        self._second = FakeTranslator(Decoding(beam=1))

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        self.proposals.append(list(sources))
        return self._second.propose(sources, decoding, beginnings)


class HintedEngine(Engine):
    """One that is told the terms before its first pass."""

    @property
    def signature(self) -> Signature:
        return replace(super().signature, hints="braces")


def make_keeper(*terms: Term) -> TermKeeper:
    inflector = PlainInflector()

    def find(source: str) -> Matches:
        hits = [
            TermHit(term, found.start(), found.end())
            for term in terms
            for found in re.finditer(term.source, source)
        ]
        return Matches(tuple(sorted(hits, key=lambda hit: hit.start)))

    def check(
        hits: Sequence[TermHit], source: str, target: str, is_exact: bool
    ) -> Verdict:
        links = InOrder().align(source, target) if is_exact else ()
        return check_terms(hits, target, links, EnglishForms(inflector), source)

    return TermKeeper(
        find,
        check,
        lambda tasks, engine: obey(tasks, engine, InOrder(), inflector),
        lambda source, hits, form: hint_terms(source, hits, form, inflector),
    )


def run(
    engine: Engine,
    memory: DictMemory,
    keeper: TermKeeper | None,
    *sources: str,
    anew: bool = False,
) -> list[Pair]:
    sentences = [
        Sentence("a.txt", Kind.PARAGRAPH, number, 1, 0, len(source), source)
        for number, source in enumerate(sources, 1)
    ]
    options = Options(with_retry=False, anew=anew)
    return list(
        translate_sentences(
            sentences, engine, memory, options, lambda done: None, keeper
        )
    )


def test_english_that_has_its_terms_stays_and_is_proved() -> None:
    engine, memory = Engine({GROWS: "The computing power grows."}), DictMemory()
    (pair,) = run(engine, memory, make_keeper(POWER), GROWS)
    (use,) = pair.terms
    assert pair.target == "The computing power grows."
    assert (use.status, use.step, pair.flags) == ("kept", "engine", ())
    assert pair.target[use.target_start : use.target_end] == "computing power"
    assert pair.sentence.source[use.start : use.end] == "Rechenleistung"
    assert engine.proposals == []
    assert set(memory.known) == {(GROWS, "")}


def test_english_without_its_term_is_made_to_obey() -> None:
    engine, memory = Engine(), DictMemory()
    (pair,) = run(engine, memory, make_keeper(POWER), GROWS)
    (use,) = pair.terms
    assert pair.target is not None
    assert (use.status, use.step) == ("enforced", "second-pass")
    assert pair.target[use.target_start : use.target_end] == "computing power"


def test_a_second_run_asks_the_engine_nothing_and_says_the_same() -> None:
    memory = DictMemory()
    first = run(Engine(), memory, make_keeper(POWER), GROWS, FALLS)
    engine = Engine()
    assert run(engine, memory, make_keeper(POWER), GROWS, FALLS) == first
    assert (engine.calls, engine.proposals) == ([], [])


def test_a_changed_term_costs_only_the_sentences_that_contain_it() -> None:
    memory = DictMemory()
    run(Engine(), memory, make_keeper(POWER, MARKET), GROWS, FALLS)
    changed = Term("Markt", ("marketplace",))
    engine = Engine()
    pairs = run(engine, memory, make_keeper(POWER, changed), GROWS, FALLS)
    assert engine.calls == []
    assert {source for asked in engine.proposals for source in asked} <= {
        FALLS,
        "Der marketplace fällt.",
    }
    assert [use.target for pair in pairs for use in pair.terms] == [
        "computing power",
        "marketplace",
    ]


def test_the_failing_sentences_of_a_batch_are_decoded_together() -> None:
    engine = Engine()
    run(engine, DictMemory(), make_keeper(POWER, MARKET), GROWS, FALLS)
    assert len(engine.proposals[0]) == 2


def test_without_a_glossary_the_plain_english_is_there_again() -> None:
    memory = DictMemory()
    run(Engine(), memory, make_keeper(POWER), GROWS)
    engine = Engine()
    (pair,) = run(engine, memory, None, GROWS)
    assert (pair.target, pair.terms) == ("Eid Gnutsielnehcer tshcäw.", ())
    assert engine.calls == []


def test_translating_anew_overwrites_what_the_glossary_made() -> None:
    memory, keeper = DictMemory(), make_keeper(POWER)
    run(Engine(), memory, keeper, GROWS)
    engine = Engine()
    run(engine, memory, keeper, GROWS, anew=True)
    assert len(engine.calls) == 1 and engine.proposals


@pytest.mark.parametrize(
    ("english", "status", "flags"),
    [("Computing power grows.", "kept", ()), ("It grows.", "missing", ("terms",))],
)
def test_a_persons_english_is_judged_but_never_changed(
    english: str, status: str, flags: tuple[str, ...]
) -> None:
    memory, engine = DictMemory(), Engine()
    memory.known[GROWS, ""] = Known(english, edited=True)
    (pair,) = run(engine, memory, make_keeper(POWER), GROWS)
    assert (pair.target, pair.flags) == (english, flags)
    assert [use.status for use in pair.terms] == [status]
    assert engine.proposals == []


def test_a_term_is_shown_where_its_own_words_are_linked_to() -> None:
    memory = DictMemory()
    source = "Neue Chips kaufen manche, und die Rechenleistung wächst."
    english = "Computing power is bought, and so computing power grows."
    memory.known[source, ""] = Known(english, edited=True)
    (pair,) = run(Engine(), memory, make_keeper(POWER), source)
    assert pair.terms[0].target_start == english.rindex("computing power")


def test_a_missing_term_has_no_place_in_the_english() -> None:
    memory = DictMemory()
    memory.known[GROWS, ""] = Known("It grows.", edited=True)
    (pair,) = run(Engine(), memory, make_keeper(POWER), GROWS)
    (use,) = pair.terms
    assert (use.target_start, use.target_end, use.step) == (None, None, "missing")


def test_a_forbidden_word_that_stands_there_is_shown_and_flagged() -> None:
    memory = DictMemory()
    memory.known[FALLS, ""] = Known("The fair falls.", edited=True)
    (pair,) = run(Engine(), memory, make_keeper(NOT_FAIR), FALLS)
    (use,) = pair.terms
    assert (use.status, use.target_start, use.target_end) == ("forbidden", 4, 8)
    assert pair.flags == ("terms",)


def test_a_forbidden_word_that_does_not_stand_there_is_no_news() -> None:
    engine = Engine({FALLS: "The market falls."})
    (pair,) = run(engine, DictMemory(), make_keeper(NOT_FAIR), FALLS)
    assert (pair.terms, pair.flags) == ((), ())


def test_spans_are_those_of_the_text_as_it_stands() -> None:
    source = "Die Rechen\u00adleistung  wächst."
    (pair,) = run(Engine(), DictMemory(), make_keeper(POWER), source)
    (use,) = pair.terms
    assert source[use.start : use.end] == "Rechen\u00adleistung"


def test_a_sentence_of_an_earlier_window_obeys_too() -> None:
    many = [f"Satz Nummer {number}." for number in range(2048)]
    engine = Engine()
    pairs = run(engine, DictMemory(), make_keeper(POWER), GROWS, *many, GROWS)
    assert pairs[0].target == pairs[-1].target
    assert pairs[-1].terms[0].status == "enforced"
    assert sum(call.count(GROWS) for call in engine.calls) == 1


def test_the_fingerprint_is_of_what_is_asked_and_of_nothing_else() -> None:
    def of(*terms: Term) -> str:
        return fingerprint([TermHit(term, 0, 1) for term in terms])

    assert of(POWER) == of(Term("Rechenleistung", ("computing power",), note="new"))
    assert of(POWER) != of(Term("Rechenleistung", ("computing power", "capacity")))
    assert of(POWER, MARKET) != of(MARKET, POWER)
    assert of(MARKET) != of(MARKET, NOT_FAIR)


def test_a_batch_is_told_when_it_is_saved_and_again_when_it_obeys() -> None:
    memory = DictMemory()
    saved: list[int] = []
    done: list[Progress] = []
    sentence = Sentence("a.txt", Kind.PARAGRAPH, 1, 1, 0, len(GROWS), GROWS)

    def report(progress: Progress) -> None:
        saved.append(len(memory.known))
        done.append(progress)

    keeper = make_keeper(POWER)
    list(translate_sentences([sentence], Engine(), memory, Options(), report, keeper))
    assert saved == [1, 2]
    assert sum(progress.characters for progress in done) == len(GROWS)
    assert sum(progress.translated for progress in done) == 1


HINTED = "Die Rechenleistung { computing power } wächst."


def test_an_engine_that_takes_hints_hears_the_terms_in_its_first_pass() -> None:
    engine = HintedEngine({HINTED: "The computing power grows."})
    memory = DictMemory()
    pairs = run(engine, memory, make_keeper(POWER), GROWS, "Die Preise fallen.")
    assert [set(call) for call in engine.calls] == [{HINTED, "Die Preise fallen."}]
    assert [use.status for use in pairs[0].terms] == ["kept"]
    assert engine.proposals == []
    # The hinted English is kept apart from the plain one, which nobody asked for.
    assert (GROWS, "") not in memory.known
    assert ("Die Preise fallen.", "") in memory.known


def test_hinted_english_is_known_to_the_next_run_and_to_no_other_glossary() -> None:
    answers = {HINTED: "The computing power grows.", GROWS: "The performance grows."}
    memory = DictMemory()
    run(HintedEngine(answers), memory, make_keeper(POWER), GROWS)
    again = HintedEngine(answers)
    (pair,) = run(again, memory, make_keeper(POWER), GROWS)
    assert (pair.target, again.calls) == ("The computing power grows.", [])
    other = HintedEngine(answers)
    (pair,) = run(other, memory, make_keeper(MARKET), GROWS)
    assert (pair.target, other.calls) == ("The performance grows.", [[GROWS]])


def test_hinted_english_without_its_term_gets_a_second_pass() -> None:
    engine = HintedEngine({HINTED: "It grows."})
    (pair,) = run(engine, DictMemory(), make_keeper(POWER), GROWS)
    assert [(use.status, use.step) for use in pair.terms] == [
        ("enforced", "second-pass")
    ]


def test_a_flagged_sentence_is_tried_again_with_its_hints() -> None:
    looping = "computing power " * 30
    engine = HintedEngine({HINTED: looping})
    sentence = Sentence("a.txt", Kind.PARAGRAPH, 1, 1, 0, len(GROWS), GROWS)
    keeper = make_keeper(POWER)
    list(
        translate_sentences(
            [sentence], engine, DictMemory(), Options(), lambda done: None, keeper
        )
    )
    assert (engine.calls, engine.proposals[0]) == ([[HINTED]], [HINTED])


def test_a_forbidden_word_is_no_hint() -> None:
    engine = HintedEngine()
    run(engine, DictMemory(), make_keeper(NOT_FAIR), FALLS)
    assert engine.calls == [[FALLS]]
