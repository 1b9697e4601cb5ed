from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pytest

from reader.backends.fake import FakeTranslator
from reader.core.documents import Kind, Sentence
from reader.core.interfaces import Decoding, Finished, Known, Signature, Translation
from reader.core.pairs import Pair
from reader.core.translating import Options, Progress, translate_sentences

PLAIN = Options(with_retry=False)


class DictMemory:
    """Keeps every promise of `Memory`, in a dict."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], Known] = {}
        self.batches: list[list[str]] = []

    def recall(
        self,
        sources: Collection[str],
        signature: Signature,
        terms: Mapping[str, str] | None = None,
    ) -> dict[str, Known]:
        keys = {source: (source, (terms or {}).get(source, "")) for source in sources}
        return {s: self.known[key] for s, key in keys.items() if key in self.known}

    def store(
        self,
        finished: Mapping[str, Finished],
        signature: Signature,
        replace_known: bool = False,
    ) -> None:
        self.batches.append(list(finished))
        for source, one in finished.items():
            key = (source, one.terms)
            if replace_known or key not in self.known:
                self.known[key] = Known(
                    one.translation.target,
                    one.translation.score,
                    one.flags,
                    signature.name,
                    steps=one.steps,
                )


class CountingTranslator(FakeTranslator):
    """Counts what it is asked; `answers` replaces single outputs, call by call."""

    def __init__(self, answers: Mapping[str, Sequence[str]] | None = None) -> None:
        super().__init__(Decoding(beam=1))
        self.calls: list[list[str]] = []
        self.decodings: list[Decoding | None] = []
        self._answers = {s: list(targets) for s, targets in (answers or {}).items()}

    def translate(
        self, sources: Sequence[str], decoding: Decoding | None = None
    ) -> list[Translation]:
        self.calls.append(list(sources))
        self.decodings.append(decoding)
        outputs = super().translate(sources, decoding)
        return [
            Translation(self._answers[source].pop(0), -0.1)
            if self._answers.get(source)
            else output
            for source, output in zip(sources, outputs, strict=True)
        ]


def make_sentences(*sources: str, kind: Kind = Kind.PARAGRAPH) -> list[Sentence]:
    return [
        Sentence("a.txt", kind, number, 1, 0, len(source), source)
        for number, source in enumerate(sources, 1)
    ]


def run(
    sentences: list[Sentence],
    translator: CountingTranslator,
    memory: DictMemory,
    options: Options = PLAIN,
) -> tuple[list[Pair], list[Progress]]:
    reports: list[Progress] = []
    pairs = translate_sentences(sentences, translator, memory, options, reports.append)
    return list(pairs), reports


def test_pairs_come_in_reading_order_whatever_the_batch_order_is() -> None:
    sentences = make_sentences("Ja.", "Der Markt wächst weiter.", "Nein, gar nicht.")
    pairs, _ = run(sentences, CountingTranslator(), DictMemory())
    assert [pair.sentence for pair in pairs] == sentences
    assert pairs[0].target == "Aj."
    assert pairs[0].engine == "fake:reversed-1+beam1"


def test_a_sentence_that_stands_twice_is_translated_once() -> None:
    translator = CountingTranslator()
    pairs, reports = run(
        make_sentences("Das ist so.", "Das\u00adist so.", "Das ist so."),
        translator,
        DictMemory(),
    )
    assert sum(len(call) for call in translator.calls) == 2
    assert pairs[0].target == pairs[2].target
    assert sum(report.translated for report in reports) == 2


def test_the_same_text_in_a_later_window_comes_from_the_memory() -> None:
    many = [f"Satz Nummer {number}." for number in range(2048)]
    translator = CountingTranslator()
    pairs, _ = run(
        make_sentences("Am Anfang.", *many, "Am Anfang."), translator, DictMemory()
    )
    assert pairs[0].target == pairs[-1].target == "Ma Gnafna."
    assert sum(call.count("Am Anfang.") for call in translator.calls) == 1


def test_what_the_memory_knows_is_not_translated_again() -> None:
    memory = DictMemory()
    sentences = make_sentences("Eins ist da.", "Zwei ist da.")
    run(sentences, CountingTranslator(), memory)
    again = CountingTranslator()
    pairs, reports = run(sentences, again, memory)
    assert again.calls == []
    assert reports == [Progress(recalled=2, characters=24)]
    assert pairs[1].target == "Iewz tsi ad."


def test_a_batch_of_which_a_part_is_missing_is_decoded_as_planned() -> None:
    memory = DictMemory()
    memory.known["Zwei ist da.", ""] = Known("Two is there.", engine="other")
    translator = CountingTranslator()
    pairs, reports = run(
        make_sentences("Eins ist da.", "Zwei ist da."), translator, memory
    )
    assert translator.calls == [["Eins ist da.", "Zwei ist da."]]
    assert memory.batches == [["Eins ist da."]]
    assert pairs[1].target == "Two is there."
    assert (reports[0].translated, reports[0].recalled) == (1, 1)


def test_each_batch_is_stored_before_it_is_reported() -> None:
    memory = DictMemory()
    known_at_report: list[int] = []
    sentences = make_sentences(*(f"Satz {n} " + "lang " * 200 for n in range(40)))
    pairs = translate_sentences(
        sentences,
        CountingTranslator(),
        memory,
        Options(with_retry=False),
        lambda done: known_at_report.append(len(memory.known)),
    )
    list(pairs)
    sizes = [len(batch) for batch in memory.batches]
    assert len(sizes) > 1
    assert known_at_report == [sum(sizes[: n + 1]) for n in range(len(sizes))]


def test_anew_translates_what_is_known_and_leaves_edits_alone() -> None:
    memory = DictMemory()
    memory.known["Eins ist da.", ""] = Known("old")
    memory.known["Zwei ist da.", ""] = Known("by hand", edited=True)
    options = Options(anew=True, with_retry=False)
    pairs, _ = run(
        make_sentences("Eins ist da.", "Zwei ist da."),
        CountingTranslator(),
        memory,
        options,
    )
    assert [pair.target for pair in pairs] == ["Snie tsi ad.", "by hand"]
    assert [pair.edited for pair in pairs] == [False, True]


@pytest.mark.parametrize("with_boilerplate", [False, True])
def test_boilerplate_passes_without_english_unless_asked_for(
    with_boilerplate: bool,
) -> None:
    options = Options(with_boilerplate=with_boilerplate, with_retry=False)
    pairs, _ = run(
        make_sentences("Anzeige", kind=Kind.BOILERPLATE),
        CountingTranslator(),
        DictMemory(),
        options,
    )
    assert pairs[0].target == ("Egiezna" if with_boilerplate else None)


LOOP = "The market is growing " + "is growing " * 12
GOOD = "The market grew by 7.6 percent in March."
SOURCE = "Der Markt wuchs im März um 7,6 Prozent."


def test_a_flagged_output_is_tried_once_more_with_another_search() -> None:
    translator = CountingTranslator({SOURCE: [LOOP, GOOD]})
    pairs, _ = run(make_sentences(SOURCE), translator, DictMemory(), Options())
    assert pairs[0].target == GOOD
    assert pairs[0].flags == ()
    varied = translator.decodings[1]
    assert varied is not None and varied.no_repeat_ngram > 0
    assert varied.beam > translator.signature.decoding.beam


def test_of_a_retry_the_best_that_the_guard_passes_is_taken() -> None:
    class Proposing(CountingTranslator):
        def propose(
            self,
            sources: Sequence[str],
            decoding: Decoding | None = None,
            beginnings: Sequence[str] | None = None,
        ) -> list[list[Translation]]:
            assert decoding is not None and decoding.hypotheses > 2
            targets = ["In March, the market grew.", GOOD, GOOD + " So.", LOOP]
            return [[Translation(target, -0.1) for target in targets] for _ in sources]

    translator = Proposing({SOURCE: [LOOP]})
    pairs, _ = run(make_sentences(SOURCE), translator, DictMemory(), Options())
    assert (pairs[0].target, pairs[0].flags) == (GOOD, ())


def test_an_output_that_stays_bad_is_kept_with_its_flags() -> None:
    translator = CountingTranslator({SOURCE: [LOOP, LOOP]})
    pairs, _ = run(make_sentences(SOURCE), translator, DictMemory(), Options())
    assert pairs[0].target == LOOP
    assert "repeated" in pairs[0].flags


def test_an_empty_output_is_no_english() -> None:
    translator = CountingTranslator({SOURCE: ["", ""]})
    pairs, _ = run(make_sentences(SOURCE), translator, DictMemory(), Options())
    assert pairs[0].target is None
    assert pairs[0].flags == ("untranslated",)
