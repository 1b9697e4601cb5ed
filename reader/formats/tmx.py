r"""Memory units as TMX 1.4b, the format that translation tools exchange.

Ours carry their fields as `<prop type="x-zwiesprache-…">` and come back equal.
Characters that XML 1.0 cannot hold are written as `\u001b`, with a property
that says so. A unit of another tool is read as a person's work: its inline codes
(bpt, ept, ph, it, ut) are left out, the words inside `hi` stay.

The standard: TMX 1.4b, LISA/GALA, https://www.gala-global.org/tmx-14b.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Protocol
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape

from reader.core.controls import (
    escape_controls,
    has_controls,
    strip_controls,
    unescape_controls,
)
from reader.core.documents import fold_blanks
from reader.core.memory_units import MemoryUnit
from reader.core.normalize import normalize_source
from reader.errors import DocumentError

MAX_UNIT_BYTES = 16 * 1024 * 1024
"""Between two units; a file from elsewhere must not fill the memory."""

_PREFIX = "x-zwiesprache-"
_FIELDS = (
    "engine",
    "signature",
    "terms",
    "score",
    "flags",
    "steps",
    "edited",
    "created",
)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_GERMAN = frozenset(("de", "deu", "ger"))
_ENGLISH = frozenset(("en", "eng"))
_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|\+00:00)")
_TMX_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="zwiesprache" creationtoolversion="1" segtype="sentence" \
o-tmf="zwiesprache" adminlang="en" srclang="de" datatype="plaintext"/>
<body>
"""
_TAIL = "</body>\n</tmx>\n"


def write_tmx(stream: IO[str], units: Iterable[MemoryUnit]) -> int:
    """Write units to a UTF-8 stream, and return how many there were."""
    stream.write(_HEAD)
    count = 0
    for unit in units:
        stream.write(_write_unit(unit))
        count += 1
    stream.write(_TAIL)
    return count


def read_tmx(path: Path) -> Iterator[MemoryUnit]:
    """Yield the German-English units of a file, in their order.

    Each German variant of a foreign unit (de-DE, de-AT) is paired with its first
    English one, whichever of the two is called the source.

    Raises:
        DocumentError: the file is not TMX, is damaged or dangerous, or holds units
            of which none has both languages.
    """
    try:
        with path.open("rb") as file:
            yield from _read_units(file, path)
    except OSError as error:
        name = strip_controls(str(path), keep="")
        raise DocumentError(
            f"{name} cannot be read: {error.strerror or error}",
            f"look at it: ls -l '{name}'",
        ) from error


