"""The learning rate over a run, and the average's memory."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.training.schedule import Schedule
from reader.training.settings import load_settings

SETTINGS = replace(
    load_settings().training,
    learning_rate=1.0,
    warm_up_steps=10,
    decay=0.25,
    averaging=0.9,
)


@pytest.mark.parametrize(
    ("step", "elapsed", "rate"),
    [
        (0, 0, 0.1),
        (4, 5, 0.5),
        (9, 10, 1.0),
        (500, 75, 1.0),
        (500, 87.5, 0.5),
        (500, 100, 0.0),
        (500, 120, 0.0),
        # Begun so late that warming up and slowing down meet.
        (4, 87.5, 0.25),
    ],
)
def test_the_rate_warms_up_stays_and_falls(
    step: int, elapsed: float, rate: float
) -> None:
    assert Schedule(SETTINGS, 100).rate(step, elapsed) == pytest.approx(rate)


def test_a_run_is_over_when_its_time_is() -> None:
    schedule = Schedule(SETTINGS, 100)
    assert not schedule.is_over(99.9)
    assert schedule.is_over(100)


def test_the_average_follows_closely_at_first() -> None:
    schedule = Schedule(SETTINGS, 100)
    shares = [schedule.averaging(step) for step in (0, 10, 1000)]
    assert shares == sorted(shares)
    assert shares[0] == pytest.approx(0.1)
    assert shares[-1] == 0.9
