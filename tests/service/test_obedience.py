"""The shipped glossary, the real dictionaries and the fake engine, put together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.core.obeying.checking import check_terms
from reader.core.pairs import Pair
from reader.service import open_service
from tests.conftest import ROOT

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READER_HOME", str(home))
        with open_service(engine="fake") as service:
            return [pair for path in SEEDS for pair in service.translate_file(path)]


def test_every_status_is_true(pairs: list[Pair]) -> None:
    claims = 0
    for pair in pairs:
        for use in pair.terms:
            words = pair.sentence.source[use.start : use.end]
            assert words == words.strip() and words
            if use.status in ("kept", "enforced"):
                assert pair.target is not None
                assert use.target_start is not None and use.target_end is not None
                english = pair.target[use.target_start : use.target_end]
                assert english.strip() == english and english
                claims += 1
            if use.status == "missing":
                assert (use.target_start, use.target_end) == (None, None)
                assert "terms" in pair.flags
    assert claims > 200


def test_every_claimed_span_holds_an_accepted_form(pairs: list[Pair]) -> None:
    with open_service(engine="fake") as service:
        assert service.keeper is not None
        from reader.core.normalize import normalize_source

        for pair in pairs:
            source = normalize_source(pair.sentence.source)
            hits = {
                hit.term.source: hit
                for hit in service.keeper.match(source).hits
                if hit.term.usage != "forbidden"
            }
            for use in pair.terms:
                if use.status not in ("kept", "enforced"):
                    continue
                assert pair.target is not None
                words = pair.target[use.target_start : use.target_end]
                # An object may stand inside of a verb, a list inside of a compound.
                verdict = check_terms([hits[use.source]], words, source=source)
                assert verdict.is_good, (use, words)


def test_the_second_run_says_the_same(tmp_path: Path) -> None:
    def run() -> list[str]:
        with open_service(engine="fake") as service:
            return [
                json.dumps(pair.to_record())
                for pair in service.translate_file(SEEDS[0])
            ]

    assert run() == run()


def test_every_shipped_entry_finds_itself() -> None:
    with open_service(engine="fake") as service:
        assert service.lint_glossary() == []
        assert len(service.glossary.merged) >= 250


def test_a_glossary_for_one_run_wins_over_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("source\ttarget\nRechenleistung\tnumber crunching\n")
    with open_service(engine="fake", glossary_files=[own]) as service:
        (pair,) = service.translate_text("Die Rechenleistung wächst stark.")
    assert [use.target for use in pair.terms] == ["number crunching"]
    assert pair.target is not None and "number crunching" in pair.target


def test_without_any_glossary_nothing_is_matched() -> None:
    with open_service(engine="fake", shipped_glossary=False) as service:
        (pair,) = service.translate_text("Die Rechenleistung wächst stark.")
        assert service.keeper is None
    assert pair.terms == ()
