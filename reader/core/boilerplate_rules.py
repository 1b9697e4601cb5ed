"""What a rule for boilerplate is, and how one is written.

The rules are in `reader.core.media_rules` and `reader.core.page_rules`, and
`reader.core.boilerplate` asks them. A rule speaks of one line or one short block, and
must not take a sentence of an article for a button: what says much alone on a page
("Werbung", "Folgen") begins sentences too. So most patterns must match a whole block,
and the others must name a thing that only pages have: a cookie, an article, a link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

_END = r"\s*[:…»>›→*]*$"
_COUNT = r"(?:\s*[(\[]?\d+[)\]]?)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that must match a folded block from its first character on."""

    name: str
    pattern: re.Pattern[str]
    longest: int
    """Blocks with more characters are never boilerplate by this rule."""
    example: str


def make_rule(
    name: str, longest: int, example: str, whole: str = "", opening: str = ""
) -> Rule:
    """Return a rule from alternatives, one a line; an indented line goes on.

    `whole` ones leave room for a count and closing marks behind them ("Kommentare
    (27)", "Weiterlesen »") and for nothing else, for "Weiter!" and "Hilfe." are
    spoken; `opening` ones leave room for anything.
    """
    parts = [_join(opening)] if opening else []
    if whole:
        parts.append(f"{_join(whole)}{_COUNT}{_END}")
    return Rule(name, re.compile("|".join(parts), re.IGNORECASE), longest, example)


def _join(table: str) -> str:
    lines = re.sub(r"\n +", "", dedent(table)).splitlines()
    return f"(?:{'|'.join(filter(None, lines))})"
