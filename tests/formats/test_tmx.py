"""TMX: ours come back equal, other tools' memories are read, attacks are refused."""

import io
import tracemalloc
from itertools import repeat
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.memory_units import MemoryUnit
from reader.errors import DocumentError
from reader.formats.jsonl import read_units_jsonl, write_units_jsonl
from reader.formats.tmx import read_tmx, write_tmx
from tests.formats.samples import ENGINE, texts

UNIT = MemoryUnit(
    source="Die Straßenbahn fährt wieder.",
    target="The tram is running again.",
    engine=ENGINE,
    signature=f"{ENGINE}|sha:0011223344556677|beam:4|lp:0.2",
    terms="a1b2c3",
    score=-0.41,
    flags=("numbers", "terms"),
    edited=False,
    created="2026-02-16T09:30:00+00:00",
)
units = st.builds(
    MemoryUnit,
    source=texts,
    target=texts,
    engine=texts,
    signature=texts,
    terms=texts,
    score=st.none() | st.floats(-99, 0).map(lambda score: round(score, 2)),
    flags=st.lists(st.sampled_from(UNIT.flags), unique=True).map(tuple),
    edited=st.booleans(),
    created=st.just(UNIT.created) | texts,
)


def read(path: Path, text: str, encoding: str = "utf-8") -> list[MemoryUnit]:
    path.write_text(text, encoding)
    return list(read_tmx(path))


def foreign(body: str, doctype: str = "") -> str:
    return (
        f"<?xml version='1.0'?>{doctype}<tmx version='1.4'>"
        "<header creationtool='OmegaT' srclang='*all*' adminlang='EN-US'>"
        "<note>Notiz</note></header>"
        f"<body>{body}</body></tmx>"
    )


def variant(language: str, segment: str) -> str:
    return f"<tuv xml:lang='{language}'><seg>{segment}</seg></tuv>"


@given(st.lists(units, max_size=4))
def test_our_units_come_back_equal(
    tmp_path_factory: pytest.TempPathFactory, written: list[MemoryUnit]
) -> None:
    stream = io.StringIO(newline="")
    assert write_tmx(stream, written) == len(written)
    path = tmp_path_factory.mktemp("tmx") / "a.tmx"
    path.write_bytes(stream.getvalue().encode("utf-8"))
    assert list(read_tmx(path)) == written


@given(st.lists(units, max_size=4))
def test_json_lines_of_units_come_back_equal(written: list[MemoryUnit]) -> None:
    stream = io.StringIO(newline="")
    assert write_units_jsonl(stream, written) == len(written)
    stream.getvalue().encode("utf-8")
    stream.seek(0)
    assert list(read_units_jsonl(stream)) == written


def test_a_pair_is_not_taken_for_a_unit() -> None:
    line = '{"source": "Ja.", "target": "Yes.", "terms": []}\n'
    with pytest.raises(DocumentError, match=r"line 1: .* no unit"):
        list(read_units_jsonl(io.StringIO(line)))


def test_our_file_is_tmx_for_other_tools() -> None:
    stream = io.StringIO()
    write_tmx(stream, [UNIT])
    root = ElementTree.fromstring(stream.getvalue())
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    assert header is not None
    # The attributes that TMX 1.4b requires.
    assert {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    } <= set(header.keys())
    unit = root.find("body/tu")
    assert unit is not None
    assert unit.get("creationdate") == "20260216T093000Z"
    assert [seg.text for seg in unit.iter("seg")] == [UNIT.source, UNIT.target]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("de", "en"),
        ("de-DE", "en-US"),
        ("DE", "EN-GB"),
        ("de_AT", "eng"),
        ("ger", "en"),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_units_of_other_tools_are_a_persons_work(
    tmp_path: Path, german: str, english: str, order: int
) -> None:
    both = [variant(german, "Guten Tag."), variant(english, "Good day.")][::order]
    body = f"<tu changedate='20240216T093000Z'>{''.join(both)}</tu>"
    assert read(tmp_path / "a.tmx", foreign(body)) == [
        MemoryUnit(
            "Guten Tag.",
            "Good day.",
            edited=True,
            created="2024-02-16T09:30:00+00:00",
        )
    ]


