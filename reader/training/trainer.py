"""The training loop: steps until the time is over, checkpoints on the way.

Owns what a step does and when the run is saved. Batches of one step are computed by
several threads, each with one core: on a busy machine that is faster than one batch on
all cores, which waits for the slowest of them in every operation.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event

import torch
from torch import Tensor

from reader.backends.gemma.adapter import Adapter
from reader.training.batches import Batch, Encoded, Encoder, make_batches, walk_steps
from reader.training.checkpoints import (
    Log,
    State,
    adapter_path,
    load_state,
    save_state,
    write_adapter,
)
from reader.training.examples import Example, walk_epoch
from reader.training.network import Network, read_matrices
from reader.training.schedule import Schedule
from reader.training.settings import Settings

_BETAS = (0.9, 0.98)


class SettingsChangedError(ValueError):
    """A checkpoint was made with other settings than it is to go on with."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is trained, on what, and where it is kept."""

    settings: Settings
    run_dir: Path
    network: Network
    adapter: Adapter
    """Where training began; its scale and pieces are those of what comes out."""
    encoder: Encoder
    examples: Sequence[Example]
    device: str


class Trainer:
    """Trains a network, from its checkpoint where there is one."""

    def __init__(self, run: Run, stop: Event) -> None:
        """Prepare a run; it ends early, and is saved, when `stop` is set.

        Raises:
            SettingsChangedError: the checkpoint was made with other settings.
        """
        self._run, self._stop = run, stop
        self._network = run.network.to(run.device)
        if run.settings.training.half:
            # What is learned stays in full precision.
            for buffer in self._network.buffers():
                buffer.data = buffer.bfloat16()
        if run.settings.training.workers > 1:
            torch.set_num_threads(1)
        self._names = [name for name, _ in self._network.named_parameters()]
        self._matrices = list(self._network.parameters())
        self._optimizer = torch.optim.AdamW(
            self._matrices, betas=_BETAS, weight_decay=0.0
        )
        self._state = State(_fixed(run.settings))
        self._average = [matrix.detach().clone() for matrix in self._matrices]
        self._resume()
        self._log = Log(run.run_dir)

    def train(self, seconds: float, report: Callable[[str], None]) -> None:
        """Train for so long, and write the checkpoint and its adapter."""
        settings = self._run.settings.training
        schedule = Schedule(settings, seconds)
        begun = saved = time.monotonic()
        before = self._state.progress.seconds
        with ThreadPoolExecutor(settings.workers) as pool:
            for read, step in self._walk():
                elapsed = time.monotonic() - begun
                if schedule.is_over(elapsed) or self._stop.is_set():
                    break
                rate = schedule.rate(self._state.progress.step, elapsed)
                done = self._take_step(step, rate, schedule, pool)
                if done is None:
                    break
                self._state.progress.seconds = before + time.monotonic() - begun
                self._count(read, step)
                self._log.add(self._state.progress, done[0], rate, done[1])
                report(f"step {self._state.progress.step}: loss {done[0]:.3f}")
                if time.monotonic() - saved > 60 * settings.checkpoint_minutes:
                    self.save()
                    saved = time.monotonic()
        self.save()

    def save(self) -> None:
        """Write the checkpoint, and the adapter that it has learned so far."""
        weights = (matrix.detach().cpu() for matrix in self._matrices)
        average = (matrix.cpu() for matrix in self._average)
        self._state.matrices = dict(zip(self._names, weights, strict=True))
        self._state.average = dict(zip(self._names, average, strict=True))
        self._state.optimizer = self._optimizer.state_dict()
        save_state(self._run.run_dir, self._state)
        path = adapter_path(self._run.run_dir, self._state.progress.step)
        write_adapter(path, self._state.average, self._run.adapter)

    def _resume(self) -> None:
        state = load_state(self._run.run_dir)
        if state is None:
            return
        if state.settings != self._state.settings:
            raise SettingsChangedError(
                f"{self._run.run_dir} was begun with other settings: "
                f"{state.settings}, not {self._state.settings}"
            )
        self._state = state
        read_matrices(self._network, state.matrices)
        for name, average in zip(self._names, self._average, strict=True):
            average.copy_(state.average[name])
        self._optimizer.load_state_dict(state.optimizer)

    def _walk(self) -> Iterator[tuple[int, list[Encoded]]]:
        """Yield the steps from where training stands, epoch after epoch."""
        settings, progress = self._run.settings, self._state.progress
        while True:
            pairs = walk_epoch(
                self._run.examples, settings.seed, progress.epoch, settings.hints
            )
            rest = islice(pairs, progress.position, None)
            yield from walk_steps(
                (self._run.encoder.encode(*pair) for pair in rest),
                settings.training.step_pieces,
                settings.network.most_pieces,
            )
            progress.epoch, progress.position = progress.epoch + 1, 0

    def _count(self, read: int, step: Sequence[Encoded]) -> None:
        progress = self._state.progress
        progress.step += 1
        progress.position += read
        progress.examples += len(step)
        progress.pieces += sum(len(example.pieces) for example in step)

    def _take_step(
        self,
        step: Sequence[Encoded],
        rate: float,
        schedule: Schedule,
        pool: ThreadPoolExecutor,
    ) -> tuple[float, float] | None:
        """Learn from a step; return the loss a piece and the gradient's length.

        None when the run was stopped meanwhile: then nothing was learned.
        """
        settings = self._run.settings.training
        batches = make_batches(step, settings.batch_pieces)
        wanted = sum(len(batch.places) for batch in batches)
        total = 0.0
        gradients = [torch.zeros_like(matrix) for matrix in self._matrices]
        # In the batches' order, so that the same step gives the same sums.
        for result in pool.map(self._compute, batches):
            if result is None:
                return None
            total += result[0]
            for whole, part in zip(gradients, result[1], strict=True):
                whole.add_(part, alpha=1 / wanted)
        for matrix, gradient in zip(self._matrices, gradients, strict=True):
            matrix.grad = gradient
        norm = torch.nn.utils.clip_grad_norm_(
            self._matrices, settings.longest_gradient
        ).item()
        for group in self._optimizer.param_groups:
            group["lr"] = rate
        self._optimizer.step()
        self._optimizer.zero_grad()
        kept = schedule.averaging(self._state.progress.step)
        for average, matrix in zip(self._average, self._matrices, strict=True):
            average.lerp_(matrix.detach(), 1 - kept)
        return total / wanted, norm

    def _compute(self, batch: Batch) -> tuple[float, tuple[Tensor, ...]] | None:
        """Return a batch's summed loss and its gradients."""
        if self._stop.is_set():
            return None
        device = self._run.device
        pieces = torch.from_numpy(batch.pieces).to(device)
        places = torch.from_numpy(batch.places).to(device)
        half = self._run.settings.training.half
        with torch.autocast(device, torch.bfloat16, enabled=half):
            loss = self._network.loss(
                pieces, places, self._run.settings.network.smoothing
            )
        gradients = torch.autograd.grad(loss, self._matrices)
        return loss.item(), gradients


def _fixed(settings: Settings) -> dict[str, object]:
    """Return the settings that a checkpoint cannot go on without."""
    record = settings.record()
    return {name: record[name] for name in ("seed", "hints", "network")}
