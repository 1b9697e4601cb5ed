"""The model card is that of the adapter that ships."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

PACKAGE = files("reader.backends.gemma")


def test_the_card_is_of_this_adapter() -> None:
    adapter = (PACKAGE / "adapter.npz").read_bytes()
    card = (PACKAGE / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert hashlib.sha256(adapter).hexdigest() in card


@pytest.mark.parametrize(
    "said",
    [
        "Gemma is provided under and subject to the Gemma Terms of Use found at",
        "tok:13a|smooth:exp",
        "CC BY 2.0 FR",
        "## Known weaknesses",
    ],
)
def test_the_card_says_what_it_must(said: str) -> None:
    assert said in (PACKAGE / "MODEL_CARD.md").read_text(encoding="utf-8")