def test_inline_codes_are_left_out_and_highlighted_words_stay(tmp_path: Path) -> None:
    german = variant(
        "de",
        "Die <bpt i='1'>&lt;b&gt;</bpt>alte<ept i='1'>&lt;/b&gt;</ept>\n"
        "  <hi type='x'>Stra\u00adßen<ph>{0}</ph>bahn</hi><it pos='end'>x</it>.",
    )
    unit = f"<tu>{german}{variant('en', 'The <ut>x</ut>old tram.')}</tu>"
    (found,) = read(tmp_path / "a.tmx", foreign(unit))
    assert (found.source, found.target) == ("Die alte Straßenbahn.", "The old tram.")


def test_each_german_variant_is_paired_with_the_first_english(tmp_path: Path) -> None:
    body = "".join(
        [
            variant("fr", "Janvier"),
            variant("en-US", "January"),
            variant("en-GB", "Jan"),
            variant("de-DE", "Januar"),
            variant("de-AT", "Jänner"),
        ]
    )
    found = read(tmp_path / "a.tmx", foreign(f"<tu>{body}</tu>"))
    assert [(unit.source, unit.target) for unit in found] == [
        ("Januar", "January"),
        ("Jänner", "January"),
    ]


def test_units_without_both_languages_are_passed_over(tmp_path: Path) -> None:
    body = (
        f"<tu>{variant('de', 'Nur Deutsch')}</tu><tu/>"
        f"<tu>{variant('de', ' ')}{variant('en', 'Blank')}</tu>"
        f"<tu><tuv xml:lang='de'/>{variant('en', 'No seg')}</tu>"
        f"<tu>{variant('de', 'Ja')}{variant('en', 'Yes')}</tu>"
    )
    found = read(tmp_path / "a.tmx", foreign(body))
    assert [unit.source for unit in found] == ["Ja"]


def test_a_doctype_and_utf16_are_read(tmp_path: Path) -> None:
    text = foreign(
        f"<tu>{variant('de', 'Größe')}{variant('en', 'size')}</tu>",
        "<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>",
    )
    (found,) = read(tmp_path / "a.tmx", text, "utf-16")
    assert found.source == "Größe"


def test_a_file_without_german_or_english_says_what_it_has(tmp_path: Path) -> None:
    body = f"<tu>{variant('fr', 'Oui')}{variant('en', 'Yes')}</tu>"
    with pytest.raises(DocumentError, match="no German-English unit, but en, fr"):
        read(tmp_path / "a.tmx", foreign(body))


BOMB = (
    "<!DOCTYPE tmx [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
)
SECRET = "<!DOCTYPE tmx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (foreign(variant("de", "&c;"), BOMB), "declares entities"),
        (foreign(f"<tu>{variant('de', '&a;')}</tu>", SECRET), "declares entities"),
        ("<html><body/></html>", "not TMX: it begins with 'html'"),
        ("kein XML", "not a TMX file"),
        ("", "not a TMX file"),
        (foreign("<tu>")[:-20], "not a TMX file"),
        (foreign("<x>" * 80 + "</x>" * 80), "nested too deeply"),
    ],
)
def test_what_is_no_tmx_or_dangerous_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(DocumentError, match=message):
        read(tmp_path / "a.tmx", text)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        list(read_tmx(tmp_path / "weg.tmx"))


def test_an_endless_unit_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    with path.open("w") as stream:
        stream.write(foreign("")[: -len("</body></tmx>")] + "<tu><tuv><seg>")
        stream.writelines(repeat("x" * 1_000_000, 20))
    with pytest.raises(DocumentError, match="longer than 16 MiB"):
        list(read_tmx(path))


def test_a_long_file_is_read_in_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    with path.open("w", newline="") as stream:
        assert write_tmx(stream, repeat(UNIT, 3000)) == 3000
    found = read_tmx(path)
    next(found)
    tracemalloc.start()
    assert sum(1 for _ in found) == 2999
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # The file has 2.5 MB.
    assert peak < 500_000
