"""TBX, the standard of term bases: ISO 30042:2019, dialect TBX-Basic.

Owns reading: both styles, DCA (`<termNote type="partOfSpeech">`) and DCT
(`<min:partOfSpeech>`), and the older martif files of 2008, whose elements have other
names. Namespaces differ between tools, so only the local names count. Writing is
`reader.formats.glossary_tbx_writing`'s job.

Each German word of a concept becomes an entry with the concept's English words. An
English word that is deprecated or superseded becomes forbidden; a German one is an
entry like the others, since articles go on using it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from reader.core.controls import strip_controls
from reader.core.documents import fold_blanks
from reader.core.glossary.problems import Problem, Severity
from reader.core.glossary.terms import Term, Usage
from reader.errors import GlossaryError
from reader.formats.glossary_rows import ReadGlossary

if TYPE_CHECKING:
    from defusedxml.ElementTree import DefusedXMLParser

MAX_BYTES = 64 * 1024 * 1024
"""A longer file is no glossary of ours: it would fill the memory."""

_ROOTS = frozenset(("tbx", "martif"))
_CONCEPTS = frozenset(("conceptEntry", "termEntry"))
_LANGUAGES = frozenset(("langSec", "langSet"))
_TERMS = frozenset(("termSec", "tig", "ntig"))
_TYPED = frozenset(("termNote", "descrip", "admin"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_GERMAN = frozenset(("de", "deu", "ger"))
_ENGLISH = frozenset(("en", "eng"))
_PARTS = {
    "noun": "noun",
    "propernoun": "name",
    "verb": "verb",
    "adjective": "adjective",
    "adverb": "adverb",
}
_FORBIDDEN = frozenset(("deprecated", "superseded", "forbidden", "obsolete"))
_RANKS = {"preferred": 0, "": 1, "admitted": 2}
_HINT = "export it again as TBX-Basic"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a concept in one language."""

    text: str
    status: str
    """As in "preferred", without what TBX hangs on it."""
    pos: str
    note: str


def read_tbx(path: Path) -> ReadGlossary:
    """Return the German-English entries of a file.

    Raises:
        GlossaryError: the file is not TBX, is damaged or dangerous, or has no concept
            in both languages.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GlossaryError(
                f"it is longer than {MAX_BYTES // 1024**2} MiB",
                "export a part of the term base",
                path,
            )
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(
            f"it cannot be read: {error.strerror or error}",
            f"look at it: ls -l '{path}'",
            path,
        ) from error
    return parse_tbx(data, path)


def parse_tbx(data: bytes, path: Path) -> ReadGlossary:
    """Return the entries of a file's bytes; see `read_tbx` for the errors."""
    root, lines = _parse(data, path)
    if _name(root) not in _ROOTS:
        name = strip_controls(_name(root), keep="")
        raise GlossaryError(
            f"it is XML, but not TBX: it begins with '{name}'", _HINT, path
        )
    entries: list[tuple[Term, int]] = []
    problems: list[Problem] = []
    languages: set[str] = set()
    concepts = (element for element in root.iter() if _name(element) in _CONCEPTS)
    for concept, line in zip(concepts, lines, strict=True):
        found = list(_read_concept(concept, languages))
        entries += ((term, line) for term in found)
        if not found:
            problems.append(
                Problem(
                    path,
                    line,
                    "bad-line",
                    "the concept has no German or no English term",
                    Severity.WARNING,
                    "nothing, or add what is missing where the file was made",
                )
            )
    if not entries and languages:
        known = strip_controls(", ".join(sorted(languages)), keep="")
        raise GlossaryError(
            f"no concept is in German and English, but in {known}",
            "export a term base with German (de) and English (en)",
            path,
        )
    return ReadGlossary(tuple(entries), tuple(problems))


class _LinedBuilder(TreeBuilder):
    """Builds the tree and keeps the line of each concept."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []
        self.parser: DefusedXMLParser | None = None

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element, as the parser says."""
        if tag.rpartition("}")[2] in _CONCEPTS and self.parser is not None:
            self.lines.append(self.parser.parser.CurrentLineNumber)
        return super().start(tag, attrs)


def _parse(data: bytes, path: Path) -> tuple[Element, list[int]]:
    # Entities and external files are refused; a mere DOCTYPE, which the files of 2008
    # have, is not.
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    builder = _LinedBuilder()
    parser = DefusedXMLParser(target=builder)
    builder.parser = parser
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise GlossaryError(
            f"it is not a TBX file that can be read: {error}", _HINT, path
        ) from error
    return root, builder.lines


def _read_concept(concept: Element, languages: set[str]) -> Iterator[Term]:
    german: list[_Word] = []
    english: list[_Word] = []
    for section in concept.iter():
        if _name(section) not in _LANGUAGES:
            continue
        language = (section.get(_LANG) or section.get("lang") or "").strip()
        languages.add(language or "no language")
        base = re.split("[-_]", language.lower())[0]
        words = (_read_word(child) for child in section.iter() if _is_term(child))
        if base in _GERMAN:
            german += (word for word in words if word.text)
        elif base in _ENGLISH:
            english += (word for word in words if word.text)
    own = (child for child in concept if _name(child) not in _LANGUAGES)
    facts = _read_facts(chain.from_iterable(child.iter() for child in own))
    domain = facts.get("subjectField", "")
    for word in german:
        notes = (facts.get("note", ""), word.note)
        note = "; ".join(dict.fromkeys(text for text in notes if text))
        yield from _make_terms(word, english, domain, note)


def _make_terms(
    word: _Word, english: list[_Word], domain: str, note: str
) -> Iterator[Term]:
    """Yield the entry of a German word, and that of its forbidden English."""
    ranked = sorted(english, key=lambda other: _RANKS.get(other.status, 1))
    wanted = [other for other in ranked if other.status not in _FORBIDDEN]
    refused = [other for other in ranked if other.status in _FORBIDDEN]
    for group, usage in ((wanted, Usage.PREFERRED), (refused, Usage.FORBIDDEN)):
        targets = tuple(dict.fromkeys(other.text for other in group))
        if targets:
            pos = word.pos or group[0].pos
            yield Term(word.text, targets, pos, usage, domain=domain, note=note)


def _is_term(element: Element) -> bool:
    return _name(element) in _TERMS


def _read_word(element: Element) -> _Word:
    term = next((child for child in element.iter() if _name(child) == "term"), None)
    facts = _read_facts(element.iter())
    status = facts.get("administrativeStatus", "").lower()
    pos = _PARTS.get(facts.get("partOfSpeech", "").lower(), "")
    if facts.get("termType") == "phrase":
        pos = "phrase"
    return _Word(
        "" if term is None else _flatten(term),
        status.removesuffix("-admn-sts").removesuffix("term"),
        pos,
        facts.get("note", ""),
    )


def _read_facts(elements: Iterable[Element]) -> dict[str, str]:
    """Return what elements say, by data category; notes are put together."""
    facts: dict[str, str] = {}
    for element in elements:
        name = _name(element)
        category = element.get("type", "") if name in _TYPED else name
        text = _flatten(element)
        if category == "note" and facts.get("note"):
            facts["note"] += "; " + text
        elif category not in facts:
            facts[category] = text
    return facts


def _flatten(element: Element) -> str:
    return fold_blanks("".join(element.itertext()))


def _name(element: Element) -> str:
    # Of a comment or processing instruction the tag is a function.
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
