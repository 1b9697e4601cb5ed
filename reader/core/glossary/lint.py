"""What is wrong between the entries of a glossary, and inside single ones.

Pure: the files have been read, and what the readers found is among the problems
already. Whether the matcher finds an entry is asked of the caller's functions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from reader.core.controls import has_controls, strip_controls
from reader.core.documents import fold_blanks
from reader.core.glossary.layers import LayeredTerm, find_effective
from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import Case, Match, Term, Usage
from reader.core.normalize import normalize_source

MAX_WORDS_LENGTH = 200
"""Characters of German or of one English form; more is a sentence, not a term."""
MAX_NOTE_LENGTH = 2000

_SHOWN_FORMS = 3
_CHAIN_HINT = "say the same English in both, or 'sensitive' as the other's case"

CheckPattern = Callable[[str], str]
"""Says what is wrong with a regular expression, "" for nothing."""
FindsItself = Callable[[Term], bool]
"""Tells whether the matcher finds an entry in its own citation form."""


def check_pattern(pattern: str) -> str:
    """Return what is wrong with a regular expression, "" for nothing.

    >>> check_pattern("KI-(Modell")
    'missing ), unterminated subpattern at position 3'
    >>> check_pattern("x*")
    'it matches the empty text'
    """
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return "it matches the empty text" if compiled.match("") else ""


def lint_terms(
    entries: Sequence[LayeredTerm],
    found: Iterable[Problem] = (),
    check_pattern: CheckPattern = check_pattern,
    finds_itself: FindsItself | None = None,
) -> list[Problem]:
    """Return every problem, in the order of the files and their lines.

    `entries` are those of all layers, the first layer first; `found` is what the
    readers of the files found.
    """
    effective = find_effective(entries)
    problems = [
        *found,
        *_find_repeated(entries),
        *_find_overrides(entries),
        *_find_chains(effective),
        *_find_forbidden(effective),
    ]
    for entry in entries:
        problems += _check_cells(entry)
        problems += _check_findable(entry, check_pattern, finds_itself)
    order = {path: at for at, path in enumerate(_paths(entries, problems))}
    return sorted(problems, key=lambda p: (order[p.path], p.line or 0))


def is_failed(problems: Iterable[Problem]) -> bool:
    """Tell whether a check should fail: information alone is no reason."""
    return any(problem.severity is not Severity.INFO for problem in problems)


def _paths(
    entries: Iterable[LayeredTerm], problems: Iterable[Problem]
) -> Iterator[Path | None]:
    places = (*(entry.path for entry in entries), *(p.path for p in problems))
    return iter(dict.fromkeys(places))


def _tell(
    entry: LayeredTerm,
    kind: str,
    message: str,
    severity: Severity = Severity.ERROR,
    hint: str = "",
) -> Problem:
    return Problem(entry.path, entry.line, kind, message, severity, hint)


def _find_repeated(entries: Iterable[LayeredTerm]) -> Iterator[Problem]:
    """Yield entries of one file with the same German: the later one wins."""
    first: dict[tuple[Path, tuple[str, bool]], LayeredTerm] = {}
    for entry in entries:
        key = (entry.path, entry.term.key)
        earlier = first.setdefault(key, entry)
        if earlier is entry:
            continue
        source = entry.term.source
        if earlier.term.targets == entry.term.targets:
            message = f"'{source}' stands in line {earlier.line} already"
            yield _tell(
                entry, "duplicate", message, Severity.WARNING, "remove one of the lines"
            )
        else:
            message = (
                f"'{source}' is {_show(entry.term)} here and {_show(earlier.term)} "
                f"in line {earlier.line}"
            )
            yield _tell(entry, "conflict", message, hint="put the forms in one line")
        first[key] = entry


def _find_overrides(entries: Iterable[LayeredTerm]) -> Iterator[Problem]:
    """Yield entries that replace other English of an earlier file."""
    known: dict[tuple[str, bool], LayeredTerm] = {}
    for entry in entries:
        earlier = known.get(entry.term.key)
        known[entry.term.key] = entry
        if earlier is None or earlier.path == entry.path:
            continue
        if earlier.term.targets != entry.term.targets:
            message = (
                f"'{entry.term.source}' is {_show(entry.term)} here and wins over "
                f"{_show(earlier.term)} in {earlier.path.name}:{earlier.line}"
            )
            yield _tell(entry, "override", message, Severity.INFO)


def _find_chains(effective: Iterable[LayeredTerm]) -> Iterator[Problem]:
    """Yield entries whose English is another entry's German.

    "Rechner" → "computer" and "Computer" → "machine" leave open what a "Rechner" is;
    "Prozessor" → "chip" and "Chip" → "chip" do not. Nor do "Milliarde" → "billion" and
    "Billion" → "trillion" where the second says that its capital counts.
    """
    wanted = [entry for entry in effective if entry.term.usage is not Usage.FORBIDDEN]
    by_source: dict[str, list[LayeredTerm]] = {}
    for entry in wanted:
        by_source.setdefault(_fold(entry.term.source), []).append(entry)
    for entry in wanted:
        for target in entry.term.targets:
            for other in by_source.get(_fold(target), ()):
                if other is not entry and _says_otherwise(other.term, target):
                    message = (
                        f"'{entry.term.source}' is '{target}', and "
                        f"'{other.term.source}' is {_show(other.term)} "
                        f"({other.path.name}:{other.line})"
                    )
                    yield _tell(entry, "chain", message, Severity.WARNING, _CHAIN_HINT)


def _says_otherwise(other: Term, target: str) -> bool:
    """Tell whether an entry takes an English word for German, and changes it."""
    if other.case is Case.SENSITIVE and other.source != target:
        return False
    return _fold(target) not in map(_fold, other.targets)


def _find_forbidden(effective: Iterable[LayeredTerm]) -> Iterator[Problem]:
    """Yield forbidden English that another entry in force asks for."""
    asked: dict[tuple[str, str], LayeredTerm] = {}
    refused: list[LayeredTerm] = []
    for entry in effective:
        if entry.term.usage is Usage.FORBIDDEN:
            refused.append(entry)
            continue
        for target in entry.term.targets:
            asked[entry.term.key[0], _fold(target)] = entry
    for entry in refused:
        for target in entry.term.targets:
            other = asked.get((entry.term.key[0], _fold(target)))
            if other is not None:
                message = (
                    f"'{target}' is forbidden for '{entry.term.source}', and "
                    f"{other.path.name}:{other.line} asks for it"
                )
                # Of two files the English that is asked for wins.
                is_one_file = other.path == entry.path
                severity = Severity.ERROR if is_one_file else Severity.INFO
                hint = "remove one of the two"
                yield _tell(entry, "forbidden", message, severity, hint)


def _check_cells(entry: LayeredTerm) -> Iterator[Problem]:
    """Yield what no cell should hold."""
    term = entry.term
    for name, text in (("source", term.source), *(("target", t) for t in term.targets)):
        if has_controls(text) or _has_invisible(text):
            shown = strip_controls(text, keep="")
            message = f"the {name} '{shown}' holds a character that cannot be seen"
            yield _tell(entry, "bad-cell", message, hint="type the word anew")
        if len(text) > MAX_WORDS_LENGTH:
            message = f"the {name} has {len(text)} characters: '{text[:40]}…'"
            yield _tell(entry, "bad-cell", message, hint="a term is a few words long")
    if len(term.note) > MAX_NOTE_LENGTH:
        message = f"the note of '{term.source}' has {len(term.note)} characters"
        yield _tell(entry, "bad-cell", message, Severity.WARNING, "shorten it")


def _has_invisible(text: str) -> bool:
    """Tell whether `text` holds a soft hyphen or another mark without a shape."""
    return not text.isascii() and any(unicodedata.category(c) == "Cf" for c in text)


def _check_findable(
    entry: LayeredTerm, check_pattern: CheckPattern, finds_itself: FindsItself | None
) -> Iterator[Problem]:
    """Yield an entry that cannot be found in any sentence."""
    term = entry.term
    if term.usage is Usage.OFF:
        return
    if reason := _find_obstacle(term, check_pattern):
        message = f"'{term.source}' is never found: {reason}"
        yield _tell(entry, "never", message, hint="mend the source or the match rule")
    elif finds_itself is not None and term.match is not Match.REGEX:
        if not finds_itself(term):
            message = f"'{term.source}' is not found in its own citation form"
            yield _tell(
                entry,
                "never",
                message,
                Severity.WARNING,
                "write the German as a dictionary does, or 'exact' as its match",
            )


def _find_obstacle(term: Term, check_pattern: CheckPattern) -> str:
    """Return why an entry is never found, "" for one that can be.

    Sentences are normalised before they are looked at, so an entry that would change
    by it stands in none of them.
    """
    if term.match is Match.REGEX:
        return check_pattern(term.source)
    if not any(char.isalnum() for char in term.source):
        return "it has neither letter nor digit"
    if term.match is Match.LEMMA:
        return ""
    if term.source != fold_blanks(term.source):
        return "a sentence has no two blanks in a row"
    if term.source != normalize_source(term.source):
        return "a sentence has no such spelling (invisible or decomposed characters)"
    if term.match is Match.PREFIX and not term.source[-1].isalnum():
        return "a word does not go on behind it"
    return ""


def _fold(text: str) -> str:
    return fold_blanks(text).casefold()


def _show(term: Term) -> str:
    if term.usage is Usage.OFF:
        return "switched off"
    shown = [f"'{target}'" for target in term.targets[:_SHOWN_FORMS]]
    more = ["…"] if len(term.targets) > _SHOWN_FORMS else []
    return " or ".join(shown + more)
