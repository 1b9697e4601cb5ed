"""What the stylesheet tells apart in pairs: the component classes of `PairsView`."""

from __future__ import annotations

from reader.core.documents import Kind
from reader.core.pairs import STATUSES

PREFIX = "pairs--"
"""What every component class begins with."""

COMPONENTS = tuple(
    PREFIX + name
    for name in (
        "source",
        "target",
        *(kind for kind in Kind if kind not in (Kind.PARAGRAPH, Kind.BOILERPLATE)),
        "placeholder",
        "current",
        "bar",
        "rule",
        "bookmark",
        *(f"term-{status}" for status in STATUSES),
        "linked",
        "match",
        "match-current",
        "word",
        "flag",
        "edited",
    )
)
