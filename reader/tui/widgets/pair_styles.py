"""How pairs look by default: the component classes of `PairsView`.

Every state differs in weight, line or reversal, too, so that nothing is told by colour
alone; a theme or the app's stylesheet may restyle each class.
"""

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

PAIR_STYLES = """
PairsCanvas {
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    background: $background;
    color: $foreground;

    & > .pairs--source { color: $foreground; }
    & > .pairs--target { color: $foreground 78%; }
    & > .pairs--title { color: $primary; text-style: bold; }
    & > .pairs--heading { text-style: bold; }
    & > .pairs--caption { color: $foreground 60%; text-style: italic; }
    & > .pairs--byline { color: $foreground 60%; }
    & > .pairs--placeholder { color: $foreground 35%; }
    & > .pairs--current { background: $foreground 8%; }
    & > .pairs--bar { color: $foreground 30%; text-style: bold; }
    & > .pairs--rule { color: $foreground 25%; }
    & > .pairs--bookmark { color: $warning; text-style: bold; }
    & > .pairs--term-kept { color: $text-success; text-style: underline; }
    & > .pairs--term-enforced { color: $text-primary; text-style: bold underline; }
    & > .pairs--term-missing { color: $text-warning; text-style: italic underline; }
    & > .pairs--term-forbidden { color: $text-error; text-style: bold strike; }
    & > .pairs--linked { background: $accent 35%; text-style: bold underline; }
    & > .pairs--match { background: $warning 35%; text-style: bold; }
    & > .pairs--match-current { background: $warning 60%; text-style: bold reverse; }
    & > .pairs--word { text-style: reverse; }
    & > .pairs--flag { color: $text-warning; text-style: bold; }
    & > .pairs--edited { color: $text-accent; text-style: bold; }

    &:focus > .pairs--current { background: $foreground 12%; }
    &:focus > .pairs--bar { color: $accent; }
}
"""
