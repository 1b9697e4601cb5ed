"""How fast is learned, when a run ends, and how weights are averaged.

Owns the numbers over time. A run is given minutes, not steps: it warms up once, learns
at one rate, and slows down to nothing in the last part of its time ("warm-up, stable,
decay", Hu et al. 2024), so that a later run can go on from its checkpoint.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.training.settings import TrainingSettings


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rates of one run of so many seconds."""

    settings: TrainingSettings
    seconds: float

    def is_over(self, elapsed: float) -> bool:
        """Return whether the run's time is used up."""
        return elapsed >= self.seconds

    def rate(self, step: int, elapsed: float) -> float:
        """Return the learning rate of a step, which are counted over all runs."""
        warm = min(1.0, (step + 1) / max(self.settings.warm_up_steps, 1))
        left = max(0.0, 1 - elapsed / self.seconds)
        slow = min(1.0, left / self.settings.decay) if self.settings.decay else 1.0
        return self.settings.learning_rate * warm * slow

    def averaging(self, step: int) -> float:
        """Return what the average keeps of itself; the first steps count more."""
        return min(self.settings.averaging, (step + 1) / (step + 10))
