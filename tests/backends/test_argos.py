from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ctranslate2
import pytest

from reader.backends import argos
from reader.backends.argos import ArgosTranslator
from reader.core.interfaces import Decoding, EngineSettings
from reader.core.normalize import normalize_source
from reader.errors import BackendError, PackageError
from tests.backends.argos_models import (
    write_byte_pair_package,
    write_copying_package,
    write_random_package,
)
from tests.conftest import SEEDS

SOURCES = [
    "Das Buch ist neu.",
    "Die Firma in Berlin hat im März neue Chips gekauft, weil sie billig waren.",
    "Bei Fragen schreiben Sie an anna_weber@example.org!",
    "„Wir prüfen das“, sagte Anna Weber; mehr nicht.",
    "Niemand las sie.",
]
# Moses makes all quotes one, and sets blanks around an underscore.
MOSES_SOURCES = [
    source.translate(str.maketrans("„“", '""'))
    for source in SOURCES
    if "_" not in source
]
PREFIX = ">>eng<<"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("packages")
    write_copying_package(base / "copying")
    write_copying_package(base / "prefixed", target_prefix=PREFIX)
    write_byte_pair_package(base / "byte_pairs")
    write_random_package(base / "random")
    write_random_package(base / "random_prefixed", target_prefix=PREFIX)
    write_random_package(base / "unknown", begins_unknown=True)
    write_random_package(base / "endless", length=10**6)
    return base


def load(folder: Path, **settings: Any) -> ArgosTranslator:
    chosen: dict[str, Any] = {"compute": "float32", "threads": 1} | settings
    return argos.load(EngineSettings("argos", str(folder), **chosen))


def open_model(folder: Path) -> ctranslate2.Translator:
    return ctranslate2.Translator(str(folder / "model"), intra_threads=1)


def targets(engine: ArgosTranslator, sources: list[str], beam: int = 4) -> list[str]:
    outputs = engine.translate(sources, Decoding(beam=beam))
    return [output.target for output in outputs]


def seed_sentences() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    sentences = re.split(r"(?<=[.!?])\s+", "\n".join(texts))
    return [text for text in map(normalize_source, sentences) if text]


@pytest.mark.parametrize("name", ["copying", "prefixed", "byte_pairs"])
@pytest.mark.parametrize("compute", ["float32", "int8"])
@pytest.mark.parametrize("beam", [1, 4])
def test_sentences_come_back_whole_and_in_their_order(
    packages: Path, name: str, compute: str, beam: int
) -> None:
    engine = load(packages / name, compute=compute)
    sources = SOURCES if name != "byte_pairs" else MOSES_SOURCES

    assert targets(engine, sources, beam) == sources
    assert targets(engine, sources[::-1], beam) == sources[::-1]
    assert engine.translate([]) == []


def test_an_underscore_stays_one(packages: Path) -> None:
    (output,) = load(packages / "copying").translate(["anna_weber las die Daten."])

    assert output.target == "anna_weber las die Daten."


def test_what_the_model_has_no_piece_for_is_taken_over(packages: Path) -> None:
    sources = ["Das ist 日本 und 🚀.", "🚀 ist neu."]

    assert targets(load(packages / "copying"), sources) == sources


def test_white_space_never_reaches_the_model(packages: Path) -> None:
    engine = load(packages / "copying")

    assert targets(engine, [" Das\nBuch\u00a0ist  neu. ", " "]) == [SOURCES[0], ""]


@pytest.mark.parametrize("name", ["copying", "prefixed", "byte_pairs"])
def test_a_sentence_longer_than_the_model_takes_comes_back_whole(
    packages: Path, name: str
) -> None:
    clause = "die Firma in Berlin hat im März 2024 neue Chips gekauft"
    long = ", ".join([f"Anna sagte, dass {clause}"] * 30) + "."
    engine = load(packages / name)
    alone = engine.translate([SOURCES[0]])

    first, second, third = engine.translate([SOURCES[0], long, SOURCES[0]])

    assert second.target == long
    assert second.score == 0.0
    assert [first, third] == alone * 2


def test_a_word_longer_than_the_model_takes_is_not_cut_off(packages: Path) -> None:
    word = "Donaudampfschifffahrt" * 50

    (output,) = load(packages / "copying").translate([word])

    assert output.target.replace(" ", "") == word
    assert output.links is None


def test_a_model_that_never_ends_is_stopped_in_time(packages: Path) -> None:
    engine = load(packages / "endless")

    (output,) = engine.translate(["Das Buch ist neu."])

    # The guard has to see it; but it must not cost the time of a long text.
    assert 40 < len(output.target.replace(" ", "")) < 1000


