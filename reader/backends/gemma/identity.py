"""Which built-in engine this is: the name that changes when the engine would.

Owns the name, and needs no library for it: every run of the program asks.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

ADAPTER_FILE = "adapter.npz"
ENGINE_VERSION = "1"
"""Raised when the same weights and adapter are prepared in another way."""


@cache
def find_adapter_checksum() -> str:
    """Return the sha256 of the shipped adapter; a new one makes a new engine."""
    data = resources.files(__package__).joinpath(ADAPTER_FILE).read_bytes()
    return hashlib.sha256(data).hexdigest()


def package_name() -> str:
    """Return the name of the prepared engine's folder.

    It changes with the adapter, so that a better adapter is prepared beside the old.
    """
    checksum = find_adapter_checksum()
    return f"builtin-gemma3-270m-{ENGINE_VERSION}-{checksum[:8]}"
