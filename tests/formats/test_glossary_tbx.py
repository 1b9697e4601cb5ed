"""TBX in both styles and of both generations, and what is dangerous in XML."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from reader.core.glossary.problems import Severity
from reader.core.glossary.terms import Term, Usage
from reader.errors import GlossaryError
from reader.formats.glossary_files import read_glossary
from reader.formats.glossary_tbx import parse_tbx
from reader.formats.glossary_tbx_writing import write_tbx
from tests.formats.glossary_samples import NASTY, TERMS, patient
from tests.formats.test_glossary_exchange import is_flat, many, plain, unlike

PATH = Path("liste.tbx")
NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
_PARTS = {"name": "noun"}


def write(entries: list[Term], style: str) -> tuple[str, list[str]]:
    stream = io.StringIO(newline="")
    notices = write_tbx(stream, entries, style)
    return stream.getvalue(), notices


def read(text: str) -> list[Term]:
    found = parse_tbx(text.encode(), PATH)
    assert not found.problems
    return [term for term, _ in found.entries]


def in_any_order(entries: list[Term]) -> set[Term]:
    return set(entries)


@pytest.mark.parametrize("style", ["dca", "dct"])
@patient
@given(entries=many)
def test_what_tbx_holds_comes_back(style: str, entries: list[Term]) -> None:
    text, _ = write(entries, style)
    wanted = [
        plain(
            term,
            pos=_PARTS.get(term.pos, term.pos),
            domain=term.domain,
            note=term.note,
        )
        for term in entries
        if term.usage is not Usage.OFF and is_flat(term, has_comments=False)
    ]
    assert in_any_order(read(text)) == in_any_order(wanted)


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_nasty_entries_come_back_or_are_told(style: str) -> None:
    entries = unlike([Term(text, (text,), note=text) for text in NASTY])
    text, notices = write(entries, style)
    assert read(text) == [term for term in entries if is_flat(term, False)]
    assert any("left out" in notice for notice in notices)


def test_what_tbx_has_no_place_for_is_told() -> None:
    _, notices = write(TERMS, "dca")
    assert "TBX has no place for: case rule (1 entry)" in notices
    assert "TBX has no place for: mark as a name to keep (1 entry)" in notices
    assert "TBX has no proper nouns: 2 become nouns" in notices
    assert "TBX: left out, since they switch off others: 1 entry" in notices


def test_dca_is_written_as_the_standard_has_it() -> None:
    text, _ = write([Term("Markt", ("market", "mart"), "noun", domain="Handel")], "dca")
    root = ElementTree.fromstring(text)
    assert root.attrib["type"] == "TBX-Basic" and root.attrib["style"] == "dca"
    (concept,) = root.iter(f"{NAMESPACE}conceptEntry")
    assert [child.tag.removeprefix(NAMESPACE) for child in concept] == [
        "descrip",
        "langSec",
        "langSec",
    ]
    notes = [
        (note.attrib["type"], note.text) for note in root.iter(f"{NAMESPACE}termNote")
    ]
    assert notes == [
        ("partOfSpeech", "noun"),
        ("partOfSpeech", "noun"),
        ("administrativeStatus", "preferredTerm-admn-sts"),
        ("partOfSpeech", "noun"),
        ("administrativeStatus", "admittedTerm-admn-sts"),
    ]


def test_dct_names_the_categories_as_elements_of_the_min_module() -> None:
    text, _ = write([Term("Markt", ("market",), "noun")], "dct")
    root = ElementTree.fromstring(text)
    assert root.attrib["style"] == "dct"
    found = [
        element.text
        for element in root.iter("{http://www.tbxinfo.net/ns/min}partOfSpeech")
    ]
    assert found == ["noun", "noun"]


def test_forbidden_english_shares_the_concept() -> None:
    wanted = Term("Handy", ("mobile phone",), "noun")
    refused = replace(wanted, targets=("handy",), usage=Usage.FORBIDDEN)
    text, _ = write([wanted, refused], "dca")
    assert text.count("<conceptEntry") == 1
    assert "deprecatedTerm-admn-sts" in text
    assert read(text) == [wanted, refused]


DCT = """<?xml version="1.0" encoding="utf-8"?>
<?xml-model href="https://example.org/TBX-Basic.nvdl" type="application/xml"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en"
 xmlns="urn:iso:std:iso:30042:ed:3.0" xmlns:min="http://www.tbxinfo.net/ns/min"
 xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">
 <transacGrp><basic:transactionType>origination</basic:transactionType></transacGrp>
 <basic:subjectField>Astronomie</basic:subjectField>
 <note>aus dem Lehrbuch</note>
 <langSec xml:lang="en-US">
  <descripGrp><basic:definition>A group of stars.</basic:definition></descripGrp>
  <termSec><term>galactic cluster</term>
   <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
  </termSec>
  <termSec><term>star cluster</term>
   <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>open
    <!-- so --> cluster</term><min:partOfSpeech>noun</min:partOfSpeech>
   <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
  </termSec>
 </langSec>
 <langSec xml:lang="de-DE">
  <termSec><term>offener Sternhaufen</term><min:partOfSpeech>noun</min:partOfSpeech>
   <note>auch klein</note></termSec>
  <termSec><term>galaktischer Haufen</term></termSec>
 </langSec>
 <langSec xml:lang="es"><termSec><term>cúmulo abierto</term></termSec></langSec>
