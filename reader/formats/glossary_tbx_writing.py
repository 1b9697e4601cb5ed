"""Writes TBX-Basic (ISO 30042:2019) in either of its styles, DCA and DCT.

Owns the words of the standard for ours. An entry and the English that is forbidden
for it share a concept, as terminologists expect.

The dialect: https://www.tbxinfo.net/tbx-dialects/, its schemas and samples:
https://github.com/LTAC-Global/TBX-Basic_dialect
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO
from xml.sax.saxutils import escape

from reader.core.glossary.terms import Term, Usage
from reader.formats.glossary_flat import Holds, choose_terms, flat_note

_HOLDS = Holds("TBX", frozenset(("targets", "pos", "domain", "note")), forbidden=True)
_NAMESPACES = {
    "dca": 'xmlns="urn:iso:std:iso:30042:ed-2"',
    "dct": (
        'xmlns="urn:iso:std:iso:30042:ed-2" '
        'xmlns:min="http://www.tbxinfo.net/ns/min" '
        'xmlns:basic="http://www.tbxinfo.net/ns/basic"'
    ),
}
_ELEMENTS = {
    "subjectField": ("descrip", "min"),
    "partOfSpeech": ("termNote", "min"),
    "administrativeStatus": ("termNote", "min"),
    "termType": ("termNote", "basic"),
}
"""Data category: its element in DCA, its module in DCT."""
_PARTS = {
    "noun": "noun",
    # The standard's list has no proper nouns.
    "name": "noun",
    "verb": "verb",
    "adjective": "adjective",
    "adverb": "adverb",
    "phrase": "other",
}


def write_tbx(stream: IO[str], terms: Iterable[Term], style: str = "dca") -> list[str]:
    """Write a file in UTF-8; return what it has no place for."""
    kept, notices = choose_terms(terms, _HOLDS)
    names = sum(term.pos == "name" for term in kept)
    if names:
        notices.append(f"TBX has no proper nouns: {names} become nouns")
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(
        f'<tbx type="TBX-Basic" style="{style}" xml:lang="de" {_NAMESPACES[style]}>\n'
        "<tbxHeader><fileDesc><sourceDesc><p>Written by zwiesprache</p></sourceDesc>"
        "</fileDesc></tbxHeader>\n<text><body>\n"
    )
    for number, group in enumerate(_group(kept), 1):
        stream.write(f'<conceptEntry id="c{number}">\n')
        stream.writelines(f"{line}\n" for line in _write_concept(group, style))
        stream.write("</conceptEntry>\n")
    stream.write("</body></text>\n</tbx>\n")
    return notices


def _group(terms: Iterable[Term]) -> Iterable[list[Term]]:
    """Return entries of the same concept together: one, or it and its forbidden one."""
    concepts: dict[Term, list[Term]] = {}
    for term in terms:
        key = replace(term, targets=(), usage=Usage.PREFERRED)
        concepts.setdefault(key, []).append(term)
    return concepts.values()


def _write_concept(group: list[Term], style: str) -> Iterator[str]:
    term = group[0]
    if term.domain:
        yield _fact("subjectField", term.domain, style)
    if note := flat_note(term):
        yield f"<note>{escape(note)}</note>"
    yield '<langSec xml:lang="de"><termSec>'
    yield from _write_word(term.source, term.pos, "", style)
    yield '</termSec></langSec>\n<langSec xml:lang="en">'
    for other in group:
        for at, target in enumerate(other.targets):
            status = "admittedTerm" if at else "preferredTerm"
            if other.usage is Usage.FORBIDDEN:
                status = "deprecatedTerm"
            yield "<termSec>"
            yield from _write_word(target, term.pos, f"{status}-admn-sts", style)
            yield "</termSec>"
    yield "</langSec>"


def _write_word(text: str, pos: str, status: str, style: str) -> Iterator[str]:
    yield f"<term>{escape(text)}</term>"
    if pos:
        yield _fact("partOfSpeech", _PARTS[pos], style)
    if status:
        yield _fact("administrativeStatus", status, style)
    if pos == "phrase":
        yield _fact("termType", "phrase", style)


def _fact(category: str, text: str, style: str) -> str:
    element, module = _ELEMENTS[category]
    if style == "dct":
        return f"<{module}:{category}>{escape(text)}</{module}:{category}>"
    return f'<{element} type="{category}">{escape(text)}</{element}>'
