"""Regular expressions of a glossary, with a limit to the time that they take.

`re` cannot be stopped, and one careless pattern ("(a|a)*b") would hold a run for ever;
the `regex` library gives up by itself.
"""

from __future__ import annotations

from reader.core.interfaces import PatternSearch

LIMIT = 0.05
"""Seconds of processor time for one sentence."""


def compile_pattern(expression: str) -> PatternSearch:
    """Return the search for a regular expression.

    Raises:
        ValueError: it is not a regular expression; the message says where and why.
    """
    import regex

    try:
        pattern = regex.compile(expression)
    except regex.error as error:
        raise ValueError(str(error)) from error

    def search(text: str) -> list[tuple[int, int]]:
        matches = pattern.finditer(text, timeout=LIMIT)
        return [match.span() for match in matches if match.end() > match.start()]

    return search
