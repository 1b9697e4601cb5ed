"""Flags explained: which number, which word, which term is meant.

Owns the words for one pair; what a flag means in general is `reader.core.pairs`'s, and
whether a pair has one `reader.core.guard`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from reader.core.figures import find_mismatches
from reader.core.names import find_lost_names
from reader.core.negations import find_lost_negations
from reader.core.normalize import normalize_source
from reader.core.pairs import FLAGS, TermUse


def explain_flags(
    source: str, target: str, flags: Sequence[str], terms: Iterable[TermUse] = ()
) -> list[str]:
    """Return what is wrong for each flag, in their order, in few words.

    A flag that the pair as it is now does not bear out (the English was edited, or a
    newer version set it) has its general meaning.

    >>> explain_flags("Es sind 7,6 Prozent.", "It is 6.7 percent.", ["numbers"])
    ['number missing or different: “7,6 Prozent” (in English “6.7 percent”)']
    """
    read = normalize_source(source), normalize_source(target)
    details: dict[str, Callable[[], str]] = {
        "length": lambda: _compare_lengths(*read),
        "numbers": lambda: _name_numbers(*read),
        "names": lambda: _quote_names(*read),
        "negation": lambda: _name_negations(*read),
        "terms": lambda: _name_terms(target, terms),
    }
    found = [details[flag]() if flag in details else "" for flag in flags]
    return [
        detail or FLAGS.get(flag, flag)
        for flag, detail in zip(flags, found, strict=True)
    ]


def _compare_lengths(source: str, target: str) -> str:
    return f"{len(target)} characters of English for {len(source)} of German"


def _name_numbers(source: str, target: str) -> str:
    """Return the numbers that are lost, and behind them those that came instead."""
    lost, invented = find_mismatches(source, target)
    german, english = _quote_numbers(lost, source), _quote_numbers(invented, target)
    if not german:
        return f"number that the German has not: {english}" if english else ""
    instead = f" (in English {english})" if english else ""
    return f"number missing or different: {german}{instead}"


def _quote_numbers(numbers: Iterable[str], text: str) -> str:
    """Return numbers with the word behind each: it may be "Milliarden"."""
    return ", ".join(
        f"“{found[0]}”" if found else f"“{number}”"
        for number in dict.fromkeys(numbers)
        for found in [re.search(rf"{re.escape(number)}(?:[ -]?[^\W\d_]+)?", text)]
    )


def _quote_names(source: str, target: str) -> str:
    words = ", ".join(f"“{word}”" for word in find_lost_names(source, target))
    return f"not in the English: {words}" if words else ""


def _name_negations(source: str, target: str) -> str:
    words = ", ".join(f"“{word}”" for word in find_lost_negations(source, target))
    return f"nothing in the English says {words}" if words else ""


def _name_terms(target: str, terms: Iterable[TermUse]) -> str:
    """Return the terms that are missing, and the forbidden words that are there."""
    named = []
    for use in terms:
        if use.status == "missing":
            named.append(f"“{use.target}” for “{use.source}” is missing")
        elif use.status == "forbidden":
            stands = target[use.target_start or 0 : use.target_end or 0]
            named.append(f"“{stands or use.target}” for “{use.source}” is forbidden")
    return "; ".join(dict.fromkeys(named))
