from __future__ import annotations

import pytest

from reader.core.glossary.hits import TermHit
from reader.core.glossary.terms import Term
from reader.core.obeying.substituting import substitute

# The German with [hits] in brackets, their English, and what the engine is given.
ROWS = [
    ("Die [Rechenleistung] fehlt.", ["computing power"], "Die computing power fehlt."),
    ("Ein [KI]-Chip und [KI]-gestützte Suche.", ["AI", "AI"],
     "Ein AI-Chip und AI-gestützte Suche."),
    ("Der [Rechenleistung]sbedarf wächst.", ["computing power"],
     "Der computing power-Bedarf wächst."),
    ("Die [Technologie]riesen.", ["technology"], "Die technology-Riesen."),
    ("Ein Hochleistungs[chip].", ["chip"], "Ein Hochleistungs-chip."),
    ("Die [Sprach][modelle] lernen.", ["language", "models"],
     "Die language models lernen."),
    ("Die [Handel]s[abkommen] gelten.", ["trade", "agreements"],
     "Die trade agreements gelten."),
    ("Importzölle und -[quoten] gelten.", ["import quotas"],
     "Importzölle und import quotas gelten."),
    ("[Rechenzentrum]", ["data center"], "data center"),
    ("[Chips] und [Modelle]", ["chips", "models"], "chips und models"),
    ("„[Chips]“, so Huang.", ["chips"], "„chips“, so Huang."),
]  # fmt: skip


def read_hits(marked: str) -> tuple[str, list[TermHit]]:
    source, hits = "", []
    for part in marked.split("["):
        if "]" in part:
            word, part = part.split("]")
            hits.append(TermHit(Term(word, (word,), "noun"), len(source), 0))
            source += word
            hits[-1] = TermHit(hits[-1].term, hits[-1].start, len(source))
        source += part
    return source, hits


@pytest.mark.parametrize(("marked", "wordings", "given"), ROWS)
def test_english_stands_in_place_of_the_german(
    marked: str, wordings: list[str], given: str
) -> None:
    source, hits = read_hits(marked)
    assert substitute(source, hits, wordings) == given


def test_the_particle_of_a_verb_goes() -> None:
    source = "Nvidia stellte den Chip gestern vor."
    verb = TermHit(Term("vorstellen", ("unveil",), "verb"), 7, 14, rest=((32, 35),))
    assert substitute(source, [verb], ["unveiled"]) == (
        "Nvidia unveiled den Chip gestern."
    )


def test_half_a_compound_is_written_out_and_the_other_half_stays() -> None:
    source = "Text-, Bild- und Videosynthese"
    text = Term("Textsynthese", ("text synthesis",), "noun")
    hit = TermHit(text, 0, 5, rest=((22, 30),), is_elided=True)
    assert substitute(source, [hit], ["text synthesis"]) == (
        "text synthesis, Bild- und Videosynthese"
    )


def test_of_two_overlapping_hits_the_second_stays_german() -> None:
    source = "ein großes Sprachmodell"
    hits = [
        TermHit(Term("großes Sprachmodell", ("LLM",), "noun"), 4, 23),
        TermHit(Term("Sprachmodell", ("language model",), "noun"), 11, 23),
    ]
    assert substitute(source, hits, ["LLM", "language model"]) == "ein LLM"
