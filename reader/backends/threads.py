"""How an engine's threads are laid out over the processor's cores.

CTranslate2 runs several workers side by side, each on a batch of its own and with
threads of its own for the arithmetic.
"""

from __future__ import annotations

import os

_WORKERS = (4, 2, 1)
"""Each needs memory of its own for its batch, and a batch comes in shares that 4 or 2
workers finish at the same time."""


def share_threads(cores: int) -> tuple[int, int]:
    """Return how many workers to start, and how many threads each of them gets.

    The most workers that leave at most one core idle.

    >>> share_threads(1), share_threads(2), share_threads(6), share_threads(16)
    ((1, 1), (2, 1), (2, 3), (4, 4))
    """
    workers = next(n for n in _WORKERS if n <= cores and cores % n <= 1)
    return workers, cores // workers


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
