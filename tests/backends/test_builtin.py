from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.backends import builtin
from reader.backends.builtin import (
    BuiltinTranslator,
    _group,
    _Output,
    _Prompt,
    _read_outputs,
)
from reader.core.interfaces import Decoding, EngineSettings, Signature, Translation
from reader.errors import BackendError, PackageError
from tests.conftest import SEEDS

GREEDY = Decoding(beam=1, length_penalty=1.0)
SENTENCES = ["Die ist", "Der Wind", "Rest", "an der See"] * 3


def settings_for(engine_dir: Path, threads: int = 2) -> EngineSettings:
    return EngineSettings(
        "builtin", str(engine_dir), "ab" * 32, decoding=GREEDY, threads=threads
    )


@pytest.fixture(scope="module")
def tiny(tiny_dir: Path) -> BuiltinTranslator:
    """An engine of random weights: its words are noise, its bookkeeping is real."""
    return builtin.load(settings_for(tiny_dir / "engine"))


@pytest.fixture
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decode the twelve sentences in three groups."""
    monkeypatch.setattr(builtin, "MOST_TOGETHER", 5)


@pytest.mark.usefixtures("small_groups")
def test_the_output_does_not_depend_on_the_number_of_threads(tiny_dir: Path) -> None:
    one, two, four = (
        builtin.load(settings_for(tiny_dir / "engine", threads)).translate(SENTENCES)
        for threads in (1, 2, 4)
    )
    assert one == two == four
    assert len({translation.target for translation in one}) > 1


@pytest.mark.usefixtures("small_groups")
def test_each_source_gets_its_own_output(tiny: BuiltinTranslator) -> None:
    """Though they are decoded longest first, and not all of them together."""
    labels = [f"{number} an" for number in range(10, 10 + len(SENTENCES))]
    outputs = tiny.propose(SENTENCES, beginnings=labels)
    starts = [output.target[: len("10 an")] for (output,) in outputs]
    assert starts == labels


def test_nothing_gives_nothing(tiny: BuiltinTranslator) -> None:
    assert tiny.translate([]) == []


def test_the_score_is_the_mean_log_probability_of_a_piece(
    tiny: BuiltinTranslator,
) -> None:
    """Whatever the length penalty is, which CTranslate2 puts into its scores."""
    scores = {
        tiny.translate(["Rest"], replace(GREEDY, length_penalty=penalty))[0].score
        for penalty in (0.0, 0.2, 1.0)
    }
    (score,) = scores
    assert score is not None
    assert -7 < score < 0
    assert score == round(score, 2)


def test_english_that_does_not_end_is_not_cut_off_in_silence(
    tiny: BuiltinTranslator,
) -> None:
    """It comes back several times as long as the German, as the guard must see it."""
    source = "Der Wind"
    pieces = tiny._tokenizer.encode(source)
    (prompt,) = tiny._make_prompts(0, source, "")
    ((first,),) = tiny._decode([prompt], GREEDY, [prompt.room])
    assert not first.is_finished
    assert len(first.pieces) == 16 + len(pieces) * 3 // 2
    ((last,),) = tiny._decode([prompt], GREEDY, [prompt.last_room])
    assert len(last.pieces) == 64 + len(pieces) * 4
    (translation,) = tiny.translate([source])
    assert translation == tiny._join([last])


def test_a_sentence_as_long_as_the_limit_stays_inside_the_window(
    tiny: BuiltinTranslator,
) -> None:
    source = "x" * builtin.MAX_SOURCE_PIECES
    (prompt,) = tiny._make_prompts(0, source, "")
    assert len(prompt.source) == builtin.MAX_SOURCE_PIECES
    assert len(prompt.pieces) + prompt.last_room == 512
    ((output,),) = tiny._decode([prompt], GREEDY, [prompt.last_room])
    assert len(output.pieces) == prompt.last_room


def test_a_long_sentence_is_cut_at_clauses_and_joined(tiny: BuiltinTranslator) -> None:
    clause = "Der Wind steht still, weil die Sonne in den Wellen steht"
    source = "; ".join([clause] * 3)
    parts = list(tiny._make_prompts(7, source, "the end"))
    assert len(parts) > 1
    assert {part.sentence for part in parts} == {7}
    assert all(len(part.source) <= builtin.MAX_SOURCE_PIECES for part in parts)
    decoded = [tiny._tokenizer.decode(part.source) for part in parts]
    assert " ".join(decoded) == source
    # Nobody knows in which of them a forced beginning would end.
    assert not any(part.prefix for part in parts)


def test_the_parts_of_a_sentence_become_one(tiny: BuiltinTranslator) -> None:
    first = _Output(tuple("▁ ab c".split()), -1.0, 3, True)
    second = _Output(("die",), -3.0, 1, True)
    assert tiny._join([first, second]) == Translation("abc die", -1.0)


def test_what_is_decoded_together_fits_into_the_memory(
    tiny: BuiltinTranslator,
) -> None:
    sources = ["x" * (1 + number % 90) for number in range(200)]
    prompts = [p for n, source in enumerate(sources) for p in _prompts(tiny, n, source)]
    rooms = [prompt.room for prompt in prompts]
    for beam in (1, 4):
        groups = _group(prompts, beam, rooms)
        assert sorted(n for group in groups for n in group) == list(range(200))
        for group in groups:
            longest = max(len(prompts[n].pieces) + rooms[n] for n in group)
            assert beam * longest * len(group) <= builtin.MOST_POSITIONS
            assert len(group) <= builtin.MOST_TOGETHER
    assert len(_group(prompts, 10_000, rooms)) == 200


@pytest.mark.parametrize(
    ("sentences", "groups"),
    [(0, 0), (1, 1), (2, 2), (31, 2), (32, 4), (96, 4), (140, 8)],
)
def test_work_is_shared_evenly_by_two_workers_or_by_four(
    tiny: BuiltinTranslator, sentences: int, groups: int
) -> None:
    prompts = [p for n in range(sentences) for p in _prompts(tiny, n, "Der Wind")]
    rooms = [prompt.room for prompt in prompts]
    sizes = [len(group) for group in _group(prompts, 1, rooms)]
    assert len(sizes) == groups
    assert sum(sizes) == sentences
    assert not sizes or max(sizes) - min(sizes) < groups


def _prompts(tiny: BuiltinTranslator, number: int, source: str) -> list[_Prompt]:
    return list(tiny._make_prompts(number, source, ""))


def test_a_line_feed_in_the_source_does_not_end_it(tiny: BuiltinTranslator) -> None:
    assert tiny.translate(["Der\nWind"]) == tiny.translate(["Der Wind"])


def test_the_english_begins_as_it_must(tiny: BuiltinTranslator) -> None:
    (forced,), (free,) = tiny.propose(["Rest", "Rest"], None, ["the wind is", ""])
    assert forced.target.startswith("the wind is")
    assert not free.target.startswith("the wind is")
    assert [free] == tiny.translate(["Rest"])


def test_the_score_of_a_forced_beginning_is_that_of_the_whole_english(
    tiny: BuiltinTranslator,
) -> None:
    """What the engine says by itself scores the same when it is forced to say it."""
    prompts = [
        p for n, source in enumerate(SENTENCES) for p in _prompts(tiny, n, source)
    ]
    free = tiny._decode_to_the_end(prompts, GREEDY)
    again = [
        replace(prompt, prefix=best.pieces[:5])
        for prompt, (best, *_) in zip(prompts, free, strict=True)
    ]
    forced = tiny._decode_to_the_end(again, GREEDY)
    scored = tiny._score_beginnings(again, [list(options) for options in forced])
    for (one,), (without,), (other,) in zip(free, forced, scored, strict=True):
        assert other.pieces[:30] == one.pieces[:30]
        assert other.steps == without.steps + 5
        mean = other.log_probability / other.steps
        assert mean == pytest.approx(one.log_probability / one.steps, abs=0.06)


def test_of_several_translations_only_the_best_may_be_without_an_end(
    tiny: BuiltinTranslator,
) -> None:
    (prompt,) = _prompts(tiny, 0, "Rest")
    pieces = [["a"] * length for length in (9, 3, 9, 4)]
    result = SimpleNamespace(sequences=pieces, scores=[-1.0, -2.0, -3.0, -4.0])
    outputs = _read_outputs(result, prompt, GREEDY, room=9)
    assert [len(output.pieces) for output in outputs] == [9, 3, 4]
    assert [output.steps for output in outputs] == [9, 4, 5]
    assert [output.log_probability for output in outputs] == [-9.0, -8.0, -20.0]


def test_another_decoding_is_for_one_call_only(tiny: BuiltinTranslator) -> None:
    before = tiny.translate(["Rest"])
    wider = tiny.translate(["Rest"], Decoding(beam=3, no_repeat_ngram=2))
    assert wider != before
    assert tiny.translate(["Rest"]) == before


def test_the_signature_names_what_the_output_depends_on(
    tiny: BuiltinTranslator,
) -> None:
    assert tiny.signature == Signature("builtin", "tiny", "ab" * 8, GREEDY, "cpu/int8")


def test_an_engine_that_fails_says_so(tiny: BuiltinTranslator) -> None:
    with pytest.raises(BackendError, match="built-in engine failed"):
        tiny.translate(["Der Wind"], Decoding(beam=0))


@pytest.mark.parametrize("name", ["model.bin", "metadata.json"])
def test_a_damaged_engine_says_how_to_mend_it(
    tiny_dir: Path, tmp_path: Path, name: str
) -> None:
    for path in (tiny_dir / "engine").iterdir():
        data = path.read_bytes()
        (tmp_path / path.name).write_bytes(data[:10] if path.name == name else data)
    with pytest.raises(PackageError) as raised:
        builtin.load(settings_for(tmp_path))
    assert raised.value.hint.endswith("reader models install builtin")


@pytest.mark.parametrize(
    ("cores", "shared"),
    [(1, (1, 1)), (2, (2, 1)), (4, (4, 1)), (6, (4, 1)), (8, (4, 2)), (32, (4, 8))],
)
def test_cores_are_shared_among_workers(cores: int, shared: tuple[int, int]) -> None:
    assert builtin.share_threads(cores) == shared


# Run where there is no network at all: it prepares the engine and translates.
OFFLINE = """
import json, sys
from pathlib import Path
from reader.backends import builtin
from reader.backends.gemma import preparation
from reader.core.interfaces import Decoding, EngineSettings

