"""The settings' file: whole, and different on a GPU."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.training.settings import SETTINGS_PATH, load_settings


def test_the_shipped_settings_are_read() -> None:
    settings = load_settings()
    assert settings.network.rank == 32
    assert not settings.training.half
    assert 0 < settings.hints.share < 1


def test_a_gpu_has_larger_steps_in_half_precision_and_the_same_data() -> None:
    here, there = load_settings(), load_settings(device="cuda")
    assert there.training.half
    assert there.training.step_pieces > here.training.step_pieces
    assert there.network.rank > here.network.rank
    assert there.training.decay == here.training.decay
    assert (there.corpus, there.hints, there.seed) == (
        here.corpus,
        here.hints,
        here.seed,
    )


@pytest.mark.parametrize(
    ("old", "new"), [("rank = 32\n", ""), ("rank = 32\n", "rank = 32\nrnak = 3\n")]
)
def test_a_setting_that_is_missing_or_unknown_is_refused(
    tmp_path: Path, old: str, new: str
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(SETTINGS_PATH.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(TypeError, match=r"rank|rnak"):
        load_settings(path)