def test_the_forced_beginning_is_not_in_the_english(packages: Path) -> None:
    engine = load(packages / "prefixed")

    for output in engine.translate(SOURCES):
        assert PREFIX not in output.target


class TestFirstPiece:
    """With a beam, CTranslate2 mixes up the first attention rows of a batch."""

    def test_an_unknown_first_piece_is_looked_up_in_its_own_sentence(
        self, packages: Path
    ) -> None:
        engine = load(packages / "unknown")

        together = targets(engine, SOURCES)

        assert together == [targets(engine, [source])[0] for source in SOURCES]
        assert len({target[0] for target in together}) > 1

    def test_links_of_a_batch_are_those_of_each_sentence_alone(
        self, packages: Path
    ) -> None:
        engine = load(packages / "random")
        engine.gives_links = True

        together = [output.links for output in engine.translate(SOURCES)]

        alone = [engine.translate([source])[0].links for source in SOURCES]
        assert together == alone
        assert any(links for links in together)


class TestScores:
    @pytest.mark.parametrize(
        ("name", "prefix"), [("random", []), ("random_prefixed", [PREFIX])]
    )
    @pytest.mark.parametrize("beam", [1, 4])
    @pytest.mark.parametrize("penalty", [0.0, 0.2, 1.0])
    def test_a_score_is_the_mean_log_probability_of_a_piece(
        self, packages: Path, name: str, prefix: list[str], beam: int, penalty: float
    ) -> None:
        engine = load(packages / name)

        outputs = engine.translate(SOURCES, Decoding(beam=beam, length_penalty=penalty))

        model = open_model(packages / name)
        for source, output in zip(SOURCES, outputs, strict=True):
            pieces = [engine._package.tokenizer.encode(source)]
            (result,) = model.translate_batch(
                pieces,
                target_prefix=[prefix],
                beam_size=beam,
                length_penalty=penalty,
            )
            (scored,) = model.score_batch(pieces, result.hypotheses)
            # The end of the sentence is scored, too, and what was forced is not.
            assert len(scored.log_probs) == len(result.hypotheses[0]) + 1
            log_probs = scored.log_probs[len(prefix) :]
            mean = sum(log_probs) / len(log_probs)
            assert output.score == pytest.approx(mean, abs=0.006)
            assert output.score == round(output.score or math.nan, 2)

    def test_an_output_that_was_stopped_has_no_end_to_score(
        self, packages: Path
    ) -> None:
        engine = load(packages / "endless")
        pieces = [engine._package.tokenizer.encode(SOURCES[0])]
        room = 32 + 3 * len(pieces[0])

        (output,) = engine.translate([SOURCES[0]], Decoding(beam=1))

        model = open_model(packages / "endless")
        (result,) = model.translate_batch(
            pieces,
            beam_size=1,
            max_decoding_length=room,
            length_penalty=0,
            return_scores=True,
        )
        assert len(result.hypotheses[0]) == room
        assert output.score == pytest.approx(result.scores[0] / room, abs=0.006)

    def test_a_sure_model_scores_zero_with_and_without_a_prefix(
        self, packages: Path
    ) -> None:
        for name in ("copying", "prefixed"):
            scores = [o.score for o in load(packages / name).translate(SOURCES)]
            assert scores == [0.0] * len(SOURCES)


class TestLinks:
    def test_a_model_that_only_looks_at_the_same_place_is_not_believed(
        self, packages: Path
    ) -> None:
        engine = load(packages / "copying")

        assert not engine.gives_links
        assert engine.translate(SOURCES[:1])[0].links is None

    @pytest.mark.parametrize("name", ["copying", "prefixed", "byte_pairs"])
    def test_links_join_words_that_blanks_separate(
        self, packages: Path, name: str
    ) -> None:
        engine = load(packages / name)
        engine.gives_links = True

        outputs = engine.translate(SOURCES if name != "byte_pairs" else MOSES_SOURCES)

        for output in outputs:
            count = len(output.target.split())
            assert output.links == tuple((n, n) for n in range(count))

    def test_links_of_a_sentence_in_parts_count_through_all_of_them(
        self, packages: Path
    ) -> None:
        engine = load(packages / "copying")
        engine.gives_links = True
        long = ", ".join(["Anna sagte, dass die Firma in Berlin Chips kauft"] * 30)

        (output,) = engine.translate([long])

        assert output.links == tuple((n, n) for n in range(len(long.split())))

    def test_there_are_none_where_words_and_pieces_do_not_agree(
        self, packages: Path
    ) -> None:
        engine = load(packages / "copying")
        engine.gives_links = True

        # Sentencepiece makes a blank and an accent of the free-standing one.
        (output,) = engine.translate(["Das Buch´ist neu."])

        assert output.links is None