def _write_unit(unit: MemoryUnit) -> str:
    values = {
        "engine": unit.engine,
        "signature": unit.signature,
        "terms": unit.terms,
        "score": "" if unit.score is None else repr(unit.score),
        "flags": " ".join(unit.flags),
        "steps": " ".join(unit.steps),
        "edited": "yes" if unit.edited else "",
        "created": unit.created,
    }
    lines = [
        f'<prop type="{_PREFIX}{name}">{escape(escape_controls(value))}</prop>'
        for name, value in values.items()
        if value
    ]
    # Ours are known by this property; it is there for every unit.
    is_escaped = any(
        has_controls(text, keep="\n\t") for text in (unit.source, unit.target)
    )
    spelling = "escaped" if is_escaped else "plain"
    lines.append(f'<prop type="{_PREFIX}spelling">{spelling}</prop>')
    for language, text in (("de", unit.source), ("en", unit.target)):
        shown = escape(escape_controls(text) if is_escaped else text)
        lines.append(f'<tuv xml:lang="{language}"><seg>{shown}</seg></tuv>')
    time = _TIME.fullmatch(unit.created)
    date = ""
    if time:
        date = ' creationdate="{}{}{}T{}{}{}Z"'.format(*time.groups())
    return f"<tu{date}>\n" + "\n".join(lines) + "\n</tu>\n"


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class _BoundedFile:
    """A file that refuses to be read too far without a unit in between."""

    def __init__(self, file: _Readable) -> None:
        self._file = file
        self.left = MAX_UNIT_BYTES

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes; the parser asks for some kilobytes each time."""
        data = self._file.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise DocumentError(
                f"a unit is longer than {MAX_UNIT_BYTES // 1024**2} MiB",
                "export the memory again from the tool that made it",
            )
        return data


def _read_units(file: IO[bytes], path: Path) -> Iterator[MemoryUnit]:
    # Entities and external files are refused; a mere DOCTYPE, which many tools
    # write, is not.
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    name = strip_controls(str(path), keep="")
    bounded = _BoundedFile(file)
    languages: set[str] = set()
    is_empty = True
    try:
        events = iterparse(bounded, events=("start", "end"))
        parents: list[Element] = []
        for event, element in events:
            if event == "start":
                _refuse_other_xml(parents, element, name)
                parents.append(element)
                continue
            parents.pop()
            if element.tag == "tu":
                for unit in _read_unit(element, languages):
                    is_empty = False
                    yield unit
            if element.tag == "tu" or len(parents) == 1:
                bounded.left = MAX_UNIT_BYTES
                for parent in parents:
                    parent.clear()
    except DefusedXmlException as error:
        raise DocumentError(
            f"{name} declares entities or names outside files, which are not read",
            "export it again as TMX 1.4, without them",
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise DocumentError(
            f"{name} is not a TMX file that can be read: {error}",
            "export it again as TMX 1.4",
        ) from error
    if is_empty and languages:
        raise DocumentError(
            f"{name} has no German-English unit, but {', '.join(sorted(languages))}",
            "export a memory with German (de) and English (en)",
        )


def _refuse_other_xml(parents: list[Element], element: Element, name: str) -> None:
    if not parents and element.tag != "tmx":
        raise DocumentError(
            f"{name} is XML, but not TMX: it begins with {element.tag!r}",
            "export it again as TMX 1.4",
        )
    if len(parents) > 64:
        raise DocumentError(f"{name} is nested too deeply for TMX")


def _read_unit(tu: Element, languages: set[str]) -> Iterator[MemoryUnit]:
    """Yield the units of one `<tu>`: one for each German variant, mostly one."""
    props = {
        kind.removeprefix(_PREFIX): prop.text or ""
        for prop in tu.iterfind("prop")
        if (kind := prop.get("type", "")).startswith(_PREFIX)
    }
    german: list[Element] = []
    english: list[Element] = []
    for tuv in tu.iterfind("tuv"):
        # TMX 1.1 had no namespace.
        language = tuv.get(_LANG) or tuv.get("lang") or ""
        languages.add(strip_controls(language, keep="") or "no language")
        base = re.split("[-_]", language.strip().lower())[0]
        segment = tuv.find("seg")
        if segment is not None and base in _GERMAN:
            german.append(segment)
        elif segment is not None and base in _ENGLISH:
            english.append(segment)
    if not english:
        return
    if "spelling" in props and german:
        yield _read_own(german[0], english[0], props)
        return
    target = fold_blanks(strip_controls(_flatten(english[0])))
    for segment in german:
        source = normalize_source(_flatten(segment))
        if source and target:
            yield MemoryUnit(source, target, edited=True, created=_read_time(tu))


def _read_own(german: Element, english: Element, props: dict[str, str]) -> MemoryUnit:
    """Return a unit that `write_tmx` wrote, its texts exactly as they were."""
    source, target = _flatten(german), _flatten(english)
    if props["spelling"] == "escaped":
        source, target = unescape_controls(source), unescape_controls(target)
    values = {name: unescape_controls(props.get(name, "")) for name in _FIELDS}
    return MemoryUnit(
        source=source,
        target=target,
        engine=values["engine"],
        signature=values["signature"],
        terms=values["terms"],
        score=float(values["score"]) if values["score"] else None,
        flags=tuple(values["flags"].split()),
        steps=tuple(values["steps"].split()),
        edited=values["edited"] == "yes",
        created=values["created"],
    )


def _flatten(segment: Element) -> str:
    """Return the words of a segment without the codes of its markup."""
    pieces = [segment.text or ""]
    for child in segment:
        if child.tag not in _CODES:
            pieces.append(_flatten(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _read_time(tu: Element) -> str:
    """Return when a foreign unit was written, "" when it does not say so."""
    for date in (tu.get("changedate"), tu.get("creationdate")):
        if found := _TMX_TIME.fullmatch(date or ""):
            return "{}-{}-{}T{}:{}:{}+00:00".format(*found.groups())
    return ""
