"""The words with which files tell what is wrong with a pair.

Every format that people read uses these, so that a flag means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.pairs import FLAGS, Pair

NOT_TRANSLATED = "not translated"
"""Stands where a pair has no English."""


def flag_mark(flag: str) -> str:
    """Return the short mark behind an English sentence.

    >>> flag_mark("numbers")
    '[⚠ numbers]'
    """
    return f"[⚠ {flag}]"


def mark_target(pair: Pair) -> str:
    """Return what is wrong with a pair as marks, "" for a good one."""
    marks = [flag_mark(flag) for flag in pair.flags]
    if pair.target is None:
        marks.insert(0, flag_mark(NOT_TRANSLATED))
    return " ".join(marks)


def list_meanings(flags: Iterable[str]) -> list[tuple[str, str]]:
    """Return (mark, meaning) for the legend, in the order of `FLAGS`."""
    seen = set(flags)
    return [
        (flag_mark(flag), meaning) for flag, meaning in FLAGS.items() if flag in seen
    ]


BlockKey = tuple[str, int, str]


def block_key(pair: Pair) -> BlockKey:
    """Return what all pairs of one block share, and no neighbouring block's do."""
    sentence = pair.sentence
    return (sentence.document, sentence.block, sentence.kind)