engine_dir, article = Path(sys.argv[1]), Path(sys.argv[2])
engine_dir.mkdir()
preparation.prepare(engine_dir, None, lambda step, done, total: None)
translator = builtin.load(
    EngineSettings("builtin", str(engine_dir), decoding=Decoding(beam=1))
)
sources = [line.strip() for line in article.read_text("utf-8").splitlines()]
sources = [source for source in sources if source.endswith((".", "!", "?"))]
outputs = translator.translate(sources)
print(json.dumps([[s, o.target, o.score] for s, o in zip(sources, outputs)]))
assert not [name for name in sys.modules if name.startswith("gemma3_270m")]
assert "torch" not in sys.modules
"""


@pytest.mark.slow
def test_the_real_engine_is_prepared_and_translates_without_a_network(
    tmp_path: Path,
) -> None:
    """From the registry's parts, in a network namespace with nothing in it."""
    allowed = subprocess.run(
        ["unshare", "-rn", "true"], capture_output=True, check=False
    )
    if allowed.returncode:
        pytest.skip(f"unshare -n is not permitted here: {allowed.stderr.decode()}")
    article = min(SEEDS.glob("*.txt"), key=lambda path: path.stat().st_size)
    command = ["unshare", "-rn", sys.executable, "-c", OFFLINE]
    done = subprocess.run(
        [*command, str(tmp_path / "engine"), str(article)],
        capture_output=True,
        check=False,
        env={**os.environ, "READER_HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr.decode()
    records = json.loads(done.stdout)
    assert len(records) > 5
    english = " ".join(target for _, target, _ in records).lower().split()
    source = " ".join(text for text, _, _ in records).split()
    # English of about the same length, and not a copy of the German.
    assert 0.7 < len(english) / len(source) < 1.6
    common = {"the", "of", "and", "to", "a", "in", "is"}
    assert sum(word in common for word in english) / len(english) > 0.12
    german = {"der", "die", "das", "und", "ist", "nicht", "eine", "mit", "von"}
    assert sum(word in german for word in english) / len(english) < 0.02
    assert all(score > -2 for _, _, score in records)


@pytest.mark.slow
def test_the_real_engine_translates_plain_sentences(real_engine_dir: Path) -> None:
    translator = builtin.load(settings_for(real_engine_dir))
    outputs = translator.translate(
        ["Ich wohne seit drei Jahren in Berlin.", "Das Wetter ist heute schön."]
    )
    assert "three years" in outputs[0].target and "Berlin" in outputs[0].target
    assert "weather" in outputs[1].target and "today" in outputs[1].target
    assert all(output.score is not None and output.score > -1 for output in outputs)


@pytest.mark.slow
def test_an_english_term_in_the_german_comes_out_in_place(
    real_engine_dir: Path,
) -> None:
    translator = builtin.load(settings_for(real_engine_dir))
    plain, given = translator.translate(
        [
            "Die Rechenleistung ist ein Problem für KI-Modelle.",
            "Die computing power ist ein Problem für AI-Modelle.",
        ]
    )
    assert "computing power" in given.target.lower()
    assert "AI models" in given.target
    assert plain.score is not None and given.score is not None
    assert given.score > plain.score


@pytest.mark.slow
def test_the_real_engine_goes_on_behind_a_forced_beginning(
    real_engine_dir: Path,
) -> None:
    translator = builtin.load(settings_for(real_engine_dir))
    source = "Die Rechenleistung ist ein Problem für kleine Unternehmen."
    wide = Decoding(beam=4, length_penalty=0.6, hypotheses=4)
    (free,) = translator.propose([source], wide)
    (forced,) = translator.propose([source], wide, ["The computing power"])
    assert len({option.target for option in free}) == 4
    assert all(option.target.startswith("The computing power ") for option in forced)
    assert "compan" in forced[0].target or "business" in forced[0].target
    # What the engine says by itself scores the same when it is forced to say it.
    beginning = " ".join(free[0].target.split()[:4])
    again = translator.propose([source], wide, [beginning])[0][0]
    assert again.target == free[0].target
    assert again.score == pytest.approx(free[0].score, abs=0.03)