class TestSameOutput:
    def test_the_number_of_threads_does_not_matter(self, packages: Path) -> None:
        sources = seed_sentences()[:120]
        one = load(packages / "random", compute="int8", threads=1)
        many = load(packages / "random", compute="int8", threads=4)

        outputs = one.translate(sources, Decoding(beam=2))

        assert len({output.target for output in outputs}) > 10
        assert many.translate(sources, Decoding(beam=2)) == outputs
        assert one.translate(sources, Decoding(beam=2)) == outputs

    def test_the_signature_says_what_the_output_depends_on(
        self, packages: Path
    ) -> None:
        decoding = Decoding(beam=2)
        engine = load(packages / "copying", checksum="ab" * 32, decoding=decoding)

        assert engine.signature.name == "argos:translate-de_en-1.0+beam2"
        assert engine.signature.checksum == "abababababababab"
        assert engine.signature.decoding == decoding


Damage = Callable[[Path], object]


class TestBrokenPackages:
    @pytest.mark.parametrize(
        "damage",
        [
            lambda f: (f / "metadata.json").unlink(),
            lambda f: (f / "metadata.json").write_text("{", "utf-8"),
            lambda f: (f / "metadata.json").write_text("[]", "utf-8"),
            lambda f: (f / "sentencepiece.model").unlink(),
            lambda f: (f / "sentencepiece.model").write_bytes(b"\x00garbage" * 9),
            lambda f: (f / "model" / "model.bin").unlink(),
        ],
    )
    def test_a_missing_or_broken_file_is_a_package_error(
        self, tmp_path: Path, damage: Damage
    ) -> None:
        folder = write_copying_package(tmp_path / "broken")
        damage(folder)

        with pytest.raises(PackageError) as caught:
            load(folder)

        assert str(tmp_path) in caught.value.message
        assert caught.value.hint

    @pytest.mark.parametrize("content", [b"", b"garbage" * 99])
    def test_a_model_that_does_not_load_is_an_error_with_a_hint(
        self, tmp_path: Path, content: bytes
    ) -> None:
        folder = write_copying_package(tmp_path / "broken")
        (folder / "model" / "model.bin").write_bytes(content)

        with pytest.raises((BackendError, PackageError)) as caught:
            load(folder)

        assert "verify" in caught.value.hint

    @pytest.mark.parametrize("setting", [{"device": "abacus"}, {"compute": "int3"}])
    def test_a_setting_that_does_not_exist_is_a_backend_error(
        self, packages: Path, setting: dict[str, str]
    ) -> None:
        with pytest.raises(BackendError):
            load(packages / "copying", **setting)

    @pytest.mark.skipif(
        ctranslate2.get_cuda_device_count() > 0, reason="this machine has a GPU"
    )
    def test_a_missing_gpu_is_an_error_for_cuda_and_none_for_auto(
        self, packages: Path
    ) -> None:
        with pytest.raises(BackendError) as caught:
            load(packages / "copying", device="cuda")
        assert "--device cpu" in caught.value.hint

        engine = load(packages / "copying", device="auto")
        assert targets(engine, SOURCES[:1]) == SOURCES[:1]

    def test_an_engine_that_fails_while_it_runs_is_a_backend_error(
        self, packages: Path
    ) -> None:
        engine = load(packages / "endless")

        # It has 256 places, and may say more than three times what it reads.
        with pytest.raises(BackendError, match="failed"):
            engine.translate([" ".join(SOURCES[1:3])])


_CLEAN = """
import json, os, sys
from reader.backends import argos
from reader.core.interfaces import EngineSettings

before = dict(os.environ)
engine = argos.load(EngineSettings("argos", sys.argv[1]))
(output,) = engine.translate(["Das Buch ist neu."])
assert dict(os.environ) == before
unwanted = ["minisbd", "onnxruntime", "stanza", "spacy", "torch", "requests",
            "argostranslate.translate", "argostranslate.sbd"]
print(json.dumps([output.target, [name for name in unwanted if name in sys.modules]]))
"""


@pytest.mark.parametrize("moved", [False, True])
def test_a_translation_leaves_no_trace_and_loads_no_splitter(
    packages: Path, tmp_path: Path, moved: bool
) -> None:
    home = tmp_path / "user"
    home.mkdir()
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "ARGOS_"))
    }
    # Values with which importing argostranslate fails, or prints.
    environment |= {"HOME": str(home), "ARGOS_CHUNK_TYPE": "?", "ARGOS_DEBUG": "1"}
    if moved:
        environment |= {"XDG_DATA_HOME": str(home / "data"), "SNAP": str(home)}

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _CLEAN, packages / "copying"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ["Das Buch ist neu.", []]
    assert done.stderr == ""
    assert [*home.rglob("*")] == []
