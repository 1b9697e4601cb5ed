"""Entries as they are in real glossaries, and entries that are as nasty as can be."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from reader.core.glossary.terms import PARTS_OF_SPEECH, Case, Match, Term, Usage

TERMS = [
    Term("Rechenleistung", ("computing power", "compute"), "noun", domain="chips"),
    Term("großes Sprachmodell", ("large language model", "LLM"), "noun"),
    Term("vorstellen", ("unveil", "present"), "verb", note="Produkte; nicht Ideen"),
    Term("Nvidia", ("Nvidia",), "name", Usage.KEEP),
    Term("Handy", ("handy",), "noun", Usage.FORBIDDEN),
    Term("KI", ("AI",), "noun", case=Case.SENSITIVE, match=Match.EXACT),
    Term(r"H\d{3}(?:-Chips?)?", ("H-series chip",), match=Match.REGEX),
    Term("Straßenbahn", ("tram", "streetcar|trolley"), "noun", domain="Verkehr"),
    Term("zum Beispiel", ("for example",), "phrase"),
    Term("Alt", (), usage=Usage.OFF),
    Term("#MeToo", ("#MeToo",), "name", extra=(("Quelle", "dpa"), ("Stand", "=1+1"))),
]

patient = settings(deadline=None)
"""For a busy machine, and for formats that are imported at their first use."""

NASTY = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUMME(A1)",
    "-gestützt",
    "'=1",
    '"Ja", sagte sie',
    'ein "Chip"',
    "a\tb",
    "a\nb",
    "a\r\nb",
    "<b>&amp;]]>",
    "a|b",
    "a\\|b\\",
    "\\u001b \x1b[31m",
    "\u202eumgekehrt",
    "a;b,c",
    "#",
    "#KI",
    "\\e",
    "source",
    "de\u0301composé 漢字 🚋",
]

# Whatever is read has no white space at its ends and is no empty form.
_raw = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
texts = (_raw | st.sampled_from(NASTY)).map(str.strip).filter(bool)
_open = st.just("") | texts


@st.composite
def terms(draw: st.DrawFn) -> Term:
    usage = draw(st.sampled_from(Usage))
    source = draw(texts)
    targets = tuple(dict.fromkeys(draw(st.lists(texts, max_size=3))))
    if not targets and usage is not Usage.OFF:
        targets = (source,)
    return Term(
        source,
        targets,
        draw(st.sampled_from(("", *PARTS_OF_SPEECH))),
        usage,
        draw(st.sampled_from(Case)),
        draw(st.sampled_from(Match)),
        draw(_open),
        draw(_open),
        draw(st.just(()) | texts.map(lambda text: (("Quelle", text),))),
    )