</conceptEntry>
<conceptEntry id="c2">
 <langSec xml:lang="es"><termSec><term>agujero negro</term></termSec></langSec>
</conceptEntry>
</body></text></tbx>
"""


def test_a_dct_file_of_another_tool_is_read_with_its_lines() -> None:
    found = parse_tbx(DCT.encode(), PATH)
    targets, refused = ("open cluster", "star cluster"), ("galactic cluster",)
    note = "aus dem Lehrbuch"
    first = Term("offener Sternhaufen", targets, "noun", domain="Astronomie")
    second = Term("galaktischer Haufen", targets, "noun", domain="Astronomie")
    assert found.entries == (
        (replace(first, note=f"{note}; auch klein"), 8),
        (
            replace(
                first,
                targets=refused,
                usage=Usage.FORBIDDEN,
                note=f"{note}; auch klein",
            ),
            8,
        ),
        (replace(second, note=note), 8),
        (replace(second, targets=refused, pos="", usage=Usage.FORBIDDEN, note=note), 8),
    )
    (problem,) = found.problems
    assert (problem.line, problem.severity) == (31, Severity.WARNING)


MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p>
</sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="e1"><descripGrp><descrip type="subjectField">Bahn</descrip></descripGrp>
<langSet xml:lang="de"><tig><term>Lok</term>
<termNote type="partOfSpeech">properNoun</termNote></tig></langSet>
<langSet xml:lang="en"><ntig><termGrp><term>engine</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp>
</ntig><ntig><termGrp><term>locomotive</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>
"""


def test_a_martif_file_of_2008_is_read() -> None:
    assert read(MARTIF) == [
        Term("Lok", ("locomotive",), "name", domain="Bahn"),
        Term("Lok", ("engine",), "name", Usage.FORBIDDEN, domain="Bahn"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Markt\tmarket", "not a TBX file"),
        ("<tmx version='1.4'/>", "it begins with 'tmx'"),
        (DCT[:900], "not a TBX file"),
        (MARTIF.replace('"de"', '"fr"'), "but in en, fr"),
        (
            MARTIF.replace(
                'SYSTEM "TBXBasiccoreStructV02.dtd"', '[<!ENTITY a "aaaaaaaa">]'
            ),
            "not a TBX file",
        ),
        (
            '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
            "<tbx><conceptEntry>&x;</conceptEntry></tbx>",
            "not a TBX file",
        ),
    ],
)
def test_what_is_broken_or_dangerous_is_refused(text: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message) as caught:
        parse_tbx(text.encode(), PATH)
    assert caught.value.hint


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    path.write_text(MARTIF, encoding="utf-8")
    assert len(read_glossary(path).entries) == 2
    with pytest.raises(GlossaryError, match="cannot be read"):
        read_glossary(tmp_path / "none.tbx")
