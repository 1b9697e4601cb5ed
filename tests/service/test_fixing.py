"""A person's English wins wherever its German stands, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reader.core.interfaces import Decoding, Translation
from reader.service import Service, open_service
from reader.service.fixing import (
    PROPOSALS,
    edit_sentence,
    propose,
    renew,
    reset_sentence,
    retranslate,
)
from tests.service.engines import GatedTranslator, open_with
from tests.service.reading import (
    AGAIN,
    ARTICLE,
    LAST,
    MODEL,
    OTHER,
    PRICES,
    indexes,
    read,
    targets,
    write,
)

ENGLISH = "Prices have been falling since May."
MACHINE = "Eid Esierp nellaf ties Iam."


@pytest.fixture
def service() -> Iterator[Service]:
    with open_service(engine="fake", shipped_glossary=False) as service:
        yield service


def test_an_edit_is_the_english_of_every_place_of_its_german(
    service: Service, tmp_path: Path
) -> None:
    text = read(service, write(tmp_path, "a.txt", ARTICLE))
    fixed = edit_sentence(service, text, AGAIN, f"  {ENGLISH}\n")
    assert indexes(fixed.changes) == [PRICES, AGAIN] and not fixed.waiting
    assert [change.before.target for change in fixed.changes] == [MACHINE] * 2
    for index in (PRICES, AGAIN):
        assert text.pairs[index].target == ENGLISH and text.pairs[index].edited
    assert not text.pairs[LAST].edited


def test_an_edit_holds_in_other_texts_with_any_engine_and_in_a_changed_article(
    service: Service, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.txt", ARTICLE)
    edit_sentence(service, read(service, path), PRICES, ENGLISH)
    other = read(service, write(tmp_path, "b.txt", OTHER))
    assert targets(other)[1] == ENGLISH
    write(tmp_path, "a.txt", "Korrektur: Wir irrten uns.\n\n" + ARTICLE)
    changed = read(service, path)
    assert [pair.target for pair in changed.pairs if pair.edited] == [ENGLISH] * 2
    with open_service(engine="fake", beam=4, shipped_glossary=False) as wide:
        assert targets(read(wide, path)) == targets(changed)


def test_an_edit_taken_back_leaves_the_machines_english_at_once(
    service: Service, tmp_path: Path
) -> None:
    text = read(service, write(tmp_path, "a.txt", ARTICLE))
    before = targets(text)
    edit_sentence(service, text, PRICES, ENGLISH)
    fixed = reset_sentence(service, text, PRICES)
    assert indexes(fixed.changes) == [PRICES, AGAIN] and not fixed.waiting
    assert targets(text) == before and not any(pair.edited for pair in text.pairs)


def test_what_no_engine_ever_translated_waits_for_one_when_its_edit_goes(
    service: Service, tmp_path: Path
) -> None:
    service.memory.edit([("Die Preise fallen seit Mai.", ENGLISH)])
    text = read(service, write(tmp_path, "b.txt", OTHER))
    fixed = reset_sentence(service, text, 1)
    assert (fixed.changes, fixed.waiting) == ((), (1,))
    assert text.pairs[1].target == ENGLISH
    assert indexes(retranslate(service, text, fixed.waiting)) == [1]
    assert text.pairs[1].target == MACHINE


def test_making_known_pairs_anew_changes_nothing(
    service: Service, tmp_path: Path
) -> None:
    text = read(service, write(tmp_path, "a.txt", ARTICLE))
    fixed = renew(service, text, range(len(text.pairs)))
    assert (fixed.changes, fixed.waiting) == ((), ())


class _Proposing(GatedTranslator):
    """Proposes what stands here."""

    def propose(
        self,
        sources: Sequence[str],
        decoding: Decoding | None = None,
        beginnings: Sequence[str] | None = None,
    ) -> list[list[Translation]]:
        if decoding is None or decoding.hypotheses != PROPOSALS:
            # The retry of what the guard flagged.
            return super().propose(sources, decoding, beginnings)
        return [
            [
                Translation("A language model costs 5 million euros."),
                Translation("A language model costs 3.5 million euros."),
                Translation("A language model costs 3.5 million euros."),
                Translation(""),
                Translation("One language model is 3.5 million euros."),
            ]
            for _ in sources
        ]


def test_proposals_are_told_once_and_those_with_a_flag_last(tmp_path: Path) -> None:
    engine = _Proposing()
    engine.gate.set()
    with open_with(engine) as service:
        text = read(service, write(tmp_path, "a.txt", ARTICLE))
        assert propose(service, text, MODEL) == [
            "A language model costs 3.5 million euros.",
            "One language model is 3.5 million euros.",
            "A language model costs 5 million euros.",
        ]
