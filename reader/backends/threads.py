"""How an engine's threads are laid out over the processor's cores.

CTranslate2 runs several workers side by side, each on a batch of its own and with
threads of its own for the arithmetic.
"""

from __future__ import annotations

import os

_MOST_WORKERS = 4
"""Each worker needs memory of its own for its batch."""


def share_threads(cores: int) -> tuple[int, int]:
    """Return how many workers to start, and how many threads each of them gets.

    >>> share_threads(2), share_threads(6), share_threads(16)
    ((2, 1), (3, 2), (4, 4))
    """
    workers = max(n for n in range(1, _MOST_WORKERS + 1) if cores % n == 0)
    return workers, cores // workers


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
