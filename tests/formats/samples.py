"""An article as pairs, and pairs that are as nasty as untrusted text can be."""

from __future__ import annotations

import io

from hypothesis import strategies as st

from reader.core.documents import Kind, Sentence, fold_blanks
from reader.core.pairs import FLAGS, Pair, TermUse
from reader.formats.writers import SIDE_BY_SIDE, open_writer

DOCUMENT = "artikel/strassenbahn.txt"
ENGINE = "argos:translate-de_en-1.3+beam4"


def make_pair(
    source: str,
    target: str | None,
    kind: Kind = Kind.PARAGRAPH,
    block: int = 1,
    sentence: int = 1,
    *,
    terms: tuple[TermUse, ...] = (),
    flags: tuple[str, ...] = (),
    edited: bool = False,
) -> Pair:
    return Pair(
        Sentence(DOCUMENT, kind, block, sentence, 10, 10 + len(source), source),
        target,
        None if target is None else -0.41,
        "" if target is None else ENGINE,
        terms,
        flags,
        edited,
    )


TRAM = TermUse("Straßenbahn", "tram", 4, 15, 4, 8, "kept")
BUS = TermUse("Oberleitungsbus", "trolleybus", 4, 19, None, None, "missing")
ARTICLE = [
    make_pair("Linie 5 fährt wieder", "Line 5 is running again", Kind.TITLE, 1),
    make_pair("Von Petra Klöckner", "By Petra Klöckner", Kind.BYLINE, 2),
    make_pair("Die Straßenbahn rollt.", "The tram rolls.", block=3, terms=(TRAM,)),
    make_pair(
        "Sie kostet 7,6 Mio. Euro.",
        "It costs 76 million euros.",
        block=3,
        sentence=2,
        flags=("numbers",),
    ),
    make_pair("Die Linie 5. (Foto: Archiv)", "Line 5.", Kind.CAPTION, 4),
    make_pair("Was nun?", "What now?", Kind.HEADING, 5),
    make_pair("Hauptbahnhof – Elbufer", "Central station – Elbe", Kind.LIST, 6),
    make_pair("Universität – Stadion", "University – stadium", Kind.LIST, 7),
    make_pair(
        "Der Oberleitungsbus bleibt.",
        "The bus stays.",
        block=8,
        terms=(BUS,),
        flags=("terms",),
    ),
    make_pair("Niemand weiß es.", None, block=9),
    make_pair("Alle fahren mit.", "Everyone rides.", block=10, edited=True),
    make_pair("Anzeige", None, Kind.BOILERPLATE, 11),
]

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></span></main><b>fett</b>",
    "&lt;b&gt; &amp;amp; &#0; &nbsp",
    "=1+1",
    "@SUMME(A1)",
    "+49 40 123",
    "- 5 Grad",
    "'=1+1",
    "＝1＋1",
    " \u00a0=1+1",
    "'tis",
    '"Ja", sagte sie',
    'Er sagte "ja"',
    "Rohr | Rohr || `Code` *fett* _kursiv_ ~~weg~~ [a](javascript:x) ![b](c)",
    "C:\\temp\\neu \\e \\u0041 \\\\",
    "\x1b[31mrot\x1b]0;Titel\x07\x9b2J\x7f\x00",
    "\u202eumgekehrt\u202c \u2066x\u2069 \u200f",
    "\u2028Zeile\u2029Absatz\x85neu\x0b\x0c\x1c",
    "\ufeffMarke \ufffe\uffff",
    "\ud800halb\udfff",
    "漢字👩‍👩‍👧 u\u0308ber",
    "# eins",
    "1. FC Köln",
    "--- === >>> ```",
    "$x^2$ &copy; <!-- weg -->",
    "\\",
    "'",
    '"',
    "None",
    "https://example.org/a_b_c?x=1&y=2 www.example.org",
]

characters = st.characters() | st.sampled_from("\\\t\n\r\x1b\x9f\u2028\u202e'\"=|<>&-")
texts = st.one_of(st.sampled_from(NASTY), st.text(characters, max_size=40))
sources = texts.map(fold_blanks)


@st.composite
def terms_of(draw: st.DrawFn) -> TermUse:
    start, length = draw(st.integers(0, 20)), draw(st.integers(0, 9))
    target = draw(st.none() | st.integers(0, 20))
    return TermUse(
        draw(texts),
        draw(texts),
        start,
        start + length,
        target,
        None if target is None else target + length,
        draw(st.sampled_from(["kept", "enforced", "missing"])),
    )


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    start = draw(st.integers(0, 10**9))
    sentence = Sentence(
        draw(texts),
        draw(st.sampled_from(list(Kind))),
        draw(st.integers(1, 100_000)),
        draw(st.integers(1, 1000)),
        start,
        start + draw(st.integers(0, 5000)),
        draw(sources),
    )
    return Pair(
        sentence,
        draw(st.none() | texts),
        draw(st.none() | st.floats(-99, 0).map(lambda score: round(score, 2))),
        draw(st.just(ENGINE) | texts),
        tuple(draw(st.lists(terms_of(), max_size=3))),
        tuple(draw(st.lists(st.sampled_from(sorted(FLAGS)), max_size=3, unique=True))),
        draw(st.booleans()),
    )


def write(
    name: str, written: list[Pair], layout: str = SIDE_BY_SIDE, title: str = "Titel"
) -> str:
    """Return what a writer makes of pairs; it must be a file that can be saved."""
    stream = io.StringIO(newline="")
    writer = open_writer(name, stream, layout)
    writer.begin(title, DOCUMENT)
    for pair in written:
        writer.write(pair)
    writer.end()
    text = stream.getvalue()
    text.encode("utf-8")
    return text
