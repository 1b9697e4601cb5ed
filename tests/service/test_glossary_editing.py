from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.glossary.layers import Layer, LayeredTerm
from reader.core.glossary.terms import Term, Usage
from reader.errors import GlossaryError
from reader.service import Service, open_service
from reader.service.glossary_editing import remove_entry, save_entry


@pytest.fixture
def service() -> Iterator[Service]:
    with open_service(engine="fake") as service:
        yield service


def find(
    service: Service, source: str, usage: Usage = Usage.PREFERRED
) -> list[LayeredTerm]:
    found = service.glossary.effective
    return [e for e in found if (e.term.source, e.term.usage) == (source, usage)]


def test_a_new_entry_is_the_users_and_in_force_at_once(service: Service) -> None:
    save_entry(service, None, Term("Blindleistung", ("reactive power",)))
    (entry,) = find(service, "Blindleistung")
    assert (entry.layer, entry.term.target) == (Layer.USER, "reactive power")
    with pytest.raises(GlossaryError, match="already"):
        save_entry(service, None, Term("Blindleistung", ("idle power",)))


def test_an_entry_of_the_program_is_replaced_and_never_changed(
    service: Service,
) -> None:
    (old,) = find(service, "Rechenleistung")
    before = old.path.read_bytes()
    save_entry(service, old, replace(old.term, targets=("processing power",)))
    (new,) = find(service, "Rechenleistung")
    assert (new.layer, new.term.target) == (Layer.USER, "processing power")
    assert old.path.read_bytes() == before
    remove_entry(service, new)
    assert find(service, "Rechenleistung") == [old]


def test_an_entry_of_the_program_with_other_german_is_switched_off(
    service: Service,
) -> None:
    (old,) = find(service, "Rechenleistung")
    save_entry(service, old, replace(old.term, source="Rechenkraft"))
    assert find(service, "Rechenleistung") == []
    assert find(service, "Rechenkraft")[0].layer is Layer.USER


def test_an_entry_of_the_program_is_removed_by_a_line_of_the_users(
    service: Service,
) -> None:
    (old,) = find(service, "Rechenleistung")
    (banned,) = find(service, "Rechenleistung", Usage.FORBIDDEN)
    remove_entry(service, old)
    assert find(service, "Rechenleistung") == []
    # What must not be written for it stays, whoever's it is by now.
    (left,) = find(service, "Rechenleistung", Usage.FORBIDDEN)
    assert left.term == banned.term
    remove_entry(service, left)
    assert find(service, "Rechenleistung", Usage.FORBIDDEN) == []
    assert find(service, "Rechenleistung") == []


def test_of_two_kinds_with_the_same_german_only_the_chosen_one_goes(
    service: Service,
) -> None:
    wanted = Term("Blindleistung", ("reactive power",))
    banned = Term("Blindleistung", ("blind power",), usage=Usage.FORBIDDEN)
    save_entry(service, None, wanted)
    save_entry(service, None, banned)
    (first,) = find(service, "Blindleistung")
    (second,) = find(service, "Blindleistung", Usage.FORBIDDEN)
    save_entry(service, second, replace(banned, note="Quatsch"))
    remove_entry(service, first)
    assert find(service, "Blindleistung") == []
    (left,) = find(service, "Blindleistung", Usage.FORBIDDEN)
    assert left.term == replace(banned, note="Quatsch")


def test_an_entry_of_the_project_changes_in_its_own_file(tmp_path: Path) -> None:
    project = tmp_path / "project.tsv"
    project.write_text("source\ttarget\n# a remark\nHalbleiter\tsemiconductor\n")
    with open_service(engine="fake", glossary_files=[project]) as service:
        (old,) = find(service, "Halbleiter")
        assert old.layer is Layer.GIVEN
        save_entry(service, old, replace(old.term, targets=("chip",)))
        assert find(service, "Halbleiter")[0].term.target == "chip"
        assert "# a remark" in project.read_text()
        remove_entry(service, find(service, "Halbleiter")[0])
    assert "Halbleiter" not in project.read_text()


def test_a_file_that_is_not_ours_is_refused_with_a_way_out(tmp_path: Path) -> None:
    foreign = tmp_path / "terms.csv"
    foreign.write_text("source,target\nHalbleiter,semiconductor\n")
    with open_service(engine="fake", glossary_files=[foreign]) as service:
        (old,) = find(service, "Halbleiter")
        with pytest.raises(GlossaryError) as refused:
            save_entry(service, old, replace(old.term, targets=("chip",)))
    assert "import" in refused.value.hint
