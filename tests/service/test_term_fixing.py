"""A term is obeyed wherever its German stands, and undone without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from reader.core.alignment.links import WordLink
from reader.core.glossary.terms import Term, Usage
from reader.errors import PackageMissingError
from reader.service import Service, open_service
from reader.service.filling import OpenText
from reader.service.fixing import Change, Fixed, edit_sentence, retranslate
from reader.service.glossary_editing import remove_entry, save_entry
from reader.service.term_fixing import (
    TermFix,
    add_term,
    check_term,
    cite,
    draft_term,
    obey_terms,
    spread_terms,
    undo_term,
)
from tests.service.engines import GatedTranslator, open_with
from tests.service.reading import (
    ARTICLE,
    MARKET,
    MODEL,
    OTHER,
    SCARCE,
    indexes,
    note,
    read,
    targets,
    write,
)

POWER = Term("Rechenleistung", ("computing power",), pos="noun")


@pytest.fixture
def engine() -> GatedTranslator:
    engine = GatedTranslator()
    engine.gate.set()
    return engine


@pytest.fixture
def service(engine: GatedTranslator) -> Iterator[Service]:
    with open_with(engine) as service:
        yield service


@pytest.fixture
def text(service: Service, tmp_path: Path) -> OpenText:
    return read(service, write(tmp_path, "a.txt", ARTICLE))


def finish(service: Service, text: OpenText, fixed: Fixed) -> list[Change]:
    """Return all changes, those that waited for the engine included."""
    more = retranslate(service, text, fixed.waiting) if fixed.waiting else ()
    return sorted((*fixed.changes, *more), key=lambda change: change.index)


def add(service: Service, text: OpenText, term: Term) -> tuple[TermFix, list[Change]]:
    fix = add_term(service, text, term)
    return fix, finish(service, text, fix.fixed)


def test_a_term_changes_the_sentences_that_have_it_and_no_other(
    service: Service, engine: GatedTranslator, text: OpenText
) -> None:
    before = targets(text)
    engine.batches.clear()
    fix, changes = add(service, text, POWER)
    assert fix.fixed.waiting == (MARKET, SCARCE)
    assert indexes(changes) == [MARKET, SCARCE]
    assert [change.before.target for change in changes] == [
        before[MARKET],
        before[SCARCE],
    ]
    for change in changes:
        assert change.after is text.pairs[change.index]
        assert "computing power" in (change.after.target or "")
        assert [use.status for use in change.after.terms] == ["enforced"]
    assert targets(text)[MODEL] == before[MODEL]
    # Not a sentence without the term went through the engine.
    decoded = {source for batch in engine.batches for source in batch}
    assert all("leistung" in source or "power" in source for source in decoded)


def test_english_that_obeys_already_needs_no_engine_and_is_proven(
    service: Service, engine: GatedTranslator, text: OpenText
) -> None:
    before = targets(text)
    engine.batches.clear()
    fix = add_term(service, text, replace(POWER, targets=("gnutsielnehcer",)))
    assert fix.fixed.waiting == (SCARCE,)
    assert indexes(fix.fixed.changes) == [MARKET]
    assert [use.status for use in text.pairs[MARKET].terms] == ["kept"]
    assert targets(text) == before and not engine.batches


def test_a_term_that_is_undone_leaves_no_trace_and_needs_no_engine(
    service: Service, engine: GatedTranslator, text: OpenText
) -> None:
    before = list(text.pairs)
    fix, _ = add(service, text, POWER)
    assert text.pairs != before
    engine.batches.clear()
    fixed = undo_term(service, text, fix)
    assert indexes(fixed.changes) == [MARKET, SCARCE] and not fixed.waiting
    assert text.pairs == before and not engine.batches
    assert "Rechenleistung" not in service.paths.glossary.read_text()
    again, _ = add(service, text, POWER)
    assert not again.fixed.waiting and not engine.batches


def test_undoing_a_changed_entry_brings_back_entry_and_english(
    service: Service, text: OpenText
) -> None:
    add(service, text, POWER)
    before = list(text.pairs)
    fix, changes = add(service, text, replace(POWER, targets=("compute",)))
    assert fix.replaced == POWER and indexes(changes) == [MARKET, SCARCE]
    assert "compute" in str(targets(text)[MARKET])
    assert not undo_term(service, text, fix).waiting
    assert text.pairs == before
    assert [e.term for e in service.glossary.effective] == [POWER]


def test_undoing_a_word_to_keep_spares_its_forbidden_english(
    service: Service, text: OpenText
) -> None:
    banned = Term("Rechenleistung", ("calculating output",), usage=Usage.FORBIDDEN)
    add(service, text, banned)
    fix, _ = add(service, text, POWER)
    undo_term(service, text, fix)
    assert [e.term for e in service.glossary.effective] == [banned]


def test_an_edit_wins_over_a_term(service: Service, text: OpenText) -> None:
    edit_sentence(service, text, MARKET, "The market for muscle is growing.")
    _, changes = add(service, text, POWER)
    assert targets(text)[MARKET] == "The market for muscle is growing."
    (edited,) = [change for change in changes if change.index == MARKET]
    assert edited.after.edited and "terms" in edited.after.flags


def test_an_entry_changed_and_removed_by_hand_is_obeyed_too(
    service: Service, text: OpenText
) -> None:
    before = list(text.pairs)
    save_entry(service, None, POWER)
    assert indexes(finish(service, text, obey_terms(service, text, POWER))) == [
        MARKET,
        SCARCE,
    ]
    (entry,) = service.glossary.effective
    changed = replace(POWER, source="Sprachmodell", targets=("language model",))
    save_entry(service, entry, changed)
    finish(service, text, obey_terms(service, text, POWER, changed))
    assert "language model" in str(targets(text)[MODEL])
    assert targets(text)[MARKET] == before[MARKET].target
    (entry,) = service.glossary.effective
    remove_entry(service, entry)
    assert not obey_terms(service, text, changed).waiting
    assert text.pairs == before


def test_without_an_engine_the_glossary_stays_as_it_was(tmp_path: Path) -> None:
    with open_service(engine="fake", shipped_glossary=False) as service:
        text = read(service, write(tmp_path, "a.txt", ARTICLE))
    with open_service(engine="argos", shipped_glossary=False) as service:
        with pytest.raises(PackageMissingError):
            add_term(service, text, POWER)
        assert not service.glossary.effective


def test_a_term_reaches_the_other_texts_and_their_counts_and_leaves_them_again(
    service: Service, text: OpenText, tmp_path: Path
) -> None:
    other = read(service, write(tmp_path, "b.txt", OTHER))
    before = targets(other)
    unread = write(tmp_path, "c.txt", "Mehr Rechenleistung kostet Geld.\n")
    banned = replace(POWER, targets=("gnutsielnehcer",), usage=Usage.FORBIDDEN)
    fix, _ = add(service, text, banned)
    assert indexes(chain(*spread_terms(service, other.path, banned))) == [0]
    assert not any(spread_terms(service, unread, banned))
    known = service.library.find_text(other.path)
    assert known and (known.sentences, known.translated, known.flags) == (2, 2, 1)
    undo_term(service, text, fix)
    for _ in spread_terms(service, other.path, banned):
        pass
    known = service.library.find_text(other.path)
    assert known and (known.sentences, known.translated, known.flags) == (2, 2, 0)
    assert targets(read(service, other.path)) == before


def test_a_term_that_an_edit_lacks_is_counted_where_no_engine_was(
    service: Service, engine: GatedTranslator, text: OpenText, tmp_path: Path
) -> None:
    path = write(tmp_path, "b.txt", "Rechenleistung ist alles.\n")
    service.memory.edit([("Rechenleistung ist alles.", "Muscle is everything.")])
    add(service, text, POWER)
    engine.batches.clear()
    for _ in spread_terms(service, path, POWER):
        pass
    known = service.library.find_text(path)
    assert known and (known.translated, known.flags) == (1, 1)
    assert not engine.batches


def test_a_file_of_pairs_stays_what_it_is(
    service: Service, engine: GatedTranslator, text: OpenText, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt.jsonl"
    service.write_pairs(text.pairs, path)
    note(service, replace(text, path=path))
    before = service.library.find_text(path)
    add(service, text, POWER)
    engine.batches.clear()
    assert not [*spread_terms(service, path, POWER)]
    assert service.library.find_text(path) == before and not engine.batches


def test_a_draft_has_the_citation_form_and_the_linked_english(
    service: Service, text: OpenText
) -> None:
    pair = replace(text.pairs[SCARCE], target="Computing power is scarce.")
    links = [WordLink((4, 20), (0, 15), 0.9)]
    assert draft_term(service, pair, 4, 20, links) == POWER
    assert draft_term(service, pair, 26, 31, []) == Term("knapp", ())
    # "Rechenleistungen": the plural on both sides.
    pair = replace(pair, target="Computing powers are scarce.")
    links = [WordLink((4, 20), (0, 16), 0.9)]
    assert draft_term(service, pair, 4, 20, links) == POWER


def test_a_check_tells_the_entry_in_force_and_what_would_be_wrong(
    service: Service, text: OpenText
) -> None:
    check = check_term(service, POWER)
    assert check.known is None and check.is_fit
    add(service, text, POWER)
    check = check_term(service, replace(POWER, targets=("compute",)))
    assert check.known is not None and check.known.term == POWER
    assert check.is_fit and not check.is_overruled
    assert not check_term(service, replace(POWER, usage=Usage.FORBIDDEN)).is_fit


def test_an_entry_of_the_project_overrules_the_users(tmp_path: Path) -> None:
    project = write(tmp_path, "p.tsv", "source\ttarget\nRechenleistung\tcompute\n")
    with open_service(engine="fake", glossary_files=[project]) as service:
        assert check_term(service, POWER).is_overruled


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Rechenleistungen", "Rechenleistung"),
        ("KI-Modellen", "KI-Modell"),
        ("großen Sprachmodellen", "großes Sprachmodell"),
        ("Nvidia", "Nvidia"),
        ("trainierte", "trainieren"),
    ],
)
def test_words_are_cited_as_a_dictionary_has_them(
    service: Service, words: str, form: str
) -> None:
    assert cite(words, service.dictionaries.lemmatize) == form
